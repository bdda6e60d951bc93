"""Scores to places: the 2019 article's columns, and levels that forget float noise."""

from dataclasses import dataclass

import numpy as np

_NOISE = 1e-6  # of the largest score: what float32 leaves of equal sums


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """One entry per token (T); NaN / False where the score is NaN.

    Attributes:
        rank: 1 is the highest score, equal scores share the mean of their ranks.
        normalized: max(score - mean of the scores, 0).
        attention: normalized > 0.
    """

    rank: np.ndarray
    normalized: np.ndarray
    attention: np.ndarray


def rank_scores(scores: np.ndarray) -> Ranking:
    """Rank the scores (T,) of one text; NaN (truncated) takes no part."""
    seen = ~np.isnan(scores)  # (T,)
    rank = np.full(len(scores), np.nan)
    normalized = np.full(len(scores), np.nan)
    if seen.any():
        _, place, counts = np.unique(-scores[seen], return_inverse=True, return_counts=True)
        last = counts.cumsum()  # the last rank of each group of equal scores
        rank[seen] = (last - (counts - 1) / 2)[place]
        normalized[seen] = np.maximum(scores[seen] - scores[seen].mean(), 0.0)
    return Ranking(rank=rank, normalized=normalized, attention=np.nan_to_num(normalized) > 0.0)


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
