"""Cosines as bars, one below the other, in HTML that takes the size of the page's text."""

import html
from collections.abc import Sequence

from core.view.numbers import plain_number
from core.view.palette import ACCENT

_STYLE = (
    "<style>"
    ".cosines { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.45 }"
    ".cosines caption { text-align: start; font-size: 1rem; padding: 0 0 0.2em }"
    ".cosines th { text-align: start; font-weight: 400; padding: 0.1em 0.6em 0.1em 0; "
    "min-width: 7em; "  # on a phone the bar gives way, not the label
    "overflow-wrap: anywhere; white-space: pre-wrap }"
    ".cosines td { padding: 0.1em 0 }"
    ".cosines .bar { width: 45% }"
    ".cosines .bar div { height: 0.8em; border-radius: 2px; background: var(--cosines) }"
    ".cosines .number { padding-inline-start: 0.6em; font-variant-numeric: tabular-nums; "
    "white-space: nowrap }"
    "</style>"
)
_ROW = (
    '<tr><th scope="row" lang="ja">{label}</th>'
    '<td class="bar" aria-hidden="true"><div style="width: {share:.1f}%"></div></td>'
    '<td class="number">{number}</td></tr>'
)


def cosine_bars_html(
    rows: Sequence[tuple[str, float | None, str]], *, title: str, theme: str
) -> str:
    """Draw a bar from 0 to 1 per row, with its number; a cosine below 0 has a number only.

    Args:
        rows: a label, its cosine (None: not yet told) and what is said behind the number.
        title: above the rows.
        theme: "light" or "dark".
    """
    drawn = "".join(_row(label, cosine, remark) for label, cosine, remark in rows)
    return (
        f'{_STYLE}<table class="cosines" style="--cosines: {ACCENT[theme]}">'
        f"<caption>{html.escape(title)}</caption><tbody>{drawn}</tbody></table>"
    )


def _row(label: str, cosine: float | None, remark: str) -> str:
    if cosine is None:
        return _ROW.format(label=html.escape(label), share=0.0, number="?")
    number = plain_number(cosine)
    if remark:
        number += f"　{html.escape(remark)}"
    return _ROW.format(
        label=html.escape(label), share=100 * min(max(cosine, 0.0), 1.0), number=number
    )
