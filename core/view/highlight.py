"""How strongly each token is coloured."""

import numpy as np

from core.analyzer import Analysis

_UNIFORM_RATIO = 1.05


def is_nearly_uniform(scores: np.ndarray) -> bool:
    """Say whether the largest score (T,) is less than 1.05 times the smallest; NaN is left out."""
    seen = scores[~np.isnan(scores)]
    return bool(seen.min() > 0.0 and seen.max() / seen.min() < _UNIFORM_RATIO)


def highlight_strengths(analysis: Analysis) -> np.ndarray:
    """Return the strength 0..1 of each token (T,), 1 being the strongest of this text.

    Attention is in proportion to its value. The output maximum has no zero to be in proportion
    to: as in the article, what lies above the mean is coloured. Nearly uniform scores and
    truncated tokens get 0.
    """
    scores = analysis.attribution.token_scores
    if is_nearly_uniform(scores):
        return np.zeros(len(scores))
    values = analysis.ranking.normalized if analysis.attribution.method == "output_max" else scores
    values = np.nan_to_num(values)
    top = values.max(initial=0.0)
    return np.clip(values / top, 0.0, 1.0) if top > 0.0 else np.zeros(len(scores))
