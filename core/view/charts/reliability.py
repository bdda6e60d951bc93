"""The reliability diagram: does a model that says 0.7 answer right 7 times in 10?"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import altair as alt
import pandas as pd

from core.types import ReliabilityBin
from core.view.charts.axis import axis
from core.view.palette import ACCENT, INK, OTHERS, QUIET
from core.words.lookup import Word

_FONT_SIZE = 14
_HEIGHT = 380
_FLOOR = -0.36  # the counts stand below the diagram, from here up
_BAR = 0.16  # height of the highest of them


def reliability_chart(
    series: Mapping[str, Sequence[ReliabilityBin]],
    *,
    chosen: str,
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw accuracy over confidence, bin by bin, beside the diagonal of a model that knows itself.

    Below stand the counts of the chosen series' bins, as bars with their numbers.

    Args:
        series: the bins of "raw" probabilities, of "calibrated" ones, or of both.
        chosen: the kind whose points are in the accent colour; the others are quiet.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    table = pd.DataFrame(
        [
            {
                "kind": word(kind),
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
    confidence_title, accuracy_title = word("calibration_confidence"), word("calibration_accuracy")
    share_axis = partial(
        axis, theme, font_size=_FONT_SIZE, values=[0, 0.2, 0.4, 0.6, 0.8, 1], format=".1f"
    )
    # Every layer has the same axes: Vega-Lite would mix in the defaults of one that has none.
    x_of = partial(
        alt.X,
        scale=alt.Scale(domain=[start, 1], nice=False),
        axis=share_axis(title=confidence_title),
    )
    y_of = partial(
        alt.Y,
        scale=alt.Scale(domain=[_FLOOR, 1.02], nice=False),
        axis=share_axis(title=accuracy_title),
    )
    x, y = x_of("confidence:Q"), y_of("accuracy:Q")
    diagonal = (
        alt.Chart(pd.DataFrame({"confidence": [start, 1.0], "accuracy": [start, 1.0]}))
        .mark_line(strokeDash=[6, 4], strokeWidth=2, color=QUIET[theme])
        .encode(x=x, y=y)
    )
    tooltip = [
        alt.Tooltip("kind:N", title=word("probability_kind")),
        alt.Tooltip("confidence:Q", title=confidence_title, format=".3f"),
        alt.Tooltip("accuracy:Q", title=accuracy_title, format=".3f"),
        alt.Tooltip("count:Q", title=word("calibration_count"), format=","),
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
                    domain=[word(kind) for kind in kinds],
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
            diagonal, lines, *_counts(table[table["kind"] == word(chosen)], x_of, y_of, theme)
        )
        .properties(
            height=_HEIGHT,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(strokeWidth=0)
    )


def _counts(
    table: pd.DataFrame,
    x_of: Callable[[str], alt.X],
    y_of: Callable[[str], alt.Y],
    theme: str,
) -> tuple[alt.Chart, alt.Chart]:
    """Return the bars below the diagram and the numbers on them, upright: they fit on a phone."""
    bars = table.assign(
        floor=_FLOOR,
        top=_FLOOR + _BAR * table["count"] / table["count"].max(),
        middle=(table["low"] + table["high"]) / 2,
        low=table["low"] + 0.004,
    )
    y = y_of("top:Q")
    return (
        alt.Chart(bars)
        .mark_rect(color=OTHERS[theme])
        .encode(x=x_of("low:Q"), x2="high:Q", y=y, y2="floor:Q"),
        alt.Chart(bars)
        .mark_text(
            angle=270, align="left", baseline="middle", dx=4, fontSize=_FONT_SIZE, color=INK[theme]
        )
        .encode(x=x_of("middle:Q"), y=y, text=alt.Text("count:Q", format=",")),
    )
