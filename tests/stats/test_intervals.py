"""The bootstrap: articles stay whole, the same sums give the same draws, and chance is chance."""

import math

import numpy as np
import pytest
from scipy.stats import binomtest

from core.stats.intervals import (
    Z_ONE_SIDED,
    article_numbers,
    percentile_interval,
    ratio,
    resampled_sums,
    sums_by_article,
    wilson_interval,
)


def test_rows_of_one_name_are_one_article_and_rows_without_a_name_are_their_own():
    numbers = article_numbers(["B", "", "A", "B", ""])
    assert numbers[0] == numbers[3]
    assert len(set(numbers.tolist())) == 4


def test_sums_by_article():
    figures = np.array([[1, 0], [1, 1], [1, 1], [1, 0]])
    sums = sums_by_article(figures, np.array([2, 0, 2, 1]))
    assert sums.tolist() == [[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]]


@pytest.mark.parametrize("size", [50, 3_000])  # drawn one by one; drawn by kinds
def test_resamples_hold_as_many_articles_and_spread_as_theory_says(size):
    sums = np.stack([np.ones(size), np.arange(size) % 2], axis=1)
    resamples = resampled_sums(sums)
    assert set(resamples[:, 0]) == {size}
    assert resamples[:, 1].mean() == pytest.approx(size / 2, rel=0.01)
    # A binomial of `size` trials with 1/2.
    assert resamples[:, 1].std() == pytest.approx((size / 4) ** 0.5, rel=0.05)
    assert np.array_equal(resampled_sums(sums), resamples)


def test_articles_that_are_large_weigh_more():
    resamples = resampled_sums(np.array([[10.0], [1.0]]))
    assert set(resamples[:, 0]) == {2.0, 11.0, 20.0}


def test_the_interval_is_the_middle_of_what_was_given():
    values = np.append(np.arange(101.0), np.nan)
    assert percentile_interval(values) == (2.5, 97.5)
    assert np.isnan(percentile_interval(np.full(3, np.nan))).all()


def test_a_part_of_nothing_is_no_number():
    values = ratio(np.array([1.0, 0.0]), np.array([4.0, 0.0]))
    assert values[0] == 0.25
    assert np.isnan(values[1])


@pytest.mark.parametrize(("passed", "total"), [(0, 5), (5, 5), (17, 24), (181, 184)])
def test_the_interval_of_a_share_is_wilsons(passed, total):
    expected = binomtest(passed, total).proportion_ci(method="wilson")
    assert wilson_interval(passed, total) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_a_one_sided_interval_of_a_share_is_narrower():
    # 90 % two-sided is 95 % on one side.
    expected = binomtest(22, 308).proportion_ci(confidence_level=0.9, method="wilson")
    got = wilson_interval(22, 308, z=Z_ONE_SIDED)
    assert got == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_a_share_of_nothing_has_no_interval():
    assert all(math.isnan(end) for end in wilson_interval(0, 0))
