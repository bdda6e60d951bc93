"""Accuracy and, per label, precision, recall and F1 of predicted labels, each with its interval.

Every figure comes with what other articles would have given: by the bootstrap, and of few rows or
few articles by `core.stats.shares`. C labels, G articles, R resamples.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, sqrt

import numpy as np

from core.stats.intervals import (
    Interval,
    article_numbers,
    percentile_interval,
    ratio,
    resampled_sums,
)
from core.stats.shares import exact_interval, is_few, share_interval


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
    by_article = np.bincount(cells, minlength=num_articles * size * size).reshape(
        num_articles, size, size
    )  # (G, C, C)
    confusion = by_article.sum(axis=0)  # (C, C)
    resamples = resampled_sums(by_article.reshape(num_articles, -1)).reshape(-1, size, size)
    values, drawn = _figures(_counts(confusion[None])), _figures(_counts(resamples))
    articles = _counts(by_article)
    accuracy_counts = articles.right.sum(axis=1), articles.true.sum(axis=1)  # (G,) each
    accuracy = Interval.of(
        values["accuracy"][0, 0], share_interval(*accuracy_counts, drawn["accuracy"][:, 0])
    )
    per_label = tuple(
        _label_metrics(label, number, values, drawn, articles)
        for number, label in enumerate(labels)
    )
    macro_f1 = float(values["macro_f1"][0, 0])
    support = confusion.sum(axis=1)  # (C,)
    return Metrics(
        accuracy=accuracy,
        macro_f1=Interval.of(
            macro_f1,
            _few_macro_f1_interval(macro_f1, [one.f1 for one in per_label])
            if is_few(*accuracy_counts)
            else percentile_interval(drawn["macro_f1"][:, 0]),
        ),
        majority_label=labels[int(support.argmax())],
        majority_baseline=float(support.max() / support.sum()),
        labels=tuple(labels),
        confusion=confusion,
        per_label=per_label,
        num_rows=len(true_ids),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Counts:
    """Rows per label of K matrices, those of articles, of resamples, or the one of all: (K, C)."""

    right: np.ndarray
    true: np.ndarray
    predicted: np.ndarray


def _counts(confusions: np.ndarray) -> _Counts:
    """Count the rows of K confusion matrices (K, C, C)."""
    return _Counts(
        right=np.diagonal(confusions, axis1=1, axis2=2),
        true=confusions.sum(axis=2),
        predicted=confusions.sum(axis=1),
    )


def _figures(counts: _Counts) -> dict[str, np.ndarray]:
    """Return the figures of K confusion matrices: (K, C) per label, (K, 1) others."""
    right, true, predicted = counts.right, counts.true, counts.predicted
    f1 = ratio(2 * right, np.where(true > 0, true + predicted, 0))  # (K, C)
    has_f1 = ~np.isnan(f1)
    return {
        "accuracy": ratio(right.sum(axis=1), true.sum(axis=1))[:, None],
        "macro_f1": ratio(np.where(has_f1, f1, 0).sum(axis=1), has_f1.sum(axis=1))[:, None],
        "precision": ratio(right, predicted),
        "recall": ratio(right, true),
        "f1": f1,
    }


def _label_metrics(
    label: str,
    number: int,
    values: dict[str, np.ndarray],
    drawn: dict[str, np.ndarray],
    articles: _Counts,
) -> LabelMetrics:
    """Return the figures of one label, each with its interval.

    Args:
        values, drawn: what `_figures` gives of all rows, and of the resamples.
    """
    right, true = articles.right[:, number], articles.true[:, number]  # (G,)
    predicted = articles.predicted[:, number]  # (G,)
    either = true + predicted - right if true.any() else np.zeros(len(true))  # (G,)
    value = {name: values[name][0, number] for name in ("precision", "recall", "f1")}
    draws = {name: drawn[name][:, number] for name in value}
    return LabelMetrics(
        label=label,
        precision=Interval.of(
            value["precision"], share_interval(right, predicted, draws["precision"])
        ),
        recall=Interval.of(value["recall"], share_interval(right, true, draws["recall"])),
        f1=Interval.of(
            value["f1"],
            _few_f1_interval(right, either)
            if is_few(right, either)
            else percentile_interval(draws["f1"]),
        ),
        support=int(true.sum()),
    )


def _few_f1_interval(right: np.ndarray, either: np.ndarray) -> tuple[float, float]:
    """Return the ends of an F1, 2 j / (1 + j), from those of the share j.

    Args:
        right, either: (G,), the rows that are so and predicted so, and those that are either.
    """
    low, high = exact_interval(right, either)
    return 2 * low / (1 + low), 2 * high / (1 + high)


def _few_macro_f1_interval(value: float, f1: Sequence[Interval]) -> tuple[float, float]:
    """Return the ends of the mean F1 from those of the labels that have rows.

    Every error counts in the F1 of two labels: the squares are added twice, as far as all labels
    at their ends at the same time.
    Source: Zou & Donner 2008, Statistics in Medicine 27 (squares of the distances to the ends).
    """
    known = [one for one in f1 if not isnan(one.value)]

    def half(distances: list[float]) -> float:
        return min(sqrt(2 * sum(one**2 for one in distances)), sum(distances)) / len(known)

    return (
        value - half([one.value - one.low for one in known]),
        value + half([one.high - one.value for one in known]),
    )
