"""The methods: what each number is, and the contract that all of them keep."""

import numpy as np
import pytest

from core.align import token_scores
from core.attribution import METHODS
from core.attribution.attention import attention_on_padding, attention_received
from core.attribution.output_max import output_maximum
from core.bundle import ONNX_FILE
from core.encode import encode
from core.engine import OnnxEngine
from tests.fakes import AdditiveEngine, make_tokenized
from tests.strong import random_texts, strong_analyzer


@pytest.fixture(params=[True, False], ids=["masked", "unmasked"])
def engine(request, tmp_path_factory, tiny_embeddings):
    bundle = strong_analyzer(tmp_path_factory, tiny_embeddings, masked=request.param).bundle
    return bundle.model, OnnxEngine(bundle.folder / ONNX_FILE, bundle.model)


def encode_one(config, size):
    return encode(random_texts(config, size), sequence_length=config.sequence_length)


def test_attention_received_in_closed_form():
    text = make_tokenized("▁", "京都", "へ")  # ids 2, 3, 4
    fake = AdditiveEngine({}, pull={3: 6.0, 4: 3.0}, padding_attention=0.2)
    scores = attention_received(fake, encode([text], sequence_length=5), 0)
    assert scores.scores == pytest.approx([0.1, 0.1, 0.08, 0.48, 0.24])
    assert scores.padding_share == pytest.approx(0.2)
    assert scores.signed is False


def test_output_maximum_in_closed_form():
    text = make_tokenized("▁", "京都", "へ")
    fake = AdditiveEngine({3: (0.0, 2.5, -9.0, 1.0), 4: (-1.0, -2.0, -3.0, -0.5)})
    scores = output_maximum(fake, encode([text], sequence_length=5), 0)
    assert scores.scores == pytest.approx([0.0, 0.0, 0.0, 2.5, -0.5])
    assert scores.padding_share is None
    assert scores.signed is False


def test_attention_received_is_the_mean_over_the_real_queries(engine):
    config, onnx = engine
    encoded = encode_one(config, 12)
    scores = attention_received(onnx, encoded, 0)
    weights = onnx.run(encoded).attention_weights[0]
    assert np.array_equal(scores.scores, weights[-12:].mean(axis=0))
    assert scores.scores.sum() == pytest.approx(1.0, abs=1e-5)
    tokens_share = token_scores(scores, encoded).sum()
    assert tokens_share + scores.padding_share == pytest.approx(1.0, abs=1e-5)
    assert attention_on_padding(weights, encoded.padding_mask[0]) == scores.padding_share
    if config.masked:
        assert scores.padding_share == 0.0
    else:
        assert 0.1 < scores.padding_share < 0.9


def test_output_maximum_is_the_largest_entry_of_the_output_vector(engine):
    config, onnx = engine
    encoded = encode_one(config, 12)
    scores = output_maximum(onnx, encoded, 0).scores
    vectors = onnx.run(encoded).attention_output[0]
    assert scores.tolist() == [max(vector) for vector in vectors.tolist()]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("size", [1, 12, 40])
def test_every_method_keeps_the_contract(engine, method, size):
    config, onnx = engine
    encoded = encode_one(config, size)
    first, second = (METHODS[method](onnx, encoded, target) for target in (0, 0))
    assert first.scores.shape == (config.sequence_length,)
    assert np.array_equal(first.scores, second.scores)
    assert first.padding_share == second.padding_share
    assert first.padding_share is None or 0.0 <= first.padding_share <= 1.0
    per_token = token_scores(first, encoded)
    assert np.isnan(per_token).tolist() == [n >= config.sequence_length for n in range(size)]
    # The window is full or padded on the left: the seen tokens are its last positions.
    seen = min(size, config.sequence_length)
    assert np.array_equal(per_token[:seen], first.scores[-seen:].astype(np.float64))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("length", "side"), [(16, "right"), (64, "left"), (64, "right")])
def test_padding_does_not_change_the_token_scores(
    tmp_path_factory, tiny_embeddings, method, length, side
):
    bundle = strong_analyzer(tmp_path_factory, tiny_embeddings, masked=True).bundle
    onnx = OnnxEngine(bundle.folder / ONNX_FILE, bundle.model)
    text = random_texts(bundle.model, 7)
    encodings = (
        encode(text, sequence_length=16),
        encode(text, sequence_length=length, padding_side=side),
    )
    expected, got = (token_scores(METHODS[method](onnx, e, 0), e) for e in encodings)
    assert np.allclose(got, expected, atol=1e-6)
    assert np.abs(np.diff(expected)).min() > 1e-4
