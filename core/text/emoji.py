"""Emoji of several characters: families, skin tones, flags, keycaps."""

import re

from core.text.invisible import INVISIBLE, without_invisible

_JOINER = "\N{ZERO WIDTH JOINER}"
_KEYCAP = "\N{COMBINING ENCLOSING KEYCAP}"
_SKIN_TONE = "[\U0001f3fb-\U0001f3ff]"
_FLAG_LETTER = "[\U0001f1e6-\U0001f1ff]"
_TAGS = "[\U000e0020-\U000e007e]++\U000e007f"  # the region in the flag of England
# The blocks that emoji come from; of arrows, squares and stars only those that are emoji.
_PICTURE = (
    "[©®\u2194-\u21aa\u231a-\u2328\u232b-\u23fa\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604"
    "\u260e-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55〰〽\U0001f000-\U0001f0ff"
    "\U0001f170-\U0001f189\U0001f300-\U0001faff]"
)

# As they should be written: what nobody sees stands only where it has something to say.
_PART = f"{_PICTURE}(?:\ufe0f|{_SKIN_TONE}|{_TAGS})?+"
_WRITTEN = f"{_PART}(?:{_JOINER}{_PART})*+|[0-9#*]\ufe0f{_KEYCAP}"
_WRITTEN_OR_INVISIBLE = re.compile(f"({_WRITTEN})|[{INVISIBLE}]++")

# Without one of these an emoji is one character.
_SEVERAL = re.compile(f"[{_JOINER}{_KEYCAP}\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
# As they are found, with anything that nobody sees in between.
_HIDDEN = f"[{INVISIBLE}]*+"
_NO_JOINER = f"(?:(?!{_JOINER})[{INVISIBLE}])*+"
_TONED = f"{_PICTURE}(?:{_HIDDEN}{_SKIN_TONE})?+"
_EMOJI = re.compile(
    f"[0-9#*]{_HIDDEN}{_KEYCAP}"
    f"|{_FLAG_LETTER}{_HIDDEN}{_FLAG_LETTER}"
    f"|{_TONED}(?:{_NO_JOINER}{_JOINER}{_HIDDEN}{_TONED})*+"
)


def emoji_stretches(text: str) -> list[tuple[int, int]]:
    """Return the characters [start, end) of the emoji of several characters, in order."""
    if not _SEVERAL.search(text):
        return []
    return [match.span() for match in _EMOJI.finditer(text) if match.end() > match.start() + 1]


def as_shown(text: str) -> str:
    """Take out what nobody sees, but leave an emoji as it is written: 👨‍👩‍👧 is not 👨👩👧."""
    return _WRITTEN_OR_INVISIBLE.sub(lambda match: match[1] or "", text)


def with_joiners(piece: str, written: str) -> str:
    """Give the emoji of a piece back what they are written with.

    Args:
        piece: the characters of `written`, normalised, without what nobody sees.
    """
    place = 0
    for match in _WRITTEN_OR_INVISIBLE.finditer(written):
        emoji = match[1] or ""
        bare = without_invisible(emoji)
        found = piece.find(bare, place)
        if found >= 0:  # ↔ and a stroke behind it have become ↮
            piece = piece[:found] + emoji + piece[found + len(bare) :]
            place = found + len(emoji)
    return piece
