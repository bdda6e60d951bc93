"""Excel files (.xlsx, .xlsm): which sheet is read, and what has to be said about it."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from xml.parsers.expat import ExpatError

from core.data.excel.book import Book, Sheet, read_book
from core.data.excel.cells import (
    Row,
    Survey,
    column_letters,
    is_filled,
    iterate_rows,
    survey_sheet,
)
from core.data.excel.merges import MergedCells
from core.data.excel.sheets import choose_sheet
from core.data.tables.grid import Cells, Grid, grid_rows, scan_grid
from core.data.tables.limits import MAX_UNPACKED, megabytes
from core.data.tables.reading import NoteTaker, Reading, ReadOptions, TableFile
from core.errors import FileUnreadableError, TableTooLargeError

_BROKEN = (
    # No zip, a broken one, one with a password; a zip of something else; broken XML.
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),
    *(KeyError, IndexError, ValueError, SyntaxError, ExpatError),
)


def read_excel(path: Path, name: str, options: ReadOptions) -> TableFile:
    """Read a sheet; see `core.data.tables.readers.open_table`.

    It is gone through twice before its rows are given: once for merged and hidden cells, which
    stand at its end, once for the table.
    """
    notes = NoteTaker()
    with _open(path, name) as archive:
        book = read_book(archive)
        filled = []
        for sheet in book.sheets:
            with archive.open(sheet.part) as file:
                if is_filled(file):
                    filled.append(sheet)
        sheet = choose_sheet(book.sheets, filled, notes, wanted=options.sheet, name=name)
        with archive.open(sheet.part) as file:
            survey = survey_sheet(file)
    layout = scan_grid(
        _grid(path, name, book, sheet, survey, notes), notes, name=name, may_widen=True
    )

    def rows() -> Iterator[Cells]:
        yield from grid_rows(_grid(path, name, book, sheet, survey, NoteTaker()), layout)

    several = len(book.sheets) > 1
    return TableFile(
        reading=Reading(
            columns=layout.names,
            num_rows=layout.num_rows,
            notes=notes.notes(),
            first_row=tuple(layout.first_row),
            first_row_number=layout.first_row_number,
            sheet=sheet.name if several else None,
            sheets=tuple(sheet.name for sheet in _visible_first(book.sheets)) if several else (),
        ),
        rows=rows,
    )


def sheet_names(path: Path, *, name: str) -> tuple[str, ...]:
    """Return the names of all sheets of a file, those that can be seen first.

    Args:
        name: what messages call it.

    Raises:
        FileUnreadableError: it is no Excel file, or a broken one.
    """
    with _open(path, name) as archive:
        return tuple(sheet.name for sheet in _visible_first(read_book(archive).sheets))


@contextmanager
def _open(path: Path, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            if unpacked > MAX_UNPACKED:
                raise TableTooLargeError(
                    path=name, limit=megabytes(MAX_UNPACKED), received=megabytes(unpacked)
                )
            yield archive
    except _BROKEN as error:
        raise FileUnreadableError(path=name, reason="Excel") from error


def _visible_first(sheets: Sequence[Sheet]) -> list[Sheet]:
    return sorted(sheets, key=lambda sheet: sheet.is_hidden)


def _grid(
    path: Path, name: str, book: Book, sheet: Sheet, survey: Survey, notes: NoteTaker
) -> Grid:
    """Give the rows of a sheet; where some are empty between them, one that is."""
    merged = MergedCells(survey)
    groups: range | None = None  # rows above the names of the columns
    names_above: dict[int, str] = {}
    columns: set[int] = set()  # with something in them
    before = 0
    with _open(path, name) as archive, archive.open(sheet.part) as file:
        for row, below in _with_next(iterate_rows(file, book, last_row=survey.last_row)):
            if merged.covers(row):
                continue
            if row.number > before + 1:
                yield row.number - 1, ()
            before = row.number
            if groups is None and len(row.cells) > 1:  # a title has one cell
                groups = merged.groups_above(row, below)
            for column in merged.fill(row):
                notes.count("merged_cells", cell=f"{column_letters(column)}{row.number}")
            for column in row.without_result:
                notes.count("no_result", cell=f"{column_letters(column)}{row.number}")
            if row.is_hidden:
                notes.count("hidden_rows", line=f"{row.number:,}")
            columns.update(row.cells)
            cells = names_above | row.cells
            names_above = {}
            if groups and row.number in groups:
                notes.count("column_groups", line=f"{row.number:,}")
                names_above = cells  # the names of columns that have none below
                continue
            width = max((*cells, *row.without_result))
            yield row.number, [cells.get(column, "") for column in range(1, width + 1)]
    for column in sorted(columns):
        if any(first <= column <= last for first, last in survey.hidden):
            notes.count("hidden_columns", column=column_letters(column))


def _with_next(rows: Iterator[Row]) -> Iterator[tuple[Row, Row | None]]:
    row = next(rows, None)
    while row is not None:
        below = next(rows, None)
        yield row, below
        row = below
