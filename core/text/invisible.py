"""Characters that nobody sees: zero-width blanks and joiners, variation selectors, direction marks.

They are not read: a text with them is the same text to a model as without them.
"""

import re

# Default_Ignorable_Code_Point of Unicode 16.0, 4,174 code points, as a class of a regular
# expression. Source: https://www.unicode.org/Public/16.0.0/ucd/DerivedCoreProperties.txt
INVISIBLE = (
    "\u00ad"  # soft hyphen
    "\u034f"  # combining grapheme joiner
    "\u061c"  # Arabic letter mark
    "\u115f\u1160"  # Hangul fillers
    "\u17b4\u17b5"  # Khmer inherent vowels
    "\u180b-\u180f"  # Mongolian variation selectors and vowel separator
    "\u200b-\u200f"  # zero-width space, non-joiner and joiner, direction marks
    "\u202a-\u202e"  # directions embedded and overridden
    "\u2060-\u206f"  # word joiner, invisible operators, directions isolated
    "\u3164"  # Hangul filler
    "\ufe00-\ufe0f"  # variation selectors
    "\ufeff"  # byte order mark, zero-width no-break space
    "\uffa0"  # half-width Hangul filler
    "\ufff0-\ufff8"  # unassigned
    "\U0001bca0-\U0001bca3"  # shorthand format controls
    "\U0001d173-\U0001d17a"  # musical beams, ties, slurs and phrases
    "\U000e0000-\U000e0fff"  # tags, variation selectors for ideographs
)

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


def without_invisible(text: str) -> str:
    """Take out every character that nobody sees, also those inside an emoji."""
    return _INVISIBLE.sub("", text)


def is_blank(text: str) -> bool:
    """Say whether a text shows nothing: blanks, line breaks and characters that nobody sees."""
    return not without_invisible(text).strip()
