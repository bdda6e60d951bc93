"""JSON Lines: an object a line."""

import json
from collections.abc import Iterator
from pathlib import Path

from core.data.tables.cells import cell_text
from core.data.tables.encoding import Encoding, detect_encoding, named_encoding, open_text
from core.data.tables.grid import MAX_COLUMNS
from core.data.tables.limits import read_lines
from core.data.tables.reading import NoteTaker, Reading, ReadOptions, TableFile
from core.errors import TableDecodingError, TableLineError, TableTooManyColumnsError


def read_json(path: Path, name: str, options: ReadOptions) -> TableFile:
    """Read objects; see `core.data.tables.readers.open_table`.

    A key that only the last line has is a column, too.
    """
    notes = NoteTaker()
    encoding = (
        named_encoding(options.encoding) if options.encoding else detect_encoding(path, name=name)
    )
    columns: dict[str, None] = {}
    first_row: list[str] = []
    num_rows = 0
    for record in _records(path, name, encoding):
        columns.update(dict.fromkeys(record))
        if len(columns) > MAX_COLUMNS:
            raise TableTooManyColumnsError(path=name, limit=MAX_COLUMNS, received=len(columns))
        if not num_rows:
            first_row = [cell_text(value) for value in record.values()]
        num_rows += 1

    def rows() -> Iterator[list[str]]:
        for record in _records(path, name, encoding):
            yield [cell_text(record.get(column)) for column in columns]

    return TableFile(
        reading=Reading(
            columns=tuple(map(cell_text, columns)),
            num_rows=num_rows,
            notes=notes.notes(),
            encoding=encoding,
            first_row=tuple(first_row),
        ),
        rows=rows,
    )


def _records(path: Path, name: str, encoding: Encoding) -> Iterator[dict[str, object]]:
    number = 0
    with open_text(path, encoding) as file:
        try:
            for number, line in enumerate(read_lines(file, kind="JSON", name=name), start=1):
                if not line.strip():
                    continue
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise TableLineError(path=name, kind="JSON", line=number)
                yield record
        except UnicodeDecodeError as error:
            raise TableDecodingError(path=name, encoding=encoding.name, line=number) from error
        except (ValueError, RecursionError) as error:  # no JSON; nested a thousand deep
            raise TableLineError(path=name, kind="JSON", line=number) from error
