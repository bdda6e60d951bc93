"""The attention weights of the first tokens of a text as a table of numbers."""

import html
from collections.abc import Sequence

import numpy as np

from core.view.token_colours import token_background

_STYLE = """<style>
.lesson-matrix { overflow: auto; }
.lesson-matrix table { border-collapse: separate; border-spacing: 2px; margin: 0; }
.lesson-matrix :is(th, td) { padding: 0 0.3rem; border: 0; line-height: 1.35rem; height: 1.35rem;
  min-width: 2.3rem; white-space: pre; text-align: center; font-weight: normal; color: inherit;
  font-variant-numeric: tabular-nums; border-radius: 3px; }
.lesson-matrix tbody th { text-align: end; }
.lesson-matrix td { background: color-mix(in srgb, currentColor 6%, transparent); }
.lesson-matrix .more { background: none; min-width: 1rem; }
.lesson-matrix tfoot :is(th, td) { font-weight: bold; }
.lesson-matrix tfoot td:not(.more) { outline: 2px solid currentColor; outline-offset: -2px; }
</style>"""
_MORE_RIGHT = '<td class="more">…</td>'
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
) -> str:
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
    more_right = _MORE_RIGHT if columns < size else ""
    head = "".join(_head(piece, "col", _COLUMN_CHARACTERS) for piece in pieces[:columns])
    body = [
        f"<tr>{_head(pieces[row], 'row', _ROW_CHARACTERS)}"
        + "".join(
            _cell(f"{weight:.2f}", weight / largest, theme) if row < filled else "<td></td>"
            for weight in weights[row, :columns].tolist()
        )
        + f"{more_right}</tr>"
        for row in range(rows)
    ]
    if rows < size:
        below = '<td class="more">⋮</td>' * columns
        body.append(f'<tr><th class="more">⋮</th>{below}</tr>')
    last = ""
    if foot is not None:
        title, numbers, scores = foot
        cells = "".join(
            _cell(number, score / largest, theme)
            for number, score in zip(numbers[:columns], scores[:columns].tolist(), strict=True)
        )
        last = (
            f'<tfoot><tr><th scope="row">{html.escape(title)}</th>{cells}{more_right}</tr></tfoot>'
        )
    return (
        f'{_STYLE}<div class="lesson-matrix" role="group" tabindex="0" '
        f'aria-label="{html.escape(label)}">'
        f"<table><thead><tr><td class='more'></td>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody>{last}</table></div>"
    )


def _head(piece: str, scope: str, most: int) -> str:
    shown = piece if len(piece) <= most else piece[: most - 1] + "…"
    return f'<th scope="{scope}" lang="ja" title="{html.escape(piece)}">{html.escape(shown)}</th>'


def _cell(number: str, strength: float, theme: str) -> str:
    background = token_background(strength, negative=False, theme=theme)
    return f'<td style="background: {background}">{html.escape(number)}</td>'
