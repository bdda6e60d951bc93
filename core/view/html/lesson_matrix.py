"""The attention weights of the first tokens of a text as a table of numbers."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from core.view.token_colours import token_background

_MATRIX = Markup(
    '<div class="lesson-matrix" role="group" tabindex="0" aria-label="{label}">'
    '<table><thead><tr><td class="more"></td>{head}</tr></thead>'
    "<tbody>{body}</tbody>{foot}</table></div>"
)
_ROW = Markup("<tr>{head}{cells}{more}</tr>")
_FOOT = Markup('<tfoot><tr><th scope="row">{title}</th>{cells}{more}</tr></tfoot>')
_HEAD = Markup('<th scope="{scope}" lang="ja" title="{piece}">{shown}</th>')
_CELL = Markup('<td style="background: {background}">{number}</td>')
_EMPTY = Markup("<td></td>")
_MORE_RIGHT = Markup('<td class="more">…</td>')
_MORE_BELOW = Markup('<td class="more">⋮</td>')
_MORE_ROWS = Markup('<th class="more">⋮</th>')
_COLUMN_CHARACTERS = 4
_ROW_CHARACTERS = 6


def lesson_matrix_html(
    pieces: Sequence[str],
    weights: np.ndarray,
    *,
    theme: str,
    label: str,
    rows: int,
    columns: int,
    filled: int | None = None,
    foot: tuple[str, Sequence[str], np.ndarray] | None = None,
) -> Markup:
    """Return the upper left corner of the matrix; "…" says that it goes on.

    The strongest shade is the largest weight of the whole matrix, drawn or not.

    Args:
        pieces: of the tokens (T).
        weights: (T, T), rows are queries, columns keys.
        theme: "light" or "dark".
        label: the table's name for people who do not see it.
        rows, columns: the most that are drawn.
        filled: how many of the rows show their weights; all unless said otherwise.
        foot: title, numbers as they are written (T) and weights (T) of a last row under the
            columns, in the same shades.
    """
    size = len(pieces)
    rows, columns = min(rows, size), min(columns, size)
    filled = rows if filled is None else filled
    largest = float(weights.max())
    more = _MORE_RIGHT if columns < size else ""
    head = Markup("").join(_head(piece, "col", _COLUMN_CHARACTERS) for piece in pieces[:columns])
    body = []
    for row in range(rows):
        cells = Markup("").join(
            _cell(f"{weight:.2f}", weight / largest, theme) if row < filled else _EMPTY
            for weight in weights[row, :columns].tolist()
        )
        head_cell = _head(pieces[row], "row", _ROW_CHARACTERS)
        body.append(_ROW.format(head=head_cell, cells=cells, more=more))
    if rows < size:
        body.append(_ROW.format(head=_MORE_ROWS, cells=_MORE_BELOW * columns, more=""))
    last = ""
    if foot is not None:
        title, numbers, scores = foot
        cells = Markup("").join(
            _cell(number, score / largest, theme)
            for number, score in zip(numbers[:columns], scores[:columns].tolist(), strict=True)
        )
        last = _FOOT.format(title=title, cells=cells, more=more)
    return _MATRIX.format(label=label, head=head, body=Markup("").join(body), foot=last)


def _head(piece: str, scope: str, most: int) -> Markup:
    shown = piece if len(piece) <= most else piece[: most - 1] + "…"
    return _HEAD.format(scope=scope, piece=piece, shown=shown)


def _cell(number: str, strength: float, theme: str) -> Markup:
    background = token_background(strength, negative=False, theme=theme)
    return _CELL.format(background=background, number=number)
