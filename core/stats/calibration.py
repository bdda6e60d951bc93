"""Logits to probabilities, and temperature scaling so that they say how often the model is right.

Guo et al. 2017, "On calibration of modern neural networks": divide the logits by one number,
fitted on sentences that the network has not learnt. The order of the categories stays.
"""

import numpy as np
import scipy.special
from scipy.optimize import minimize_scalar

from core.types import ReliabilityBin

_NUM_BINS = 15
_LARGEST = 20.0  # a temperature of 20 makes any logits of ours uniform


def softmax(logits: np.ndarray) -> np.ndarray:
    """Return the probabilities of logits, float64 (N, C): what the network gives, as it is."""
    return scipy.special.softmax(np.asarray(logits, np.float64), axis=-1)


def calibrate(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Return softmax(logits / temperature), (N, C)."""
    return softmax(np.asarray(logits, np.float64) / temperature)


def pool_probabilities(probabilities: np.ndarray) -> np.ndarray:
    """Return the mean of the logarithms of N answers (N, C), made to add up to 1 again: (C,).

    One answer for the answers to the parts of one text. A probability of 0 counts as 1e-12: one
    part that is certain does not silence the others.
    """
    logs = np.log(np.maximum(probabilities, 1e-12))  # (N, C)
    return softmax(logs.mean(axis=0))  # (C,)


def fit_temperature(logits: np.ndarray, label_ids: np.ndarray) -> float:
    """Return the temperature with the smallest negative log-likelihood.

    Args:
        logits: (N, C) of examples that were not learnt from.
        label_ids: (N,), the true labels.
    """
    rows = np.arange(len(label_ids))

    def loss(log_temperature: float) -> float:
        scaled = scipy.special.log_softmax(logits / np.exp(log_temperature), axis=1)  # (N, C)
        return -scaled[rows, label_ids].mean()

    limit = np.log(_LARGEST)
    best = minimize_scalar(loss, bounds=(-limit, limit), method="bounded")
    return float(np.exp(best.x))


def reliability_bins(
    probabilities: np.ndarray, label_ids: np.ndarray
) -> tuple[ReliabilityBin, ...]:
    """Sort the examples by their highest probability into 15 equally wide bins.

    Args:
        probabilities: (N, C).
        label_ids: (N,), the true labels.

    Returns:
        The bins that hold an example, from low to high; a probability of 1 is in the last one.
    """
    confidence = probabilities.max(axis=1)  # (N,)
    right = probabilities.argmax(axis=1) == label_ids  # (N,)
    bins = np.minimum((confidence * _NUM_BINS).astype(int), _NUM_BINS - 1)  # (N,)
    return tuple(
        ReliabilityBin(
            low=int(number) / _NUM_BINS,
            high=(int(number) + 1) / _NUM_BINS,
            count=int((bins == number).sum()),
            confidence=float(confidence[bins == number].mean()),
            accuracy=float(right[bins == number].mean()),
        )
        for number in np.unique(bins)
    )


def expected_calibration_error(probabilities: np.ndarray, label_ids: np.ndarray) -> float:
    """Return how far confidence and accuracy lie apart, 0..1.

    The mean over the bins of `reliability_bins` of |accuracy - confidence|, weighted by the number
    of examples in the bin.

    Args:
        probabilities: (N, C).
        label_ids: (N,), the true labels.
    """
    bins = reliability_bins(probabilities, label_ids)
    gaps = [bin_.count * abs(bin_.accuracy - bin_.confidence) for bin_ in bins]
    return float(sum(gaps) / len(label_ids))


def brier_score(probabilities: np.ndarray, label_ids: np.ndarray) -> float:
    """Return the mean squared distance of the probabilities from the truth, 0 (best) to 2.

    Brier 1950, over all labels: Σ_c (p_c - [c is true])².

    Args:
        probabilities: (N, C).
        label_ids: (N,), the true labels.
    """
    truth = np.eye(probabilities.shape[1])[label_ids]  # (N, C)
    return float(((probabilities - truth) ** 2).sum(axis=1).mean())


def negative_log_likelihood(probabilities: np.ndarray, label_ids: np.ndarray) -> float:
    """Return the mean of -ln p(true label), in nats; a probability of 0 counts as 1e-12."""
    true = probabilities[np.arange(len(label_ids)), label_ids]  # (N,)
    return float(-np.log(np.maximum(true, 1e-12)).mean())
