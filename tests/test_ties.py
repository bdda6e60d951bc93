"""Which scores count as equal, and in which order the others stand."""

import numpy as np
import pytest

from core.ties import score_levels


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
