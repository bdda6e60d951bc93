"""Whether two figures differ by more than the noise: paired tests on the same rows or articles.

Two answers to the same question are compared pair by pair, which sees far smaller differences than
two intervals laid side by side do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest

from core.stats.intervals import (
    article_numbers,
    ratio,
    resampled_sums,
    sums_by_article,
)
from core.stats.shares import paired_interval

_LEVEL = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The accuracy of a first answer minus that of a second.

    Attributes:
        value: the difference.
        low, high: ends of its 95 % interval over whole articles, paired.
        p_value: how often chance alone would make the two as unlike as they are, or more.
        only_first, only_second: pairs in which only, or more of, the first, the second is right.
    """

    value: float
    low: float
    high: float
    p_value: float
    only_first: int
    only_second: int

    @property
    def within_noise(self) -> bool:
        """Whether chance explains the difference.

        It does unless both tests speak against it: the interval, which knows that the sentences of
        an article are alike, and the exact p-value, which is right for few pairs, too.
        """
        return self.low <= 0.0 <= self.high or self.p_value >= _LEVEL


def compare_right(
    first_right: np.ndarray, second_right: np.ndarray, groups: Sequence[str]
) -> Difference:
    """Compare two answers to the same rows.

    Args:
        first_right, second_right: bool (N,), whether each row was answered right.
        groups: the article of each row, or "".

    Returns:
        The p-value is that of McNemar's exact test over the rows on which the two differ: it takes
        the rows for independent.

    Raises:
        ValueError: there are no rows, or not as many of the one as of the other.

    Source: McNemar 1947; Dietterich 1998, Approximate statistical tests, section 3.1.
    """
    if not len(first_right) or len(first_right) != len(second_right):
        raise ValueError(
            f"as many rows of both are needed. Received: {len(first_right)}, {len(second_right)}"
        )
    gains, losses = first_right & ~second_right, second_right & ~first_right  # (N,) each
    figures = [np.ones(len(groups)), first_right, second_right, gains, losses]
    sums = sums_by_article(np.stack(figures, axis=1), article_numbers(groups))  # (G, 5)
    return _difference(
        sums[:, [0, 1, 0, 2]],
        sizes=sums[:, 0],
        gains=sums[:, 3],
        losses=sums[:, 4],
        only_first=int(gains.sum()),
        only_second=int(losses.sum()),
    )


def compare_articles(
    first_sizes: Sequence[int],
    first_right: Sequence[int],
    second_sizes: Sequence[int],
    second_right: Sequence[int],
) -> Difference:
    """Compare two protocols by what they come to on the same articles.

    Args:
        first_sizes, second_sizes: (G,), examples of each article; the protocols may leave out
            some of them.
        first_right, second_right: (G,), those of them that are answered right.

    Returns:
        The p-value is that of the exact sign test: in how many articles the share of right answers
        is the higher one of the first, and of the second.

    Raises:
        ValueError: there are no articles, or the lists differ in length.
    """
    lists = (first_sizes, first_right, second_sizes, second_right)
    lengths = [len(numbers) for numbers in lists]
    if not lengths[0] or len(set(lengths)) > 1:
        raise ValueError(f"the same articles are needed four times. Received: {lengths}")
    sums = np.array(lists, float).T  # (G, 4)
    shares = [ratio(sums[:, right], sums[:, right - 1]) for right in (1, 3)]  # (G,) each
    totals = sums.sum(axis=0)  # (4,)
    parts = ratio(sums, totals[[0, 0, 2, 2]])  # (G, 4), of all examples of its protocol
    examples = totals[[0, 2]].mean()
    return _difference(
        sums,
        sizes=examples * np.maximum(parts[:, 0], parts[:, 2]),
        gains=examples * np.maximum(parts[:, 1] - parts[:, 3], 0.0),
        losses=examples * np.maximum(parts[:, 3] - parts[:, 1], 0.0),
        # An article of which a protocol leaves nothing (NaN) is on neither side.
        only_first=int((shares[0] > shares[1]).sum()),
        only_second=int((shares[1] > shares[0]).sum()),
    )


def difference_interval(differences: np.ndarray, groups: Sequence[str]) -> tuple[float, float]:
    """Return the ends of the 95 % interval of the mean difference of two answers to each row.

    Args:
        differences: (N,), from −1 to 1, for every row.
        groups: the article of each row, or "".
    """
    gains, losses = np.maximum(differences, 0.0), np.maximum(-differences, 0.0)  # (N,) each
    figures = np.stack([np.ones(len(groups)), differences, gains, losses], axis=1)  # (N, 4)
    sums = sums_by_article(figures, article_numbers(groups))  # (G, 4)
    drawn = resampled_sums(sums[:, :2])  # (R, 2)
    return paired_interval(sums[:, 2], sums[:, 3], sums[:, 0], drawn=drawn[:, 1] / drawn[:, 0])


def _difference(
    sums: np.ndarray,
    *,
    sizes: np.ndarray,
    gains: np.ndarray,
    losses: np.ndarray,
    only_first: int,
    only_second: int,
) -> Difference:
    """Return the difference of two accuracies with its interval over articles.

    Args:
        sums: (G, 4), for each article the size and the right answers of the first and the second.
        sizes, gains, losses: (G,), for each article its pairs, and those that speak for the first
            and for the second.
    """

    def differences(totals: np.ndarray) -> np.ndarray:
        return ratio(totals[:, 1], totals[:, 0]) - ratio(totals[:, 3], totals[:, 2])

    low, high = paired_interval(gains, losses, sizes, drawn=differences(resampled_sums(sums)))
    unlike = only_first + only_second
    return Difference(
        value=float(differences(sums.sum(axis=0, keepdims=True))[0]),
        low=low,
        high=high,
        p_value=float(binomtest(only_first, unlike).pvalue) if unlike else 1.0,
        only_first=only_first,
        only_second=only_second,
    )
