"""Merged cells of Excel: one value over several rows or columns."""

from dataclasses import dataclass, field

from core.data.column_names import KNOWN_NAMES, usual_name
from core.data.excel.cells import Row, Survey


@dataclass(slots=True)
class MergedCells:
    """Fills merged cells while the rows of a sheet go by."""

    survey: Survey
    _open: dict[int, tuple[int, str]] = field(default_factory=dict)  # (last row, text), by column

    def covers(self, row: Row) -> bool:
        """Say whether nothing of a row is seen: all its cells belong to rows above."""
        self._open = {column: cell for column, cell in self._open.items() if row.number <= cell[0]}
        return self._open.keys() >= {*row.cells, *row.without_result}

    def fill(self, row: Row) -> tuple[int, ...]:
        """Write the values of merged cells into a row that goes on with them.

        Returns:
            The columns that are filled.
        """
        filled = tuple(sorted(self._open))
        row.cells.update((column, self._open[column][1]) for column in filled)
        for column, last in self.survey.tall.get(row.number, ()):
            if text := row.cells.get(column):
                self._open[column] = last, text
        return filled

    def groups_above(self, row: Row, below: Row | None) -> range:
        """Return which rows only name groups of columns, if `row` is the first of a heading.

        In a heading of several rows some names go over several columns; and others go down to the
        last row, or names that tables of texts know stand below them.
        """
        wide = self.survey.wide.get(row.number, ())
        last = max((last for _, last in self.survey.tall.get(row.number, ())), default=row.number)
        if wide and last == row.number and below is not None:
            last += any(
                usual_name(text) in KNOWN_NAMES
                for column, text in below.cells.items()
                if any(first <= column <= end for first, end in wide)
            )
        return range(row.number, last if wide else row.number)
