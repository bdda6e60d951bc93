"""The confusion matrix: how many rows of each true label got each predicted one."""

from collections.abc import Sequence
from functools import partial

import altair as alt
import numpy as np
import pandas as pd

from core.stats.intervals import ratio
from core.view.charts.axis import short_name
from core.view.palette import INK, SOFT_SEQUENTIAL
from core.words.lookup import Word

# Name and fields of the selection: event["selection"][CELL] == [{TRUE: "京都", PREDICTED: …}].
CELL = "cell"
TRUE = "true"
PREDICTED = "predicted"

_FONT_SIZE = 14
_COUNT_FONT_SIZE = 16
_CELL_HEIGHT = 52
_CHARACTERS = 8  # of a label, which stands both before the rows and, aslant, over the columns
_UPRIGHT = 24  # characters of the longest label, times labels, that fit beside each other


def confusion_chart(
    confusion: np.ndarray,
    *,
    labels: Sequence[str],
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw one cell with its count per true (row) and predicted (column) label; a click chooses it.

    The shade is the share of the row; the cells of right answers have a frame.

    Args:
        confusion: int (C, C), rows are the true labels.
        labels: (C,).
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    names, size = list(labels), len(labels)
    true, predicted = np.indices((size, size)).reshape(2, -1)  # (C * C,) each
    shares = ratio(confusion, confusion.sum(axis=1, keepdims=True))  # (C, C)
    table = pd.DataFrame(
        {
            TRUE: [names[number] for number in true],
            PREDICTED: [names[number] for number in predicted],
            "count": confusion.reshape(-1),
            "share": np.nan_to_num(shares).reshape(-1),
            "right": true == predicted,
        }
    )
    cell = alt.selection_point(name=CELL, fields=[TRUE, PREDICTED])
    true_title, predicted_title = word("check_cell_true"), word("check_cell_predicted")
    axis = partial(
        alt.Axis,
        labelFontSize=_FONT_SIZE,
        titleFontSize=_FONT_SIZE,
        titleFontWeight="normal",
        labelColor=INK[theme],
        titleColor=INK[theme],
        titleLimit=0,
        labelLimit=0,
        labelExpr=short_name(_CHARACTERS),
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=False,
    )
    upright = max(map(len, names)) * size <= _UPRIGHT
    base = alt.Chart(table).encode(
        x=alt.X(
            f"{PREDICTED}:N",
            sort=names,
            title=predicted_title,
            axis=axis(orient="top", labelAngle=0 if upright else -45),
        ),
        y=alt.Y(f"{TRUE}:N", sort=names, title=true_title, axis=axis()),
    )
    cells = (
        base.mark_rect(cursor="pointer")
        .encode(
            color=alt.Color(
                "share:Q",
                scale=alt.Scale(
                    domain=[0, 1], range=list(SOFT_SEQUENTIAL[theme]), interpolate="rgb"
                ),
                legend=None,
            ),
            stroke=alt.value(INK[theme]),
            strokeWidth=(
                alt.when(cell, empty=False)
                .then(alt.value(4))
                .when(alt.datum.right)
                .then(alt.value(1.5))
                .otherwise(alt.value(0))
            ),
            tooltip=[
                alt.Tooltip(f"{TRUE}:N", title=true_title),
                alt.Tooltip(f"{PREDICTED}:N", title=predicted_title),
                alt.Tooltip("count:Q", title=word("check_count"), format=","),
                alt.Tooltip("share:Q", title=word("check_share"), format=".1%"),
            ],
        )
        .add_params(cell)
    )
    counts = base.mark_text(fontSize=_COUNT_FONT_SIZE, color=INK[theme]).encode(
        text=alt.Text("count:Q", format=",")
    )
    return (
        (cells + counts)
        .properties(
            height=_CELL_HEIGHT * size,
            # The height is that of the cells alone, however long the labels are.
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_scale(bandPaddingInner=0.06)
        .configure_view(strokeWidth=0)
    )
