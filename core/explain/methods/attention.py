"""注目度: how much attention a position received from the real tokens."""

import numpy as np

from core.explain.classifier import Classifier
from core.types import EncodedBatch, PositionScores


def attention_received(
    classifier: Classifier, encoded: EncodedBatch, target: int, *, query: int | None = None
) -> PositionScores:
    """Average the attention weights over the real queries, or take the row of one of them.

    The layer stands before the classifier, so the scores are the same for every `target`.

    Args:
        encoded: a batch of exactly one text.
        query: number of the token whose row is taken; all of them by default.

    Returns:
        Unsigned scores (L,) that sum to 1 over the window, padding included.
    """
    weights = classifier.run(encoded).attention_weights[0]  # (L, L)
    real = encoded.padding_mask[0]  # (L,)
    queries = real if query is None else encoded.token_index[0] == query  # (L,)
    if not queries.any():
        raise ValueError(f"no token of that number is seen. Received: {query}")
    received = weights[queries].mean(axis=0)  # (L,)
    return PositionScores(
        scores=received, signed=False, padding_share=attention_on_padding(weights[queries], real)
    )


def attention_on_padding(weights: np.ndarray, real: np.ndarray) -> float:
    """Return the part (0..1) of the attention of some queries that falls on padding keys.

    Args:
        weights: (Q, L), the rows of the queries.
        real: bool (L,), True where a token stands.
    """
    return float(weights[:, ~real].sum(axis=1).mean())
