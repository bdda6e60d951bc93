"""How far methods agree: a square of numbers."""

from collections.abc import Sequence
from functools import partial

import altair as alt
import numpy as np
import pandas as pd

from core.view.numbers import plain_number
from core.view.palette import INK, SOFT_DIVERGING, SOFT_SEQUENTIAL
from core.words.lookup import Word

_FONT_SIZE = 14
_ROW_HEIGHT = 36
_NUMBER_WIDTH = 40  # of "−0.46" with some air
_NONE = "–"


def agreement_chart(
    methods: Sequence[str],
    values: np.ndarray,
    *,
    measure: str,
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw one cell with its number per pair of methods; a dash where there is none.

    Rows and columns bear the methods' places, from 1: their names would leave no room on a phone.

    Args:
        methods: keys in `METHODS` (M); the tooltip names them.
        values: (M, M), NaN where two methods cannot be compared.
        measure: "tau", from -1 to 1 (blue to orange), or "overlap", from 0 to 1.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    size = len(methods)
    row, column = np.indices((size, size)).reshape(2, -1)  # (M * M,) each
    flat = values.reshape(-1)
    names = np.array([word(method) for method in methods], object)
    table = pd.DataFrame(
        {
            "row": row + 1,
            "column": column + 1,
            "row_name": names[row],
            "column_name": names[column],
            "value": flat,
            "number": [_NONE if np.isnan(value) else plain_number(value) for value in flat],
        }
    )
    axis = partial(
        alt.Axis,
        title=None,
        labelAngle=0,
        labelFontSize=_FONT_SIZE,
        labelColor=INK[theme],
        ticks=False,
        domain=False,
    )
    base = alt.Chart(table).encode(
        x=alt.X("column:O", axis=axis(orient="top")),
        y=alt.Y("row:O", axis=axis()),
        tooltip=[
            alt.Tooltip("row_name:N", title=word("methods_one")),
            alt.Tooltip("column_name:N", title=word("methods_other")),
            alt.Tooltip("number:N", title=word(f"methods_{measure}_short")),
        ],
    )
    signed = measure == "tau"
    colours = SOFT_DIVERGING if signed else SOFT_SEQUENTIAL
    cells = base.mark_rect().encode(
        color=alt.condition(
            "isValid(datum.value)",
            alt.Color(
                "value:Q",
                scale=alt.Scale(
                    domain=[-1, 0, 1] if signed else [0, 1],
                    range=list(colours[theme]),
                    interpolate="rgb",  # by hue, orange would turn pink on its way to grey
                ),
                legend=None,
            ),
            alt.value("transparent"),
        )
    )
    # Where the page is too narrow, the colours and the tooltip are left.
    numbers = base.mark_text(fontSize=_FONT_SIZE, color=INK[theme]).encode(
        text="number:N",
        opacity=alt.condition(f"width >= {_NUMBER_WIDTH * size}", alt.value(1), alt.value(0)),
    )
    return (
        (cells + numbers)
        .properties(
            height=_ROW_HEIGHT * size,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_scale(bandPaddingInner=0.06)
        .configure_view(strokeWidth=0)
    )
