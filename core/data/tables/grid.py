"""A grid of cells, of a text file or a sheet, as a table: where it begins, what belongs to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from core.data.column_names import KNOWN_NAMES, usual_name
from core.data.tables.formula_mark import is_own_output, unmark_formula
from core.data.tables.heading import LOOKED_AT, find_heading, name_columns
from core.data.tables.reading import NoteTaker
from core.errors import TableEmptyError, TableTooManyColumnsError, TableWidthError

MAX_COLUMNS = 1_000

Cells = Sequence[str]
Grid = Iterator[tuple[int, Cells]]  # (number in the file, from 1, cells); an empty row is ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the table lies in a grid.

    Attributes:
        heading: the cells of the row with the names.
        first: how many rows of the grid stand before the first of the table.
        kept: the numbers of the columns that are read.
        names: of these columns.
        num_rows: how many rows the table has.
        first_row, first_row_number: see `core.data.tables.reading.Reading`.
        own: whether this program wrote the table: its marks against formulas are taken off.
    """

    heading: Cells
    first: int
    kept: tuple[int, ...]
    names: tuple[str, ...]
    num_rows: int
    first_row: Cells
    first_row_number: int
    own: bool


@dataclass(slots=True, kw_only=True)
class _Seen:
    """The rows that were gone through.

    Attributes:
        filled: whether anything stands in a column.
        first_row, first_row_number: see `core.data.tables.reading.Reading`.
    """

    filled: list[bool]
    num_rows: int = 0
    first_row: Cells = ()
    first_row_number: int = 1

    def add(self, cells: Cells) -> None:
        self.num_rows += 1
        self.filled += [False] * (len(cells) - len(self.filled))
        for column, cell in enumerate(cells):
            if cell:
                self.filled[column] = True
        if self.num_rows == 1 or (_is_ascii(self.first_row) and not _is_ascii(cells)):
            self.first_row, self.first_row_number = cells, self.num_rows


def scan_grid(grid: Grid, notes: NoteTaker, *, name: str, may_widen: bool) -> Layout:
    """Go through a grid once and find the table in it.

    Args:
        name: of the file, for messages.
        may_widen: whether cells beyond the heading make columns without a name (a sheet); in a
            text file they are a sign of a delimiter inside a text.

    Raises:
        TableEmptyError: there is not even a heading.
        TableTooManyColumnsError: the heading is of no use.
        TableWidthError: a row is longer than the heading, and may not be.
    """
    head = list(islice(grid, LOOKED_AT))
    number = find_heading([cells for _, cells in head])
    if number is None:
        raise TableEmptyError(path=name)
    above = [line for line, cells in head[:number] if any(cells)]
    if above:
        notes.add("above_heading", count=f"{len(above):,}", line=f"{head[number][0]:,}")
    heading = head[number][1]
    if (size := len(_trimmed(heading))) > MAX_COLUMNS:
        raise TableTooManyColumnsError(path=name, limit=MAX_COLUMNS, received=size)
    seen = _Seen(filled=[False] * len(heading))
    for line, cells in chain(head[number + 1 :], grid):
        if not cells:
            continue
        if _repeats(cells, heading):
            notes.count("heading_again", line=f"{line:,}")
            continue
        if len(cells) < len(heading) and not may_widen:
            notes.count("short_row", line=f"{line:,}")
        cells = _trimmed(cells)
        if len(cells) > len(heading) and not may_widen:
            raise TableWidthError(path=name, line=line, columns=len(heading), cells=len(cells))
        if len(cells) > MAX_COLUMNS:
            raise TableTooManyColumnsError(path=name, limit=MAX_COLUMNS, received=len(cells))
        seen.add(cells)
    whole = [*heading, *[""] * (len(seen.filled) - len(heading))]
    kept, names = name_columns(whole, seen.filled, notes)
    own = is_own_output(names)
    return Layout(
        heading=heading,
        first=number + 1,
        kept=kept,
        names=tuple(map(unmark_formula, names)) if own else names,
        num_rows=seen.num_rows,
        first_row=tuple(_pick(seen.first_row, kept, own=own)) if seen.num_rows else (),
        first_row_number=seen.first_row_number,
        own=own,
    )


def grid_rows(grid: Grid, layout: Layout) -> Iterator[Cells]:
    """Give the rows of the table, a text for every column."""
    for _, cells in islice(grid, layout.first, None):
        if cells and not _repeats(cells, layout.heading):
            yield _pick(cells, layout.kept, own=layout.own)


def _repeats(cells: Cells, heading: Cells) -> bool:
    """Say whether a row is the heading of another export that was joined to this one."""
    # A single cell may be a text that happens to be called like its column.
    return (
        cells[0] == heading[0]
        and (len(heading) > 1 or usual_name(heading[0]) in KNOWN_NAMES)
        and _trimmed(cells) == _trimmed(heading)
    )


def _is_ascii(cells: Cells) -> bool:
    return all(map(str.isascii, cells))


def _trimmed(cells: Cells) -> Cells:
    """Leave the empty cells at the end away."""
    size = len(cells)
    while size and not cells[size - 1].strip():
        size -= 1
    return list(cells[:size])


def _pick(cells: Cells, kept: Sequence[int], *, own: bool) -> Cells:
    picked = [cells[column] if column < len(cells) else "" for column in kept]
    return list(map(unmark_formula, picked)) if own else picked
