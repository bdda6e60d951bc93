"""Gradient × input: how the probability would change with a token's vector, to first order."""

from core.explain.classifier import Classifier, read_embeddings
from core.text.align import position_scores
from core.types import EncodedBatch, PositionScores


def gradient_x_input(classifier: Classifier, encoded: EncodedBatch, target: int) -> PositionScores:
    """Multiply the gradient of the target's probability with the embedding, summed over dimensions.

    Args:
        encoded: a batch of exactly one text.

    Returns:
        Signed scores (L,), unit: probability; they promise no sum.

    Source: Shrikumar et al. 2016, arXiv:1605.01713.
    """
    embedded, real = read_embeddings(classifier, encoded)  # (P, D), (P,)
    gradients = classifier.network.gradients(embedded[None], target)[0]  # (P, D)
    scores = (gradients * embedded).sum(axis=1)[real]  # (T,)
    return PositionScores(scores=position_scores(scores, encoded), signed=True, padding_share=None)
