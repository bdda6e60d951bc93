"""A sentence in large type, and the pieces that a tokenizer cuts it into."""

import math
from collections.abc import Sequence

from markupsafe import Markup

# Of the type, in rem: the largest is taken in which all fits.
_SIZES = (2.4, 2.0, 1.6, 1.25, 1.0)
_EDGES = 0.5  # above and below all lines, in rem
_WIDTH = 42.0  # of a strip, in rem, less what lines leave empty at their ends
# A text that needs more scrolls here, not the page.
_STRIP = Markup(
    '<div class="lesson-pieces {kind}" lang="ja" tabindex="0" role="group" aria-label="{label}" '
    'style="max-height: {height}rem; font-size: min({size}rem, 8vw)">{content}</div>'
)
_BLOCK = Markup('<span class="piece">{}{}</span>')
_UNDER = Markup('<span class="under">{}</span>')
_CHANGED = Markup(
    '<span class="change"><span class="written">{}</span><span aria-hidden="true">→</span>'
    "<strong>{}</strong></span>"
)


def sentence_html(text: str, *, label: str, height: float = 13.0) -> Markup:
    """Return the HTML of a text as it is written, its characters apart.

    Args:
        label: names it to those who do not see it.
        height: the most that it takes, in rem.
    """
    return _strip(
        text,
        kind="sentence",
        width=1.12 * len(text),
        line=1.4,
        label=label,
        height=height,
    )


def pieces_html(
    pieces: Sequence[str], *, label: str, under: Sequence[str] = (), height: float = 13.0
) -> Markup:
    """Return the HTML of one block per piece.

    Args:
        label, height: see `sentence_html`.
        under: what stands under every piece, its id, say.
    """
    lines = under or [""] * len(pieces)
    blocks = [
        _BLOCK.format(piece, _UNDER.format(line) if line else "")
        for piece, line in zip(pieces, lines, strict=True)
    ]
    return _strip(
        Markup("").join(blocks),
        kind="blocks",
        width=sum(len(piece) + 0.9 for piece in pieces),
        line=2.9 if under else 1.85,
        label=label,
        height=height,
    )


def changes_html(changes: Sequence[tuple[str, str]], *, label: str, height: float = 8.0) -> Markup:
    """Return the HTML of what is written and what was read instead, one box for each.

    Args:
        changes: characters of the text, and the words for what the model saw.
        label, height: see `sentence_html`.
    """
    return _strip(
        Markup("").join(_CHANGED.format(old, new) for old, new in changes),
        kind="blocks",
        width=sum(len(old) + len(new) + 2.9 for old, new in changes),
        line=1.85,
        label=label,
        height=height,
    )


def _strip(
    content: str, *, kind: str, width: float, line: float, label: str, height: float
) -> Markup:
    """Return the HTML of a strip in the largest type in which it does not scroll.

    Args:
        kind: of what stands in it, "sentence" or "blocks".
        width: of all that stands in it, and `line` of one line: its height; both in em.
    """

    def fits(size: float) -> bool:
        return math.ceil(width * size / _WIDTH) * line * size + _EDGES <= height

    size = next(filter(fits, _SIZES), _SIZES[-1])
    return _STRIP.format(kind=kind, label=label, height=height, size=size, content=content)
