"""Paired tests: p-values against scipy, intervals against theory, and what counts as noise."""

import numpy as np
import pytest
from scipy.stats import binom

from core.stats.significance import compare_articles, compare_right


def answers(both, only_first, only_second, neither):
    """Right answers of two models to as many rows as are named."""
    first = np.repeat([True, True, False, False], [both, only_first, only_second, neither])
    second = np.repeat([True, False, True, False], [both, only_first, only_second, neither])
    return first, second


@pytest.mark.parametrize(("only_first", "only_second"), [(8, 2), (2, 8), (5, 4), (30, 10)])
def test_the_p_value_is_mcnemars_exact_one(only_first, only_second):
    difference = compare_right(
        *answers(50, only_first, only_second, 20), [""] * (70 + only_first + only_second)
    )
    fewer, unlike = min(only_first, only_second), only_first + only_second
    assert difference.p_value == pytest.approx(min(1.0, 2 * binom.cdf(fewer, unlike, 0.5)))
    assert (difference.only_first, difference.only_second) == (only_first, only_second)


def test_the_difference_and_its_interval_are_those_of_the_pairs():
    difference = compare_right(*answers(200, 60, 20, 120), [""] * 400)
    assert difference.value == pytest.approx(0.1)
    half = 1.96 * ((0.2 - 0.1**2) / 400) ** 0.5  # the variance of a pair's difference
    assert difference.low == pytest.approx(0.1 - half, abs=0.006)
    assert difference.high == pytest.approx(0.1 + half, abs=0.006)
    assert not difference.within_noise


def test_the_other_way_round_it_is_the_negative():
    first, second = answers(50, 30, 10, 20)
    groups = [f"A{row % 11}" for row in range(110)]
    one, other = compare_right(first, second, groups), compare_right(second, first, groups)
    assert (one.value, one.low, one.high) == pytest.approx((-other.value, -other.high, -other.low))
    assert (one.p_value, one.only_first) == (other.p_value, other.only_second)


def test_equal_answers_do_not_differ():
    first, _ = answers(5, 0, 0, 5)
    difference = compare_right(first, first, [""] * 10)
    assert difference.value == 0.0
    # The one may be right where the other is not in so many rows without a case among ten.
    reach = 1 - 0.025 ** (1 / 10)
    assert (difference.low, difference.high) == pytest.approx((-reach, reach))
    assert difference.p_value == 1.0
    assert difference.within_noise


def test_what_one_article_alone_says_is_noise():
    # 12 rows of difference, all of one article in ten: McNemar's test believes them, the
    # articles do not.
    first, second = answers(100, 12, 0, 8)
    groups = [f"A{row % 9}" if row < 100 else "B" for row in range(120)]
    difference = compare_right(first, second, groups)
    assert difference.p_value < 0.001
    assert difference.low < 0.0
    assert difference.within_noise


def test_three_rows_prove_nothing():
    difference = compare_right(*answers(0, 3, 0, 0), [""] * 3)
    # At least 0.29 of all rows may speak for the first, up to 0.71 for the second.
    least = 0.025 ** (1 / 3)
    assert difference.low == pytest.approx(1 - 2**0.5 * (1 - least))
    assert difference.low < 0.0
    assert difference.high == 1.0
    assert difference.p_value == 0.25
    assert difference.within_noise


def test_protocols_are_compared_article_by_article():
    sizes = [10] * 40
    first, second = [9, 8] * 20, [8, 8] * 20
    difference = compare_articles(sizes, first, sizes, second)
    assert difference.value == pytest.approx(0.05)
    assert (difference.only_first, difference.only_second) == (20, 0)
    assert difference.p_value == pytest.approx(2 * 0.5**20)
    assert 0.0 < difference.low < 0.05 < difference.high < 0.1
    assert not difference.within_noise


def test_articles_may_lose_sentences_on_the_way():
    # 4 of 5 and 3 of 4 are compared as shares; the second article loses its only sentence.
    difference = compare_articles([5, 1], [4, 1], [4, 0], [3, 0])
    assert difference.value == pytest.approx(5 / 6 - 3 / 4)
    assert (difference.only_first, difference.only_second) == (1, 0)


def test_pairs_are_needed():
    with pytest.raises(ValueError, match="Received: 2, 1"):
        compare_right(np.ones(2, bool), np.ones(1, bool), ["", ""])
    with pytest.raises(ValueError, match=r"Received: \[1, 1, 2, 2\]"):
        compare_articles([1], [1], [1, 1], [1, 1])
