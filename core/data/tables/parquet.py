"""Parquet files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow
from pyarrow.parquet import ParquetFile

from core.data.tables.cells import cell_text, note_cell
from core.data.tables.fields import MAX_DEPTH
from core.data.tables.grid import MAX_COLUMNS
from core.data.tables.heading import name_columns
from core.data.tables.reading import NoteTaker, Reading, ReadOptions, TableFile
from core.errors import (
    FileUnreadableError,
    ParquetEncryptedError,
    ParquetKindError,
    TableTooManyColumnsError,
)

_ROWS = 1_000  # decoded together
_OTHERS = {b"ARRO": "Arrow (Feather)", b"FEA1": "Feather", b"ORC\x01": "ORC", b"ORC\n": "ORC"}
_ENCRYPTED = b"PARE"


def read_parquet(path: Path, name: str, options: ReadOptions) -> TableFile:
    """Read a Parquet file; see `core.data.tables.readers.open_table`.

    It knows its columns and rows: only where there are lists or bytes all of it is gone through.
    """
    with path.open("rb") as raw:
        start = raw.read(4)
    if start in _OTHERS:
        raise ParquetKindError(path=name, kind=_OTHERS[start])
    if start == _ENCRYPTED:
        raise ParquetEncryptedError(path=name)
    with _errors(name), ParquetFile(path) as file:
        schema = _flat(pyarrow.Table.from_batches([], file.schema_arrow)).schema
        num_rows = file.metadata.num_rows
    if len(schema) > MAX_COLUMNS:
        raise TableTooManyColumnsError(path=name, limit=MAX_COLUMNS, received=len(schema))

    def values() -> Iterator[Sequence[object]]:
        with _errors(name), ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_ROWS):
                columns = _flat(pyarrow.Table.from_batches([batch])).columns
                yield from zip(*map(_values, columns), strict=True)

    def rows() -> Iterator[Sequence[str]]:
        for row in values():
            yield [cell_text(value) for value in row]

    notes = NoteTaker()
    headings = [cell_text(column) for column in schema.names]
    _, columns = name_columns(headings, [True] * len(headings), notes)
    if any(map(_is_noteworthy, schema.types)):
        for number, row in enumerate(values(), start=1):
            for column, value in zip(columns, row, strict=True):
                note_cell(value, notes, row=number, column=column)
    return TableFile(
        reading=Reading(columns=columns, num_rows=num_rows, notes=notes.notes()), rows=rows
    )


def _flat(table: pyarrow.Table) -> pyarrow.Table:
    """Make columns of the fields of its structs."""
    for _ in range(MAX_DEPTH - 1):
        table = table.flatten()
    return table


def _values(column: pyarrow.ChunkedArray) -> list[object]:
    """Return the values of a column, none of them changed."""
    kind = column.type
    if pyarrow.types.is_map(kind):
        return [
            None if pairs is None else {cell_text(key): value for key, value in pairs}
            for pairs in column.to_pylist()
        ]
    if pyarrow.types.is_float16(kind) or pyarrow.types.is_float32(kind):
        # 0.1, not 0.10000000149011612.
        return [float(str(number)) for number in column.to_numpy()]
    if kind == pyarrow.time64("ns"):  # Python's have no nanoseconds
        return [_time_text(text) for text in column.cast(pyarrow.string()).to_pylist()]
    try:
        return column.to_pylist()
    except OverflowError:  # a day of the year 30,000: Python has none
        return [_far_value(value) for value in column]
    except pyarrow.ArrowInvalid:
        if not pyarrow.types.is_timestamp(kind):
            raise
        # A time zone that nobody knows: the same moments in UTC.
        return _values(column.cast(pyarrow.timestamp(kind.unit, "UTC")))


def _time_text(text: str | None) -> str | None:
    return text.rstrip("0").rstrip(".") if text else text


def _far_value(value: pyarrow.Scalar) -> object:
    try:
        return value.as_py()
    except OverflowError:
        return value.value  # the number in the file


def _is_noteworthy(kind: pyarrow.DataType) -> bool:
    """Say whether the text of a value may not be quite what the file holds."""
    if pyarrow.types.is_dictionary(kind):
        return _is_noteworthy(kind.value_type)
    return (
        pyarrow.types.is_nested(kind)
        or pyarrow.types.is_binary(kind)
        or pyarrow.types.is_large_binary(kind)
        or pyarrow.types.is_binary_view(kind)
        or pyarrow.types.is_fixed_size_binary(kind)
        or isinstance(kind, pyarrow.BaseExtensionType)
    )


@contextmanager
def _errors(name: str) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise FileUnreadableError(path=name, reason="Parquet, UTF-8") from error
    except pyarrow.ArrowException as error:
        raise FileUnreadableError(path=name, reason="Parquet") from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise FileUnreadableError(path=name, reason="Parquet") from error  # Arrow's own
