"""Leave-one-out, in closed form."""

import numpy as np
import pytest

from core.explain.methods.leave_one_out import leave_one_out
from core.text.encode import encode
from tests.explain.methods.additive_model import CONTRIBUTIONS, KYOTO, additive, probability


@pytest.mark.parametrize("removal", ["delete", "unk", "blank"])
def test_leave_one_out_in_closed_form(removal):
    # <unk> and the blank (both 1 here) weigh something, so that the removals differ.
    fake = additive({**CONTRIBUTIONS, 1: (0.0, 0.0, 0.7, 0.0)})
    encoded = encode([KYOTO], sequence_length=5)
    scores = leave_one_out(fake, encoded, 0, removal=removal)
    whole = np.array([1.5, 1.0, -1.0, 0.0])
    stand_in = np.zeros(4) if removal == "delete" else np.array([0.0, 0.0, 0.7, 0.0])
    expected = [
        probability(whole, 0) - probability(whole - lost + stand_in, 0)
        for lost in (np.zeros(4), np.array(CONTRIBUTIONS[3]), np.array(CONTRIBUTIONS[4]))
    ]
    assert scores.scores[:2].tolist() == [0.0, 0.0]
    assert scores.scores[2:] == pytest.approx(expected)
    assert scores.signed is True
