"""How likely a text is in a language: of two readings of the same bytes, the right one is likelier.

A small chain: the kind of a character depends on the kind before it (words and runs of one script),
the character on its kind (a few are frequent). All constants are rough and were set by hand.
"""

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from core.data.encodings import language_characters as frequent

# How often a character is of the kind of the one before, beyond chance.
_STAYS = {
    "half_width": 0.9,
    "katakana": 0.7,
    "alphabet": 0.8,
    "accented": 0.1,
    "hangul": 0.6,
    "nothing": 0.0,
}
_STAYS_ELSE = 0.4
_MIXED = 0.01  # how much rarer it is that an alphabet follows Latin letters inside a word
_RARE = 1e-5  # share of a kind that a language has no use for
_SIZES = {  # characters of a kind
    "letter": 52,
    "plain": 43,
    "hiragana": 84,
    "katakana": 88,
    "half_width": 62,
    "sign": 200,
    "accented": 150,  # Latin letters
    "alphabet": 200,  # others
    "hangul": 2_350,
    "symbol": 3_000,
    "nothing": 10_000,
}
# The same in every language: a file of many plain columns is not Western for that.
_PLAIN_SHARES = {"letter": 0.1, "plain": 0.1}
_FREQUENT = 0.8  # of the characters of a kind whose frequent ones are listed
_EVERYDAY, _EVERYDAY_SIZE, _RARE_SIZE = 0.97, 3_000, 20_000  # of the other kanji
_NOTHING = frozenset({"Cc", "Cn", "Co", "Cs"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """What a language's texts are made of.

    Attributes:
        shares: kind of character → share.
        frequent: kind → its frequent characters, the most frequent first.
        everyday: a codec and the first lead byte of the rarer characters of its standard.
    """

    shares: Mapping[str, float]
    frequent: Mapping[str, str]
    everyday: tuple[str, int] = ("euc_jp", 0xD0)

    def log_likelihood(self, text: str) -> float:
        """Return the logarithm of the probability of the text."""
        total, before = 0.0, "plain"
        for character in text:
            kind, within = _look_up(self, character)
            total += _log_share(self, before, kind) + within
            before = kind
        return total


@cache
def _log_share(language: Language, before: str, kind: str) -> float:
    """Return the logarithm of the probability of a kind of character behind another."""
    stays = _STAYS.get(before, _STAYS_ELSE)
    share = (1 - stays) * _PLAIN_SHARES.get(kind, language.shares.get(kind, _RARE))
    if kind == before:
        share += stays
    elif (before, kind) == ("letter", "alphabet"):
        share *= _MIXED
    return math.log(share)


@lru_cache(maxsize=1 << 16)
def _look_up(language: Language, character: str) -> tuple[str, float]:
    """Return the kind of a character, and the logarithm of its share of that kind."""
    kind = kind_of(character)
    listed = _ranks(language.frequent.get(kind, ""))
    if share := listed.get(character):
        return kind, math.log(_FREQUENT * share)
    left = 1 - _FREQUENT if listed else 1.0
    if kind != "kanji":
        return kind, math.log(left / _SIZES[kind])
    if _is_everyday(character, *language.everyday):
        return kind, math.log(left * _EVERYDAY / _EVERYDAY_SIZE)
    return kind, math.log(left * (1 - _EVERYDAY) / _RARE_SIZE)


def _is_everyday(character: str, codec: str, rarer: int) -> bool:
    try:
        return character.encode(codec)[0] < rarer
    except UnicodeEncodeError:
        return False


@cache
def _ranks(characters: str) -> dict[str, float]:
    """Return the share of each: it falls with the rank, as Zipf's law says."""
    flat = 3 + len(characters) / 20
    weights = [1 / (rank + flat) for rank in range(len(characters))]
    return {
        character: weight / sum(weights)
        for character, weight in zip(characters, weights, strict=True)
    }


def kind_of(character: str) -> str:
    """Return the kind of a character: one of `_SIZES`, or "kanji"."""
    code = ord(character)
    if code < 0x80:
        if character.isalpha():
            return "letter"
        return "plain" if character.isprintable() or character in "\t\n\v\f\r\x1a" else "nothing"
    for kind, first, last in _RANGES:
        if first <= code <= last:
            return kind
    if unicodedata.category(character) in _NOTHING or character == "\N{REPLACEMENT CHARACTER}":
        return "nothing"
    if not character.isalpha() and not unicodedata.category(character).startswith("M"):
        return "symbol"
    return "accented" if code < 0x250 else "alphabet"


_RANGES = (
    ("sign", 0x2010, 0x2026),
    ("sign", 0x3000, 0x301F),
    ("hiragana", 0x3041, 0x3096),
    ("katakana", 0x30A1, 0x30FA),
    ("sign", 0x30FB, 0x30FB),
    ("katakana", 0x30FC, 0x30FE),
    ("kanji", 0x3400, 0x4DBF),
    ("kanji", 0x4E00, 0x9FFF),
    ("hangul", 0xAC00, 0xD7A3),
    ("kanji", 0xF900, 0xFAFF),
    ("sign", 0xFF01, 0xFF60),
    ("half_width", 0xFF61, 0xFF9F),
    ("kanji", 0x20000, 0x3FFFF),
)

JAPANESE = Language(
    shares={
        "hiragana": 0.38,
        "kanji": 0.26,
        "katakana": 0.1,
        "sign": 0.08,
        "half_width": 0.005,
        "symbol": 0.001,
        "alphabet": 0.001,
    },
    frequent={
        "hiragana": frequent.HIRAGANA,
        "katakana": frequent.KATAKANA,
        "kanji": frequent.KANJI,
        "sign": frequent.JAPANESE_SIGNS,
        "half_width": frequent.HALF_WIDTH,
        "alphabet": frequent.JAPANESE_ALPHABET,
    },
)
SIMPLIFIED = Language(
    shares={"kanji": 0.7, "sign": 0.1},
    frequent={"kanji": frequent.SIMPLIFIED, "sign": frequent.CHINESE_SIGNS},
    everyday=("gb2312", 0xD8),
)
TRADITIONAL = Language(
    shares={"kanji": 0.7, "sign": 0.1},
    frequent={"kanji": frequent.TRADITIONAL, "sign": frequent.CHINESE_SIGNS},
    everyday=("big5", 0xC9),
)
KOREAN = Language(shares={"hangul": 0.8}, frequent={"hangul": frequent.HANGUL})
WESTERN = Language(
    shares={"accented": 0.06, "symbol": 0.01, "sign": 0.01},
    frequent={
        "accented": frequent.WESTERN,
        "symbol": frequent.WESTERN_SYMBOLS,
        "sign": frequent.WESTERN_SIGNS,
    },
)
CYRILLIC = Language(shares={"alphabet": 0.7}, frequent={"alphabet": frequent.CYRILLIC})
THAI = Language(shares={"alphabet": 0.8}, frequent={"alphabet": frequent.THAI})
