"""Encodings that write everything in ASCII's bytes: ISO-2022-JP and its relatives, HZ, UTF-7."""

import re
from collections.abc import Collection

from core.data.encodings.language_model import kind_of

_ASCII, _ROMAN = b"\x1b(B", b"\x1b(J"
_JIS = {_ASCII, _ROMAN, b"\x1b$@", b"\x1b$B", b"\x1b&@"}
_SUPPLEMENT = b"\x1b$(D"
# Codec → what it can switch to. None of Python's can do all.
_ISO_2022_JP = {
    "iso2022_jp_ext": {*_JIS, _SUPPLEMENT, b"\x1b(I"},
    "iso2022_jp_2": {
        *_JIS,
        _SUPPLEMENT,
        b"\x1b$A",
        b"\x1b$(A",
        b"\x1b$(C",
        b"\x1b.A",
        b"\x1b.F",
        b"\x1bN",
    },
    "iso2022_jp_2004": {*_JIS, b"\x1b$(Q", b"\x1b$(P"} - {b"\x1b$@"},
    "iso2022_jp_3": {*_JIS, b"\x1b$(O", b"\x1b$(P"} - {b"\x1b$@"},
}
# Without one of these, an escape byte means something else: a colour of a terminal, a key.
_JAPANESE = frozenset().union(*_ISO_2022_JP.values()) - {_ASCII, _ROMAN, b"\x1bN"}
_RELATIVES = {b"\x1b$)C": "ISO-2022-KR", b"\x1b$)A": "ISO-2022-CN", b"\x1b$)G": "ISO-2022-CN"}

_HZ = re.compile(rb"~\{(?:[!-}][!-~])+~\}")
_UTF_7 = re.compile(rb"\+[A-Za-z0-9+/]{3,}-?")
_WRITTEN = frozenset({"hiragana", "katakana", "kanji", "sign"})


def iso_2022_jp_codec(escapes: Collection[bytes]) -> str | None:
    """Return the codec that can switch to all these sets of characters, if one can."""
    return next((codec for codec, known in _ISO_2022_JP.items() if known >= set(escapes)), None)


def is_iso_2022_jp(escapes: Collection[bytes]) -> bool:
    """Say whether the escape sequences are those of Japanese text."""
    return not _JAPANESE.isdisjoint(escapes)


def seven_bit_stranger(block: bytes, escapes: Collection[bytes]) -> str | None:
    """Return the name of another encoding of the kind that this is, or None: ASCII."""
    for escape, name in _RELATIVES.items():
        if escape in escapes:
            return name
    if _HZ.search(block) and _decodes(block, "hz"):
        return "HZ"
    # Also telephone numbers and sums begin with a plus: only all of it and with kana is a text.
    pieces = b" ".join(_UTF_7.findall(block))
    if pieces and _decodes(pieces, "utf-7"):
        kinds = {kind_of(character) for character in pieces.decode("utf-7").replace(" ", "")}
        if kinds <= _WRITTEN and kinds & {"hiragana", "katakana"}:
            return "UTF-7"
    return None


def _decodes(block: bytes, codec: str) -> bool:
    try:
        block.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
