"""How far a figure may have moved by which articles or cases happened to be there.

Sentences of one article are not independent of each other, so whole articles are drawn: the
bootstrap. A share counted in independent cases has a formula. Where there are few of either,
`core.stats.shares` knows better.
Source: Efron & Tibshirani 1993, An introduction to the bootstrap, chapter 13.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

_RESAMPLES = 2_000  # R
_SEED = 0
_MANY = 2_000  # articles, from which on their kinds are drawn

Z_TWO_SIDED = 1.959963984540054  # the 97.5 % point of the normal distribution
Z_ONE_SIDED = 1.6448536269514722  # the 95 % point


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure and the ends of its 95 % interval over whole articles."""

    value: float
    low: float
    high: float

    @classmethod
    def of(cls, value: float, ends: tuple[float, float]) -> Self:
        """Put a figure and the ends of its interval together."""
        low, high = ends
        return cls(value=float(value), low=low, high=high)


def article_numbers(groups: Sequence[str]) -> np.ndarray:
    """Return the number of every row's article, (N,); a row that names none is one of its own."""
    names = [group or f"\0{row}" for row, group in enumerate(groups)]
    return np.unique(names, return_inverse=True)[1]  # (N,)


def sums_by_article(figures: np.ndarray, article_of: np.ndarray) -> np.ndarray:
    """Add up the rows of every article.

    Args:
        figures: (N, K), one row per example.
        article_of: (N,), what `article_numbers` gives.

    Returns:
        (G, K), one row per article.
    """
    columns = [np.bincount(article_of, weights=column) for column in figures.T]
    return np.stack(columns, axis=1)  # (G, K)


def resampled_sums(sums: np.ndarray) -> np.ndarray:
    """Draw as many articles as there are, with replacement, again and again, and add them up.

    The same sums always give the same resamples.

    Args:
        sums: (G, K), one row per article.

    Returns:
        (R, K), one row per resample.
    """
    rng = np.random.default_rng(_SEED)
    size = len(sums)  # G
    if size <= _MANY:
        drawn = rng.integers(size, size=(_RESAMPLES, size))  # (R, G)
        drawn += np.arange(_RESAMPLES)[:, None] * size
        times = np.bincount(drawn.ravel(), minlength=_RESAMPLES * size)
        return times.reshape(_RESAMPLES, size).astype(float) @ sums
    # Many articles, or rows without any: most are alike, and how often each kind is drawn is one
    # draw of a multinomial distribution.
    kinds, counts = np.unique(sums, axis=0, return_counts=True)  # (U, K), (U,)
    return rng.multinomial(size, counts / size, size=_RESAMPLES).astype(float) @ kinds


def percentile_interval(values: np.ndarray) -> tuple[float, float]:
    """Return the ends of the middle 95 % of what the resamples gave (R,).

    A resample that gave no value (NaN) is left out; where none did, the ends are NaN.
    """
    values = values[~np.isnan(values)]
    if not values.size:
        return float("nan"), float("nan")
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def ratio(parts: np.ndarray, wholes: np.ndarray) -> np.ndarray:
    """Return parts / wholes; NaN where the whole is 0."""
    shape = np.broadcast_shapes(parts.shape, wholes.shape)
    return np.divide(parts, wholes, out=np.full(shape, np.nan), where=wholes != 0)


def wilson_interval(count: int, total: int, *, z: float = Z_TWO_SIDED) -> tuple[float, float]:
    """Return the ends of the 95 % interval of count / total; NaN where nothing was counted.

    Source: Wilson 1927, Journal of the American Statistical Association 22.
    """
    if total == 0:
        return math.nan, math.nan
    share = count / total
    scale = 1.0 + z**2 / total
    middle = (share + z**2 / (2 * total)) / scale
    half = z * math.sqrt(share * (1.0 - share) / total + z**2 / (4 * total**2)) / scale
    return max(middle - half, 0.0), min(middle + half, 1.0)
