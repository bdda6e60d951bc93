"""The random control."""

import numpy as np

from core.explain.methods.random_control import random_control
from core.text.encode import encode
from tests.explain.methods.additive_model import KYOTO, additive


def test_the_random_control_follows_its_seed():
    encoded = encode([KYOTO], sequence_length=5)
    fake = additive({})
    first, other = (random_control(fake, encoded, 0, seed=seed).scores for seed in (0, 1))
    assert first[2:].tolist() == np.random.default_rng(0).random(3).tolist()
    assert not np.array_equal(first, other)
