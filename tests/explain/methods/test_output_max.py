"""The maximum of the attention's output, in closed form."""

import pytest

from core.explain.methods.output_max import output_maximum
from core.text.encode import encode
from tests.explain.methods.additive_model import KYOTO, additive


def test_output_maximum_in_closed_form():
    fake = additive({3: (0.0, 2.5, -9.0, 1.0), 4: (-1.0, -2.0, -3.0, -0.5)})
    scores = output_maximum(fake, encode([KYOTO], sequence_length=5), 0)
    assert scores.scores == pytest.approx([0.0, 0.0, 0.0, 2.5, -0.5])
    assert scores.padding_share is None
    assert scores.signed is False
