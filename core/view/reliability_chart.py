"""The reliability diagram: does a model that says 0.7 answer right 7 times in 10?"""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from core.types import ReliabilityBin
from core.view.palette import ACCENT, INK, OTHERS, QUIET, axis_style

_FONT_SIZE = 14
_HEIGHT = 380
_FLOOR = -0.36  # the counts stand below the diagram, from here up
_BAR = 0.16  # height of the highest of them


def reliability_chart(
    series: Mapping[str, Sequence[ReliabilityBin]],
    *,
    chosen: str,
    theme: str,
    kind_title: str,
    confidence_title: str,
    accuracy_title: str,
    count_title: str,
) -> alt.LayerChart:
    """Draw accuracy over confidence, bin by bin, beside the diagonal of a model that knows itself.

    Below stand the counts of the chosen series' bins, as bars with their numbers.

    Args:
        series: the word of each kind of probabilities, and its bins.
        chosen: the word whose points are in the accent colour; the others are quiet.
        theme: "light" or "dark".
        kind_title, confidence_title, accuracy_title, count_title: words for axes and tooltip.
    """
    table = pd.DataFrame(
        [
            {
                "kind": kind,
                "confidence": bin_.confidence,
                "accuracy": bin_.accuracy,
                "count": bin_.count,
                "low": bin_.low,
                "high": bin_.high,
            }
            for kind, bins in series.items()
            for bin_ in bins
        ]
    )
    start = float(table["low"].min())
    axis = {
        **axis_style(theme, font_size=_FONT_SIZE),
        "values": [0, 0.2, 0.4, 0.6, 0.8, 1],
        "format": ".1f",
    }
    # Every layer has the same axes: Vega-Lite would mix in the defaults of one that has none.
    horizontal = {
        "scale": alt.Scale(domain=[start, 1], nice=False),
        "axis": alt.Axis(title=confidence_title, **axis),
    }
    vertical = {
        "scale": alt.Scale(domain=[_FLOOR, 1.02], nice=False),
        "axis": alt.Axis(title=accuracy_title, **axis),
    }
    x, y = alt.X("confidence:Q", **horizontal), alt.Y("accuracy:Q", **vertical)
    diagonal = (
        alt.Chart(pd.DataFrame({"confidence": [start, 1.0], "accuracy": [start, 1.0]}))
        .mark_line(strokeDash=[6, 4], strokeWidth=2, color=QUIET[theme])
        .encode(x=x, y=y)
    )
    tooltip = [
        alt.Tooltip("kind:N", title=kind_title),
        alt.Tooltip("confidence:Q", title=confidence_title, format=".3f"),
        alt.Tooltip("accuracy:Q", title=accuracy_title, format=".3f"),
        alt.Tooltip("count:Q", title=count_title, format=","),
    ]
    kinds = list(series)
    lines = (
        alt.Chart(table)
        .mark_line(strokeWidth=2, point=alt.OverlayMarkDef(size=90, filled=True, opacity=1))
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(
                    domain=kinds,
                    range=[ACCENT[theme] if kind == chosen else OTHERS[theme] for kind in kinds],
                ),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    labelFontSize=_FONT_SIZE,
                    labelColor=INK[theme],
                    labelLimit=0,
                ),
            ),
            tooltip=tooltip,
        )
    )
    return (
        alt.layer(
            diagonal, lines, *_counts(table[table["kind"] == chosen], horizontal, vertical, theme)
        )
        .properties(
            height=_HEIGHT,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(strokeWidth=0)
    )


def _counts(
    table: pd.DataFrame,
    horizontal: Mapping[str, object],
    vertical: Mapping[str, object],
    theme: str,
) -> tuple[alt.Chart, alt.Chart]:
    """Return the bars below the diagram and the numbers on them, upright: they fit on a phone."""
    bars = table.assign(
        floor=_FLOOR,
        top=_FLOOR + _BAR * table["count"] / table["count"].max(),
        middle=(table["low"] + table["high"]) / 2,
        low=table["low"] + 0.004,
    )
    y = alt.Y("top:Q", **vertical)
    return (
        alt.Chart(bars)
        .mark_rect(color=OTHERS[theme])
        .encode(x=alt.X("low:Q", **horizontal), x2="high:Q", y=y, y2="floor:Q"),
        alt.Chart(bars)
        .mark_text(
            angle=270, align="left", baseline="middle", dx=4, fontSize=_FONT_SIZE, color=INK[theme]
        )
        .encode(x=alt.X("middle:Q", **horizontal), y=y, text=alt.Text("count:Q", format=",")),
    )
