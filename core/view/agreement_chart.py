"""How far methods agree: a square of numbers."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from core.view.numbers import plain_number
from core.view.palette import INK, SOFT_DIVERGING, SOFT_SEQUENTIAL

_FONT_SIZE = 14
_ROW_HEIGHT = 40
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

    Args:
        titles: the methods (M); the rows bear them, the columns their numbers.
        values: (M, M), NaN where two methods cannot be compared.
        signed: whether the values go from -1 to 1 (blue to orange) or from 0 to 1.
        theme: "light" or "dark".
        value_title, row_title, column_title: words for the tooltip.
    """
    size = len(titles)
    row, column = np.indices((size, size)).reshape(2, -1)  # (M * M,) each
    flat = values.reshape(-1)
    names = np.array([f"{number + 1}. {title}" for number, title in enumerate(titles)], object)
    table = pd.DataFrame(
        {
            "row": names[row],
            "column": column + 1,
            "row_name": np.array(titles, object)[row],
            "column_name": np.array(titles, object)[column],
            "value": flat,
            "number": [_NONE if np.isnan(value) else plain_number(value) for value in flat],
        }
    )
    colours = SOFT_DIVERGING if signed else SOFT_SEQUENTIAL
    base = alt.Chart(table).encode(
        x=alt.X(
            "column:O",
            axis=alt.Axis(
                orient="top",
                title=None,
                labelAngle=0,
                labelFontSize=_FONT_SIZE,
                labelColor=INK[theme],
                ticks=False,
                domain=False,
            ),
        ),
        y=alt.Y(
            "row:N",
            sort=list(names),
            axis=alt.Axis(
                title=None,
                labelFontSize=_FONT_SIZE,
                labelLimit=0,
                labelColor=INK[theme],
                ticks=False,
                domain=False,
            ),
        ),
        tooltip=[
            alt.Tooltip("row_name:N", title=row_title),
            alt.Tooltip("column_name:N", title=column_title),
            alt.Tooltip("number:N", title=value_title),
        ],
    )
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
    numbers = base.mark_text(fontSize=_FONT_SIZE, color=INK[theme]).encode(text="number:N")
    return (
        (cells + numbers)
        .properties(
            height=_ROW_HEIGHT * size,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_scale(bandPaddingInner=0.06)
        .configure_view(strokeWidth=0)
    )
