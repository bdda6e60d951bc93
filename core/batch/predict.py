"""Many texts through one model: a row that fails keeps its error and loses nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.analyzer import Analyzer
from core.data.labels import match_labels
from core.data.tables.reading import Reading
from core.errors import CoreError
from core.text.limits import check_length
from core.types import UNK_ID, Prediction, TokenizedText

_ROWS = 256  # predicted together, between two steps of the progress


@dataclass(frozen=True, kw_only=True, eq=False)
class BatchResult:
    """The rows of a file and what a model says about them.

    N rows, C labels. Where a row failed, its numbers are NaN or 0 and `errors` says why.

    Attributes:
        source: the name of the file.
        labels: the model's categories (C).
        texts: (N,).
        true_labels: (N,), as the file spells them, "" where it gives none; not necessarily labels
            of the model, see `true_ids`.
        groups: (N,), the article of each row, or "".
        probabilities, raw_probabilities: float64 (N, C), calibrated and as the network gives them.
        num_tokens, num_unknown, num_truncated: int64 (N,), all tokens of the text; those of them
            that the tokenizer does not know; those that did not fit into the window.
        scope_scores: float64 (N,), see `Prediction.scope_score`; NaN where not measured.
        scope_threshold: above it, a text counts as out of scope; None where not measured.
        errors: (N,), why a row could not be predicted, or None.
        reading: what became of the file; None where the rows are of none.
    """

    source: str
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    true_labels: tuple[str, ...]
    groups: tuple[str, ...]
    probabilities: np.ndarray
    raw_probabilities: np.ndarray
    num_tokens: np.ndarray
    num_unknown: np.ndarray
    num_truncated: np.ndarray
    scope_scores: np.ndarray
    scope_threshold: float | None
    errors: tuple[CoreError | None, ...]
    reading: Reading | None = None

    def __post_init__(self) -> None:
        size = len(self.texts)
        for name in ("true_labels", "groups", "errors"):
            if len(getattr(self, name)) != size:
                raise ValueError(f"{name} must have {size}. Received: {len(getattr(self, name))}")
        for name in ("probabilities", "raw_probabilities"):
            if getattr(self, name).shape != (size, len(self.labels)):
                raise ValueError(
                    f"{name} must be ({size}, {len(self.labels)}). "
                    f"Received: {getattr(self, name).shape}"
                )
        for name in ("num_tokens", "num_unknown", "num_truncated", "scope_scores"):
            if getattr(self, name).shape != (size,):
                raise ValueError(f"{name} must be ({size},). Received: {getattr(self, name).shape}")
        for array in (
            self.probabilities,
            self.raw_probabilities,
            self.num_tokens,
            self.num_unknown,
            self.num_truncated,
            self.scope_scores,
        ):
            array.setflags(write=False)

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def answered(self) -> np.ndarray:
        """Which rows were answered: bool (N,), False where a row failed."""
        return np.array([error is None for error in self.errors], bool)

    @cached_property
    def predicted_ids(self) -> np.ndarray:
        """int64 (N,), the number of the predicted label, -1 where a row failed."""
        filled = np.nan_to_num(self.probabilities, nan=0.0)
        return np.where(self.answered, filled.argmax(axis=1), -1)

    @cached_property
    def true_ids(self) -> np.ndarray:
        """int64 (N,), the number of the true label, -1 where there is none or no such label.

        Spellings may differ, see `core.data.labels`.
        """
        number = match_labels(self.true_labels, self.labels)
        return np.array([number[label] for label in self.true_labels], np.int64)

    @cached_property
    def judged(self) -> np.ndarray:
        """Which rows have an answer and a label to judge it by: bool (N,)."""
        return self.answered & (self.true_ids >= 0)

    @cached_property
    def right(self) -> np.ndarray:
        """Which judged rows are predicted right: bool (N,)."""
        return self.judged & (self.predicted_ids == self.true_ids)

    @cached_property
    def confidence(self) -> np.ndarray:
        """float64 (N,), the calibrated probability of the predicted label; NaN where it failed."""
        return self.probabilities.max(axis=1)

    @cached_property
    def out_of_scope(self) -> np.ndarray:
        """Which texts count as out of scope: bool (N,)."""
        if self.scope_threshold is None:
            return np.zeros(len(self), bool)
        return self.scope_scores > self.scope_threshold


def predict_batch(
    analyzer: Analyzer,
    texts: Sequence[str],
    *,
    true_labels: Sequence[str] | None = None,
    groups: Sequence[str] | None = None,
    source: str = "",
    reading: Reading | None = None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> BatchResult:
    """Predict every row.

    Args:
        true_labels, groups: one per text, or None where there are none.
        source: the name of the file, for people.
        reading: what became of the file.
        on_progress: called with (rows done, all rows) before the first and after every few
            hundred rows; an exception it raises ends the work.
    """
    size, num_labels = len(texts), len(analyzer.labels)
    errors: list[CoreError | None] = [None] * size
    probabilities = np.full((size, num_labels), np.nan)  # (N, C)
    raw_probabilities = np.full((size, num_labels), np.nan)  # (N, C)
    num_tokens, num_unknown, num_truncated = np.zeros((3, size), np.int64)  # (N,) each
    scope_scores = np.full(size, np.nan)  # (N,)
    scope_threshold = None
    on_progress(0, size)
    for start in range(0, size, _ROWS):
        rows: list[int] = []
        tokenized: list[TokenizedText] = []
        for row in range(start, min(start + _ROWS, size)):
            try:
                tokenized.append(_tokenize(analyzer, texts[row]))
                rows.append(row)
            except CoreError as error:
                errors[row] = error
        for row, prediction in zip(rows, _predict(analyzer, tokenized), strict=True):
            tokens = prediction.tokenized.tokens
            probabilities[row] = prediction.probabilities
            raw_probabilities[row] = prediction.raw_probabilities
            num_tokens[row] = len(tokens)
            num_unknown[row] = sum(token.id == UNK_ID for token in tokens)
            num_truncated[row] = prediction.num_truncated
            if prediction.scope_score is not None:
                scope_scores[row] = prediction.scope_score
                scope_threshold = prediction.scope_threshold
        on_progress(min(start + _ROWS, size), size)
    return BatchResult(
        source=source,
        reading=reading,
        labels=analyzer.labels,
        texts=tuple(texts),
        true_labels=("",) * size if true_labels is None else tuple(true_labels),
        groups=("",) * size if groups is None else tuple(groups),
        probabilities=probabilities,
        raw_probabilities=raw_probabilities,
        num_tokens=num_tokens,
        num_unknown=num_unknown,
        num_truncated=num_truncated,
        scope_scores=scope_scores,
        scope_threshold=scope_threshold,
        errors=tuple(errors),
    )


def _tokenize(analyzer: Analyzer, text: str) -> TokenizedText:
    check_length(text)
    return analyzer.tokenize(text)


def _predict(analyzer: Analyzer, tokenized: Sequence[TokenizedText]) -> list[Prediction]:
    return analyzer.predict(tokenized) if tokenized else []
