"""How large a file may be, and one line of it."""

from collections.abc import Iterator
from typing import TextIO

from core.errors import TableLineError

# Of an Excel file: its texts are kept in memory, and 1 MB can hold 1 GB of them.
MAX_UNPACKED = 512 << 20  # bytes
MAX_JSON_VALUE = 100 << 20  # characters: a record, or an object around all of them
_MAX_LINE = 10_000_000  # characters


def read_lines(file: TextIO, *, kind: str, name: str) -> Iterator[str]:
    """Give line after line; one without an end would fill the memory.

    Raises:
        TableLineError: a line is longer than 10 million characters.
    """
    number = 0
    while line := file.readline(_MAX_LINE):
        number += 1
        if len(line) == _MAX_LINE:
            raise TableLineError(path=name, kind=kind, line=number)
        yield line


def megabytes(size: int) -> str:
    """Return a number of bytes as people write it."""
    return f"{size / (1 << 20):,.0f} MB"
