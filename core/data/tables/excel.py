"""Sheets of Excel (.xlsx)."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.data.tables.cells import cell_text
from core.data.tables.grid import Cells, Grid, grid_rows, scan_grid
from core.data.tables.limits import MAX_UNPACKED, megabytes
from core.data.tables.reading import NoteTaker, Reading, ReadOptions, TableFile
from core.errors import FileUnreadableError, TableTooLargeError

if TYPE_CHECKING:
    from openpyxl import Workbook

_EXCEL_ERRORS = (
    # No zip, a broken one, one with a password; a zip of something else; broken XML.
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError),
)


def read_excel(path: Path, name: str, options: ReadOptions) -> TableFile:
    """Read a sheet; see `core.data.tables.readers.open_table`."""
    notes = NoteTaker()
    layout = scan_grid(_cells(path, name), notes, name=name, may_widen=True)

    def rows() -> Iterator[Cells]:
        yield from grid_rows(_cells(path, name), layout)

    return TableFile(
        reading=Reading(
            columns=layout.names,
            num_rows=layout.num_rows,
            notes=notes.notes(),
            first_row=tuple(layout.first_row),
        ),
        rows=rows,
    )


def _cells(path: Path, name: str) -> Grid:
    """Give the rows of the first sheet."""
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
            for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
                has_cells = any(value is not None for value in row)
                yield number, [cell_text(value) for value in row] if has_cells else ()
    except _EXCEL_ERRORS as error:
        raise FileUnreadableError(path=name, reason="Excel") from error


def _workbook(file: BinaryIO) -> "Workbook":
    from openpyxl import load_workbook  # only here: few files are Excel's

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and the like: only the values are wanted
        return load_workbook(file, read_only=True, data_only=True)
