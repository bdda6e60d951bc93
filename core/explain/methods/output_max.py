"""出力の最大値: what the 2019 article calls an attention weight, and what is none."""

from core.explain.classifier import Classifier
from core.types import EncodedBatch, PositionScores


def output_maximum(classifier: Classifier, encoded: EncodedBatch, target: int) -> PositionScores:
    """Take the maximum over the dimensions of the attention layer's output vector.

    Args:
        encoded: a batch of exactly one text.

    Returns:
        Scores (L,) without a unit; they share nothing out, so padding has no share.
    """
    output = classifier.run(encoded).attention_output[0]  # (L, D)
    return PositionScores(scores=output.max(axis=1), signed=False, padding_share=None)
