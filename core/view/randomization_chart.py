"""How far every method's map survives the randomisation of the network, layer by layer."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from core.view.palette import ACCENT, HIGHLIGHT, INK, QUIET

_FONT_SIZE = 16
_SMALL_FONT_SIZE = 14
_ROW_HEIGHT = 50


def randomization_chart(
    record: Mapping[str, Any],
    *,
    theme: str,
    titles: Mapping[str, str],
    stages: Sequence[str],
    method_title: str,
    stage_title: str,
    value_title: str,
    threshold_title: str,
) -> alt.LayerChart:
    """Draw a row of dots per method, one dot per stage, the last one filled and with its value.

    The methods stand in the order of that value, the highest first; above the threshold line it
    has the colour of a warning.

    Args:
        record: what `core.randomization.randomization_record` gives.
        theme: "light" or "dark".
        titles: the word for every method.
        stages: the word for every stage.
        method_title, stage_title, value_title, threshold_title: words for tooltip and line.
    """
    # A method whose map is constant there has no correlation: it stands last, without a value.
    order = sorted(record["methods"], key=lambda name: -(record["methods"][name]["full"] or -1.0))
    rows = [
        {
            "row": row,
            "method": titles[name],
            "stage": stage,
            "value": value,
            "last": number == len(stages) - 1,
            "suspicious": record["methods"][name]["suspicious"],
        }
        for row, name in enumerate(order)
        for number, (stage, value) in enumerate(
            zip(stages, record["methods"][name]["stages"], strict=True)
        )
    ]
    table = pd.DataFrame(rows)
    colour = alt.condition(
        "datum.suspicious", alt.value(HIGHLIGHT[theme]), alt.value(ACCENT[theme])
    )
    base = alt.Chart(table).encode(
        y=alt.Y(
            "row:Q",
            axis=None,
            # The name stands above its dots.
            scale=alt.Scale(domain=[-0.75, len(order) - 0.5], reverse=True, nice=False),
        ),
        x=alt.X(
            "value:Q",
            title=value_title,
            scale=alt.Scale(domain=[0, 1.12], nice=False),
            axis=alt.Axis(
                values=[0, 0.25, 0.5, 0.75, 1],
                format=".2~f",
                grid=False,
                labelFontSize=_SMALL_FONT_SIZE,
                titleFontSize=_SMALL_FONT_SIZE,
                titleFontWeight="normal",
                labelColor=INK[theme],
                titleColor=INK[theme],
            ),
        ),
        tooltip=[
            alt.Tooltip("method:N", title=method_title),
            alt.Tooltip("stage:N", title=stage_title),
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
    values = (
        there.transform_filter("datum.last")
        .mark_text(align="left", dx=12, fontSize=_FONT_SIZE, fontWeight="bold")
        .encode(text=alt.Text("value:Q", format=".2f"), color=colour)
    )
    names = (
        base.transform_filter("datum.last")
        .mark_text(align="left", dy=-19, fontSize=_FONT_SIZE, color=INK[theme])
        .encode(x=alt.value(0), text="method:N")
    )
    threshold = (
        alt.Chart(pd.DataFrame([{"threshold": record["threshold"], "word": threshold_title}]))
        .mark_rule(strokeDash=[6, 4], strokeWidth=2, color=HIGHLIGHT[theme])
        .encode(x="threshold:Q", tooltip=alt.Tooltip("threshold:Q", title=threshold_title))
    )
    return (
        (threshold + lines + dots + ends + values + names)
        .properties(height=_ROW_HEIGHT * len(order) + 10)
        .configure_view(strokeWidth=0)
    )
