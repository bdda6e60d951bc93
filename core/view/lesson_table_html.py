"""A small table of names and numbers in the page's own type size."""

from collections.abc import Sequence

from markupsafe import Markup

_TABLE = Markup(
    '<table class="lesson-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table>'
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup('<tr><th scope="row">{name}</th>{numbers}</tr>')
_NUMBER = Markup("<td>{}</td>")
_FOOT = Markup("<tfoot>{}</tfoot>")


def lesson_table_html(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, foot: Sequence[str] | None = None
) -> Markup:
    """Return the table as HTML; the first column holds names, the others numbers.

    Args:
        foot: a last row, the sums.
    """
    return _TABLE.format(
        head=Markup("").join(map(_HEAD.format, head)),
        body=Markup("").join(map(_row, rows)),
        foot="" if foot is None else _FOOT.format(_row(foot)),
    )


def _row(cells: Sequence[str]) -> Markup:
    name, *numbers = cells
    return _ROW.format(name=name, numbers=Markup("").join(map(_NUMBER.format, numbers)))
