"""A table of texts from a file that somebody brings: every cell is text, "" where it is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pandas as pd

from core.data.tables.limits import megabytes
from core.data.tables.readers import NO_OPTIONS, open_table
from core.data.tables.reading import Reading, ReadOptions, TableFile
from core.errors import (
    FileMissingError,
    TableNoRowsError,
    TableTooLargeError,
    TableTooManyCellsError,
)

CHUNK_ROWS = 2_000
# What `read_table` takes into memory: less than 1 GB even of the widest characters.
MAX_BYTES = 100 << 20  # of the file
MAX_CELLS = 10_000_000
MAX_CHARACTERS = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """A whole file.

    Attributes:
        frame: every cell is text.
        reading: what became of the file.
    """

    frame: pd.DataFrame
    reading: Reading


def read_table(path: Path, *, name: str | None = None, options: ReadOptions = NO_OPTIONS) -> Table:
    """Read a whole file.

    Args:
        name, options: see `core.data.tables.readers.open_table`.

    Raises:
        TableTooLargeError, TableTooManyCellsError: before memory runs out.
        TableNoRowsError: it holds a heading and nothing else.
        CoreError: the file cannot be read, see `core.data.tables.readers.open_table`.
    """
    name = name or path.name
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FileMissingError(path=name) from error
    if size > MAX_BYTES:
        raise TableTooLargeError(path=name, limit=megabytes(MAX_BYTES), received=megabytes(size))
    table = open_table(path, name=name, options=options)
    if not table.reading.num_rows:
        raise TableNoRowsError(path=name, columns=", ".join(table.reading.columns))
    chunks = []
    cells = characters = 0
    for chunk in _chunks(table, CHUNK_ROWS):
        chunks.append(chunk)
        cells += chunk.size
        characters += sum(int(chunk[column].str.len().sum()) for column in chunk.columns)
        if cells > MAX_CELLS or characters > MAX_CHARACTERS:
            raise TableTooManyCellsError(
                path=name, cells=f"{MAX_CELLS:,}", characters=f"{MAX_CHARACTERS:,}"
            )
    return Table(frame=pd.concat(chunks, ignore_index=True), reading=table.reading)


def iterate_table(
    path: Path, *, chunk_rows: int = CHUNK_ROWS, options: ReadOptions = NO_OPTIONS
) -> Iterator[pd.DataFrame]:
    """Read a file of any length piece by piece, in bounded memory.

    A table without rows gives one piece without rows. The index counts the rows of the file.

    Raises:
        CoreError: the file cannot be read, see `core.data.tables.readers.open_table`.
    """
    yield from _chunks(open_table(path, options=options), chunk_rows)


def scan_table(path: Path, *, options: ReadOptions = NO_OPTIONS) -> Reading:
    """Go through a file of any length once and return what became of it.

    Raises:
        CoreError: what `iterate_table` raises, however late in the file.
    """
    return open_table(path, options=options).reading


def _chunks(table: TableFile, chunk_rows: int) -> Iterator[pd.DataFrame]:
    columns, rows, start = list(table.reading.columns), table.rows(), 0
    while (chunk := list(islice(rows, chunk_rows))) or not start:
        index = pd.RangeIndex(start, start + len(chunk))
        yield pd.DataFrame(chunk, columns=columns, index=index, dtype="str")
        start += len(chunk)
        if not chunk:
            return
