"""Integrated gradients: the gradient along the straight way from a baseline to the text."""

import numpy as np

from core.explain.classifier import Classifier, read_embeddings
from core.text.align import position_scores
from core.types import PAD_ID, UNK_ID, EncodedBatch, PositionScores

# What stands in a token's place where the way begins.
BASELINES = ("padding", "unk", "mean")

LARGE_GAP = 0.01  # of a probability: a larger completeness gap is worth a warning


def integrated_gradients(
    classifier: Classifier,
    encoded: EncodedBatch,
    target: int,
    *,
    baseline: str = "padding",
    num_steps: int = 50,
    max_steps: int = 200,
) -> PositionScores:
    """Attribute the target's probability to positions by integrated gradients, midpoint rule.

    Args:
        encoded: a batch of exactly one text.
        baseline: the vector in every token's place at the beginning: that of padding, of <unk>,
            or the mean of the vocabulary's.
        num_steps: points on the way; the error falls as 1/num_steps².
        max_steps: points of a second try, where the first leaves a gap above 1 %.

    Returns:
        Signed scores (L,), unit: probability. They add up to F(text) - F(baseline) but for
        `delta`, the completeness gap.

    Source: Sundararajan et al. 2017, arXiv:1703.01365, eq. 3.
    """
    network = classifier.network
    embedded, real = read_embeddings(classifier, encoded)  # (P, D), (P,)
    start = embedded.copy()  # (P, D)
    start[real] = _baseline_vector(network.weights.embedding, baseline)
    way = embedded - start  # (P, D)
    before, after = network.probabilities(np.stack([start, embedded]))[:, target].astype(float)

    def integrate(steps: int) -> tuple[np.ndarray, float]:
        places = (np.arange(steps, dtype=np.float32) + 0.5) / steps  # (S,)
        points = start + places[:, None, None] * way  # (S, P, D)
        slope = network.gradients(points, target).mean(axis=0)  # (P, D)
        scores = (slope * way).sum(axis=1)[real].astype(np.float64)  # (T,)
        return scores, float(scores.sum() - (after - before))

    scores, delta = integrate(num_steps)
    if abs(delta) > LARGE_GAP and num_steps < max_steps:
        scores, delta = integrate(max_steps)
    return PositionScores(
        scores=position_scores(scores, encoded), signed=True, padding_share=None, delta=delta
    )


def _baseline_vector(embedding: np.ndarray, baseline: str) -> np.ndarray:
    """Return one vector (D,) of the matrix (V, D)."""
    if baseline not in BASELINES:
        raise ValueError(f"baseline must be one of {BASELINES}. Received: {baseline!r}")
    if baseline == "mean":
        return embedding.mean(axis=0)
    return embedding[PAD_ID if baseline == "padding" else UNK_ID]
