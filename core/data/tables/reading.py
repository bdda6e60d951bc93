"""How a file was read, as it is said to the person who brought it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path

from core.data.encodings.encoding import Encoding
from core.words.lookup import Word

_SHOWN = 60  # characters of a first row


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What a person may say of a file; what is None, the reader finds out.

    Attributes:
        sheet: the name of a sheet of Excel's.
        encoding: a name that `core.data.encodings.encoding.named_encoding` knows.
    """

    sheet: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to be said about a file; its sentence is the word "read_<name>"."""

    name: str
    values: Mapping[str, object]

    def sentence(self, word: Word) -> str:
        """Return the sentence in the language of `word`."""
        return word(f"read_{self.name}", **self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of a file.

    Attributes:
        columns: the names of the columns that are read.
        num_rows: how many rows are read.
        notes: what else has to be said: what is not read, what was changed or chosen.
        encoding: of a text file.
        first_row: as it is read; the first that is more than ASCII, if there is one: people judge
            a guessed encoding by it.
        first_row_number: which row that is, from 1.
        sheet: which one of Excel's is read.
        sheets: all that can be chosen.
    """

    columns: tuple[str, ...]
    num_rows: int
    notes: tuple[Note, ...] = ()
    encoding: Encoding | None = None
    first_row: tuple[str, ...] = ()
    first_row_number: int = 1
    sheet: str | None = None
    sheets: tuple[str, ...] = ()

    def reading_sentence(self, word: Word) -> str:
        """Return all that is said about the file, in the language of `word`."""
        size = {"columns": f"{len(self.columns):,}", "rows": f"{self.num_rows:,}"}
        sentences = [word("read_size", **size)]
        if self.encoding is not None and self.encoding.guessed:
            sentences.append(
                word("read_guessed", encoding=self.encoding.name, row=self._shown_row(word))
            )
        sentences += [note.sentence(word) for note in self.notes]
        return reduce(lambda first, second: word("read_two", first=first, second=second), sentences)

    def _shown_row(self, word: Word) -> str:
        """Return what shows people whether the encoding is right: a row, else the names."""
        cells, kind = self.first_row, "first_row" if self.first_row_number == 1 else "row"
        if all(map(str.isascii, cells)) and not all(map(str.isascii, self.columns)):
            cells, kind = self.columns, "names"
        row = " | ".join(cells)
        if len(row) > _SHOWN:
            row = " | ".join(cell for cell in cells if not cell.isascii()) or row
        row = row if len(row) <= _SHOWN else row[:_SHOWN] + "…"
        return word(f"read_{kind}", row=row, number=f"{self.first_row_number:,}")

    def record(self, word: Word) -> dict[str, object]:
        """Return what became of the file as JSON values."""
        return {
            "columns": len(self.columns),
            "rows": self.num_rows,
            "encoding": self.encoding and self.encoding.name,
            "encoding_guessed": self.encoding and self.encoding.guessed,
            "sheet": self.sheet,
            "notes": [{"name": note.name, **note.values} for note in self.notes],
            "reading_sentence": self.reading_sentence(word),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A file that was gone through once.

    Attributes:
        rows: goes through it once more and gives row after row, a text for every column; a
            missing cell is "".
    """

    reading: Reading
    rows: Callable[[], Iterator[Sequence[str]]]


# Reads (path, what messages call the file, options).
Reader = Callable[[Path, str, ReadOptions], TableFile]


@dataclass(slots=True)
class NoteTaker:
    """Collects notes while a file is gone through."""

    _notes: dict[str, dict[str, object]] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, /, **values: object) -> None:
        """Say something that is said once."""
        self._notes[name] = values

    def count(self, name: str, /, **first: object) -> None:
        """Count something; the sentence gets {count}, and the other values of the first."""
        self._notes.setdefault(name, first)
        self._counts[name] = self._counts.get(name, 0) + 1

    def notes(self) -> tuple[Note, ...]:
        """Return the notes in the order in which they began."""
        return tuple(
            Note(name=name, values=values | self._count(name))
            for name, values in self._notes.items()
        )

    def _count(self, name: str) -> dict[str, str]:
        return {"count": f"{self._counts[name]:,}"} if name in self._counts else {}
