"""The control: scores that know nothing of the model."""

import numpy as np

from core.explain.classifier import Classifier
from core.text.align import position_scores, seen_token_ids
from core.types import EncodedBatch, PositionScores


def random_control(
    classifier: Classifier, encoded: EncodedBatch, target: int, *, seed: int = 0
) -> PositionScores:
    """Draw a number in [0, 1) for every token; the same `seed`, the same numbers.

    Args:
        encoded: a batch of exactly one text.

    Returns:
        Unsigned scores (L,) without a meaning.
    """
    drawn = np.random.default_rng(seed).random(len(seen_token_ids(encoded)))  # (T,)
    return PositionScores(scores=position_scores(drawn, encoded), signed=False, padding_share=None)
