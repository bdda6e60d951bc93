"""Altair charts."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from core.view.charts.axis import name_axis
from core.view.palette import ACCENT, INK, OTHERS
from core.words.lookup import Word

FONT_SIZE = 18  # of words and numbers, in pixels

_ROW_HEIGHT = 30
_VALUE_WIDTH = 125  # pixels behind a full bar, for "0.97 → 0.61"


def probability_chart(
    labels: Sequence[str],
    probabilities: np.ndarray,
    *,
    theme: str,
    word: Word,
    shown: str | None = None,
    before: np.ndarray | None = None,
    font_size: int = FONT_SIZE,
) -> alt.LayerChart:
    """Draw one bar per label, the predicted one in the accent colour, the most probable first.

    Args:
        labels: the categories (C).
        probabilities: (C,).
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
        shown: words for what the bars show, where it is not the probability.
        before: (C,), what the probabilities were before an edit. The bars keep their order, a
            line marks the old value, and "0.97 → 0.61" stands behind the bar.
        font_size: of all words and numbers, in pixels; rows and margins grow with it.
    """
    old = probabilities if before is None else before  # (C,)
    values = [f"{value:.2f}" for value in probabilities]
    tooltip = [
        alt.Tooltip("label:N", title=word("category")),
        alt.Tooltip("probability:Q", title=shown or word("probability"), format=".4f"),
    ]
    if before is not None:
        values = [f"{start:.2f} → {value}" for start, value in zip(before, values, strict=True)]
        tooltip.append(alt.Tooltip("before:Q", title=word("bars_before"), format=".4f"))
    colours = [OTHERS[theme]] * len(labels)
    colours[int(probabilities.argmax())] = ACCENT[theme]
    table = pd.DataFrame(
        {
            "label": labels,
            "probability": probabilities.astype(float),
            "before": old.astype(float),
            "end": np.maximum(old, probabilities).astype(float),
            "value": values,
            "colour": colours,
        }
    )
    y = alt.Y(
        "label:N",
        sort=[labels[index] for index in np.argsort(-old, kind="stable")],
        title=None,
        axis=name_axis(theme, font_size=font_size, padding=10),
    )
    value_width = round(_VALUE_WIDTH * font_size / FONT_SIZE)
    scale = alt.Scale(domain=[0, 1], range=[0, {"expr": f"width - {value_width}"}], nice=False)
    bars = (
        alt.Chart()
        .mark_bar(cornerRadiusEnd=3)
        .encode(
            x=alt.X("probability:Q", scale=scale, axis=None),
            color=alt.Color("colour:N", scale=None),
        )
    )
    numbers = (
        alt.Chart()
        .mark_text(align="left", dx=8, fontSize=font_size, fontWeight="bold", color=INK[theme])
        .encode(x=alt.X("end:Q", scale=scale, axis=None), text=alt.Text("value:N"))
    )
    layers = [bars, numbers]
    if before is not None:
        mark = alt.Chart().mark_tick(thickness=3, color=INK[theme])
        layers.append(mark.encode(x=alt.X("before:Q", scale=scale, axis=None)))
    # What the layers share is said, and checked by Altair, once: an edit waits for this chart.
    return alt.LayerChart(
        layer=layers,
        data=table,
        encoding={"y": y, "tooltip": tooltip},
        height=round(_ROW_HEIGHT * font_size / FONT_SIZE) * len(labels),
        config=alt.Config(view=alt.ViewConfig(strokeWidth=0)),
    )
