"""A table of texts from a file that somebody brings: every cell is text, "" where it is missing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pandas as pd

from core.data.column_names import GROUP_NAMES, LABEL_NAMES, TEXT_NAMES, usual_name
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

_ANSWER_NAMES = ("predicted", "prediction", "予測")  # another model's, no true label
_JAPANESE = re.compile("[ぁ-ゖァ-ヺ一-鿿]")
_LOOKED_AT = 1_000  # rows, when the columns are guessed


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns hold the texts, the true labels and the articles; None where none does."""

    text: str
    label: str | None
    group: str | None


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


def guess_columns(table: pd.DataFrame, *, labels: Sequence[str]) -> Columns:
    """Guess which column holds what: by its name, else by what is in it.

    The texts are in the column with the longest Japanese ones; the true labels are where labels
    of the model stand, or in a column that is called so.

    Args:
        labels: the categories of the model.
    """
    columns = table.columns.tolist()
    names = {column: usual_name(column) for column in columns}
    head = table.head(_LOOKED_AT)

    def named(candidates: Sequence[str], taken: Sequence[str | None]) -> str | None:
        free = {wanted: column for column, wanted in names.items() if column not in taken}
        return next((free[wanted] for wanted in candidates if wanted in free), None)

    def length(column: str) -> tuple[bool, float]:
        return bool(head[column].str.contains(_JAPANESE).any()), head[column].str.len().mean()

    text = named(TEXT_NAMES, ())
    if text is None:
        free = [name for name in columns if names[name] not in (*LABEL_NAMES, *GROUP_NAMES)]
        text = max(free or columns, key=length)
    label = named(LABEL_NAMES, (text,))
    shares = {
        column: _share(head[column], labels)
        for column in columns
        if column != text and names[column] not in _ANSWER_NAMES
    }
    if shares and (label is None or not shares[label]):
        best = max(shares, key=lambda column: shares[column])
        label = best if shares[best] > 0.5 else label
    return Columns(text=text, label=label, group=named(GROUP_NAMES, (text, label)))


def _share(cells: pd.Series, labels: Sequence[str]) -> float:
    """Return the share of labels of the model among the cells that are not empty."""
    filled = cells[cells != ""]
    return float(filled.isin(list(labels)).mean()) if len(filled) else 0.0


def _chunks(table: TableFile, chunk_rows: int) -> Iterator[pd.DataFrame]:
    columns, rows, start = list(table.reading.columns), table.rows(), 0
    while (chunk := list(islice(rows, chunk_rows))) or not start:
        index = pd.RangeIndex(start, start + len(chunk))
        yield pd.DataFrame(chunk, columns=columns, index=index, dtype="str")
        start += len(chunk)
        if not chunk:
            return
