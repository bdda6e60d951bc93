"""Gradient × input against a difference quotient."""

import numpy as np
import pytest

from core.explain.methods.gradient_x_input import gradient_x_input
from core.text.align import seen_token_ids, token_scores
from tests.explain.methods.additive_model import encode_one


def test_gradient_x_input_is_the_slope_along_the_tokens_own_vector(model):
    config, classifier = model
    encoded = encode_one(config, 6)
    scores = token_scores(gradient_x_input(classifier, encoded, 2), encoded)
    network = classifier.network
    token_ids = seen_token_ids(encoded) if config.masked else encoded.token_ids[0]
    embedded = network.embed(token_ids)  # (P, D)
    step = 0.02
    for number in range(6):
        place = len(embedded) - 6 + number
        pair = np.stack([embedded, embedded])
        pair[0, place] *= 1.0 + step
        pair[1, place] *= 1.0 - step
        more, less = network.probabilities(pair)[:, 2].astype(float)
        assert scores[number] == pytest.approx((more - less) / (2 * step), abs=3e-4, rel=0.02)
