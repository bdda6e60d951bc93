"""Records with objects inside as the rows of a table: the field "text" of "data" is data.text."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

MAX_DEPTH = 5  # keys on the way to a cell
_MAX_KEYS = 100  # of an object; one that has more, of all records together, is a dictionary

Path = tuple[str, ...]  # the keys on the way to a cell


def column_name(path: Path) -> str:
    """Return what a column is called, if no other is."""
    return ".".join(path)


@dataclass(slots=True)
class FieldFinder:
    """Finds the columns of records.

    An object stays whole, a cell of its own, where the same key also holds something else.
    """

    whole: set[Path] = field(default_factory=set)
    _filled: dict[Path, bool] = field(default_factory=dict)  # by field
    _keys: dict[Path, set[str]] = field(default_factory=dict)  # of objects that are taken apart

    def add(self, record: Mapping[str, object]) -> None:
        """Look at one record more."""
        for path, value in record_fields(record, self.whole):
            filled = self._filled.get(path)
            if filled or (filled is not None and value is None):
                continue  # nothing new
            above = [path[:depth] for depth in range(1, len(path))]
            if not self.whole.isdisjoint(above):  # since this very record
                continue
            self._filled[path] = value is not None
            for depth, object_path in enumerate(above, start=1):
                self._add_key(object_path, path[depth])
            if value is not None and path in self._keys:
                self._keep_whole(path)

    def columns(self) -> list[Path]:
        """Return the columns in the order in which they were first seen."""
        return [
            path
            for path, filled in self._filled.items()
            # What was empty here is an object elsewhere.
            if not (path in self._keys and not filled)
        ]

    def num_fields(self) -> int:
        """Return how many there are so far."""
        return len(self._filled)

    def _add_key(self, path: Path, key: str) -> None:
        if path in self.whole:
            return
        keys = self._keys.setdefault(path, set())
        keys.add(key)
        if len(keys) > _MAX_KEYS or self._filled.get(path):
            self._keep_whole(path)

    def _keep_whole(self, path: Path) -> None:
        self.whole.add(path)
        # It stands where the first of its fields stood.
        place = next(other for other in self._filled if other[: len(path)] == path)
        self._filled = {
            (path if other == place else other): filled or other == place
            for other, filled in self._filled.items()
            if other == place or other[: len(path)] != path
        }
        self._keys = {
            other: keys for other, keys in self._keys.items() if other[: len(path)] != path
        }


def record_fields(record: Mapping[str, object], whole: Set[Path]) -> Iterator[tuple[Path, object]]:
    """Give the fields of a record; an empty object is a missing value.

    Args:
        whole: the objects that are not taken apart.
    """
    yield from _fields(record, (), whole)


def _fields(
    record: Mapping[str, object], above: Path, whole: Set[Path]
) -> Iterator[tuple[Path, object]]:
    for key, value in record.items():
        path = (*above, key)
        if not isinstance(value, dict):
            yield path, value
        elif not value:
            yield path, None
        elif len(path) == MAX_DEPTH or path in whole:
            yield path, value
        else:
            yield from _fields(value, path, whole)
