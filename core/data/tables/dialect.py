"""How a text file parts its cells: by which sign, and whether a quotation mark is one."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from core.data.encodings.encoding import Encoding, open_text
from core.data.tables.formula_mark import is_own_output
from core.data.tables.heading import LOOKED_AT, find_heading, has_known_name
from core.data.tables.limits import read_lines

# What Excel writes into a first line.
_SEP_LINE = re.compile(r'("?)sep=(?P<sign>[^"\r\n])\1\s*', re.IGNORECASE)
_CONSISTENT = 0.5  # of the rows fit under the heading
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a text file is written.

    Attributes:
        delimiter: one character.
        quotes: whether a cell in quotation marks may hold delimiters and line ends. Where it may
            not, as in most files of tabs, a quotation mark is a letter.
        skipped: lines before the first row.
    """

    delimiter: str
    quotes: bool = True
    skipped: int = 0


_TABS = Dialect(delimiter="\t", quotes=False)
_DIALECTS = (*(Dialect(delimiter=sign) for sign in (",", ";", "\t", "|")), _TABS)


def find_dialect(path: Path, encoding: Encoding, *, usual: str, name: str) -> Dialect:
    """Find out how a file is written.

    Excel's line "sep=;" decides. Otherwise a delimiter is one that parts the heading, and most of
    the rows into as many cells. None or several: the usual one of the kind of file.

    Args:
        usual: the delimiter that the suffix promises.
        name: of the file, for messages.
    """
    with open_text(path, encoding) as file:
        first = next(read_lines(file, kind="CSV", name=name), "")
    if match := _SEP_LINE.fullmatch(first):
        return Dialect(delimiter=match["sign"], skipped=1)
    fits = [
        (*fit, dialect.delimiter == usual, dialect.delimiter)
        for dialect in _DIALECTS
        if (fit := _fit(_first_rows(path, encoding, dialect, name=name)))
    ]
    delimiter = max(fits)[-1] if fits else usual
    if delimiter == "\t" and not _needs_quotes(path, encoding, name=name):
        return _TABS
    return Dialect(delimiter=delimiter)


def read_cells(
    path: Path, encoding: Encoding, dialect: Dialect, *, name: str
) -> Iterator[tuple[int, list[str]]]:
    """Give the number of the last line of every row, and its cells; none for an empty line.

    Raises:
        csv.Error: a quotation mark is not closed, or stands before more than a delimiter.
        UnicodeDecodeError: the codec cannot read some bytes.
    """
    kind = "TSV" if dialect.delimiter == "\t" else "CSV"
    with open_text(path, encoding) as file:
        lines = read_lines(file, kind=kind, name=name)
        for _ in range(dialect.skipped):
            next(lines)
        if not dialect.quotes:
            for number, line in enumerate(lines, start=1 + dialect.skipped):
                line = line.rstrip("\r\n")
                yield number, [_unquoted(cell) for cell in line.split("\t")] if line else []
            return
        # Strict: without it, one forgotten quote swallows the rest of the file. The module's
        # limit of 131,072 characters for a cell bounds the memory of rows that go over lines.
        reader = csv.reader(lines, delimiter=dialect.delimiter, strict=True)
        for row in reader:
            yield reader.line_num + dialect.skipped, row


def _first_rows(
    path: Path, encoding: Encoding, dialect: Dialect, *, name: str
) -> list[Sequence[str]]:
    try:
        rows = islice(read_cells(path, encoding, dialect, name=name), LOOKED_AT)
        return [row for _, row in rows]
    except csv.Error:  # not this one
        return []


def _fit(rows: Sequence[Sequence[str]]) -> tuple[bool, int, float] | None:
    """Judge a dialect by the first rows; the larger, the better. None where it parts nothing.

    A heading that tables of texts have, or the one that stands higher: with another delimiter it
    may pass for a title. Then the share of the rows that it parts, and into no more cells than
    the heading; empty ones at the end aside.
    """
    number = find_heading(rows)
    if number is None or len(rows[number]) < 2:
        return None
    below = [row for row in rows[number + 1 :] if row]
    fitting = sum(len(row) > 1 and not any(row[len(rows[number]) :]) for row in below)
    share = fitting / len(below) if below else 1.0
    if share < _CONSISTENT:
        return None
    known = has_known_name(rows[number]) or is_own_output(rows[number])
    return known, -number, share


def _needs_quotes(path: Path, encoding: Encoding, *, name: str) -> bool:
    """Say whether a file of tabs is a table only where cells in quotation marks are held together.

    Where it is one both ways, quotation marks are letters, unless the names stand in them, too.
    """
    with open_text(path, encoding) as file:
        heading = next(read_lines(file, kind="TSV", name=name), "").rstrip("\r\n")
    if all(_QUOTED.fullmatch(cell) for cell in heading.split("\t")):
        return True
    if _is_even(read_cells(path, encoding, _TABS, name=name)):
        return False
    try:
        return _is_even(read_cells(path, encoding, Dialect(delimiter="\t"), name=name))
    except csv.Error:
        return False


def _is_even(rows: Iterator[tuple[int, list[str]]]) -> bool:
    return len({len(row) for _, row in rows if row}) == 1


def _unquoted(cell: str) -> str:
    """Take off the quotation marks around a whole cell, as spreadsheets write some."""
    match = _QUOTED.fullmatch(cell)
    return match[1].replace('""', '"') if match else cell
