"""Table files as rows of text: CSV, TSV, Excel, JSON Lines, Parquet.

Every reader gives the names of the columns first, then row after row, and holds only a few of
them in memory.
"""

import csv
import json
import warnings
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from core.data.tables.encoding import detect_encoding, encoding_name
from core.data.tables.formula_mark import is_own_output, unmark_formula
from core.errors import (
    FileMissingError,
    FileUnreadableError,
    TableDecodingError,
    TableEncodingError,
    TableLineError,
    TableTooLargeError,
    TableTooManyColumnsError,
    TableWidthError,
)
from core.text.tokenizer import clean_text

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_COLUMNS = 1_000
# Of an Excel file: its texts are kept in memory, and 1 MB can hold 1 GB of them.
MAX_UNPACKED = 512 << 20  # bytes
_MAX_LINE = 10_000_000  # characters
_PARQUET_ROWS = 1_000  # decoded together
_EXCEL_ERRORS = (
    # No zip, a broken one, one with a password; a zip of something else; broken XML.
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError),
)


def read_rows(path: Path, *, suffix: str, name: str) -> Generator[Sequence[str], None, None]:
    """Give the names of the columns and then the rows, all as text; a missing cell is "".

    Args:
        suffix: a key of `READERS`.
        name: what messages call the file.

    Raises:
        FileMissingError, FileUnreadableError, TableEncodingError, TableDecodingError,
        TableLineError, TableWidthError, TableTooLargeError, TableTooManyColumnsError.
    """
    try:
        yield from READERS[suffix](path, name)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise FileMissingError(path=name) from error
    except OSError as error:
        raise FileUnreadableError(path=name, reason=error.strerror or suffix) from error


def cell_text(value: object) -> str:
    """Return a cell as text: whole numbers without ".0", midnight without its hours.

    Lists and the like become JSON, a missing value "".
    """
    match value:
        case None:
            return ""
        case str():
            return clean_text(value)
        case bool():
            return "true" if value else "false"
        case float() if value != value:  # NaN
            return ""
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ")
        case date() | time():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case list() | dict():
            return clean_text(json.dumps(value, ensure_ascii=False, default=cell_text))
        case _:
            return str(value)


def _encoding(path: Path, name: str) -> str:
    encoding = detect_encoding(path)
    if encoding is None:
        raise TableEncodingError(path=name)
    return encoding


def _lines(file: TextIO, *, kind: str, name: str) -> Iterator[str]:
    """Give line after line; one without an end would fill the memory."""
    number = 0
    while line := file.readline(_MAX_LINE):
        number += 1
        if len(line) == _MAX_LINE:
            raise TableLineError(path=name, kind=kind, line=number)
        yield line


def _separated_by(delimiter: str, kind: str) -> Callable[[Path, str], Iterator[Sequence[str]]]:
    def read(path: Path, name: str) -> Iterator[Sequence[str]]:
        encoding = _encoding(path, name)
        with path.open(encoding=encoding, newline="") as file:
            # Strict: without it, one forgotten quote swallows the rest of the file. The module's
            # limit of 131,072 characters for a cell bounds the memory of rows that go over lines.
            lines = _lines(file, kind=kind, name=name)
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            width, own = None, False
            try:
                for row in reader:
                    if not row:  # an empty line
                        continue
                    if width is None:
                        width, own = len(row), is_own_output(row)
                    if len(row) > width and any(row[width:]):
                        raise TableWidthError(
                            path=name, line=reader.line_num, columns=width, cells=len(row)
                        )
                    cells = row[:width] + [""] * (width - len(row))
                    yield [unmark_formula(cell) for cell in cells] if own else cells
            except UnicodeDecodeError as error:
                raise TableDecodingError(
                    path=name, encoding=encoding_name(encoding), line=reader.line_num
                ) from error
            except csv.Error as error:
                raise TableLineError(path=name, kind=kind, line=reader.line_num) from error

    return read


def _read_json_lines(path: Path, name: str) -> Iterator[Sequence[str]]:
    """Read twice: a key that only the last line has is a column, too."""
    columns: dict[str, None] = {}
    for record in _json_records(path, name):
        columns.update(dict.fromkeys(record))
        if len(columns) > MAX_COLUMNS:
            raise TableTooManyColumnsError(path=name, limit=MAX_COLUMNS, received=len(columns))
    yield [cell_text(column) for column in columns]
    for record in _json_records(path, name):
        yield [cell_text(record.get(column)) for column in columns]


def _json_records(path: Path, name: str) -> Iterator[dict[str, object]]:
    encoding = _encoding(path, name)
    number = 0
    with path.open(encoding=encoding, newline="\n") as file:
        try:
            for number, line in enumerate(_lines(file, kind="JSON", name=name), start=1):
                if not line.strip():
                    continue
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise TableLineError(path=name, kind="JSON", line=number)
                yield record
        except UnicodeDecodeError as error:
            raise TableDecodingError(
                path=name, encoding=encoding_name(encoding), line=number
            ) from error
        except (ValueError, RecursionError) as error:  # no JSON; nested a thousand deep
            raise TableLineError(path=name, kind="JSON", line=number) from error


def _read_excel(path: Path, name: str) -> Iterator[Sequence[str]]:
    """Read the first sheet; cells outside of the columns that the first row names are left out."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise TableTooLargeError(
                path=name, limit=megabytes(MAX_UNPACKED), received=megabytes(unpacked)
            )
        # A file object: openpyxl judges a path by its suffix, which an uploaded file's has not.
        with path.open("rb") as file, closing(_workbook(file)) as book:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some programs write wrong ones
            header = [
                cell_text(value) for value in next(sheet.iter_rows(max_row=1, values_only=True), ())
            ]
            while header and not header[-1]:
                header.pop()
            yield header
            if not header:
                return
            for row in sheet.iter_rows(min_row=2, max_col=len(header), values_only=True):
                if any(value is not None for value in row):
                    yield [cell_text(value) for value in row]
    except _EXCEL_ERRORS as error:
        raise FileUnreadableError(path=name, reason="Excel") from error


def _workbook(file: BinaryIO) -> "Workbook":
    from openpyxl import load_workbook  # only here: few files are Excel's

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and the like: only the values are wanted
        return load_workbook(file, read_only=True, data_only=True)


def _read_parquet(path: Path, name: str) -> Iterator[Sequence[str]]:
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            yield [cell_text(column) for column in file.schema_arrow.names]
            for batch in file.iter_batches(batch_size=_PARQUET_ROWS):
                columns = [
                    [cell_text(value) for value in column.to_pylist()] for column in batch.columns
                ]
                yield from zip(*columns, strict=True)
    except pyarrow.ArrowException as error:
        raise FileUnreadableError(path=name, reason="Parquet") from error


def megabytes(size: int) -> str:
    """Return a number of bytes as people write it."""
    return f"{size / (1 << 20):,.0f} MB"


READERS: dict[str, Callable[[Path, str], Iterator[Sequence[str]]]] = {
    ".csv": _separated_by(",", "CSV"),
    ".tsv": _separated_by("\t", "TSV"),
    ".xlsx": _read_excel,
    ".jsonl": _read_json_lines,
    ".parquet": _read_parquet,
}
