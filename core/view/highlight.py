"""How strongly each token is coloured."""

import numpy as np

from core.explain.methods.registry import METHODS
from core.explain.ranking import rank_scores
from core.types import Attribution

SCALES = ("relative", "absolute")

_UNIFORM_RATIO = 1.05


def is_nearly_uniform(scores: np.ndarray) -> bool:
    """Say whether the largest score (T,) is less than 1.05 times the smallest; NaN is left out."""
    seen = scores[~np.isnan(scores)]
    return bool(seen.min() > 0.0 and seen.max() / seen.min() < _UNIFORM_RATIO)


def drawn_scale(method: str, scale: str) -> str:
    """Return the scale that is drawn: without a unit there is no whole, and nothing absolute."""
    return scale if METHODS[method].unit is not None else "relative"


def highlight_strengths(
    attribution: Attribution, scores: np.ndarray, *, scale: str = "relative"
) -> np.ndarray:
    """Return the strength 0..1 of each unit (G,), whatever its sign.

    "relative" makes the largest absolute value of this text the strongest, "absolute" the value
    1, the whole, where the method has one. What has no zero to be in proportion to is coloured as
    in the article: what lies above the mean, relative to the largest. Nearly uniform token scores
    and truncated units get 0.

    Args:
        scores: what is drawn (G,), the token scores or their sums over units.
        scale: one of `SCALES`.
    """
    if scale not in SCALES:
        raise ValueError(f"scale must be one of {SCALES}. Received: {scale!r}")
    if is_nearly_uniform(attribution.token_scores):
        return np.zeros(len(scores))
    if not METHODS[attribution.method].has_zero:
        scores = rank_scores(scores).normalized
    values = np.abs(np.nan_to_num(scores))  # (G,)
    absolute = drawn_scale(attribution.method, scale) == "absolute"
    whole = 1.0 if absolute else values.max(initial=0.0)
    return np.clip(values / whole, 0.0, 1.0) if whole > 0.0 else np.zeros(len(scores))
