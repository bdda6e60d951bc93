"""注目度: how much attention a position received from the real tokens."""

import numpy as np

from core.engine import Engine
from core.types import EncodedBatch, PositionScores


def attention_received(engine: Engine, encoded: EncodedBatch, target: int) -> PositionScores:
    """Average the attention weights over the real queries.

    The layer stands before the classifier, so the scores are the same for every `target`.

    Args:
        encoded: a batch of exactly one text.

    Returns:
        Unsigned scores (L,) that sum to 1 over the window, padding included.
    """
    weights = engine.run(encoded).attention_weights[0]  # (L, L)
    real = encoded.padding_mask[0]  # (L,)
    received = weights[real].mean(axis=0)  # (L,)
    return PositionScores(
        scores=received, signed=False, padding_share=attention_on_padding(weights, real)
    )


def attention_on_padding(weights: np.ndarray, real: np.ndarray) -> float:
    """Return the part (0..1) of the real queries' attention that falls on padding keys.

    Args:
        weights: (L, L), rows are queries.
        real: bool (L,), True where a token stands.
    """
    return float(weights[real][:, ~real].sum(axis=1).mean())
