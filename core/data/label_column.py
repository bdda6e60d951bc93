"""Whether a column of a file can hold labels at all, told before anything is predicted."""

import unicodedata
from dataclasses import dataclass

import pandas as pd

from core.data.table import Columns

_MANY = 20  # different values: fewer may be the labels of another model
_LOOKED_AT = 1_000  # rows, when another column is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLabels:
    """A column that was taken for the labels and holds something else: numbers, names, sentences.

    Attributes:
        kinds: different values.
        known: those of them that are labels of the model.
        better: the column that most labels of the model stand in; None where none does.
    """

    column: str
    kinds: int
    known: int
    better: str | None


def no_labels(table: pd.DataFrame, columns: Columns, *, labels: tuple[str, ...]) -> NoLabels | None:
    """Return what is odd about the column of the labels; None where it may hold some.

    Odd are many different values of which the model knows less than half.

    Args:
        labels: of the model.
    """
    if columns.label is None:
        return None
    wanted = {_key(label) for label in labels}
    kinds = {_key(value) for value in table[columns.label].unique()} - {""}
    known = len(kinds & wanted)
    if len(kinds) < _MANY or 2 * known >= len(kinds):
        return None
    head = table.head(_LOOKED_AT)
    shares = {
        column: head[column].map(lambda cell: _key(cell) in wanted).mean()
        for column in table.columns
        if column not in (columns.text, columns.label)
    }
    better = max(shares, key=lambda column: shares[column], default=None)
    return NoLabels(
        column=columns.label,
        kinds=len(kinds),
        known=known,
        better=better if better is not None and shares[better] > 0.5 else None,
    )


def _key(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip()
