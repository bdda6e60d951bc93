"""The interval of a share is Wilson's."""

import math

import pytest
from scipy.stats import binomtest

from core.proportion import Z_ONE_SIDED, wilson_interval


@pytest.mark.parametrize(("passed", "total"), [(0, 5), (5, 5), (17, 24), (181, 184)])
def test_the_interval_is_wilsons(passed, total):
    expected = binomtest(passed, total).proportion_ci(method="wilson")
    assert wilson_interval(passed, total) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_a_one_sided_interval_is_narrower():
    # 90 % two-sided is 95 % on one side.
    expected = binomtest(22, 308).proportion_ci(confidence_level=0.9, method="wilson")
    got = wilson_interval(22, 308, z=Z_ONE_SIDED)
    assert got == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_nothing_counted_has_no_interval():
    assert all(math.isnan(end) for end in wilson_interval(0, 0))
