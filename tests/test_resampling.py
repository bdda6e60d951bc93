"""The bootstrap: articles stay whole, the same sums give the same draws, and chance is chance."""

import numpy as np
import pytest

from core.resampling import (
    article_numbers,
    percentile_interval,
    ratio,
    resampled_sums,
    sums_by_article,
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
