"""Scores to places: which are higher, and which are the same but for float noise."""

import numpy as np

_NOISE = 1e-6  # of the largest score: what float32 leaves of equal sums


def score_levels(scores: np.ndarray) -> np.ndarray:
    """Number the different scores (G,) from the highest, 0, downwards: int (G,).

    Raises:
        ValueError: a score is not a finite number; truncated tokens take no part here.
    """
    if not np.isfinite(scores).all():
        raise ValueError(f"scores must be finite. Received: {scores}")
    order = np.argsort(-scores, kind="stable")  # (G,)
    falling = scores[order]  # (G,)
    falls = -np.diff(falling, prepend=falling[:1])  # (G,)
    levels = np.empty(len(scores), np.int64)
    levels[order] = (falls > _NOISE * np.abs(scores).max(initial=0.0)).cumsum()
    return levels
