"""The ROC curve: what share of foreign texts a score finds at what share of false alarms."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from core.view.palette import ACCENT, INK, OTHERS, QUIET, axis_style

_FONT_SIZE = 14
_HEIGHT = 340


def roc_chart(
    curves: Mapping[str, Sequence[Sequence[float]]],
    chosen: Mapping[str, tuple[float, float]],
    *,
    limit: float,
    theme: str,
    score_title: str,
    known_title: str,
    foreign_title: str,
) -> alt.LayerChart:
    """Draw one curve per score, the model's first and in the accent colour, and their thresholds.

    Args:
        curves: the word of each score, and its points (share of known texts flagged, share of
            foreign texts flagged), from 0 to 1.
        chosen: the word of each score, and its point at the threshold.
        limit: the highest share of known texts that may be flagged; a dashed line stands there.
        theme: "light" or "dark".
        score_title, known_title, foreign_title: words for axes and tooltip.
    """
    table = pd.DataFrame(
        [
            {"score": name, "known": known, "foreign": foreign, "order": number}
            for name, points in curves.items()
            for number, (known, foreign) in enumerate(points)
        ]
    )
    marks = pd.DataFrame(
        [
            {"score": name, "known": known, "foreign": foreign, "told": f"{100 * foreign:.0f} %"}
            for name, (known, foreign) in chosen.items()
        ]
    )
    axis = {
        **axis_style(theme, font_size=_FONT_SIZE),
        "values": [0, 0.2, 0.4, 0.6, 0.8, 1],
        "format": ".0%",
    }
    # Every layer has the same axes: Vega-Lite would mix in the defaults of one that has none.
    scale = alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("known:Q", scale=scale, axis=alt.Axis(title=known_title, **axis))
    y = alt.Y("foreign:Q", scale=scale, axis=alt.Axis(title=foreign_title, **axis))
    names = list(curves)
    colour = alt.Color(
        "score:N",
        scale=alt.Scale(domain=names, range=[ACCENT[theme], *[OTHERS[theme]] * (len(names) - 1)]),
        legend=alt.Legend(
            title=None,
            orient="top",
            columns=1,
            labelFontSize=_FONT_SIZE,
            labelColor=INK[theme],
            labelLimit=0,
        ),
    )
    tooltip = [
        alt.Tooltip("score:N", title=score_title),
        alt.Tooltip("known:Q", title=known_title, format=".1%"),
        alt.Tooltip("foreign:Q", title=foreign_title, format=".1%"),
    ]
    line = (
        alt.Chart(pd.DataFrame({"known": [limit]}))
        .mark_rule(color=QUIET[theme], strokeDash=[4, 4], strokeWidth=2)
        .encode(x=x)
    )
    lines = (
        alt.Chart(table)
        .mark_line(strokeWidth=3, interpolate="linear")
        .encode(x=x, y=y, color=colour, order="order:Q", tooltip=tooltip)
    )
    points = alt.Chart(marks).encode(x=x, y=y, tooltip=tooltip)
    dots = points.mark_point(size=160, filled=True, opacity=1).encode(color=colour)
    words = points.mark_text(
        align="left", dx=28, dy=14, fontSize=_FONT_SIZE, fontWeight="bold", color=INK[theme]
    ).encode(text="told:N")
    return (
        (line + lines + dots + words)
        .properties(
            height=_HEIGHT,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(strokeWidth=0)
    )
