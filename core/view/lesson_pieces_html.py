"""A sentence in large type, and the pieces that a tokenizer cuts it into."""

import html
import math
from collections.abc import Sequence

# Of the type, in rem: the largest is taken in which all fits.
_SIZES = (2.4, 2.0, 1.6, 1.25, 1.0)
_EDGES = 0.5  # above and below all lines, in rem
_WIDTH = 42.0  # of a strip, in rem, less what lines leave empty at their ends
# A text that needs more scrolls here, not the page.
_STRIP = (
    '<div class="lesson-strip" lang="ja" tabindex="0" role="group" aria-label="{label}" '
    'style="max-height: {height}rem; overflow-y: auto; padding: 0.2rem; overflow-wrap: anywhere; '
    'font-size: min({size}rem, 8vw); line-height: 1.4{more}">{content}</div>'
)
_BLOCK = (
    '<span style="display: inline-flex; flex-direction: column; align-items: center; '
    "box-sizing: border-box; max-width: 100%; min-width: 1.4em; padding: 0.05em 0.25em; "
    "border: 2px solid currentColor; border-radius: 0.25em; "
    'background: color-mix(in srgb, currentColor 7%, transparent)">{}</span>'
)
_UNDER = '<span style="font-size: max(1rem, 0.6em); font-variant-numeric: tabular-nums">{}</span>'
_CHANGED = (
    '<span style="display: inline-flex; align-items: center; gap: 0.4em; max-width: 100%; '
    'padding: 0.05em 0.4em; border: 2px solid currentColor; border-radius: 0.25em">'
    '<span style="white-space: pre-wrap">{}</span><span aria-hidden="true">→</span>'
    "<strong>{}</strong></span>"
)
_FLEX = "; display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0.25em"


def sentence_html(text: str, *, label: str, height: float = 13.0) -> str:
    """Return the HTML of a text as it is written, its characters apart.

    Args:
        label: names it to those who do not see it.
        height: the most that it takes, in rem.
    """
    return _strip(
        html.escape(text),
        width=1.12 * len(text),
        line=1.4,
        label=label,
        height=height,
        more="; letter-spacing: 0.12em; white-space: pre-wrap",
    )


def pieces_html(
    pieces: Sequence[str], *, label: str, under: Sequence[str] = (), height: float = 13.0
) -> str:
    """Return the HTML of one block per piece.

    Args:
        label, height: see `sentence_html`.
        under: what stands under every piece, its id, say.
    """
    lines = under or [""] * len(pieces)
    blocks = [
        _BLOCK.format(html.escape(piece) + (_UNDER.format(html.escape(line)) if line else ""))
        for piece, line in zip(pieces, lines, strict=True)
    ]
    return _strip(
        "".join(blocks),
        width=sum(len(piece) + 0.9 for piece in pieces),
        line=2.9 if under else 1.85,
        label=label,
        height=height,
        more=_FLEX,
    )


def changes_html(changes: Sequence[tuple[str, str]], *, label: str, height: float = 8.0) -> str:
    """Return the HTML of what is written and what was read instead, one box for each.

    Args:
        changes: characters of the text, and the words for what the model saw.
        label, height: see `sentence_html`.
    """
    return _strip(
        "".join(_CHANGED.format(html.escape(old), html.escape(new)) for old, new in changes),
        width=sum(len(old) + len(new) + 2.9 for old, new in changes),
        line=1.85,
        label=label,
        height=height,
        more=_FLEX,
    )


def _strip(content: str, *, width: float, line: float, label: str, height: float, more: str) -> str:
    """Return the HTML of a strip in the largest type in which it does not scroll.

    Args:
        width: of all that stands in it, and `line` of one line: its height; both in em.
    """

    def fits(size: float) -> bool:
        return math.ceil(width * size / _WIDTH) * line * size + _EDGES <= height

    size = next(filter(fits, _SIZES), _SIZES[-1])
    return _STRIP.format(
        label=html.escape(label), height=height, size=size, more=more, content=content
    )
