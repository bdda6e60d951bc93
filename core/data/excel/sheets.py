"""Which sheet of an Excel file is read."""

import unicodedata
from collections.abc import Sequence

from core.data.excel.book import Sheet
from core.data.tables.reading import NoteTaker
from core.errors import SheetEmptyError, SheetMissingError, TableEmptyError

_NAMED = 5  # sheets; of more, only how many they are


def choose_sheet(
    sheets: Sequence[Sheet],
    filled: Sequence[Sheet],
    notes: NoteTaker,
    *,
    wanted: str | None,
    name: str,
) -> Sheet:
    """Return the sheet that is read: the wanted one, or the first that is visible and not empty.

    It is said which one that is, and which others hold something.

    Args:
        filled: those with something in them.
        wanted: the name that a person gave.
        name: of the file, for messages.

    Raises:
        SheetMissingError: no sheet is called as wanted.
        SheetEmptyError: the sheet is empty, and another one is not.
        TableEmptyError: all are empty.
    """
    visible = [sheet for sheet in filled if not sheet.is_hidden]
    if not filled:
        raise TableEmptyError(path=name)
    if wanted is not None:
        chosen = _named(sheets, wanted, name=name)
    elif visible:
        chosen = visible[0]
    else:  # one can be visible and empty, or all that is seen are charts
        chosen = next((sheet for sheet in sheets if not sheet.is_hidden), filled[0])
    if chosen not in filled:
        raise SheetEmptyError(path=name, sheet=chosen.name, sheets=_names(filled))
    if len(filled) > 1 or chosen != sheets[0]:
        notes.add("sheet", sheet=chosen.name)
    before = sheets[: sheets.index(chosen)]
    empty = [sheet for sheet in before if sheet not in filled and not sheet.is_hidden]
    if empty and wanted is None:
        notes.add("empty_sheets", sheets=_names(empty))
    unread = [sheet for sheet in filled if sheet != chosen]
    if hidden := [sheet for sheet in unread if sheet.is_hidden]:
        notes.add("hidden_sheets", sheets=_names(hidden))
    if others := [sheet for sheet in unread if not sheet.is_hidden]:
        notes.add("other_sheets", sheets=_names(others))
    return chosen


def _named(sheets: Sequence[Sheet], wanted: str, *, name: str) -> Sheet:
    for usual in (str, _usual):
        for sheet in sheets:
            if usual(sheet.name) == usual(wanted):
                return sheet
    raise SheetMissingError(path=name, sheet=wanted, sheets=_names(sheets))


def _usual(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _names(sheets: Sequence[Sheet]) -> str:
    names = ", ".join(sheet.name for sheet in sheets[:_NAMED])
    return names if len(sheets) <= _NAMED else f"{names}, … ({len(sheets):,})"
