"""How often a model is right, with an interval and beside the majority baseline."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from sklearn.metrics import confusion_matrix, f1_score

from core.errors import UnknownLabelError
from core.types import Example, Prediction, Report

_RESAMPLES = 2_000
_SEED = 0


def evaluate(
    predict: Callable[[Sequence[str]], Sequence[Prediction]],
    examples: Sequence[Example],
    *,
    labels: Sequence[str],
    majority_label: str,
) -> Report:
    """Compare predictions with the true labels.

    Args:
        predict: texts to predictions, such as `Analyzer.predict`.
        majority_label: the most frequent label of the training part.

    Raises:
        UnknownLabelError: an example has a label that the model does not know.
    """
    if not examples:
        raise ValueError("examples are needed. Received: none")
    true = [example.label for example in examples]
    if unknown := sorted(set(true) - set(labels)):
        raise UnknownLabelError(label=", ".join(unknown), labels=", ".join(labels))
    predicted = [answer.label for answer in predict([example.text for example in examples])]
    right = np.array([a == b for a, b in zip(true, predicted, strict=True)])  # (N,)
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
    )


def accuracy_interval(right: np.ndarray, groups: Sequence[str]) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of the mean of `right` (N,).

    2,000 resamples of whole articles where the examples name theirs (sentences of one article
    are not independent), else of single examples.

    Args:
        groups: the article of each example; where all are empty, every example is its own.
    """
    keys = list(groups) if any(groups) else [str(index) for index in range(len(right))]
    _, group_of = np.unique(keys, return_inverse=True)  # (N,)
    num_right = np.bincount(group_of, weights=right)  # (G,)
    sizes = np.bincount(group_of)  # (G,)
    drawn = np.random.default_rng(_SEED).integers(len(sizes), size=(_RESAMPLES, len(sizes)))
    means = num_right[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)  # (R,)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


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
        "labels": list(report.labels),
        "confusion": report.confusion.tolist(),
    }
