"""Where in a grid of cells the names of the columns stand, and what the columns are called."""

from collections.abc import Sequence
from statistics import median_low

from core.data.column_names import KNOWN_NAMES, usual_name
from core.data.tables.formula_mark import is_own_output
from core.data.tables.reading import NoteTaker

LOOKED_AT = 50  # rows, when the heading is looked for


def find_heading(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of the first rows holds the names of the columns; None where all are empty.

    As a rule the first that is not empty. Titles and lists above a table fill fewer cells: a row
    with a name that tables of texts know is the heading if it fills more cells than every row
    above it, or an empty row parts them; and where a table has several columns, a row with one
    filled cell is a title.

    What this program wrote begins with its heading.

    Args:
        rows: at most `LOOKED_AT`, an empty one is ().
    """
    if rows and is_own_output(rows[0]):
        return 0
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]  # cells, by row
    numbers = [number for number, count in enumerate(filled) if count]
    if not numbers:
        return None
    for number in numbers:
        above = max(filled[:number], default=0)
        if has_known_name(rows[number]) and (filled[number] > above or not filled[number - 1]):
            return number
    # The rows of the table, not those above it.
    usual = median_low([filled[number] for number in numbers[len(numbers) // 2 :]])
    for number in numbers:
        if filled[number] > max(1, usual / 3) or usual == 1:
            return number
    return numbers[0]


def has_known_name(row: Sequence[str]) -> bool:
    """Say whether a row holds a name that columns of texts, labels or articles have."""
    return any(usual_name(cell) in KNOWN_NAMES for cell in row)


def name_columns(
    heading: Sequence[str], filled: Sequence[bool], notes: NoteTaker
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return which columns are kept, and their names.

    A column with neither a name nor anything in it is none. One without a name is called by its
    number, one that is called like another before it gets a number behind its name. Names that
    this program wrote stay as they are, blanks and all.

    Args:
        heading: one cell a column.
        filled: whether anything stands below it.
    """
    if is_own_output(heading):
        return tuple(range(len(heading))), tuple(heading)
    kept, names = [], []
    given = [cell.strip() for cell in heading]
    taken: set[str] = set()
    for number, (name, has_cells) in enumerate(zip(given, filled, strict=True)):
        if not name and not has_cells:
            continue
        if not name:
            name = _free_name(f"column_{number + 1}", {*taken, *given})
            notes.count("unnamed_column", column=name)
        elif name in taken:
            first, name = name, _free_name(name, {*taken, *given})
            notes.count("column_twice", column=first, name=name)
        taken.add(name)
        kept.append(number)
        names.append(name)
    return tuple(kept), tuple(names)


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name
