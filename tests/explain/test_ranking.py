"""The article's columns: rank as pandas gives it, normalized = max(score - mean, 0)."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.explain.ranking import rank_scores, score_levels

NAN = float("nan")
# Few different values, so that many are equal; and any.
SCORES = st.lists(
    st.sampled_from([0.0, 0.25, 0.5, 1.0, -1.0, NAN]) | st.floats(-1e6, 1e6), max_size=30
)


def test_exact_values():
    ranking = rank_scores(np.array([0.1, 0.4, 0.1, 0.2]))
    assert ranking.rank.tolist() == [3.5, 1.0, 3.5, 2.0]
    assert ranking.normalized == pytest.approx([0.0, 0.2, 0.0, 0.0])
    assert ranking.attention.tolist() == [False, True, False, False]


def test_truncated_tokens_take_no_part():
    ranking = rank_scores(np.array([1.0, 3.0, NAN]))
    np.testing.assert_array_equal(ranking.rank, [2.0, 1.0, NAN])
    np.testing.assert_array_equal(ranking.normalized, [0.0, 1.0, NAN])
    assert ranking.attention.tolist() == [False, True, False]


@pytest.mark.parametrize("scores", [[], [NAN, NAN]])
def test_nothing_to_rank(scores):
    ranking = rank_scores(np.array(scores))
    assert np.isnan(ranking.rank).all()
    assert np.isnan(ranking.normalized).all()
    assert ranking.attention.tolist() == [False] * len(scores)


def test_equal_scores_stand_out_nowhere():
    ranking = rank_scores(np.full(4, 0.25))
    assert ranking.rank.tolist() == [2.5] * 4
    assert ranking.attention.tolist() == [False] * 4


@settings(max_examples=150)
@given(scores=SCORES)
def test_as_pandas_ranks(scores):
    scores = np.array(scores, float)
    ranking = rank_scores(scores)
    series = pd.Series(scores)
    np.testing.assert_array_equal(ranking.rank, series.rank(ascending=False, method="average"))
    normalized = (series - series.mean()).where(lambda values: ~(values < 0), 0.0)
    np.testing.assert_allclose(ranking.normalized, normalized, rtol=1e-9, atol=1e-6)
    assert (ranking.normalized[~np.isnan(scores)] >= 0.0).all()
    np.testing.assert_array_equal(ranking.attention, ranking.normalized > 0.0)


@pytest.mark.parametrize(
    ("scores", "levels"),
    [
        ([], []),
        ([3.0], [0]),
        ([0.0, 0.0], [0, 0]),
        ([0.1, 0.4, 0.1, -0.2], [1, 0, 1, 2]),
        ([-5.0, -1.0, -5.0], [1, 0, 1]),
        # Equal but for what float32 leaves; then no longer.
        ([0.3, 0.3 + 1e-7, 0.2], [0, 0, 1]),
        ([0.3, 0.3 + 1e-5, 0.2], [1, 0, 2]),
        # What is noise goes by the largest score, not by 1.
        ([3e-12, 2e-12, 1e-12], [0, 1, 2]),
        ([1e9, 1e9 + 1.0], [0, 0]),
    ],
)
def test_levels(scores, levels):
    assert score_levels(np.array(scores)).tolist() == levels


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_what_is_no_number_is_refused(bad):
    with pytest.raises(ValueError, match=r"finite.*Received: .*(nan|inf)"):
        score_levels(np.array([0.5, bad]))
