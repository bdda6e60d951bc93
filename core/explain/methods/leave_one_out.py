"""Leave-one-out: what the probability loses when one token goes."""

import numpy as np

from core.explain.classifier import Classifier
from core.text.align import position_scores, seen_token_ids
from core.types import EncodedBatch, PositionScores


def leave_one_out(
    classifier: Classifier, encoded: EncodedBatch, target: int, *, removal: str = "delete"
) -> PositionScores:
    """Take every token out in turn.

    Args:
        encoded: a batch of exactly one text.
        removal: one of `core.explain.perturb.REMOVALS`.

    Returns:
        Signed scores (L,): F(text) - F(text without the token), unit: probability. They promise
        no sum.

    Source: Li et al. 2016, "Understanding neural networks through representation erasure",
    arXiv:1612.08220.
    """
    token_ids = seen_token_ids(encoded)  # (T,)
    size = len(token_ids)
    removed = np.concatenate([np.zeros((1, size), bool), np.eye(size, dtype=bool)])  # (1 + T, T)
    answers = classifier.without(token_ids, removed, removal=removal)[:, target]  # (1 + T,)
    return PositionScores(
        scores=position_scores(answers[0] - answers[1:], encoded), signed=True, padding_share=None
    )
