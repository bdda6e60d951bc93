"""The cells of one sheet of Excel, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import lru_cache
from math import isfinite
from typing import IO
from xml.etree.ElementTree import Element
from xml.parsers.expat import ParserCreate

from core.data.excel.book import Book, is_true, local_name, rich_text, unescape, walk
from core.data.excel.formats import shown_number, shown_text

MAX_COLUMNS = 16_384  # Excel's own
_DIGITS = "0123456789"
_DAY = 86_400  # seconds
_DAY_0 = datetime(1899, 12, 30)
_DAY_0_OF_1904 = datetime(1904, 1, 1)


@dataclass(slots=True)
class Survey:
    """What has to be known of a sheet before its first row; rows and columns count from 1.

    Attributes:
        last_row: the last one with something in it, 0 where there is none. A sheet can have a
            million rows of nothing but colour.
        tall: (column, last row) of merged cells that go over several rows, by their first row.
        wide: (first, last column) of those that only go over several columns, by their row.
        hidden: (first, last) of hidden columns.
    """

    last_row: int = 0
    tall: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    wide: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
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


def is_filled(file: IO[bytes]) -> bool:
    """Say whether a sheet has anything in it, without going further than that."""
    elements = walk(file, ("row", "v", "is", "f"))  # rows, to forget the empty ones
    return any(local_name(element.tag) != "row" for element in elements)


def survey_sheet(file: IO[bytes]) -> Survey:
    """Go through a sheet once; what stands at its end is needed at its beginning."""
    survey = Survey()
    row = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row
        match tag.rpartition(":")[2]:
            case "row":
                row = _row_number(attributes.get("r"), row)
            case "v" | "is" | "f":
                survey.last_row = max(survey.last_row, row)
            case "mergeCell":
                first, _, last = attributes["ref"].partition(":")
                (top, left), (bottom, right) = _place(first), _place(last or first)
                if bottom > top:
                    survey.tall.setdefault(top, []).append((left, bottom))
                elif right > left:
                    survey.wide.setdefault(top, []).append((left, right))
            case "col" if is_true(attributes.get("hidden")):
                survey.hidden.append((int(attributes["min"]), int(attributes["max"])))

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.ParseFile(file)
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
            column = _column(place.rstrip(_DIGITS)) if place else column + 1
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
    """Return (row, column) of a cell that is called like B12."""
    letters = text.rstrip(_DIGITS)
    return int(text[len(letters) :]), _column(letters)


@lru_cache(maxsize=MAX_COLUMNS)
def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
        if not 0 < column <= MAX_COLUMNS:
            raise ValueError(f"A column is one of A to XFD. Received: {letters}")
    return column


def _text(cell: Element, book: Book) -> str | None:
    """Return what a person sees in a cell; None for a formula whose result is not stored."""
    raw: str | None = None
    has_formula = False
    kind = cell.get("t", "n")
    code = _format(cell, book)
    for child in cell:
        match local_name(child.tag):
            case "v":
                raw = child.text or ""
            case "f":
                has_formula = True
            case "is":
                return shown_text(rich_text(child), code)
    if has_formula and (
        raw is None or (not raw and kind != "str") or (raw == "0" and book.awaits_results)
    ):
        return None
    if not raw:
        return ""
    match kind:
        case "s":
            return shown_text(book.texts[int(raw)], code)
        case "str":
            return shown_text(unescape(raw), code)
        case "b":
            return "TRUE" if is_true(raw.strip()) else "FALSE"
        case "n":
            return _number(raw.strip(), code, from_1904=book.from_1904)
        case "d" if code != "General":
            day_0 = _DAY_0_OF_1904 if book.from_1904 else _DAY_0
            return shown_number(_serial(raw.strip(), day_0), code, from_1904=book.from_1904)
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
