"""What of a file's bytes tells how its characters are written."""

import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 1 << 16
_CONTROL = re.compile(rb"[\x00\x1b]")
_ESCAPE = re.compile(rb"\x1b[ -/]{0,2}[0-~]")
_LONGEST_ESCAPE = 4

# What begins so is no text, whatever it is called; a heading cannot be one of them.
_MAGIC = (
    (b"PK\x03\x04", "Excel (xlsx), ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel 97-2003 (xls)"),
    (b"PAR1\x15", "Parquet"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf1", "RTF"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF89a", "GIF"),
    (b"GIF87a", "GIF"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstBytes:
    """What was seen of a file.

    Attributes:
        start: its first block.
        stretch: one or two blocks, from the first one that is more than plain ASCII on; where there
            is none, those at the start.
        from_start: whether the file begins where the stretch begins.
        whole: whether the file ends where the stretch ends.
        ascii: whether the whole file has only ASCII's bytes.
        escapes: all the sequences that begin with an escape byte.
        stray: the first NUL or escape byte outside of quotation marks, or b"". Inside of them it
            is what somebody meant to write into a cell.
    """

    start: bytes
    stretch: bytes
    from_start: bool
    whole: bool
    ascii: bool
    escapes: frozenset[bytes]
    stray: bytes

    @property
    def kind(self) -> str | None:
        """What kind of file it is, where its first bytes say that it is no text."""
        return next((kind for magic, kind in _MAGIC if self.start.startswith(magic)), None)


def read_first_bytes(path: Path) -> FirstBytes:
    """Go through a file once, block by block: a NUL can stand anywhere."""
    start, stretch, blocks, quotes = b"", b"", 0, 0
    found, ascii_only, whole = False, True, True
    escapes: set[bytes] = set()
    control = stray = tail = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            start = start or block
            ascii_only = ascii_only and block.isascii()
            suspicious = b"\0" in block or b"\x1b" in block  # quicker than a pattern
            if not found and (suspicious or not block.isascii()):
                found, stretch, blocks = True, b"", 0
            whole = blocks < 2
            if whole:
                stretch += block
                blocks += 1
            if suspicious or tail:
                escapes.update(_ESCAPE.findall(tail + block))
            if suspicious:
                control = control or _first_control([block])
                stray = stray or _first_control(block.split(b'"')[quotes % 2 :: 2])
            quotes += block.count(b'"')
            cut = block.rfind(b"\x1b", -_LONGEST_ESCAPE)
            tail = block[cut:] if cut >= 0 else b""
    return FirstBytes(
        start=start,
        stretch=stretch,
        from_start=start == stretch[:_BLOCK],
        whole=whole,
        ascii=ascii_only,
        escapes=frozenset(escapes),
        stray=control if quotes % 2 else stray,  # a mark without its other is none
    )


def _first_control(parts: list[bytes]) -> bytes:
    matches = (_CONTROL.search(part) for part in parts)
    return next((match[0] for match in matches if match), b"")
