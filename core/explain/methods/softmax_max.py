"""The 2020 variant of the article's value: softmax over the tokens of max|v|, less the smallest."""

import numpy as np

from core.explain.classifier import Classifier
from core.text.align import position_scores
from core.types import EncodedBatch, PositionScores


def softmax_maximum(classifier: Classifier, encoded: EncodedBatch, target: int) -> PositionScores:
    """Take the softmax over the real tokens of the largest absolute output, from the smallest up.

    Like the output maximum it is no weight of the layer, though it looks like shares.

    Args:
        encoded: a batch of exactly one text.

    Returns:
        Scores (L,) from 0 up, without a unit; the smallest is 0.
    """
    output = classifier.run(encoded).attention_output[0][encoded.padding_mask[0]]  # (T, D)
    largest = np.abs(output).max(axis=1).astype(np.float64)  # (T,)
    powers = np.exp(largest - largest.max())  # (T,)
    shares = powers / powers.sum()  # (T,)
    return PositionScores(
        scores=position_scores(shares - shares.min(), encoded), signed=False, padding_share=None
    )
