"""Table in, table out: the rows of a file and, beside them, what a model says."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from core.analyzer import Analyzer
from core.batch import BatchResult, predict_batch
from core.errors import ColumnMissingError


def batch_frame(result: BatchResult, *, language: str) -> pd.DataFrame:
    """Return what the model says, one row per row.

    The columns: predicted, confidence, p_<label> for every label, tokens, unknown, truncated,
    scope_score, out_of_scope, error. Where a row failed, all but the last are missing; where
    nothing failed, the last is.

    Args:
        language: of the errors, "ja" or "en".
    """
    failed = ~result.answered  # (N,)
    labels = np.array([*result.labels, None], object)  # -1, of a row that failed, is the last
    counts = {
        "tokens": result.num_tokens,
        "unknown": result.num_unknown,
        "truncated": result.num_truncated,
    }
    out_of_scope = result.out_of_scope
    unmeasured = np.isnan(result.scope_scores)  # (N,)
    return pd.DataFrame(
        {
            "predicted": pd.array(labels[result.predicted_ids], dtype="str"),
            "confidence": result.confidence,
            **{
                f"p_{label}": result.probabilities[:, number]
                for number, label in enumerate(result.labels)
            },
            **{name: pd.arrays.IntegerArray(row.copy(), failed) for name, row in counts.items()},
            "scope_score": result.scope_scores,
            "out_of_scope": pd.arrays.BooleanArray(out_of_scope.copy(), unmeasured),
            "error": pd.array(
                [None if error is None else error.sentence(language) for error in result.errors],
                dtype="str",
            ),
        }
    )


def predict_frame(
    analyzer: Analyzer,
    table: pd.DataFrame,
    *,
    text: str,
    label: str | None = None,
    group: str | None = None,
    source: str = "",
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> BatchResult:
    """Predict every row of a table that `core.table` read.

    Args:
        text, label, group: names of columns; None where there is none.
        source, on_progress: see `predict_batch`.

    Raises:
        ColumnMissingError: the table has no such column.
    """
    check_columns(table.columns, (text, label, group), source=source)
    return predict_batch(
        analyzer,
        table[text].tolist(),
        true_labels=None if label is None else table[label].tolist(),
        groups=None if group is None else table[group].tolist(),
        source=source,
        on_progress=on_progress,
    )


def join_frames(table: pd.DataFrame, answers: pd.DataFrame) -> pd.DataFrame:
    """Put the columns of `batch_frame` behind those of the table, row by row.

    One that is called like a column of the table gets a number: predicted_2.
    """
    taken = set(table.columns)
    names = {}
    for column in answers:
        name, number = column, 2
        while name in taken:
            name, number = f"{column}_{number}", number + 1
        names[column] = name
        taken.add(name)
    return pd.concat(
        [table, answers.rename(columns=names).set_axis(table.index)],
        axis="columns",
    )


def answer_frame(
    analyzer: Analyzer,
    table: pd.DataFrame,
    *,
    text: str,
    label: str | None = None,
    group: str | None = None,
    language: str,
) -> pd.DataFrame:
    """Return the table and what the model says of each row, see `batch_frame`, `join_frames`."""
    result = predict_frame(analyzer, table, text=text, label=label, group=group)
    return join_frames(table, batch_frame(result, language=language))


def check_columns(columns: Sequence[str], wanted: Sequence[str | None], *, source: str) -> None:
    """Make sure that a table has the columns.

    Raises:
        ColumnMissingError: naming the first that is missing.
    """
    for column in wanted:
        if column is not None and column not in columns:
            raise ColumnMissingError(path=source, column=column, columns=", ".join(columns))
