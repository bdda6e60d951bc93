"""The rows that 検査 asks a model about: a table, and which of its columns hold what."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from core.data.columns import Columns, guess_columns
from core.data.dataset import read_part, without_topic_tags
from core.data.own_predictions import copied_predictions, prediction_columns
from core.data.table import read_table
from core.data.tables.readers import NO_OPTIONS
from core.data.tables.reading import Reading, ReadOptions
from core.errors import TooFewExamplesError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """A table and its columns.

    Attributes:
        source: what people call the file.
        table: every cell is text.
        digest: SHA-256 of what the table was made from.
        reading: what became of the file; None for a part of a dataset.
    """

    source: str
    table: pd.DataFrame
    columns: Columns
    digest: str
    reading: Reading | None = None

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The columns of predictions, where no other one holds true labels."""
        if self.columns.label is not None:
            return ()
        predicted = prediction_columns(self.table.columns.tolist())
        return (*predicted, *copied_predictions(self.table))

    @property
    def key(self) -> tuple[object, ...]:
        """What two sets of rows share only if they are the same."""
        reading = self.reading
        way = reading and (reading.sheet, reading.encoding)  # one file can be read in several
        return self.digest, way, self.columns.text, self.columns.label, self.columns.group


def read_file_rows(
    path: Path, *, name: str, labels: tuple[str, ...], options: ReadOptions = NO_OPTIONS
) -> Rows:
    """Read a file whose columns are guessed.

    Args:
        name: what people call it; its suffix says what it is.
        labels: the categories of the model.
        options: what the person says of the file.

    Raises:
        CoreError: see `core.data.table.read_table`.
    """
    table = read_table(path, name=name, options=options)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Rows(
        source=name,
        table=table.frame,
        columns=guess_columns(table.frame, labels=labels),
        digest=digest,
        reading=table.reading,
    )


def read_part_rows(folder: Path, part: str, *, keep_tags: bool) -> Rows:
    """Read a part of a dataset as a model is asked about it.

    Args:
        part: "train", "validation" or "test".
        keep_tags: whether the topic tags stay in the texts.

    Raises:
        TooFewExamplesError: it holds no row.
        CoreError: see `core.data.dataset.read_part`.
    """
    examples = read_part(folder, part)
    if not keep_tags:
        examples = without_topic_tags(examples)
    if not examples:
        raise TooFewExamplesError(counts=f"{part}: 0")
    rows = [(example.text, example.label, example.group) for example in examples]
    return Rows(
        source=f"{folder.name}/{part}",
        table=pd.DataFrame(rows, columns=["feature", "label", "group"], dtype="str"),
        columns=Columns(text="feature", label="label", group="group"),
        digest=hashlib.sha256(repr(rows).encode()).hexdigest(),
    )
