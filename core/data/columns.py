"""Which columns of a table hold what: guessed by their names, else by what is in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from core.data.column_names import GROUP_NAMES, LABEL_NAMES, TEXT_NAMES, usual_name
from core.data.labels import match_labels
from core.data.own_predictions import answer_columns, copied_predictions

_JAPANESE = re.compile("[ぁ-ゖァ-ヺ一-鿿]")
_LOOKED_AT = 1_000  # rows, when the columns are guessed


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns hold the texts, the true labels and the articles; None where none does."""

    text: str
    label: str | None
    group: str | None


def guess_columns(table: pd.DataFrame, *, labels: Sequence[str]) -> Columns:
    """Guess which column holds what: by its name, else by what is in it.

    The texts are in the column with the longest Japanese ones; the true labels are where labels
    of the model stand, or in a column that is called so. What a model predicted is neither.

    Args:
        labels: the categories of the model.
    """
    answers = answer_columns(table.columns.tolist())
    columns = [column for column in table.columns if column not in answers] or list(table.columns)
    # Of a nested field, "data.text", the last name.
    names = {column: usual_name(column.rpartition(".")[2]) for column in columns}
    head = table.head(_LOOKED_AT)

    def named(candidates: Sequence[str], taken: Sequence[str | None]) -> str | None:
        free = {wanted: column for column, wanted in names.items() if column not in taken}
        return next((free[wanted] for wanted in candidates if wanted in free), None)

    def length(column: str) -> tuple[bool, float]:
        return bool(head[column].str.contains(_JAPANESE).any()), head[column].str.len().mean()

    text = named(TEXT_NAMES, ())
    if text is None:
        free = [name for name in columns if names[name] not in (*LABEL_NAMES, *GROUP_NAMES)]
        text = max(free or columns, key=length)
    no_labels = (text, *answers, *copied_predictions(table))
    label = named(LABEL_NAMES, no_labels)
    shares = {column: _share(head[column], labels) for column in columns if column not in no_labels}
    if shares and (label is None or not shares[label]):
        best = max(shares, key=lambda column: shares[column])
        label = best if shares[best] > 0.5 else label
    return Columns(text=text, label=label, group=named(GROUP_NAMES, (text, label)))


def _share(cells: pd.Series, labels: Sequence[str]) -> float:
    """Return the share of labels of the model among the cells that are not empty."""
    filled = cells[cells != ""]
    found = match_labels(filled, labels)
    return float((filled.map(found) >= 0).mean()) if len(filled) else 0.0
