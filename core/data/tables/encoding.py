"""Which encoding a text file is in: UTF-8, CP932 or EUC-JP."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from core.errors import TableEncodingError

_BLOCK = 1 << 16  # bytes; one or two of them are looked at

# A superset of EUC-JP that knows ① and ㈱, too. CP932 first: it wins where both read as well.
_JAPANESE = ("cp932", "euc_jis_2004")
_NAMES = {"utf-8-sig": "UTF-8", "cp932": "CP932", "euc_jis_2004": "EUC-JP"}

_LIKELY = re.compile(r"[ぁ-ゖァ-ヺー一-鿿々、。「」・！？（）]")
_HALF_WIDTH = re.compile(r"[｡-ﾟ]")  # rare, but text
_NO_TEXT = re.compile(r"[\x80-\xa0\ue000-\uf8ff]")  # control, private


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How the characters of a text file are written.

    Attributes:
        codec: Python's name.
        name: what people call it.
        guessed: whether another one could be meant.
    """

    codec: str
    name: str
    guessed: bool


def detect_encoding(path: Path, *, name: str) -> Encoding:
    """See `_codec`.

    Raises:
        TableEncodingError: it is none of them.
    """
    codec = _codec(path)
    if codec is None:
        raise TableEncodingError(path=name)
    return Encoding(codec=codec, name=_NAMES[codec], guessed=codec != "utf-8-sig")


def named_encoding(word: str) -> Encoding:
    """Return the encoding that a person names."""
    return Encoding(codec=word, name=word, guessed=False)


def open_text(path: Path, encoding: Encoding) -> TextIO:
    """Open a file behind its byte order marks."""
    return path.open(encoding=encoding.codec, newline="")


def _codec(path: Path) -> str | None:
    """Return the codec that reads the file as plausible text, or None.

    UTF-8, with or without a byte order mark, wherever it is valid. CP932 and EUC-JP read some of
    each other's bytes: the one that gives more kana and kanji and fewer half-width kana and other
    rare characters is taken. (A CP932 file of nothing but half-width kana can pass for EUC-JP.)

    Only a stretch from the first non-ASCII character on is read: later on, the codec may still
    meet bytes that it cannot read.
    """
    with path.open("rb") as file:
        block = file.read(_BLOCK)
        while block.isascii() and (more := file.read(_BLOCK)):
            block = more
        block += file.read(_BLOCK)  # the first may hold no more than half a character
        # A character can lie across the end of a block that is not the last one.
        final = not file.read(1)
    if _decode(block, "utf-8-sig", final) is not None:
        return "utf-8-sig"
    damaged = block.decode("utf-8", "replace")
    if len(_LIKELY.findall(damaged)) > damaged.count("\N{REPLACEMENT CHARACTER}"):
        return None  # UTF-8 with a few wrong bytes: CP932 would read other characters out of it
    likelihoods = {name: _likelihood(_decode(block, name, final)) for name in _JAPANESE}
    readable = {name: value for name, value in likelihoods.items() if value is not None}
    # max takes the first of equals.
    return max(readable, key=lambda name: readable[name], default=None)


def _decode(block: bytes, encoding: str, final: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(block, final)
    except UnicodeDecodeError:
        return None


def _likelihood(text: str | None) -> int | None:
    """Return how many characters more are common in Japanese than rare; None if it is none."""
    if text is None:
        return None
    likely, half_width, no_text = (
        len(kind.findall(text)) for kind in (_LIKELY, _HALF_WIDTH, _NO_TEXT)
    )
    return likely - half_width - no_text if likely + half_width > no_text else None


ENCODING_NAMES = ("UTF-8", "CP932", "EUC-JP")
