"""Small figures of the lesson: a split as squares, shares of a whole, a table of numbers."""

from collections.abc import Sequence

from markupsafe import Markup

from core.view.palette import FOR_HUE

_FOLDS = Markup('<div class="lesson-folds" role="img" aria-label="{}">{}</div>')
_ARTICLE = Markup("<span>{}</span>")
_SQUARES = {False: Markup("<i></i>"), True: Markup(f'<i style="background: {FOR_HUE}"></i>')}
_SENTENCES = 4
# Of four articles, the sentences that are tested: a quarter of all either way.
_TESTED = {"random": ({1}, {3}, {0}, {2}), "grouped": ((), (), range(_SENTENCES), ())}

_SHARES = Markup('<div class="lesson-shares">{}</div>')
_SHARE_LINE = Markup('<span>{title}</span><b>{number}</b><i aria-hidden="true">{grey}</i>')
_GREY = Markup('<i style="width: {:.4f}%"></i>')

_TABLE = Markup(
    '<table class="lesson-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table>'
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup('<tr><th scope="row">{name}</th>{numbers}</tr>')
_NUMBER = Markup("<td>{}</td>")
_FOOT = Markup("<tfoot>{}</tfoot>")


def folds_html(split: str, *, label: str) -> Markup:
    """Return the picture of a split, "random" or "grouped", as HTML.

    Args:
        label: what it shows, for people who do not see it.
    """
    articles = (
        Markup("").join(_SQUARES[sentence in tested] for sentence in range(_SENTENCES))
        for tested in _TESTED[split]
    )
    return _FOLDS.format(label, Markup("").join(map(_ARTICLE.format, articles)))


def shares_html(rows: Sequence[tuple[str, float | None]]) -> Markup:
    """Return one line per share: its title, the number with two decimals in percent, the bar.

    Args:
        rows: titles and shares 0..1; None: not shown yet, the line keeps its place.
    """
    return _SHARES.format(Markup("").join(_share_line(*row) for row in rows))


def _share_line(title: str, share: float | None) -> Markup:
    number = "?" if share is None else f"{100 * share:.2f} %"
    grey = "" if share is None else _GREY.format(100 * share)
    return _SHARE_LINE.format(title=title, number=number, grey=grey)


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
