"""JSON: objects a line or over several, arrays, and an object that holds the rows."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from core.data.encodings.encoding import Encoding, choose_encoding
from core.data.tables.cells import cell_text, note_cell
from core.data.tables.fields import FieldFinder, column_name, record_fields
from core.data.tables.grid import MAX_COLUMNS
from core.data.tables.heading import name_columns
from core.data.tables.json_shapes import Record, is_text, kind_of, record_of, records_within
from core.data.tables.json_stream import read_values
from core.data.tables.reading import NoteTaker, Reading, ReadOptions, TableFile
from core.errors import JsonRecordError, TableTooManyColumnsError


def read_json(path: Path, name: str, options: ReadOptions) -> TableFile:
    """Read records; see `core.data.tables.readers.open_table`.

    A key that only the last record has is a column, too.
    """
    notes = NoteTaker()
    encoding = choose_encoding(path, options.encoding, name=name)
    fields = FieldFinder()
    first_row: Record = {}
    num_rows = 0
    for record in _records(path, name, encoding, notes):
        fields.add(record)
        if fields.num_fields() > MAX_COLUMNS:
            raise TableTooManyColumnsError(
                path=name, limit=MAX_COLUMNS, received=fields.num_fields()
            )
        if not num_rows:
            first_row = record
        num_rows += 1
        for field, value in record_fields(record, fields.whole):
            if isinstance(value, list | dict) and field not in fields.whole:
                note_cell(value, notes, row=num_rows, column=column_name(field))
    columns = fields.columns()
    headings = [cell_text(column_name(column)) for column in columns]
    _, names = name_columns(headings, [True] * len(headings), notes)
    if fields.whole:
        first = next(column for column in columns if column in fields.whole)
        notes.add("objects_whole", count=f"{len(fields.whole):,}", column=column_name(first))

    def row_of(record: Record) -> list[str]:
        values = dict(record_fields(record, fields.whole))
        return [cell_text(values.get(column)) for column in columns]

    def rows() -> Iterator[list[str]]:
        yield from map(row_of, _records(path, name, encoding, NoteTaker()))

    return TableFile(
        reading=Reading(
            columns=names,
            num_rows=num_rows,
            notes=notes.notes(),
            encoding=encoding,
            first_row=tuple(row_of(first_row)) if num_rows else (),
        ),
        rows=rows,
    )


def _records(path: Path, name: str, encoding: Encoding, notes: NoteTaker) -> Iterator[Record]:
    values = read_values(path, name, encoding)
    head = list(islice(values, 2))
    if len(head) == 1 and not head[0].array and isinstance(head[0].value, dict):
        yield from records_within(head[0].value, notes, name=name)
        return
    texts = bool(head) and head[0].array == 1 and is_text(head[0].value)
    if texts:
        notes.add("json_texts")
    for value in chain(head, values):
        if texts and value.array != 1:  # the first was no list of texts, but a row without names
            raise JsonRecordError(path=name, line=head[0].line, received="array")
        record = record_of(value.value, texts=texts)
        if record is None:
            raise JsonRecordError(path=name, line=value.line, received=kind_of(value.value))
        yield record
