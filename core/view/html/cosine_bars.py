"""Cosines as bars, one below the other, in HTML that takes the size of the page's text."""

from collections.abc import Sequence

from markupsafe import Markup

from core.view.numbers import plain_number
from core.view.palette import ACCENT

_TABLE = Markup(
    '<table class="cosines" style="--cosines: {accent}">'
    "<caption>{title}</caption><tbody>{rows}</tbody></table>"
)
_ROW = Markup(
    '<tr><th scope="row" lang="ja">{label}</th>'
    '<td class="bar" aria-hidden="true"><div style="width: {share:.1f}%"></div></td>'
    '<td class="number">{number}</td></tr>'
)


def cosine_bars_html(
    rows: Sequence[tuple[str, float | None, str]], *, title: str, theme: str
) -> Markup:
    """Draw a bar from 0 to 1 per row, with its number; a cosine below 0 has a number only.

    Args:
        rows: a label, its cosine (None: not yet told) and what is said behind the number.
        title: above the rows.
        theme: "light" or "dark".
    """
    drawn = Markup("").join(_row(label, cosine, remark) for label, cosine, remark in rows)
    return _TABLE.format(accent=ACCENT[theme], title=title, rows=drawn)


def _row(label: str, cosine: float | None, remark: str) -> Markup:
    if cosine is None:
        return _ROW.format(label=label, share=0.0, number="?")
    number = plain_number(cosine)
    if remark:
        number += f"　{remark}"
    return _ROW.format(label=label, share=100 * min(max(cosine, 0.0), 1.0), number=number)
