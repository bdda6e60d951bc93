"""How often a model is right, with an interval, and whether its probabilities say so."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
from sklearn.metrics import confusion_matrix, f1_score

from core.errors import UnknownLabelError
from core.stats.calibration import (
    brier_score,
    expected_calibration_error,
    negative_log_likelihood,
    reliability_bins,
)
from core.stats.intervals import (
    article_numbers,
    percentile_interval,
    resampled_sums,
    sums_by_article,
)
from core.stats.shares import ArticleSums, exact_interval, is_few
from core.types import Example, Prediction, Report


def evaluate(
    probabilities: np.ndarray,
    examples: Sequence[Example],
    *,
    raw_probabilities: np.ndarray,
    labels: Sequence[str],
    majority_label: str,
) -> Report:
    """Compare the most probable labels with the true ones.

    Args:
        probabilities: (N, C), calibrated, of the texts of `examples` in their order.
        raw_probabilities: (N, C), the same before the calibration.
        majority_label: the most frequent label of the training part.

    Raises:
        UnknownLabelError: an example has a label that the model does not know.
    """
    if not examples:
        raise ValueError("examples are needed. Received: none")
    check_labels(examples, labels)
    true = [example.label for example in examples]
    true_ids = label_ids(examples, labels)  # (N,)
    predicted_ids = probabilities.argmax(axis=1)  # (N,)
    predicted = [labels[index] for index in predicted_ids]
    right = predicted_ids == true_ids  # (N,)
    low, high = accuracy_interval(right, [example.group for example in examples])
    return Report(
        labels=tuple(labels),
        accuracy=float(right.mean()),
        low=low,
        high=high,
        macro_f1=float(f1_score(true, predicted, labels=labels, average="macro", zero_division=0)),
        majority_label=majority_label,
        majority_baseline=float(np.mean([label == majority_label for label in true])),
        confusion=confusion_matrix(true, predicted, labels=labels),
        num_examples=len(examples),
        ece_before=expected_calibration_error(raw_probabilities, true_ids),
        ece_after=expected_calibration_error(probabilities, true_ids),
        nll_before=negative_log_likelihood(raw_probabilities, true_ids),
        nll_after=negative_log_likelihood(probabilities, true_ids),
        brier_before=brier_score(raw_probabilities, true_ids),
        brier_after=brier_score(probabilities, true_ids),
        reliability_before=reliability_bins(raw_probabilities, true_ids),
        reliability_after=reliability_bins(probabilities, true_ids),
    )


def check_labels(examples: Sequence[Example], labels: Sequence[str]) -> None:
    """Make sure that every example has one of the labels.

    Raises:
        UnknownLabelError: naming those that are none.
    """
    if unknown := sorted({example.label for example in examples} - set(labels)):
        raise UnknownLabelError(label=", ".join(unknown), labels=", ".join(labels))


def label_ids(examples: Sequence[Example], labels: Sequence[str]) -> np.ndarray:
    """Return the numbers of the true labels, (N,)."""
    return np.array([labels.index(example.label) for example in examples])


def stack_probabilities(predictions: Sequence[Prediction]) -> tuple[np.ndarray, np.ndarray]:
    """Return the calibrated and the raw probabilities of some texts, (N, C) each."""
    return (
        np.stack([prediction.probabilities for prediction in predictions]),
        np.stack([prediction.raw_probabilities for prediction in predictions]),
    )


def accuracy_interval(right: np.ndarray, groups: Sequence[str]) -> tuple[float, float]:
    """Return the 95 % interval of the mean of `right` (N,), over whole articles.

    By the bootstrap, or by what `core.stats.shares` knows of few examples and few articles.

    Args:
        right: 1 or True, 0 or False, or a share of several answers to the example.
        groups: the article of each example, or ""; one that names none is one of its own.
    """
    figures = np.stack([np.ones(len(right)), right], axis=1)  # (N, 2)
    sums = sums_by_article(figures, article_numbers(groups))  # (G, 2)
    if is_few(sums[:, 1], sums[:, 0]):
        return exact_interval(sums[:, 1], sums[:, 0])
    drawn = resampled_sums(sums)  # (R, 2)
    return percentile_interval(drawn[:, 1] / drawn[:, 0])


def article_sums(right: np.ndarray, groups: Sequence[str]) -> ArticleSums:
    """Return what the interval of an accuracy needs, to be added up over pieces of a file.

    Args:
        right, groups: see `accuracy_interval`.
    """
    figures = np.stack([np.ones(len(right)), right], axis=1)  # (N, 2)
    sums = sums_by_article(figures, article_numbers(groups))  # (G, 2)
    return ArticleSums.of(sums[:, 1], sums[:, 0])


def most_frequent_label(examples: Sequence[Example]) -> str:
    """Return the label of the majority baseline."""
    return Counter(example.label for example in examples).most_common(1)[0][0]


def report_to_json(report: Report) -> dict[str, object]:
    """Return the report as JSON values."""
    return {
        "accuracy": report.accuracy,
        "low": report.low,
        "high": report.high,
        "macro_f1": report.macro_f1,
        "majority_label": report.majority_label,
        "majority_baseline": report.majority_baseline,
        "num_examples": report.num_examples,
        "ece_before": report.ece_before,
        "ece_after": report.ece_after,
        "nll_before": report.nll_before,
        "nll_after": report.nll_after,
        "brier_before": report.brier_before,
        "brier_after": report.brier_after,
        "reliability_before": [asdict(bin_) for bin_ in report.reliability_before],
        "reliability_after": [asdict(bin_) for bin_ in report.reliability_after],
        "labels": list(report.labels),
        "confusion": report.confusion.tolist(),
    }
