"""A small table of names and numbers in the page's own type size."""

import html
from collections.abc import Sequence

_STYLE = """<style>
.lesson-table { border-collapse: collapse; margin: 0; }
.lesson-table :is(th, td) { padding: 0.1rem 0 0.1rem 1.4rem; border: 0; line-height: 1.6rem;
  color: inherit; font-weight: normal; text-align: end; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
.lesson-table :is(th, td):first-child { padding-left: 0; text-align: start; }
.lesson-table thead th { font-weight: bold; }
.lesson-table :is(thead, tbody) tr { border-bottom: 1px solid
  color-mix(in srgb, currentColor 30%, transparent); }
</style>"""


def lesson_table_html(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, foot: Sequence[str] | None = None
) -> str:
    """Return the table as HTML; the first column holds names, the others numbers.

    Args:
        foot: a last row, the sums.
    """
    last = "" if foot is None else f"<tfoot>{_row(foot)}</tfoot>"
    columns = "".join(f'<th scope="col">{html.escape(title)}</th>' for title in head)
    body = "".join(_row(row) for row in rows)
    return (
        f'{_STYLE}<table class="lesson-table"><thead><tr>{columns}</tr></thead>'
        f"<tbody>{body}</tbody>{last}</table>"
    )


def _row(cells: Sequence[str]) -> str:
    name, *numbers = cells
    return (
        f'<tr><th scope="row">{html.escape(name)}</th>'
        f"{''.join(f'<td>{html.escape(number)}</td>' for number in numbers)}</tr>"
    )
