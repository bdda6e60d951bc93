"""Text files with a delimiter: CSV, TSV and their relatives."""

import csv
from collections.abc import Iterator
from pathlib import Path

from core.data.encodings.encoding import Encoding, choose_encoding
from core.data.tables.dialect import Dialect, find_dialect, read_cells
from core.data.tables.grid import Cells, Grid, grid_rows, scan_grid
from core.data.tables.reading import NoteTaker, Reading, ReadOptions, TableFile
from core.errors import TableDecodingError, TableLineError

_USUAL = {".csv": ",", ".tsv": "\t"}  # by suffix
_SIGNS = {"\t": "TAB"}  # what cannot be seen, as it is said


def read_delimited(path: Path, name: str, options: ReadOptions) -> TableFile:
    """Read a text file; see `core.data.tables.readers.open_table`."""
    encoding = choose_encoding(path, options.encoding, name=name)
    usual = _USUAL[Path(name).suffix.lower()]
    notes = NoteTaker()
    try:
        dialect = find_dialect(path, encoding, usual=usual, name=name)
    except UnicodeDecodeError as error:
        raise TableDecodingError(path=name, encoding=encoding.name, line=1) from error
    if dialect.delimiter != usual:
        notes.add("delimiter", sign=_SIGNS.get(dialect.delimiter, dialect.delimiter))
    layout = scan_grid(_grid(path, encoding, dialect, name=name), notes, name=name, may_widen=False)

    def rows() -> Iterator[Cells]:
        yield from grid_rows(_grid(path, encoding, dialect, name=name), layout)

    return TableFile(
        reading=Reading(
            columns=layout.names,
            num_rows=layout.num_rows,
            notes=notes.notes(),
            encoding=encoding,
            first_row=tuple(layout.first_row),
            first_row_number=layout.first_row_number,
        ),
        rows=rows,
    )


def _grid(path: Path, encoding: Encoding, dialect: Dialect, *, name: str) -> Grid:
    line = 0
    try:
        for line, cells in read_cells(path, encoding, dialect, name=name):
            yield line, cells
    except UnicodeDecodeError as error:
        raise TableDecodingError(path=name, encoding=encoding.name, line=line) from error
    except csv.Error as error:
        kind = "TSV" if dialect.delimiter == "\t" else "CSV"
        raise TableLineError(path=name, kind=kind, line=line + 1) from error
