"""How strongly each token is coloured."""

import numpy as np

from core.ranking import rank_scores
from core.types import Attribution

SCALES = ("relative", "absolute")

_UNIFORM_RATIO = 1.05


def is_nearly_uniform(scores: np.ndarray) -> bool:
    """Say whether the largest score (T,) is less than 1.05 times the smallest; NaN is left out."""
    seen = scores[~np.isnan(scores)]
    return bool(seen.min() > 0.0 and seen.max() / seen.min() < _UNIFORM_RATIO)


def has_absolute_scale(method: str) -> bool:
    """Say whether 1 is the whole: the output maximum knows no whole."""
    return method != "output_max"


def highlight_strengths(
    attribution: Attribution, scores: np.ndarray, *, scale: str = "relative"
) -> np.ndarray:
    """Return the strength 0..1 of each unit (G,), whatever its sign.

    "relative" makes the largest absolute value of this text the strongest, "absolute" the value
    1. The output maximum has no zero to be in proportion to: as in the article, what lies above
    the mean is coloured, relative to the largest. Nearly uniform token scores and truncated units
    get 0.

    Args:
        scores: what is drawn (G,), the token scores or their sums over units.
        scale: one of `SCALES`.
    """
    if scale not in SCALES:
        raise ValueError(f"scale must be one of {SCALES}. Received: {scale!r}")
    if is_nearly_uniform(attribution.token_scores):
        return np.zeros(len(scores))
    if not has_absolute_scale(attribution.method):
        scale, scores = "relative", rank_scores(scores).normalized
    values = np.abs(np.nan_to_num(scores))  # (G,)
    whole = 1.0 if scale == "absolute" else values.max(initial=0.0)
    return np.clip(values / whole, 0.0, 1.0) if whole > 0.0 else np.zeros(len(scores))
