"""Two models on the same rows: who is right where, and the rows where they differ first."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.analyzer import Analyzer
from core.batch.predict import BatchResult, predict_batch
from core.stats.intervals import Interval
from core.stats.measure import measure
from core.stats.significance import Difference, compare_right


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Duel:
    """What two models say about the same N rows.

    Attributes:
        first, second: the answers of both.
        judged: bool (N,), True where both can be judged: both answered, both know the true label.
        differing: the numbers of the rows that both answered with different labels, the surest
            first: by the smaller of the two confidences.
        first_accuracy, second_accuracy: of the judged rows; None where there are none.
        difference: the first accuracy minus the second, paired; None where nothing is judged.
    """

    first: BatchResult
    second: BatchResult
    judged: np.ndarray
    differing: tuple[int, ...]
    first_accuracy: Interval | None
    second_accuracy: Interval | None
    difference: Difference | None

    @property
    def both(self) -> tuple[int, ...]:
        """The judged rows that both predict right."""
        return _rows(self.judged & self.first.right & self.second.right)

    @property
    def only_first(self) -> tuple[int, ...]:
        """The judged rows that the first alone predicts right."""
        return _rows(self.judged & self.first.right & ~self.second.right)

    @property
    def only_second(self) -> tuple[int, ...]:
        """The judged rows that the second alone predicts right."""
        return _rows(self.judged & ~self.first.right & self.second.right)

    @property
    def neither(self) -> tuple[int, ...]:
        """The judged rows that neither predicts right."""
        return _rows(self.judged & ~self.first.right & ~self.second.right)

    @property
    def own_labels(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The labels that only the first and that only the second model has."""
        first, second = self.first.labels, self.second.labels
        return (
            tuple(label for label in first if label not in second),
            tuple(label for label in second if label not in first),
        )


def duel_with(
    result: BatchResult,
    other: Analyzer,
    *,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> Duel:
    """Ask another model about the same rows.

    Args:
        on_progress: see `core.batch.predict.predict_batch`.
    """
    second = predict_batch(
        other,
        result.texts,
        true_labels=result.true_labels,
        groups=result.groups,
        source=result.source,
        on_progress=on_progress,
    )
    return compare_results(result, second)


def compare_results(first: BatchResult, second: BatchResult) -> Duel:
    """Set the answers of two models to the same rows side by side."""
    if (first.texts, first.true_labels) != (second.texts, second.true_labels):
        raise ValueError(
            "both models must be asked about the same rows. "
            f"Received: {len(first)} and {len(second)} rows that differ"
        )
    judged = first.judged & second.judged  # (N,)
    accuracies: list[Interval | None] = [None, None]
    difference = None
    if judged.any():
        groups = [first.groups[row] for row in _rows(judged)]
        accuracies = [
            measure(
                answers.true_ids[judged],
                answers.predicted_ids[judged],
                groups,
                labels=answers.labels,
            ).accuracy
            for answers in (first, second)
        ]
        difference = compare_right(first.right[judged], second.right[judged], groups)
    return Duel(
        first=first,
        second=second,
        judged=judged,
        differing=_differing(first, second),
        first_accuracy=accuracies[0],
        second_accuracy=accuracies[1],
        difference=difference,
    )


def _differing(first: BatchResult, second: BatchResult) -> tuple[int, ...]:
    rows = [
        row
        for row in _rows(first.answered & second.answered)
        # By name: the models may have other labels, or the same in another order.
        if predicted_label(first, row) != predicted_label(second, row)
    ]
    sureness = np.minimum(first.confidence, second.confidence)  # (N,)
    return tuple(sorted(rows, key=lambda row: -sureness[row]))


def predicted_label(result: BatchResult, row: int) -> str:
    """Return the name of the label that an answered row is predicted to have."""
    return result.labels[result.predicted_ids[row]]


def _rows(chosen: np.ndarray) -> tuple[int, ...]:
    return tuple(np.flatnonzero(chosen).tolist())
