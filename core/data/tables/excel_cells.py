"""The cells of one sheet of Excel, row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from math import isfinite
from typing import IO
from xml.etree.ElementTree import Element
from xml.parsers.expat import ParserCreate

from core.data.tables.excel_book import Book, is_true, local_name, rich_text, unescape, walk
from core.data.tables.excel_formats import shown_number, shown_text

MAX_COLUMNS = 16_384  # Excel's own
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_DAY = 86_400  # seconds
_DAY_0 = datetime(1899, 12, 30)
_DAY_0_OF_1904 = datetime(1904, 1, 1)


class _Enough(Exception):
    """What was looked for is found."""


@dataclass(slots=True)
class Survey:
    """What has to be known of a sheet before its first row; rows and columns count from 1.

    Attributes:
        last_row: the last one with something in it, 0 where there is none. A sheet can have a
            million rows of nothing but colour.
        tall: (column, last row) of merged cells that go over several rows, by their first row.
        wide: rows with merged cells that go over several columns.
        hidden: (first, last) of hidden columns.
    """

    last_row: int = 0
    tall: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    wide: set[int] = field(default_factory=set)
    hidden: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that has something in it.

    Attributes:
        cells: texts, by column.
        without_result: the columns of formulas whose results are not stored; their texts are "".
    """

    number: int
    is_hidden: bool
    cells: dict[int, str]
    without_result: tuple[int, ...]


def survey_sheet(file: IO[bytes], *, only_whether_filled: bool = False) -> Survey:
    """Go through a sheet once; what stands at its end is needed at its beginning.

    Args:
        only_whether_filled: stop at the first cell with something in it.
    """
    survey = Survey()
    row = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row
        match tag.rpartition(":")[2]:
            case "row":
                row = _row_number(attributes.get("r"), row)
            case "v" | "is" | "f":
                survey.last_row = max(survey.last_row, row)
                if only_whether_filled:
                    raise _Enough
            case "mergeCell":
                first, _, last = attributes["ref"].partition(":")
                (top, left), (bottom, right) = _place(first), _place(last or first)
                if bottom > top:
                    survey.tall.setdefault(top, []).append((left, bottom))
                elif right > left:
                    survey.wide.add(top)
            case "col" if is_true(attributes.get("hidden")):
                survey.hidden.append((int(attributes["min"]), int(attributes["max"])))

    parser = ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.ParseFile(file)
    except _Enough:
        pass
    return survey


def iterate_rows(file: IO[bytes], book: Book, *, last_row: int) -> Iterator[Row]:
    """Give the rows that have something in them, up to the last one."""
    number = 0
    for element in walk(file, ("row",)):
        number = _row_number(element.get("r"), number)
        cells = {}
        without_result = []
        column = 0
        for cell in element:
            place = cell.get("r")
            column = _place(place)[1] if place else column + 1
            text = _text(cell, book)
            if text is None:
                without_result.append(column)
            elif text:
                cells[column] = text
        if cells or without_result:
            yield Row(
                number=number,
                is_hidden=is_true(element.get("hidden")),
                cells=cells,
                without_result=tuple(without_result),
            )
        if number >= last_row:
            return


def column_letters(column: int) -> str:
    """Return how a column is called."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _row_number(text: str | None, before: int) -> int:
    return int(float(text)) if text else before + 1  # some programs write "1.0"


def _place(text: str) -> tuple[int, int]:
    match = _PLACE.fullmatch(text)
    if match is None:
        raise ValueError(f"A cell is called like B12. Received: {text}")
    column = 0
    for letter in match[1].upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    if column > MAX_COLUMNS:
        raise ValueError(f"There are {MAX_COLUMNS} columns. Received: {text}")
    return int(match[2]), column


def _text(cell: Element, book: Book) -> str | None:
    """Return what a person sees in a cell; None for a formula whose result is not stored."""
    raw: str | None = None
    has_formula = False
    kind = cell.get("t", "n")
    for child in cell:
        match local_name(child.tag):
            case "v":
                raw = child.text or ""
            case "f":
                has_formula = True
            case "is":
                return shown_text(rich_text(child), _format(cell, book))
    if has_formula and (
        raw is None or (not raw and kind != "str") or (raw == "0" and book.awaits_results)
    ):
        return None
    if not raw:
        return ""
    match kind:
        case "s":
            return shown_text(book.texts[int(raw)], _format(cell, book))
        case "str":
            return shown_text(unescape(raw), _format(cell, book))
        case "b":
            return "TRUE" if is_true(raw.strip()) else "FALSE"
        case "n":
            return _number(raw.strip(), _format(cell, book), from_1904=book.from_1904)
        case "d" if _format(cell, book) != "General":
            day_0 = _DAY_0_OF_1904 if book.from_1904 else _DAY_0
            return shown_number(
                _serial(raw.strip(), day_0), _format(cell, book), from_1904=book.from_1904
            )
        case _:  # an error value: #N/A; a date without a format
            return raw


def _format(cell: Element, book: Book) -> str:
    style = int(cell.get("s", "0"))
    return book.formats[style] if style < len(book.formats) else "General"


def _number(raw: str, code: str, *, from_1904: bool) -> str:
    if code in ("General", "0") and raw.removeprefix("-").isdigit():
        return raw  # some programs write longer numbers than Excel, which knows 15 digits
    value = float(raw)
    return shown_number(value, code, from_1904=from_1904) if isfinite(value) else raw


def _serial(raw: str, day_0: datetime) -> float:
    """Return a date or a time as days since the day 0, as other files have it."""
    try:
        moment = time.fromisoformat(raw.removeprefix("T"))
    except ValueError:
        return (datetime.fromisoformat(raw).replace(tzinfo=None) - day_0).total_seconds() / _DAY
    return (moment.hour * 3600 + moment.minute * 60 + moment.second) / _DAY
