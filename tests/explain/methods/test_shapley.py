"""Shapley values: they add up to the text minus the empty one."""

import pytest

from core.explain.methods.shapley import shapley
from core.text.encode import encode
from tests.explain.methods.additive_model import CONTRIBUTIONS, KYOTO, additive, probability
from tests.fakes import make_tokenized


def test_shapley_sums_to_the_whole_minus_the_empty_text():
    fake = additive(CONTRIBUTIONS)
    scores = shapley(fake, encode([KYOTO], sequence_length=5), 0, num_pairs=50)
    # Two players that matter: the value is the mean over the two orders.
    alone = [probability(CONTRIBUTIONS[3], 0) - 0.25, probability(CONTRIBUTIONS[4], 0) - 0.25]
    whole = probability([1.5, 1.0, -1.0, 0.0], 0)
    last = [whole - 0.25 - alone[1], whole - 0.25 - alone[0]]
    # Every order comes with its reverse: each of the two comes first equally often.
    assert scores.scores[2] == pytest.approx(0.0, abs=1e-12)
    assert scores.scores[3] == pytest.approx((alone[0] + last[0]) / 2)
    assert scores.scores[4] == pytest.approx((alone[1] + last[1]) / 2)
    assert scores.scores.sum() == pytest.approx(whole - 0.25)
    assert scores.delta == pytest.approx(0.0, abs=1e-12)


def test_the_empty_text_is_one_blank_piece():
    fake = additive({1: (0.0, 3.0, 0.0, 0.0), 3: (1.0, 0.0, 0.0, 0.0)})
    text = make_tokenized("▁", "京都")
    total = shapley(fake, encode([text], sequence_length=2), 0).scores.sum()
    assert total == pytest.approx(
        probability([1.0, 0.0, 0.0, 0.0], 0) - probability([0.0, 3.0, 0.0, 0.0], 0)
    )
