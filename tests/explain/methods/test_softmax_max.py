"""The variant of 2020 of the output maximum, in closed form."""

import numpy as np
import pytest

from core.explain.methods.softmax_max import softmax_maximum
from core.text.encode import encode
from tests.explain.methods.additive_model import KYOTO, additive


def test_softmax_maximum_in_closed_form():
    fake = additive({3: (0.0, 2.5, -9.0, 1.0), 4: (-1.0, -2.0, -3.0, -0.5)})
    scores = softmax_maximum(fake, encode([KYOTO], sequence_length=5), 0).scores
    powers = np.exp([0.0, 9.0, 3.0])
    assert scores[:2].tolist() == [0.0, 0.0]
    assert scores[2:] == pytest.approx(powers / powers.sum() - powers[0] / powers.sum())
