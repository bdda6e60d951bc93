"""One answer for several: the geometric mean."""

import numpy as np
import pytest

from core.pooling import pool_probabilities


def test_the_geometric_mean_made_to_add_up_to_1():
    pooled = pool_probabilities(np.array([[0.8, 0.2], [0.2, 0.8], [0.9, 0.1]]))
    # √³(0.8·0.2·0.9) : √³(0.2·0.8·0.1) = √³9 : 1
    ratio = 9 ** (1 / 3)
    np.testing.assert_allclose(pooled, [ratio / (1 + ratio), 1 / (1 + ratio)])


def test_one_answer_stays_what_it_is():
    np.testing.assert_allclose(pool_probabilities(np.array([[0.7, 0.2, 0.1]])), [0.7, 0.2, 0.1])


def test_one_certain_answer_does_not_silence_the_others():
    pooled = pool_probabilities(np.array([[1.0, 0.0], [0.5, 0.5]]))
    # √(1e-12 · 0.5) : √(1 · 0.5)
    assert pooled[1] == pytest.approx(1e-6, rel=1e-3)
    assert pooled.sum() == pytest.approx(1.0)
