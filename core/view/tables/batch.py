"""Answered tables as files: CSV, JSON Lines, Parquet, at once or piece by piece."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO, Literal

import pandas as pd

from core.data.tables.formula_mark import mark_formula

# In the heading, where programs look for the delimiter, Excel in a line "sep=;".
_DELIMITERS = (";", "|", "\t", "sep=")

Write = Callable[[pd.DataFrame], None]
Writer = Callable[[BinaryIO], AbstractContextManager[Write]]


def frame_csv(frame: pd.DataFrame) -> bytes:
    """Return CSV that Excel opens: UTF-8 with a byte order mark, CRLF.

    Every text cell and every name of a column that a spreadsheet would take for a formula is
    marked, see `core.data.tables.formula_mark`.
    """
    return _frame_bytes(frame, _csv_writer)


def rows_csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Return rows as CSV, see `frame_csv`.

    Args:
        rows: by the names of their columns.
    """
    return frame_csv(pd.DataFrame(rows))


def frame_parquet(frame: pd.DataFrame) -> bytes:
    """Return a Parquet file; missing cells are null."""
    return _frame_bytes(frame, _parquet_writer)


@contextmanager
def open_writer(file: BinaryIO, suffix: str) -> Iterator[Write]:
    """Give a function that appends a piece of a table to a file; all have the same columns.

    Args:
        suffix: a key of `WRITERS`.
    """
    with WRITERS[suffix](file) as write:
        yield write


def _frame_bytes(frame: pd.DataFrame, writer: Writer) -> bytes:
    file = io.BytesIO()
    with writer(file) as write:
        write(frame)
    return file.getvalue()


@contextmanager
def _csv_writer(file: BinaryIO) -> Iterator[Write]:
    def write(frame: pd.DataFrame) -> None:
        if file.tell() == 0:
            file.write(_heading(frame).encode("utf-8-sig"))
        text = _marked(frame).to_csv(index=False, header=False, lineterminator="\r\n")
        file.write(text.encode())

    yield write


def _heading(frame: pd.DataFrame) -> str:
    """Return the line of the names; nobody is to take one for a delimiter or for an instruction."""
    names = [mark_formula(str(name)) for name in frame]
    special = any(sign in name.lower() for name in names for sign in _DELIMITERS)
    line = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if special else csv.QUOTE_MINIMAL
    csv.writer(line, lineterminator="\r\n", quoting=quoting).writerow(names)
    return line.getvalue()


def _marked(frame: pd.DataFrame) -> pd.DataFrame:
    marked = frame.copy(deep=False)
    # Not `assign`: a person's column may be called "self", which is a name of its own there.
    for column, cells in frame.items():
        if isinstance(cells.dtype, pd.StringDtype):
            marked[column] = cells.map(mark_formula, na_action="ignore")
    return marked


@contextmanager
def _json_writer(file: BinaryIO) -> Iterator[Write]:
    def write(frame: pd.DataFrame) -> None:
        plain = frame.astype(object).where(frame.notna(), None)
        for record in plain.to_dict("records"):
            file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")

    yield write


@contextmanager
def _parquet_writer(file: BinaryIO) -> Iterator[Write]:
    import pyarrow  # only here: most files are CSV
    from pyarrow.parquet import ParquetWriter

    writer = None

    def write(frame: pd.DataFrame) -> None:
        nonlocal writer
        table = pyarrow.Table.from_pandas(frame, preserve_index=False)
        if writer is None:
            writer = ParquetWriter(file, table.schema)
        writer.write_table(table)

    try:
        yield write
    finally:
        if writer is not None:
            writer.close()


WRITERS: dict[str, Writer] = {
    ".csv": _csv_writer,
    ".parquet": _parquet_writer,
    ".jsonl": _json_writer,
}
