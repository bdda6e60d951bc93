"""A text and its variant, what differs between them marked."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from markupsafe import Markup

from core.view.html.parts import escaped

_MARK = Markup(
    '<mark style="color: inherit; background: color-mix(in srgb, #d55e00 30%, transparent); '
    'border-bottom: 2px solid #d55e00">{}</mark>'
)


def variant_html(text: str, variant: str) -> Markup:
    """Return "text → variant" as HTML; a line break is written as ↵, too."""
    sides: tuple[list[Markup], list[Markup]] = ([], [])
    for same, left, right in _parts(text, variant):
        for side, part in zip(sides, (left, right), strict=True):
            written = escaped(part).replace("\n", "↵\n")
            side.append(written if same or not part else _MARK.format(written))
    return Markup(" → ").join(Markup("").join(side) for side in sides)


def _parts(text: str, variant: str) -> Iterator[tuple[bool, str, str]]:
    """Yield whether a part is the same in both, and that part of each."""
    matcher = SequenceMatcher(None, text, variant, autojunk=False)
    for name, start, end, low, high in matcher.get_opcodes():
        yield name == "equal", text[start:end], variant[low:high]
