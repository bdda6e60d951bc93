"""Table in, table out: the rows of a file and, beside them, what a model says."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event

import numpy as np
import pandas as pd

from core.analyzer import Analyzer
from core.batch.predict import BatchResult, predict_batch
from core.data.answer_columns import COLUMNS
from core.data.columns import Columns, guess_columns
from core.data.own_predictions import prediction_columns
from core.data.table import iterate_table
from core.data.tables.readers import NO_OPTIONS
from core.data.tables.reading import Reading, ReadOptions
from core.errors import (
    ColumnMissingError,
    ColumnsDifferError,
    OwnPredictionError,
    TableNoRowsError,
)

_CHUNK_ROWS = 1_000  # read, predicted and given on together; a few of them are in memory

# Of the kinds of columns; all of them can say that a cell is missing.
_DTYPES = {"text": "str", "number": "float64", "integer": "Int64", "boolean": "boolean"}


def batch_frame(result: BatchResult, *, language: str) -> pd.DataFrame:
    """Return what the model says, one row per row, in the columns of `core.data.answer_columns`.

    Where a row failed, all but `error` are missing; where nothing failed, that is.

    Args:
        language: of the errors, "ja" or "en".
    """
    values = _values(result, language=language)
    return pd.DataFrame(
        {
            # The stubs know every kind by its name alone, none that is looked up.
            name: pd.array(values[name], dtype=_DTYPES[column.kind])  # type: ignore[call-overload]
            for column in COLUMNS
            for name in column.names(result.labels)
        }
    )


def _values(result: BatchResult, *, language: str) -> dict[str, Sequence | np.ndarray]:
    """Return the cells of every column (N,); NaN or None is a missing one."""
    labels = np.array([*result.labels, None], object)  # -1, of a row that failed, is the last
    unmeasured = np.isnan(result.scope_scores)  # (N,)
    return {
        "predicted": labels[result.predicted_ids],
        "confidence": result.confidence,
        **{
            f"p_{label}": result.probabilities[:, number]
            for number, label in enumerate(result.labels)
        },
        "tokens": np.where(result.answered, result.num_tokens, np.nan),
        "unknown": np.where(result.answered, result.num_unknown, np.nan),
        "truncated": np.where(result.answered, result.num_truncated, np.nan),
        "scope_score": result.scope_scores,
        "out_of_scope": np.where(unmeasured, np.nan, result.out_of_scope),
        "error": [None if error is None else error.sentence(language) for error in result.errors],
    }


def predict_frame(
    analyzer: Analyzer,
    table: pd.DataFrame,
    columns: Columns,
    *,
    source: str,
    reading: Reading | None = None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> BatchResult:
    """Predict every row of a table that `core.data.table` read.

    Args:
        source, reading, on_progress: see `predict_batch`.

    Raises:
        ColumnMissingError, OwnPredictionError: see `check_columns`.
    """
    text, label, group = columns.text, columns.label, columns.group
    check_columns(table.columns.tolist(), text=text, label=label, group=group, source=source)
    return predict_batch(
        analyzer,
        table[text].tolist(),
        true_labels=None if label is None else table[label].tolist(),
        groups=None if group is None else table[group].tolist(),
        source=source,
        reading=reading,
        on_progress=on_progress,
    )


def predict_files(
    analyzer: Analyzer,
    paths: Sequence[Path],
    columns: Columns,
    *,
    workers: int,
    options: ReadOptions = NO_OPTIONS,
) -> Iterator[tuple[pd.DataFrame, BatchResult]]:
    """Predict files of any length, piece by piece; few pieces are in memory at a time.

    Args:
        columns: which all the files have.
        workers: how many threads predict.
        options: what the person says of the files.

    Yields:
        The rows of each piece, in order, and what the model says of them.

    Raises:
        CoreError: a file cannot be read, see `core.data.table.iterate_table`.
    """
    stopped = Event()

    def stop_early(done: int, total: int) -> None:
        if stopped.is_set():
            raise CancelledError

    predict = partial(predict_frame, analyzer, columns=columns, on_progress=stop_early)
    waiting: deque[tuple[pd.DataFrame, Future[BatchResult]]] = deque()
    pool = ThreadPoolExecutor(workers)
    try:
        for path in paths:
            for table in iterate_table(path, chunk_rows=_CHUNK_ROWS, options=options):
                waiting.append((table, pool.submit(predict, table, source=str(path))))
                if len(waiting) > workers:
                    done, answer = waiting.popleft()
                    yield done, answer.result()
        for done, answer in waiting:
            yield done, answer.result()
    finally:
        stopped.set()  # Ctrl+C does not wait for the pieces that are being predicted
        pool.shutdown(cancel_futures=True)


def join_frames(table: pd.DataFrame, answers: pd.DataFrame) -> pd.DataFrame:
    """Put the columns of `batch_frame` behind those of the table, row by row.

    One that is called like a column of the table gets a number: predicted_2.
    """
    taken = set(table.columns)
    names = {}
    for column in answers.columns:
        name, number = column, 2
        while name in taken:
            name, number = f"{column}_{number}", number + 1
        names[column] = name
        taken.add(name)
    return pd.concat(
        [table, answers.rename(columns=names).set_axis(table.index)],
        axis="columns",
    )


def choose_columns(
    readings: Sequence[tuple[Path, Reading]],
    *,
    text: str | None,
    label: str | None,
    group: str | None,
    options: ReadOptions,
) -> Columns:
    """Choose the columns of files that are one table; the texts are guessed if nobody names them.

    Hours of work are not to end in a last file that has others.

    Args:
        readings: the files, and what became of each.
        options: with which they were read.

    Raises:
        ColumnsDifferError: the files have different columns.
        ColumnMissingError, OwnPredictionError: see `check_columns`.
        TableNoRowsError: no file has a row.
    """
    first, found = readings[0][0], readings[0][1].columns
    for path, reading in readings:
        if reading.columns != found:
            raise ColumnsDifferError(path=path, first=first, columns=", ".join(reading.columns))
    check_columns(found, text=text, label=label, group=group, source=str(first))
    if not any(reading.num_rows for _, reading in readings):
        raise TableNoRowsError(path=first, columns=", ".join(found))
    text = text or guess_columns(next(iterate_table(first, options=options)), labels=()).text
    return Columns(text=text, label=label, group=group)


def check_columns(
    columns: Sequence[str], *, text: str | None, label: str | None, group: str | None, source: str
) -> None:
    """Make sure that a table has the columns, and that no prediction is taken for the truth.

    Raises:
        ColumnMissingError: naming the first that is missing.
        OwnPredictionError: the true labels are to be what a model predicted.
    """
    for column in (text, label, group):
        if column is not None and column not in columns:
            raise ColumnMissingError(path=source, column=column, columns=", ".join(columns))
    if label in prediction_columns(columns):
        raise OwnPredictionError(path=source, column=label)
