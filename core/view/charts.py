"""Altair charts."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

_ACCENT = {"light": "#0b57d0", "dark": "#6ea3ff"}
_OTHERS = {"light": "#9aa3ad", "dark": "#6b7480"}
_INK = {"light": "#1f2328", "dark": "#f0f3f6"}
_FONT_SIZE = 18
_ROW_HEIGHT = 36


def probability_chart(
    labels: Sequence[str],
    probabilities: np.ndarray,
    *,
    theme: str,
    label_title: str,
    probability_title: str,
) -> alt.Chart:
    """Draw one bar per label, the most probable first and in the accent colour.

    Args:
        labels: the categories (C).
        probabilities: (C,).
        theme: "light" or "dark".
        label_title, probability_title: words for the tooltip.
    """
    table = pd.DataFrame(
        {
            "label": labels,
            "probability": probabilities.astype(float),
            "predicted": np.arange(len(labels)) == probabilities.argmax(),
        }
    )
    base = alt.Chart(table).encode(
        y=alt.Y(
            "label:N",
            sort=alt.EncodingSortField("probability", order="descending"),
            title=None,
            axis=alt.Axis(
                labelFontSize=_FONT_SIZE,
                labelLimit=0,
                labelColor=_INK[theme],
                ticks=False,
                domain=False,
                labelPadding=10,
            ),
        ),
        x=alt.X(
            "probability:Q",
            # Room for the value behind a full bar.
            scale=alt.Scale(domain=[0, 1.15], nice=False),
            axis=None,
        ),
        tooltip=[
            alt.Tooltip("label:N", title=label_title),
            alt.Tooltip("probability:Q", title=probability_title, format=".4f"),
        ],
    )
    bars = base.mark_bar(cornerRadiusEnd=3).encode(
        color=alt.condition("datum.predicted", alt.value(_ACCENT[theme]), alt.value(_OTHERS[theme]))
    )
    values = base.mark_text(
        align="left", dx=8, fontSize=_FONT_SIZE, fontWeight="bold", color=_INK[theme]
    ).encode(text=alt.Text("probability:Q", format=".2f"))
    return (
        (bars + values).properties(height=_ROW_HEIGHT * len(labels)).configure_view(strokeWidth=0)
    )
