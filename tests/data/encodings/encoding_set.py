"""The measured set: files of known encodings, made anew at every call, always the same."""

import codecs
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.paths import ROOT
from tests.data.encodings.encoding_sentences import ALL_OF_UNICODE, JAPANESE, STRANGERS, sentences

LENGTHS = (1, 2, 5, 20, 100, 1_000)  # lines; and every sentence alone below a heading

_UNICODE = {
    "UTF-8": (b"", "utf-8"),
    "UTF-8, marked": (codecs.BOM_UTF8, "utf-8"),
    "UTF-16LE": (b"", "utf-16-le"),
    "UTF-16BE": (b"", "utf-16-be"),
    "UTF-16LE, marked": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "UTF-16BE, marked": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "UTF-32LE, marked": (codecs.BOM_UTF32_LE, "utf-32-le"),
    "UTF-32BE, marked": (codecs.BOM_UTF32_BE, "utf-32-be"),
}
_NATIONAL = {
    "CP932": (b"", "cp932"),
    "EUC-JP": (b"", "euc_jis_2004"),
    "ISO-2022-JP": (b"", "iso2022_jp_ext"),
}
_STRANGERS = {
    "GB18030": "gb18030",
    "Big5": "cp950",
    "EUC-KR": "cp949",
    "CP1252": "cp1252",
    "CP1251": "cp1251",
    "CP874": "cp874",
}
ENCODINGS = (*_UNICODE, *_NATIONAL)
STRANGE_ENCODINGS = tuple(_STRANGERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A file.

    Attributes:
        encoding: as the table of confusion calls it.
        lines: how many lines of text, without the heading.
        text: what a reader has to get out of it; None where it is to refuse the file.
    """

    encoding: str
    register: str
    lines: int
    shape: str
    content: bytes
    text: str | None


def measured_set() -> Iterator[Sample]:
    """Give every file of the set."""
    for register, pool in _registers().items():
        national = {} if register == "unicode" else _NATIONAL
        for lines, shape, text in _texts(register, pool, "グルメ", "本文,分類"):
            for encoding, (mark, codec) in (_UNICODE | national).items():
                if codec.startswith("utf") and shape == "lines":
                    continue
                if mark and (shape != "table" or lines == 1_000):  # the mark decides
                    continue
                # ① is in none of the sets of Python's ISO-2022-JP.
                content = _encoded(text, codec)
                if content is not None:
                    yield Sample(
                        encoding=encoding,
                        register=register,
                        lines=lines,
                        shape=shape,
                        content=mark + content,
                        text=text,
                    )
    for encoding, codec in _STRANGERS.items():
        pool = sentences(STRANGERS[encoding])
        for lines, shape, text in _texts(encoding, pool, "food", "id,text"):
            yield Sample(
                encoding=encoding,
                register=encoding,
                lines=lines,
                shape=shape,
                content=text.encode(codec),
                text=None,
            )


def _registers() -> dict[str, list[str]]:
    registers = {name: sentences(text) for name, text in JAPANESE.items()}
    registers["unicode"] = sentences(ALL_OF_UNICODE)
    for name in ("samples", "topics_today"):
        rows = (ROOT / "data" / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
        registers[name] = [row for row in rows if _encoded(row, "iso2022_jp_ext")][:60:5]
    return registers


def _texts(
    register: str, pool: list[str], label: str, heading: str
) -> Iterator[tuple[int, str, str]]:
    """Give (number of lines, shape, text): as it is, and as a table."""
    shapes: dict[str, Callable[[list[str]], str]] = {
        "lines": lambda lines: "".join(f"{x}\n" for x in lines),
        "table": lambda lines: "text,label\r\n" + "".join(f"{x},{label}\r\n" for x in lines),
        "headed": lambda lines: f"{heading}\n" + "".join(f'"{x}",a{n}\n' for n, x in enumerate(lines)),
    }  # fmt: skip
    for number, line in enumerate(pool):
        yield 1, "headed", f"text,id\n{line},a{number}\n"
    rng = random.Random(register)
    for number in LENGTHS:
        lines = ["".join(rng.sample(pool, 1 + number % 2)) for _ in range(number)]
        for shape, write in shapes.items():
            yield number, shape, write(lines)


def _encoded(text: str, codec: str) -> bytes | None:
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return None
