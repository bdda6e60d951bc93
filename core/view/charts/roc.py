"""The ROC curve: what share of foreign texts a score finds at what share of false alarms."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import altair as alt
import pandas as pd

from core.view.charts.axis import axis
from core.view.palette import ACCENT, INK, OTHERS, QUIET
from core.words.lookup import Word

_FONT_SIZE = 14
_HEIGHT = 340


def roc_chart(record: Mapping[str, Any], *, theme: str, word: Word) -> alt.LayerChart:
    """Draw the curve of the model's score, in the accent colour, and that of the baseline.

    A dot stands at each one's threshold, a dashed line at the highest share of known texts that
    may be flagged.

    Args:
        record: what `core.checks.scope_fit` stores of it.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    figures = {"score": record["test"], "baseline": record["test"]["baseline"]}
    titles = {name: word(f"scope_{name}") for name in figures}
    known_title, foreign_title = word("scope_false_alarms"), word("scope_detected")
    table = pd.DataFrame(
        [
            {"score": title, "known": known, "foreign": foreign, "order": number}
            for name, title in titles.items()
            for number, (known, foreign) in enumerate(record["roc"][name])
        ]
    )
    marks = pd.DataFrame(
        [
            {
                "score": titles[name],
                "known": row["false_alarms"]["share"],
                "foreign": row["detected"]["share"],
                "told": f"{100 * row['detected']['share']:.0f} %",
            }
            for name, row in figures.items()
        ]
    )
    share_axis = partial(
        axis, theme, font_size=_FONT_SIZE, values=[0, 0.2, 0.4, 0.6, 0.8, 1], format=".0%"
    )
    # Every layer has the same axes: Vega-Lite would mix in the defaults of one that has none.
    scale = alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("known:Q", scale=scale, axis=share_axis(title=known_title))
    y = alt.Y("foreign:Q", scale=scale, axis=share_axis(title=foreign_title))
    colour = alt.Color(
        "score:N",
        scale=alt.Scale(domain=list(titles.values()), range=[ACCENT[theme], OTHERS[theme]]),
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
        alt.Tooltip("score:N", title=word("scope_kind_of_score")),
        alt.Tooltip("known:Q", title=known_title, format=".1%"),
        alt.Tooltip("foreign:Q", title=foreign_title, format=".1%"),
    ]
    line = (
        alt.Chart(pd.DataFrame({"known": [record["max_false_alarms"]]}))
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
