"""How far every method's map survives the randomisation of the network, layer by layer."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from core.lab.randomization import STAGES
from core.view.charts.axis import axis
from core.view.palette import ACCENT, HIGHLIGHT, INK, QUIET
from core.words.lookup import Word

_FONT_SIZE = 16
_SMALL_FONT_SIZE = 14
_ROW_HEIGHT = 50


def randomization_chart(
    record: Mapping[str, Any],
    *,
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw a row of dots per method, one dot per stage, the last one filled.

    Its value stands before the name, above the dots. The methods stand in the order of that value,
    the highest first; above the threshold line it has the colour of a warning and a word.

    Args:
        record: what `core.lab.randomization.randomization_record` gives.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    value_title = word("twin_value")
    stages = [word(f"twin_stage_{stage}") for stage in STAGES]
    # A method whose map is constant there has no correlation: it stands last, without a value.
    full = {name: figure["full"] for name, figure in record["methods"].items()}
    order = sorted(full, key=lambda name: 1.0 if full[name] is None else -full[name])
    figures = [record["methods"][name] for name in order]
    # The name last: where the page is narrow, its end is what is cut off.
    words = [
        [
            "–" if figure["full"] is None else f"{figure['full']:.2f}",
            *([word("twin_suspicious")] if figure["suspicious"] else []),
            word(name),
        ]
        for name, figure in zip(order, figures, strict=True)
    ]
    rows = [
        {
            "row": row,
            "method": word(name),
            "words": "　".join(words[row]),
            "stage": stage,
            "value": value,
            "last": number == len(stages) - 1,
            "suspicious": figures[row]["suspicious"],
        }
        for row, name in enumerate(order)
        for number, (stage, value) in enumerate(zip(stages, figures[row]["stages"], strict=True))
    ]
    table = pd.DataFrame(rows)
    colour = alt.condition(
        "datum.suspicious", alt.value(HIGHLIGHT[theme]), alt.value(ACCENT[theme])
    )
    y = alt.Y(
        "row:Q",
        axis=None,
        # The name stands above its dots.
        scale=alt.Scale(domain=[-0.75, len(order) - 0.5], reverse=True, nice=False),
    )
    base = alt.Chart(table).encode(
        y=y,
        x=alt.X(
            "value:Q",
            title=value_title,
            scale=alt.Scale(domain=[0, 1.02], nice=False),
            axis=axis(
                theme,
                font_size=_SMALL_FONT_SIZE,
                values=[0, 0.25, 0.5, 0.75, 1],
                format=".2~f",
            ),
        ),
        tooltip=[
            alt.Tooltip("method:N", title=word("view")),
            alt.Tooltip("stage:N", title=word("twin_stage")),
            alt.Tooltip("value:Q", title=value_title, format=".4f"),
        ],
    )
    there = base.transform_filter("isValid(datum.value)")
    lines = there.mark_line(strokeWidth=2, color=QUIET[theme], opacity=0.5).encode(detail="row:N")
    dots = there.transform_filter("!datum.last").mark_point(
        size=45, filled=False, strokeWidth=2, color=QUIET[theme], opacity=1
    )
    ends = (
        there.transform_filter("datum.last")
        .mark_point(size=190, filled=True, opacity=1)
        .encode(color=colour)
    )
    names = (
        base.transform_filter("datum.last")
        .mark_text(align="left", dy=-19, fontSize=_FONT_SIZE)
        .encode(
            x=alt.value(0),
            text="words:N",
            color=alt.condition(
                "datum.suspicious", alt.value(HIGHLIGHT[theme]), alt.value(INK[theme])
            ),
        )
    )
    # In pieces: a line through all rows would go through the words, too.
    pieces = [
        {"row": row - 0.2, "bottom": row + 0.25, "threshold": record["threshold"]}
        for row in range(len(order))
    ]
    threshold = (
        alt.Chart(pd.DataFrame(pieces))
        .mark_rule(strokeWidth=2, color=HIGHLIGHT[theme])
        .encode(
            x="threshold:Q",
            y=y,
            y2="bottom:Q",
            tooltip=alt.Tooltip("threshold:Q", title=word("twin_threshold")),
        )
    )
    return (
        (threshold + lines + dots + ends + names)
        .properties(height=_ROW_HEIGHT * len(order) + 10)
        .configure_view(strokeWidth=0)
    )
