"""How far methods agree: a square of numbers."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from core.view.numbers import plain_number
from core.view.palette import INK, SOFT_DIVERGING, SOFT_SEQUENTIAL

_FONT_SIZE = 14
_ROW_HEIGHT = 36
_NUMBER_WIDTH = 40  # of "−0.46" with some air
_NONE = "–"


def agreement_chart(
    titles: Sequence[str],
    values: np.ndarray,
    *,
    signed: bool,
    theme: str,
    value_title: str,
    row_title: str,
    column_title: str,
) -> alt.LayerChart:
    """Draw one cell with its number per pair of methods; a dash where there is none.

    Rows and columns bear the methods' places, from 1: their names would leave no room on a phone.

    Args:
        titles: the methods (M), for the tooltip.
        values: (M, M), NaN where two methods cannot be compared.
        signed: whether the values go from -1 to 1 (blue to orange) or from 0 to 1.
        theme: "light" or "dark".
        value_title, row_title, column_title: words for the tooltip.
    """
    size = len(titles)
    row, column = np.indices((size, size)).reshape(2, -1)  # (M * M,) each
    flat = values.reshape(-1)
    names = np.array(titles, object)
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
    axis = {
        "title": None,
        "labelAngle": 0,
        "labelFontSize": _FONT_SIZE,
        "labelColor": INK[theme],
        "ticks": False,
        "domain": False,
    }
    base = alt.Chart(table).encode(
        x=alt.X("column:O", axis=alt.Axis(orient="top", **axis)),
        y=alt.Y("row:O", axis=alt.Axis(**axis)),
        tooltip=[
            alt.Tooltip("row_name:N", title=row_title),
            alt.Tooltip("column_name:N", title=column_title),
            alt.Tooltip("number:N", title=value_title),
        ],
    )
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
