"""Accuracy and, per label, precision, recall and F1 of predicted labels, each with its interval.

Every figure comes with what other articles would have given. C labels, G articles, R resamples.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.stats.intervals import (
    Interval,
    article_numbers,
    percentile_interval,
    ratio,
    resampled_sums,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMetrics:
    """What one label comes to.

    Attributes:
        precision: share of the rows predicted so that are so; NaN where none is predicted so.
        recall: share of the rows that are so that are predicted so; NaN where none is so.
        f1: harmonic mean of the two, 2·right / (predicted + true); NaN where no row is so.
        support: how many rows are so.
    """

    label: str
    precision: Interval
    recall: Interval
    f1: Interval
    support: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Metrics:
    """Figures of one model on one set of rows.

    Attributes:
        macro_f1: mean F1 of the labels that have rows.
        majority_label: the most frequent true label of these very rows.
        majority_baseline: accuracy of always answering it.
        confusion: int64 (C, C), rows are the true labels, columns the predicted ones.
        per_label: in the order of `labels`.
    """

    accuracy: Interval
    macro_f1: Interval
    majority_label: str
    majority_baseline: float
    labels: tuple[str, ...]
    confusion: np.ndarray
    per_label: tuple[LabelMetrics, ...]
    num_rows: int

    def __post_init__(self) -> None:
        size = len(self.labels)
        if self.confusion.shape != (size, size):
            raise ValueError(
                f"confusion must be ({size}, {size}). Received: {self.confusion.shape}"
            )
        self.confusion.setflags(write=False)


def measure(
    true_ids: np.ndarray,
    predicted_ids: np.ndarray,
    groups: Sequence[str],
    *,
    labels: Sequence[str],
) -> Metrics:
    """Compare predicted labels with true ones.

    Args:
        true_ids, predicted_ids: (N,), numbers into `labels`.
        groups: the article of each row, or "".

    Raises:
        ValueError: there are no rows.
    """
    if not len(true_ids):
        raise ValueError("rows are needed. Received: none")
    size = len(labels)
    article_of = article_numbers(groups)  # (N,)
    num_articles = int(article_of.max()) + 1
    cells = (article_of * size + true_ids) * size + predicted_ids  # (N,)
    by_article = np.bincount(cells, minlength=num_articles * size * size)
    by_article = by_article.reshape(num_articles, size * size)  # (G, C * C)
    confusion = by_article.sum(axis=0).reshape(size, size)  # (C, C)
    resamples = resampled_sums(by_article).reshape(-1, size, size)  # (R, C, C)
    values, drawn = _figures(confusion[None]), _figures(resamples)

    def interval(name: str, label: int = 0) -> Interval:
        low, high = percentile_interval(drawn[name][:, label])
        return Interval(value=float(values[name][0, label]), low=low, high=high)

    support = confusion.sum(axis=1)  # (C,)
    return Metrics(
        accuracy=interval("accuracy"),
        macro_f1=interval("macro_f1"),
        majority_label=labels[int(support.argmax())],
        majority_baseline=float(support.max() / support.sum()),
        labels=tuple(labels),
        confusion=confusion,
        per_label=tuple(
            LabelMetrics(
                label=label,
                precision=interval("precision", number),
                recall=interval("recall", number),
                f1=interval("f1", number),
                support=int(support[number]),
            )
            for number, label in enumerate(labels)
        ),
        num_rows=len(true_ids),
    )


def _figures(confusions: np.ndarray) -> dict[str, np.ndarray]:
    """Return the figures of R confusion matrices (R, C, C): (R, C) per label, (R, 1) others."""
    right = np.diagonal(confusions, axis1=1, axis2=2)  # (R, C)
    true, predicted = confusions.sum(axis=2), confusions.sum(axis=1)  # (R, C) each
    f1 = ratio(2 * right, np.where(true > 0, true + predicted, 0))  # (R, C)
    has_f1 = ~np.isnan(f1)
    return {
        "accuracy": ratio(right.sum(axis=1), true.sum(axis=1))[:, None],
        "macro_f1": ratio(np.where(has_f1, f1, 0).sum(axis=1), has_f1.sum(axis=1))[:, None],
        "precision": ratio(right, predicted),
        "recall": ratio(right, true),
        "f1": f1,
    }
