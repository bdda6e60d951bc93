"""Which encoding a text file is in, and opening it.

In: a path, or a word of a person. Out: an `Encoding`. What is certain is looked for first (byte
order marks, escape sequences, valid UTF-8); then the likeliest reading of the bytes is taken.
"""

import codecs
import io
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from core.data.encodings.first_bytes import FirstBytes, read_first_bytes
from core.data.encodings.seven_bit import is_iso_2022_jp, iso_2022_jp_codec, seven_bit_stranger
from core.data.encodings.weighing import weigh_candidates
from core.errors import (
    TableControlBytesError,
    TableDamagedError,
    TableEncodingError,
    TableForeignEncodingError,
    TableNotTextError,
    UnknownEncodingError,
)

_WEIGHED = 1 << 10  # bytes, around the first one that is not plain ASCII
_BEFORE = 64  # plain bytes before it: what has many is not UTF-16
_LIKELY_TEXT = -12.5  # the logarithm of a character's probability, on average; noise has less
# What Python's CP932 gives for bytes that are none of its characters.
_HOLES_OF_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How the characters of a text file are written.

    Attributes:
        codec: Python's name.
        name: what people call it.
        guessed: whether another one could be meant: neither a byte order mark nor valid UTF-8 nor a
            person has decided.
    """

    codec: str
    name: str
    guessed: bool


# UTF-32 first: its mark begins with UTF-16's.
_MARKS = {
    codecs.BOM_UTF8: ("utf-8-sig", "UTF-8"),
    codecs.BOM_UTF32_LE: ("utf-32-le", "UTF-32LE"),
    codecs.BOM_UTF32_BE: ("utf-32-be", "UTF-32BE"),
    codecs.BOM_UTF16_LE: ("utf-16-le", "UTF-16LE"),
    codecs.BOM_UTF16_BE: ("utf-16-be", "UTF-16BE"),
}

# What a person may name: the name → Python's names for it. The first one reads it: what is called
# Shift_JIS, EUC-JP or GB2312 often holds more than that.
_CODECS = {
    "UTF-8": ("utf-8-sig", "utf-8"),
    "UTF-16": ("utf-16",),
    "UTF-16LE": ("utf-16-le",),
    "UTF-16BE": ("utf-16-be",),
    "UTF-32": ("utf-32",),
    "UTF-32LE": ("utf-32-le",),
    "UTF-32BE": ("utf-32-be",),
    "CP932": ("cp932", "shift_jis"),
    "Shift_JIS-2004": ("shift_jis_2004", "shift_jisx0213"),
    "EUC-JP": ("euc_jis_2004", "euc_jp", "euc_jisx0213"),
    "ISO-2022-JP": ("iso2022_jp_ext", "iso2022_jp", "iso2022_jp_1"),
    "ISO-2022-JP-2": ("iso2022_jp_2",),
    "ISO-2022-JP-2004": ("iso2022_jp_2004",),
    "ISO-2022-JP-3": ("iso2022_jp_3",),
    "GB18030": ("gb18030", "gb2312", "gbk"),
    "Big5": ("cp950", "big5", "big5hkscs"),
    "EUC-KR": ("cp949", "euc_kr"),
    "CP1252": ("cp1252", "iso8859-1"),
    "CP1251": ("cp1251",),
    "CP874": ("cp874", "tis-620"),
    "ISO-2022-KR": ("iso2022_kr",),
    "HZ": ("hz",),
    "UTF-7": ("utf-7",),
}
_ALIASES = {"jis": "iso2022_jp", "euc": "euc_jp", "windows-31j": "cp932"}
ENCODING_NAMES = tuple(_CODECS)


def detect_encoding(path: Path, *, name: str) -> Encoding:
    """Return the encoding of a text file.

    A byte order mark decides; then escape sequences; then UTF-8, wherever it is valid (a guess
    where it is no more than accents). Of the rest, every candidate reads the bytes, and the one
    whose text is likeliest in its language is taken.

    Only a stretch from the first character on that is not ASCII is weighed: later on, the codec may
    still meet bytes that it cannot read. UTF-16 without a mark and without a line end is not
    recognised; such a file is no table.

    Args:
        name: what messages call the file.

    Raises:
        TableEncodingError: or one of its kinds, which name what the file seems to be.
    """
    seen = read_first_bytes(path)
    for mark, (codec, called) in _MARKS.items():
        if seen.start.startswith(mark):
            return Encoding(codec=codec, name=called, guessed=False)
    if seen.kind:
        raise TableNotTextError(path=name, kind=seen.kind)
    if seen.ascii and is_iso_2022_jp(seen.escapes):
        able = iso_2022_jp_codec(seen.escapes)
        if able is None:
            raise TableDamagedError(path=name, encoding="ISO-2022-JP")
        return Encoding(codec=able, name="ISO-2022-JP", guessed=True)
    if seen.ascii and (stranger := seven_bit_stranger(seen.stretch, seen.escapes)):
        raise TableForeignEncodingError(path=name, encoding=stranger)
    text = _decode(seen, "utf-8")
    if text is not None and not seen.stray:
        # A few accents, byte for byte, are kanji of EUC-JP or kana of CP932.
        certain = text.isascii() or max(text) >= "\u0800"
        return Encoding(codec="utf-8-sig", name="UTF-8", guessed=not certain)
    return _likeliest(seen, name=name)


def choose_encoding(path: Path, word: str | None, *, name: str) -> Encoding:
    """Return the encoding that a person names or, without a word, the detected one.

    Raises:
        CoreError: see `named_encoding` and `detect_encoding`.
    """
    return named_encoding(word) if word else detect_encoding(path, name=name)


def named_encoding(word: str) -> Encoding:
    """Return the encoding that a person names, in any usual spelling.

    Raises:
        UnknownEncodingError: it is not among `ENCODING_NAMES`.
    """
    plain = unicodedata.normalize("NFKC", word).strip().lower()
    try:
        python = codecs.lookup(_ALIASES.get(plain, plain)).name
    except (LookupError, ValueError):  # ValueError: a NUL in it
        python = plain
    for name, known in _CODECS.items():
        if plain == name.lower() or python in known:
            return Encoding(codec=known[0], name=name, guessed=False)
    raise UnknownEncodingError(received=word, names=", ".join(ENCODING_NAMES))


def open_text(path: Path, encoding: Encoding) -> TextIO:
    """Open a file behind its byte order marks, however many; line ends stay as they are.

    What the codec cannot read raises `UnicodeDecodeError`.
    """
    file = path.open("rb")
    codec = encoding.codec
    if codec in ("utf-16", "utf-32"):
        start = file.peek(4)
        # Without a mark, as Windows writes it.
        codec = next(
            (
                python
                for mark, (python, _) in _MARKS.items()
                if python.startswith(codec) and start.startswith(mark)
            ),
            f"{codec}-le",
        )
    mark = _mark(codec)
    while mark and file.peek(len(mark)).startswith(mark):
        file.read(len(mark))
    return io.TextIOWrapper(file, encoding=codec, newline="")


def _mark(codec: str) -> bytes:
    """Return U+FEFF as the codec writes it, b"" where it cannot."""
    try:
        return "\ufeff".encode(codec.removesuffix("-sig"))
    except UnicodeEncodeError:
        return b""


def _decode(seen: FirstBytes, codec: str) -> str | None:
    """Read the stretch without mercy."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(seen.stretch, seen.whole)
    except UnicodeDecodeError:
        return None
    return None if codec == "cp932" and _HOLES_OF_CP932.search(text) else text


def _likeliest(seen: FirstBytes, *, name: str) -> Encoding:
    """Weigh the candidates; see `detect_encoding`."""
    first = next(
        (place for place, byte in enumerate(seen.stretch) if byte >= 0x80 or byte in b"\0\x1b"), 0
    )
    first = max(first - first % 4 - _BEFORE, 0)  # no half characters of UTF-32
    weighed = weigh_candidates(
        seen.stretch[first : first + _WEIGHED],
        whole=seen.whole and len(seen.stretch) <= first + _WEIGHED,
        wide=seen.from_start,
    )
    best = weighed[0].candidate
    if seen.stray and not best.wide:
        byte = "NUL" if seen.stray == b"\0" else "ESC"
        raise TableControlBytesError(path=name, byte=byte)
    if weighed[0].score < _LIKELY_TEXT * weighed[0].characters:
        raise TableEncodingError(path=name)
    if not best.home:
        raise TableForeignEncodingError(path=name, encoding=best.name)
    if _decode(seen, best.codec) is None:
        raise TableDamagedError(path=name, encoding=best.name)
    return Encoding(codec=best.codec, name=best.name, guessed=True)
