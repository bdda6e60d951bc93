"""Values of all kinds as the text that a person sees."""

import json
from datetime import date, datetime, time
from decimal import Decimal

from core.data.tables.reading import NoteTaker
from core.text.tokenizer import clean_text

_MAX_WHOLE = 1e21  # as JavaScript does


def cell_text(value: object) -> str:
    """Return a cell as text: whole numbers without ".0", midnight without its hours.

    A list of one value is that value, a list of none "" like a missing value; other lists and
    the like become JSON.
    """
    match value:
        case None:
            return ""
        case str():
            return clean_text(value)
        case bool():
            return "true" if value else "false"
        case float():
            return _float_text(value)
        case Decimal():
            return f"{value:f}"
        case datetime() if value == datetime(*value.timetuple()[:3]):  # and without a time zone
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ")
        case date() | time():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case [] | dict() if not value:
            return ""
        case [only] if not _holds_more(only):
            return cell_text(only)
        case list() | dict():
            return clean_text(json.dumps(value, ensure_ascii=False, default=cell_text))
        case _:
            return str(value)


def note_cell(value: object, notes: NoteTaker, *, row: int, column: str) -> None:
    """Take a note where the text of a cell is not quite what the file holds."""
    place = {"row": f"{row:,}", "column": column}  # of the first
    match value:
        case []:
            notes.count("list_empty", **place)
        case [only] if not _holds_more(only):
            notes.count("list_of_one", **place)
        case list() | dict() if value:
            notes.count("as_json", **place)
        case bytes() if value.decode("utf-8", "ignore").encode() != value:
            notes.count("bytes", **place)


def _holds_more(value: object) -> bool:
    """Say whether there is more than one value in it, or a name."""
    match value:
        case [only]:
            return _holds_more(only)
        case _:
            return isinstance(value, list | dict)


def _float_text(value: float) -> str:
    if value != value:  # NaN
        return ""
    if value.is_integer() and abs(value) < _MAX_WHOLE:
        return str(int(Decimal(repr(value))))
    # 0.00001 as people write it; the rest of 300 digits says nothing.
    return f"{Decimal(repr(value)):f}" if 1e-15 < abs(value) < 1 else repr(value)
