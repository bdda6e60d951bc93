"""A text in the spelling that the models learnt, each character knowing its place in the original.

Full-width and half-width forms are not brought together here: SentencePiece does that.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from core.text.invisible import INVISIBLE

# One cell of JIS X 0208 each, which converters read as either: wave dash, minus, dash. The KNB
# corpus, and so every shipped model, knows those on the right.
_TWINS = {"～": "〜", "－": "\N{MINUS SIGN}", "\N{EM DASH}": "\N{HORIZONTAL BAR}"}
_VOICE_MARKS = "\u3099\u309aﾞﾟ"

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_UNUSUAL = re.compile(f"[{INVISIBLE}{''.join(_TWINS)}{_VOICE_MARKS}]")
_KANA = re.compile("[\u3041-\u30ffｦ-ﾝ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualForm:
    """What is read of a text.

    Attributes:
        text: without the characters that nobody sees (N).
        places: (N + 1), where each character begins in the original; the last is its length.
            So character i covers [places[i], places[i + 1]) there: itself and what nobody sees
            behind it. Before the first one nothing is covered.
    """

    text: str
    places: Sequence[int]


def usual_form(text: str) -> UsualForm:
    """Take out what nobody sees, and write the rest as the models learnt it.

    Kana and a voice mark behind it (ﾊﾞ, か + U+3099) become one character; of the signs that two
    code points are in use for (〜 ～, − －, ― —) there is one.
    """
    if not _UNUSUAL.search(text):
        return UsualForm(text=text, places=range(len(text) + 1))
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if _INVISIBLE.match(character):
            continue
        if character in _VOICE_MARKS and characters and _KANA.match(characters[-1]):
            voiced = unicodedata.normalize("NFKC", characters[-1] + character)
            if len(voiced) == 1:
                characters[-1] = voiced
                continue
        characters.append(_TWINS.get(character, character))
        places.append(place)
    return UsualForm(text="".join(characters), places=(*places, len(text)))
