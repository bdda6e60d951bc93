"""The pieces that decide most for one label: a bar each, the greatest weight first."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from core.checks.shortcuts import Shortcut
from core.view.charts.axis import name_axis
from core.view.palette import ACCENT, HIGHLIGHT, INK
from core.words.lookup import Word

# Name and field of the selection: event["selection"][SHORTCUT] == [{NUMBER: 3}].
SHORTCUT = "shortcut"
NUMBER = "number"

_FONT_SIZE = 16
_ROW_HEIGHT = 32
_VALUE_WIDTH = 150  # pixels behind a full bar, for "0.038　10 行"


def shortcuts_chart(
    shortcuts: Sequence[Shortcut],
    *,
    titles: Sequence[str],
    values: Sequence[str],
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw one bar per piece; a click chooses it.

    A suspected piece has the colour of a warning; its title should say so too.

    Args:
        shortcuts: of one label, the greatest weight first (S).
        titles: what stands before the bars (S), each another.
        values: what stands behind the bars (S).
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    table = pd.DataFrame(
        {
            NUMBER: range(len(shortcuts)),
            "piece": titles,
            "weight": [one.weight for one in shortcuts],
            "count": [one.count for one in shortcuts],
            "flips": [one.flips for one in shortcuts],
            "value": values,
            "colour": [(HIGHLIGHT if one.suspected else ACCENT)[theme] for one in shortcuts],
        }
    )
    chosen = alt.selection_point(name=SHORTCUT, fields=[NUMBER])
    x = alt.X(
        "weight:Q",
        axis=None,
        scale=alt.Scale(
            domain=[0, max(one.weight for one in shortcuts)],
            range=[0, {"expr": f"max(width - {_VALUE_WIDTH}, 20)"}],
            nice=False,
        ),
    )
    base = alt.Chart(table).encode(
        x=x,
        y=alt.Y(
            "piece:N",
            sort=list(titles),
            title=None,
            axis=name_axis(theme, font_size=_FONT_SIZE, padding=8),
        ),
        tooltip=[
            alt.Tooltip("piece:N", title=word("shortcuts_piece")),
            alt.Tooltip("weight:Q", title=word("shortcuts_weight"), format=".4f"),
            alt.Tooltip("count:Q", title=word("shortcuts_count"), format=","),
            alt.Tooltip("flips:Q", title=word("shortcuts_flips"), format=".2f"),
        ],
    )
    bars = (
        base.mark_bar(cornerRadiusEnd=3, cursor="pointer")
        .encode(
            color=alt.Color("colour:N", scale=None),
            stroke=alt.value(INK[theme]),
            strokeWidth=alt.when(chosen, empty=False).then(alt.value(3)).otherwise(alt.value(0)),
        )
        .add_params(chosen)
    )
    words = base.mark_text(align="left", dx=8, fontSize=_FONT_SIZE, color=INK[theme]).encode(
        text="value:N"
    )
    return (
        (bars + words)
        .properties(
            height=_ROW_HEIGHT * len(shortcuts),
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(strokeWidth=0)
    )
