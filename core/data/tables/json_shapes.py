"""What the rows of a JSON file are: objects, texts alone, or what one object holds.

One object around all rows has them under a key ({"data": [...], "version": 1}), by column or by
row, as pandas and dictionaries of lists do.
"""

from collections.abc import Iterable, Mapping, Sequence

from core.data.column_names import KNOWN_NAMES, TEXT_NAMES, usual_name
from core.data.tables.cells import cell_text
from core.data.tables.fields import Path, column_name, record_fields
from core.data.tables.reading import NoteTaker
from core.errors import JsonElementError, JsonKeyTwiceError, JsonLengthsError, JsonListsError

Record = Mapping[str, object]

# What people call a list of records or texts.
_LIST_NAMES = ("data", "rows", "records", "items", "examples", "results", "texts", "documents")
_KINDS = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}


def is_text(value: object) -> bool:
    """Say whether a value is an element of a list of texts."""
    return value is None or isinstance(value, str)


def record_of(value: object, *, texts: bool) -> Record | None:
    """Return an element of a list as a record; None where it is none.

    Args:
        texts: whether the list holds texts, without the name of a column.
    """
    if texts:
        return {"text": value} if is_text(value) else None
    return value if isinstance(value, dict) else None


def kind_of(value: object) -> str:
    """Return what JSON calls a value."""
    return _KINDS.get(type(value), "number")


def records_within(whole: Record, notes: NoteTaker, *, name: str) -> Sequence[Record]:
    """Return the records that the one object of a file holds; itself, where it is a record.

    Raises:
        JsonListsError: several lists in it could be meant.
        JsonElementError: an element of the list is no record.
        JsonLengthsError: its columns differ in length.
    """
    rows = (
        _rows_of_split(whole, notes, name=name)
        or _rows_of_columns(whole, notes)
        or _rows_by_name(whole, notes)
        or _rows_of_lists(whole, notes, name=name)
    )
    if rows is not None:
        return rows
    path = _path_of_list(whole, name=name)
    return [whole] if path is None else _rows_at(whole, path, notes, name=name)


def _rows_of_split(whole: Record, notes: NoteTaker, *, name: str) -> list[Record] | None:
    """Read {"columns": ["text"], "index": [0], "data": [["寺"]]}, pandas' split."""
    columns, data = whole.get("columns"), whole.get("data")
    if not isinstance(columns, list) or not isinstance(data, list):
        return None
    if not data or not all(isinstance(row, list) for row in data):
        return None
    keys = [cell_text(column) for column in columns]  # a number names a column, too
    for number, row in enumerate(data):
        _check_length(("columns", keys), (f"data[{number}]", row), name=name)
    for number, key in enumerate(keys):
        if key in keys[:number]:
            raise JsonKeyTwiceError(path=name, key=key, line="1")
    _note_row_names(whole.get("index"), notes)
    return [dict(zip(keys, row, strict=True)) for row in data]


def _rows_of_columns(whole: Record, notes: NoteTaker) -> list[Record] | None:
    """Read {"text": {"0": "寺", "1": "茶"}, "label": {…}}, pandas' columns."""
    columns = _objects(whole)
    if columns is None:
        return None
    names = dict.fromkeys(row for column in columns.values() for row in column)
    named = not _are_numbers(columns) and len(columns) > 1 and _have_known_name(columns)
    if not (_are_numbers(names) or (named and _are_alike(columns) and not _have_known_name(names))):
        return None
    notes.add("json_columns")
    _note_row_names(list(names), notes)
    return [{key: column.get(row) for key, column in columns.items()} for row in names]


def _rows_by_name(whole: Record, notes: NoteTaker) -> list[Record] | None:
    """Read {"0": {"text": "寺"}, "1": {"text": "茶"}}, pandas' index."""
    rows = _objects(whole)
    if rows is None:
        return None
    names = [key for row in rows.values() for key in row]
    if not (_are_numbers(rows) or (len(rows) > 1 and _are_alike(rows) and _have_known_name(names))):
        return None
    _note_row_names(list(rows), notes)
    return list(rows.values())


def _rows_of_lists(whole: Record, notes: NoteTaker, *, name: str) -> list[Record] | None:
    """Read {"text": ["寺", "茶"], "label": [1, 2]}."""
    columns = {key: value for key, value in whole.items() if isinstance(value, list)}
    if len(columns) < len(whole) or not any(columns.values()):
        return None
    if any(isinstance(column[0], dict) for column in columns.values() if column):
        return None  # lists of records
    if len(columns) == 1 and isinstance(next(iter(columns.values()))[0], list):
        return None  # rows without names
    first, *others = columns.items()
    for other in others:
        _check_length(first, other, name=name)
    notes.add("json_columns")
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _path_of_list(whole: Record, *, name: str) -> Path | None:
    """Find the list of the records in an object; None where the object is a record itself."""
    lists = {path: value for path, value in record_fields(whole, set()) if isinstance(value, list)}
    of_records = [path for path, value in lists.items() if value and isinstance(value[0], dict)]
    called_so = [path for path in lists if path[-1] in _LIST_NAMES]
    with_texts = [path for path in of_records if _has_text(lists[path][0])]
    if _has_text(whole):  # its own lists may hold spans or answers
        found = [path for path in called_so if path in with_texts]
    else:
        found = of_records or called_so
    for better in (with_texts, called_so):
        found = [path for path in found if path in better] or found
    if len(found) > 1:
        raise JsonListsError(path=name, keys=", ".join(map(column_name, found)))
    return found[0] if found else None


def _rows_at(whole: Record, path: Path, notes: NoteTaker, *, name: str) -> list[Record]:
    fields = dict(record_fields(whole, set()))
    elements, key = fields.pop(path), column_name(path)
    if not isinstance(elements, list):
        raise TypeError(f"a path leads to a list. Received: {path}")
    notes.add("json_within", place=key)
    if beside := [column_name(other) for other, value in fields.items() if value is not None]:
        notes.add("json_beside", count=f"{len(beside):,}", first=beside[0])
    texts = bool(elements) and is_text(elements[0])
    if texts:
        notes.add("json_texts")
    rows: list[Record] = []
    for number, element in enumerate(elements):
        record = record_of(element, texts=texts)
        if record is None:
            place = f"{key}[{number}]"
            raise JsonElementError(path=name, place=place, received=kind_of(element))
        rows.append(record)
    return rows


def _has_text(record: Record) -> bool:
    return any(
        isinstance(value, str) and usual_name(path[-1]) in TEXT_NAMES
        for path, value in record_fields(record, set())
    )


def _objects(whole: Record) -> dict[str, dict[str, object]] | None:
    """Return an object of nothing but objects as one."""
    objects = {key: value for key, value in whole.items() if isinstance(value, dict) and value}
    return objects if objects and len(objects) == len(whole) else None


def _are_alike(objects: Mapping[str, Record]) -> bool:
    first, *others = (set(value) for value in objects.values())
    return all(other == first for other in others)


def _are_numbers(names: Iterable[str]) -> bool:
    """Say whether rows have no names of their own."""
    return all(name.isdecimal() for name in names)


def _have_known_name(names: Iterable[str]) -> bool:
    return any(usual_name(name) in KNOWN_NAMES for name in names)


def _check_length(
    first: tuple[str, Sequence[object]], other: tuple[str, Sequence[object]], *, name: str
) -> None:
    """Refuse lists of one table that differ in length; each with its name."""
    if len(first[1]) != len(other[1]):
        raise JsonLengthsError(
            path=name,
            first=first[0],
            length=f"{len(first[1]):,}",
            other=other[0],
            received=f"{len(other[1]):,}",
        )


def _note_row_names(names: object, notes: NoteTaker) -> None:
    """Say that names of rows are not read, unless they only count them."""
    if not isinstance(names, list) or not names:
        return
    if [str(row) for row in names] != [str(row) for row in range(len(names))]:
        notes.add("json_row_names", count=f"{len(names):,}", first=str(names[0]))
