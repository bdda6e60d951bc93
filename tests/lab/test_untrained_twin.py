"""The shipped model's untrained twin: it knows the same words and labels, and decides nothing."""

import numpy as np
import pytest

from core.lab.randomization import STAGES, randomized_weights, untrained_twin

TEXT = "清水寺の近くでうどんを食べた。"


@pytest.fixture(scope="module")
def twin(default):
    return untrained_twin(default, seed=3)


def test_every_stage_is_randomised(default, twin):
    expected = randomized_weights(default.classifier.network.weights, stages=len(STAGES), seed=3)
    weights = twin.classifier.network.weights
    for name in ("embedding", "query", "classifier"):
        assert np.array_equal(getattr(weights, name), getattr(expected, name))
        trained = getattr(default.classifier.network.weights, name)
        assert not np.array_equal(getattr(weights, name), trained)
    assert np.array_equal(weights.forward.kernel, expected.forward.kernel)


def test_it_cuts_texts_alike_and_knows_the_same_labels_but_decides_nothing(default, twin):
    (prediction,) = twin.predict([TEXT])
    assert prediction.tokenized == default.tokenize(TEXT)
    assert prediction.labels == default.labels
    assert prediction.probabilities == pytest.approx([0.25] * 4, abs=0.05)


def test_its_gradients_are_its_own(default, twin):
    trained, untrained = (
        analyzer.analyze(TEXT, method="integrated_gradients", target="京都").attribution
        for analyzer in (default, twin)
    )
    assert np.abs(trained.token_scores).max() > 0.1
    assert np.abs(untrained.token_scores).max() < 0.01


def test_the_model_itself_stays_as_it_was(default):
    before = default.predict([TEXT])[0].probabilities
    untrained_twin(default, seed=4)
    assert np.array_equal(default.predict([TEXT])[0].probabilities, before)
