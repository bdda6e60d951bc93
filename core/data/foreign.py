"""Texts that belong to none of a model's categories: `data/out_of_scope.csv`."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from core.errors import BrokenCaseError, ColumnMissingError
from core.files import read_text
from core.paths import DATA

OUT_OF_SCOPE = DATA / "out_of_scope.csv"
PARTS = ("validation", "test")

_COLUMNS = ("text", "kind", "part")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignText:
    """One text; `kind` says what it is, `part` whether one may choose by it or only measure."""

    text: str
    kind: str
    part: str


def read_foreign(path: Path) -> tuple[ForeignText, ...]:
    """Read a CSV file with the columns text, kind and part.

    Raises:
        FileMissingError, FileUnreadableError, ColumnMissingError, BrokenCaseError.
    """
    rows = csv.DictReader(io.StringIO(read_text(path), newline=""))
    columns = rows.fieldnames or []
    for column in _COLUMNS:
        if column not in columns:
            raise ColumnMissingError(path=path, column=column, columns=", ".join(columns))
    texts = []
    for row in rows:
        for column, allowed in (("part", row["part"] in PARTS), ("kind", bool(row["kind"]))):
            if not allowed:
                received = row[column]
                raise BrokenCaseError(
                    path=path, line=rows.line_num, column=column, received=received
                )
        texts.append(ForeignText(text=row["text"], kind=row["kind"], part=row["part"]))
    return tuple(texts)
