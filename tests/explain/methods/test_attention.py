"""Attention received, in closed form and row by row."""

import numpy as np
import pytest

from core.explain.methods.attention import attention_on_padding, attention_received
from core.text.align import token_scores
from core.text.encode import encode
from tests.explain.methods.additive_model import KYOTO, additive, encode_one


def test_attention_received_in_closed_form():
    fake = additive({}, pull={3: 6.0, 4: 3.0}, padding_attention=0.2)
    scores = attention_received(fake, encode([KYOTO], sequence_length=5), 0)
    assert scores.scores == pytest.approx([0.1, 0.1, 0.08, 0.48, 0.24])
    assert scores.padding_share == pytest.approx(0.2)
    assert scores.signed is False


def test_one_query_is_its_row(model):
    config, classifier = model
    encoded = encode_one(config, 12)
    weights = classifier.run(encoded).attention_weights[0]  # (L, L)
    rows = [attention_received(classifier, encoded, 0, query=query) for query in range(12)]
    for number, row in enumerate(rows):
        assert np.array_equal(row.scores, weights[config.sequence_length - 12 + number])
        padding = weights[config.sequence_length - 12 + number, :-12].sum()
        assert row.padding_share == pytest.approx(padding, abs=1e-7)
    mean = attention_received(classifier, encoded, 0).scores
    assert np.mean([row.scores for row in rows], axis=0) == pytest.approx(mean, abs=1e-7)
    with pytest.raises(ValueError, match="Received: 12"):
        attention_received(classifier, encoded, 0, query=12)


def test_attention_received_is_the_mean_over_the_real_queries(model):
    config, classifier = model
    encoded = encode_one(config, 12)
    scores = attention_received(classifier, encoded, 0)
    weights = classifier.run(encoded).attention_weights[0]
    real = encoded.padding_mask[0]
    assert scores.scores == pytest.approx(weights[-12:].mean(axis=0), abs=1e-7)
    assert scores.scores.sum() == pytest.approx(1.0, abs=1e-5)
    tokens_share = token_scores(scores, encoded).sum()
    assert tokens_share + scores.padding_share == pytest.approx(1.0, abs=1e-5)
    assert attention_on_padding(weights[real], real) == pytest.approx(
        scores.padding_share, abs=1e-7
    )
    if config.masked:
        assert scores.padding_share == 0.0
    else:
        assert 0.1 < scores.padding_share < 0.9
