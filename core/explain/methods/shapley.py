"""Shapley values by sampling orders: what each token adds, on average over all orders."""

import numpy as np

from core.explain.classifier import Classifier
from core.text.align import position_scores, seen_token_ids
from core.types import EncodedBatch, PositionScores


def shapley(
    classifier: Classifier,
    encoded: EncodedBatch,
    target: int,
    *,
    num_pairs: int = 10,
    seed: int = 0,
) -> PositionScores:
    """Let the tokens come in random orders, each order and its reverse (antithetic).

    Args:
        encoded: a batch of exactly one text.
        num_pairs: pairs of orders; 2 · num_pairs · T answers are asked for.

    Returns:
        Signed scores (L,), unit: probability. They add up to F(text) - F(empty), F(empty) being
        the answer to one blank piece; `delta` is what rounding leaves of that.

    Source: Castro et al. 2009, "Polynomial calculation of the Shapley value based on sampling";
    Mitchell et al. 2022, arXiv:2104.12199 (antithetic orders).
    """
    token_ids = seen_token_ids(encoded)  # (T,)
    size = len(token_ids)
    rng = np.random.default_rng(seed)
    orders = np.array([rng.permutation(size) for _ in range(num_pairs)])  # (M, T)
    orders = np.concatenate([orders, orders[:, ::-1]])  # (2 M, T): the token that comes n-th
    arrivals = orders.argsort(axis=1)  # (2 M, T): when each token comes
    # After n arrivals the tokens that come later are absent; n = 0 is the empty text.
    removed = arrivals[:, None, :] >= np.arange(size + 1)[None, :, None]  # (2 M, T + 1, T)
    answers = classifier.without(token_ids, removed.reshape(-1, size))[:, target]
    answers = answers.reshape(-1, size + 1)  # (2 M, T + 1)
    gains = np.take_along_axis(np.diff(answers, axis=1), arrivals, axis=1)  # (2 M, T)
    scores = gains.mean(axis=0)  # (T,)
    return PositionScores(
        scores=position_scores(scores, encoded),
        signed=True,
        padding_share=None,
        delta=float(scores.sum() - (answers[0, -1] - answers[0, 0])),
    )
