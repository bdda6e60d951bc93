"""LIME: its subsets, its linear model, and an additive network."""

import numpy as np
import pytest

from core.explain.methods.lime import draw_subsets, fit_linear_model, lime
from core.text.encode import encode
from tests.explain.methods.additive_model import CONTRIBUTIONS, KYOTO, additive


def test_limes_linear_model_finds_a_linear_game():
    present = draw_subsets(6, num_samples=4_000, seed=3)
    slopes = np.array([0.5, -0.25, 0.0, 0.125, 1.0, 0.0])
    assert fit_linear_model(present, present @ slopes + 0.3) == pytest.approx(slopes, abs=0.01)


def test_limes_subsets_are_the_whole_text_then_every_size_equally_often():
    present = draw_subsets(5, num_samples=10_001, seed=0)
    assert present[0].all()
    counts = np.bincount((~present[1:]).sum(axis=1), minlength=6)
    assert counts[0] == 0
    assert np.abs(counts[1:] / 10_000 - 0.2).max() < 0.02
    assert np.abs(present[1:].mean(axis=0) - 0.4).max() < 0.02


def test_lime_ranks_the_tokens_of_an_additive_model():
    fake = additive(CONTRIBUTIONS)
    scores = lime(fake, encode([KYOTO], sequence_length=5), 0).scores[2:]
    assert scores[1] > 0.1
    assert scores[2] < 0.0
    assert abs(scores[0]) < 0.02
