"""A table of texts from a file that somebody brings: every cell is text, "" where it is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

import pandas as pd

from core.data.tables.rows import MAX_COLUMNS, READERS, megabytes, read_rows
from core.errors import (
    DuplicateColumnsError,
    FileMissingError,
    TableEmptyError,
    TableNoRowsError,
    TableSuffixError,
    TableTooLargeError,
    TableTooManyCellsError,
    TableTooManyColumnsError,
)

CHUNK_ROWS = 2_000
# What `read_table` takes into memory: less than 1 GB even of the widest characters.
MAX_BYTES = 100 << 20  # of the file
MAX_CELLS = 10_000_000
MAX_CHARACTERS = 100_000_000


def read_table(path: Path, *, name: str | None = None) -> pd.DataFrame:
    """Read a whole file.

    Args:
        name: what the person calls the file, by default its own name; its suffix says what it is:
            a key of `core.data.tables.rows.READERS`.

    Raises:
        TableTooLargeError, TableTooManyCellsError: before memory runs out.
        TableNoRowsError: it holds a heading and nothing else.
        CoreError: what `iterate_table` raises.
    """
    name = name or path.name
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FileMissingError(path=name) from error
    if size > MAX_BYTES:
        raise TableTooLargeError(path=name, limit=megabytes(MAX_BYTES), received=megabytes(size))
    chunks = []
    cells = characters = 0
    for chunk in iterate_table(path, name=name):
        chunks.append(chunk)
        cells += chunk.size
        characters += sum(int(chunk[column].str.len().sum()) for column in chunk.columns)
        if cells > MAX_CELLS or characters > MAX_CHARACTERS:
            raise TableTooManyCellsError(
                path=name, cells=f"{MAX_CELLS:,}", characters=f"{MAX_CHARACTERS:,}"
            )
    table = pd.concat(chunks, ignore_index=True)
    if table.empty:
        raise TableNoRowsError(path=name, columns=", ".join(table.columns))
    return table


def iterate_table(
    path: Path, *, name: str | None = None, chunk_rows: int = CHUNK_ROWS
) -> Iterator[pd.DataFrame]:
    """Read a file of any length piece by piece, in bounded memory.

    A table without rows gives one piece without rows. The index counts the rows of the file.

    Args:
        name: see `read_table`.

    Raises:
        TableSuffixError: the suffix is of no table.
        TableEmptyError: there is not even a heading.
        DuplicateColumnsError, TableTooManyColumnsError: the heading is of no use.
        CoreError: the file cannot be read, see `core.data.tables.rows.read_rows`.
    """
    with _open_table(path, name or path.name) as (columns, rows):
        start = 0
        while chunk := list(islice(rows, chunk_rows)):
            yield _frame(chunk, columns, start)
            start += len(chunk)
        if not start:
            yield _frame([], columns, start)


def scan_table(path: Path, *, name: str | None = None) -> tuple[list[str], int]:
    """Read a file of any length once and return its columns and the number of its rows.

    Raises:
        CoreError: what `iterate_table` raises, however late in the file.
    """
    with _open_table(path, name or path.name) as (columns, rows):
        return columns, sum(1 for _ in rows)


@contextmanager
def _open_table(path: Path, name: str) -> Iterator[tuple[list[str], Iterator[Sequence[str]]]]:
    """Give the names of the columns and the rows."""
    suffix = Path(name).suffix.lower()
    if suffix not in READERS:
        raise TableSuffixError(path=name, suffixes=" ".join(READERS))
    with closing(read_rows(path, suffix=suffix, name=name)) as rows:
        yield _column_names(next(rows, ()), name=name), rows


def _column_names(header: Sequence[str], *, name: str) -> list[str]:
    """Check the heading; a column without a name is called by its number."""
    if not any(header):
        raise TableEmptyError(path=name)
    if len(header) > MAX_COLUMNS:
        raise TableTooManyColumnsError(path=name, limit=MAX_COLUMNS, received=len(header))
    columns = [column or f"column_{number}" for number, column in enumerate(header, start=1)]
    if twice := [column for column, count in Counter(columns).items() if count > 1]:
        raise DuplicateColumnsError(path=name, columns=", ".join(twice))
    return columns


def _frame(rows: list[Sequence[str]], columns: list[str], start: int) -> pd.DataFrame:
    index = pd.RangeIndex(start, start + len(rows))
    return pd.DataFrame(rows, columns=columns, index=index, dtype="str")
