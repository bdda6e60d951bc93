"""Shares of a whole, each as a large number and as the grey part of a bar."""

from collections.abc import Sequence

from markupsafe import Markup

_SHARES = Markup('<div class="lesson-shares">{}</div>')
_LINE = Markup('<span>{title}</span><b>{number}</b><i aria-hidden="true">{grey}</i>')
_GREY = Markup('<i style="width: {:.4f}%"></i>')


def shares_html(rows: Sequence[tuple[str, float | None]]) -> Markup:
    """Return one line per share: its title, the number with two decimals in percent, the bar.

    Args:
        rows: titles and shares 0..1; None: not told yet, the line keeps its place.
    """
    return _SHARES.format(Markup("").join(_line(*row) for row in rows))


def _line(title: str, share: float | None) -> Markup:
    number = "?" if share is None else f"{100 * share:.2f} %"
    grey = "" if share is None else _GREY.format(100 * share)
    return _LINE.format(title=title, number=number, grey=grey)
