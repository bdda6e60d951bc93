"""Integrated gradients add up."""

import numpy as np
import pytest

from core.explain.methods.integrated_gradients import integrated_gradients
from core.text.align import seen_token_ids
from tests.explain.methods.additive_model import encode_one


@pytest.mark.parametrize("baseline", ["padding", "unk", "mean"])
def test_integrated_gradients_add_up(model, baseline):
    config, classifier = model
    encoded = encode_one(config, 12)
    network = classifier.network
    rough, fine = (
        integrated_gradients(classifier, encoded, 1, baseline=baseline, num_steps=steps)
        for steps in (50, 800)
    )
    again = integrated_gradients(
        classifier, encoded, 1, baseline=baseline, num_steps=2, max_steps=50
    )
    once = integrated_gradients(classifier, encoded, 1, baseline=baseline, num_steps=2, max_steps=2)
    assert np.array_equal(again.scores, (rough if abs(once.delta) > 0.01 else once).scores)
    embedding = network.weights.embedding
    start = {"padding": embedding[0], "unk": embedding[1], "mean": embedding.mean(axis=0)}
    token_ids = seen_token_ids(encoded) if config.masked else encoded.token_ids[0]
    embedded = network.embed(token_ids)  # (P, D)
    beginning = embedded.copy()
    beginning[-12:] = start[baseline]
    before, after = network.probabilities(np.stack([beginning, embedded]))[:, 1]
    total = fine.scores.sum()
    assert fine.delta == pytest.approx(total - (after - before), abs=1e-6)
    assert abs(fine.delta) < 2e-4
    assert abs(rough.delta) < 0.01
    assert np.abs(rough.scores - fine.scores).max() < 0.02
