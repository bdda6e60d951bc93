"""LIME on ids: a weighted linear model of which tokens are there, near the text."""

import numpy as np

from core.explain.classifier import Classifier
from core.text.align import position_scores, seen_token_ids
from core.types import EncodedBatch, PositionScores

_KERNEL_WIDTH = 0.25  # of the cosine distance, as in the authors' package
_RIDGE = 1.0  # the same


def lime(
    classifier: Classifier,
    encoded: EncodedBatch,
    target: int,
    *,
    num_samples: int = 500,
    seed: int = 0,
) -> PositionScores:
    """Fit a linear model to the answers for random subsets of the tokens.

    As in the authors' package: the number of deleted tokens is drawn evenly from 1 to T, then
    which; a sample weighs sqrt(exp(-d²/0.25²)), d its cosine distance from the whole text; ridge
    regression with penalty 1. Unlike there, ids are deleted, not words of the text.

    Args:
        encoded: a batch of exactly one text.
        num_samples: subsets asked about, the whole text among them.

    Returns:
        Signed scores (L,): the coefficients, unit: probability. They promise no sum.

    Source: Ribeiro et al. 2016, arXiv:1602.04938.
    """
    token_ids = seen_token_ids(encoded)  # (T,)
    present = draw_subsets(len(token_ids), num_samples=num_samples, seed=seed)  # (N, T)
    answers = classifier.without(token_ids, ~present)[:, target]  # (N,)
    scores = fit_linear_model(present, answers)
    return PositionScores(scores=position_scores(scores, encoded), signed=True, padding_share=None)


def draw_subsets(size: int, *, num_samples: int, seed: int) -> np.ndarray:
    """Draw which of the tokens are there, bool (N, T); in the first sample all are."""
    rng = np.random.default_rng(seed)
    num_absent = rng.integers(1, size + 1, num_samples)  # (N,)
    num_absent[0] = 0
    order = rng.random((num_samples, size)).argsort(axis=1).argsort(axis=1)  # (N, T)
    return order >= num_absent[:, None]


def fit_linear_model(present: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """Return the coefficients (T,) of the weighted ridge regression.

    Args:
        present: bool (N, T).
        answers: (N,).
    """
    features = present.astype(np.float64)  # (N, T)
    size = features.shape[1]
    # The cosine between a 0/1 vector with k ones and the vector of T ones is sqrt(k/T).
    distance = 1.0 - np.sqrt(features.sum(axis=1) / size)  # (N,)
    weights = np.sqrt(np.exp(-((distance / _KERNEL_WIDTH) ** 2)))  # (N,)
    share = weights / weights.sum()  # (N,)
    centred = features - share @ features  # (N, T)
    moments = (centred * weights[:, None]).T @ centred + _RIDGE * np.eye(size)  # (T, T)
    return np.linalg.solve(moments, (centred * weights[:, None]).T @ (answers - share @ answers))
