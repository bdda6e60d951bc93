"""The interval of a share, which keeps its doubt where there are few rows or few articles.

The bootstrap (`core.stats.intervals`) draws from what was seen: of rows that are all right it
draws nothing but right ones, and of few articles it makes too little. There, the exact interval of
Clopper and Pearson is taken, of as many rows as the articles are worth: with N rows and a design
effect d it is that of N / d independent rows. Every row an article of its own: d = 1, and the
interval holds the true share in at least 95 % of all samples, however few rows there are.

Sources: Clopper & Pearson 1934, Biometrika 26; Korn & Graubard 1998, Survey Methodology 24 (the
design effect and the quantile of t that makes up for few articles).
"""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
from scipy.special import betaincinv, stdtrit

from core.stats.intervals import percentile_interval, wilson_interval

_FEW_ROWS = 50  # of independent rows; the bootstrap is right from about here on
_FEW_ARTICLES = 25
_FEW_OUTCOMES = 8  # independent rows that are right, or that are wrong
_TAIL = 0.025
_NOTHING = (math.nan, math.nan)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSums:
    """What articles come to, as far as the interval of a share asks; added up it is all of them.

    Attributes:
        articles: those that have rows (G).
        rows, right: of all articles; of the rows, those that count for the share.
        rows_squared, right_squared, products: sums over the articles of the square of the one, of
            the other, and of rows times right.
    """

    articles: int
    rows: float
    right: float
    rows_squared: float
    right_squared: float
    products: float

    @classmethod
    def of(cls, parts: np.ndarray, wholes: np.ndarray) -> Self:
        """Add up articles, see `share_interval`."""
        return cls(
            articles=int((wholes > 0).sum()),
            rows=float(wholes.sum()),
            right=float(parts.sum()),
            rows_squared=float((wholes**2).sum()),
            right_squared=float((parts**2).sum()),
            products=float((parts * wholes).sum()),
        )

    @property
    def worth(self) -> float:
        """How many independent rows the rows of all articles are worth, N / d.

        How alike the rows of an article are is seen where the rarer outcome occurs, and the less,
        the less often it does: d is the mean of what is seen, which counts once for each row of
        the rarer outcome, and of the worst case, which counts once: an article's rows all tell the
        same. So rows that all agree count as their articles do, and one error more makes no leap.
        """
        if not self.articles:
            return 0.0
        alike = self.rows_squared / self.rows  # d of articles in which all rows agree
        share = self.right / self.rows
        rarer = min(self.right, self.rows - self.right)
        if self.articles == 1 or rarer <= 0.0:
            return self.rows / alike
        spread = self.right_squared - 2 * share * self.products + share**2 * self.rows_squared
        seen = max(spread / (self.rows * share * (1.0 - share)), 1.0)
        degrees = np.array([self.articles - 1.0, max(self.rows - 1.0, 1.0)])
        of_articles, of_rows = stdtrit(degrees, 1.0 - _TAIL)
        seen = min(seen * float(of_articles / of_rows) ** 2, alike)
        return self.rows * (rarer + 1.0) / (rarer * seen + alike)

    def interval(self) -> tuple[float, float]:
        """Return the ends of the exact 95 % interval of the share; NaN without rows."""
        size = self.worth
        return _clopper_pearson(size * self.right / self.rows, size) if size else _NOTHING


def share_interval(parts: np.ndarray, wholes: np.ndarray, drawn: np.ndarray) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share; NaN where there are no rows.

    Args:
        parts, wholes: (G,), for every article how much of its rows counts, and its rows.
        drawn: (R,), the share in every resample of the articles; looked at where nothing is few.
    """
    return exact_interval(parts, wholes) if is_few(parts, wholes) else percentile_interval(drawn)


def is_few(parts: np.ndarray, wholes: np.ndarray) -> bool:
    """Return whether there is too little for the bootstrap.

    Args:
        parts, wholes: see `share_interval`.
    """
    sums = ArticleSums.of(parts, wholes)
    size = sums.worth
    if size <= _FEW_ROWS or sums.articles < _FEW_ARTICLES:
        return True
    return size * min(sums.right, sums.rows - sums.right) / sums.rows < _FEW_OUTCOMES


def exact_interval(parts: np.ndarray, wholes: np.ndarray) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share without drawing; NaN without rows.

    Args:
        parts, wholes: see `share_interval`.
    """
    return ArticleSums.of(parts, wholes).interval()


def paired_interval(
    gains: np.ndarray, losses: np.ndarray, sizes: np.ndarray, *, drawn: np.ndarray
) -> tuple[float, float]:
    """Return the ends of the 95 % interval of the share of gains minus that of losses.

    Of few: from the exact intervals of the two, by the squares of the distances to their ends; one
    pair can be only one of the two, so that they are correlated as in a multinomial sample.

    Args:
        gains, losses, sizes: (G,), for every article how much of its pairs speaks for the first
            and for the second, and all its pairs.
        drawn: (R,), the difference in every resample; looked at where nothing is few.

    Source: Newcombe 1998, Statistics in Medicine 17; Zou & Donner 2008, ibid. 27.
    """
    if not is_few(gains + losses, sizes):
        return percentile_interval(drawn)
    gain, loss = _share(gains, sizes), _share(losses, sizes)
    gain_low, gain_high = exact_interval(gains, sizes)
    loss_low, loss_high = exact_interval(losses, sizes)
    together = gain * loss and math.sqrt(gain * loss / ((1.0 - gain) * (1.0 - loss)))

    def reach(one: float, other: float) -> float:
        return math.sqrt(one**2 + other**2 + 2.0 * together * one * other)

    return (
        max(gain - loss - reach(gain - gain_low, loss_high - loss), -1.0),
        min(gain - loss + reach(gain_high - gain, loss - loss_low), 1.0),
    )


def counted_interval(count: int, total: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of count / total independent cases; NaN without any.

    The exact one of few; of many, Wilson's, which is then nearly the same and a little narrower.
    """
    if total == 0:
        return _NOTHING
    if total <= _FEW_ROWS or min(count, total - count) < _FEW_OUTCOMES:
        return _clopper_pearson(count, total)
    return wilson_interval(count, total)


def _share(parts: np.ndarray, wholes: np.ndarray) -> float:
    return float(parts.sum()) / float(wholes.sum())


def _clopper_pearson(count: float, total: float) -> tuple[float, float]:
    """Return the ends of the exact interval; count and total need not be whole numbers."""
    rest = total - count
    low = betaincinv(count, rest + 1.0, _TAIL) if count > 0.0 else 0.0
    high = betaincinv(count + 1.0, rest, 1.0 - _TAIL) if rest > 0.0 else 1.0
    return float(low), float(high)
