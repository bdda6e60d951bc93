"""Kendall's tau and the overlap of the highest units, next to SciPy's and by hand."""

from itertools import combinations

import numpy as np
import pytest
from scipy.stats import kendalltau

from core.explain.agreement import agree

ABCD = np.array([4.0, 3.0, 2.0, 1.0])


def agree_two(first, second, **options):
    found = agree({"first": np.array(first), "second": np.array(second)}, **options)
    assert found.methods == ("first", "second")
    return found


@pytest.mark.parametrize("size", [2, 3, 7, 40])
def test_tau_is_that_of_scipy_ties_included(size):
    rng = np.random.default_rng(size)
    # From all scores different to many equal ones.
    scores = {str(most): rng.integers(-most, most, size) / 8 for most in (2, 3, 8, 1000)}
    scores["signed"] = rng.normal(size=size)
    found = agree(scores)
    for (i, first), (j, second) in combinations(enumerate(scores.values()), 2):
        expected = kendalltau(first, second).statistic
        assert found.kendall_tau[i, j] == pytest.approx(expected, abs=1e-12, nan_ok=True)
        assert found.kendall_tau[j, i] == pytest.approx(expected, abs=1e-12, nan_ok=True)


def test_tau_of_the_same_of_the_reversed_and_of_constant_scores():
    found = agree({"one": ABCD, "same": 2 * ABCD, "reversed": -ABCD, "constant": 0 * ABCD})
    nan = np.nan
    np.testing.assert_array_equal(
        found.kendall_tau,
        [[1, 1, -1, nan], [1, 1, -1, nan], [-1, -1, 1, nan], [nan, nan, nan, nan]],
    )


def test_a_constant_with_float_noise_is_a_constant():
    found = agree_two(0.1 + 1e-9 * ABCD, ABCD)
    assert np.isnan(found.kendall_tau).tolist() == [[True, True], [True, False]]


def test_signed_scores_count_with_their_sign():
    found = agree_two([0.9, 0.1, 0.2, 0.3], [-0.9, 0.1, 0.2, 0.3])
    assert found.top_overlap[0, 1] == pytest.approx(2 / 3)  # 0, 3, 2 and 3, 2, 1
    assert found.kendall_tau[0, 1] == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("first", "second", "top", "overlap"),
    [
        ([5, 4, 3, 2, 1, 0], [3, 4, 5, 0, 1, 2], 3, 1.0),
        ([5, 4, 3, 2, 1, 0], [0, 1, 2, 3, 4, 5], 3, 0.0),
        ([5, 4, 3, 2, 1, 0], [5, 1, 2, 3, 4, 0], 3, 1 / 3),
        ([5, 4, 3, 2, 1, 0], [0, 9, 2, 3, 4, 1], 1, 0.0),
        # Two units for one place count half each.
        ([5, 4, 3, 2, 1, 0], [5, 4, 3, 3, 1, 0], 3, 2.5 / 3),
        # All six for three places: what a random order shares with any other.
        ([5, 4, 3, 2, 1, 0], [7, 7, 7, 7, 7, 7], 3, 0.5),
        # Fewer units than three: all of them, whatever the order.
        ([2, 1], [1, 2], 3, 1.0),
        ([7], [8], 3, 1.0),
    ],
)
def test_overlap_of_the_highest(first, second, top, overlap):
    found = agree_two(first, second, top=top)
    assert found.top_overlap == pytest.approx(np.array([[1.0, overlap], [overlap, 1.0]]))


@pytest.mark.parametrize(
    ("second", "reason"), [([1.0, np.nan, 2.0, 3.0], "finite"), ([1.0, 2.0], "same shape")]
)
def test_what_cannot_be_compared_is_refused(second, reason):
    with pytest.raises(ValueError, match=reason):
        agree_two(ABCD, second)
