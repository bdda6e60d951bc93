"""Which columns of a table hold what a model predicted: they never judge a model.

In files that this program wrote (`batch`; `analyze --json` and `explain --json`, made a table of
by whoever) they are known by the names beside them, elsewhere by their own names, and a copy by
its cells.
"""

import re
from collections.abc import Sequence

import pandas as pd

from core.data.answer_columns import answers_among
from core.data.column_names import usual_name
from core.data.labels import label_key
from core.data.tables.formula_mark import is_own_output

_NUMBER = r"(?:[_ ](?:\d+|x|y))?"  # `core.batch.table.join_frames` and pandas tell names apart so
_PREDICTED = re.compile(
    rf"(?:(?:y_?)?pred(?:icted|ictions?|s)?(?:[_ ]?(?:label|class|category))?{_NUMBER})"
    rf"|(?:(?:モデルの)?(?:予測|推定)(?:ラベル|分類|カテゴリー?|クラス|結果)?{_NUMBER})"
)
# The keys of `core.view.json`, which a table has with a dot and the key inside, too. Three of them,
# one of the first two, are a file of ours, and its label and target are predicted.
_ANSWER_KEYS = ("probabilities", "methods")
_KEYS = (
    *(*_ANSWER_KEYS, "schema", "model", "raw_probabilities", "method", "signed", "unit", "scope"),
    *("num_tokens", "num_truncated", "padding_share", "tokens", "agreement", "sentences", "flip"),
)
_KEY = re.compile(rf"(?P<key>{'|'.join(_KEYS)})(?:[._/:\[].*)?", re.DOTALL)
_PREDICTED_KEYS = ("label", "target")
_CHANCE = re.compile(r"(?:p_|probabilities[._/:])(?P<label>.+)", re.DOTALL)
_LOOKED_AT = (20, 1_000)  # rows at first, all of them only where these are alike


def prediction_columns(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that are by their names predicted labels, in their order."""
    answers = _json_columns(columns)
    return tuple(
        column
        for column in columns
        if _PREDICTED.fullmatch(usual_name(column))
        or (column in answers and usual_name(column) in _PREDICTED_KEYS)
    )


def answer_columns(columns: Sequence[str]) -> frozenset[str]:
    """Return all columns that this program wrote, and those of `prediction_columns`."""
    own = answers_among(columns) if is_own_output(columns) else {}
    return frozenset((*own, *_json_columns(columns), *prediction_columns(columns)))


def copied_predictions(table: pd.DataFrame) -> tuple[str, ...]:
    """Return the columns that say in every row what is predicted there, by whatever name.

    One that stands before the answers of `batch` was in the file before it was answered: there it
    is a true label, and the model is right in every row.
    """
    columns = table.columns.tolist()
    predicted = prediction_columns(columns)
    chances = {column: match["label"] for column in columns if (match := _CHANCE.fullmatch(column))}
    if not predicted and len(chances) < 2:
        return ()
    later = columns
    if predicted and is_own_output(columns):
        later = columns[columns.index(predicted[0]) :]
    answers = answer_columns(columns)
    copies = [column for column in later if column not in answers and (table[column] != "").any()]
    for rows in (*map(table.head, _LOOKED_AT), table):
        said = [rows[column].map(label_key) for column in predicted]
        if len(chances) > 1:
            said.append(_likeliest(rows, chances).map(label_key))
        keys = {column: rows[column].map(label_key) for column in copies}
        copies = [name for name in copies if any(keys[name].eq(other).all() for other in said)]
    return tuple(copies)


def _likeliest(rows: pd.DataFrame, chances: dict[str, str]) -> pd.Series:
    """Return the label of the largest probability of each row, "" where there is none."""
    numbers = rows[list(chances)].apply(pd.to_numeric, errors="coerce")
    likeliest = numbers.fillna(-1.0).idxmax(axis="columns").map(chances)
    return likeliest.where(numbers.notna().any(axis="columns"), "")


def _json_columns(columns: Sequence[str]) -> frozenset[str]:
    """Return the columns of a file of `core.view.json` but for its text; none of another file."""
    keys = {
        column: match["key"] for column in columns if (match := _KEY.fullmatch(usual_name(column)))
    }
    if len(set(keys.values())) < 3 or not any(key in keys.values() for key in _ANSWER_KEYS):
        return frozenset()
    return frozenset((*keys, *(one for one in columns if usual_name(one) in _PREDICTED_KEYS)))
