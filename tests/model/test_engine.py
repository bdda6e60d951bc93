"""ONNX Runtime as the engine: order, padding, and what it refuses."""

import numpy as np
import pytest

from core.errors import FileUnreadableError
from core.model.bundle import ONNX_FILE
from core.model.engine import OnnxEngine
from core.text.encode import encode
from core.types import EncodedBatch, TokenizedText
from tests.small_network import random_texts
from tests.strong import strong_analyzer

pytestmark = pytest.mark.slow

OUTPUTS = ("logits", "probabilities", "attention_weights", "attention_output")


def load_engine(analyzer):
    bundle = analyzer.bundle
    return bundle.model, OnnxEngine(bundle.folder / ONNX_FILE, bundle.model)


@pytest.fixture(scope="module")
def masked(tmp_path_factory, tiny_embeddings):
    return load_engine(strong_analyzer(tmp_path_factory, tiny_embeddings, masked=True))


@pytest.fixture(scope="module")
def unmasked(tmp_path_factory, tiny_embeddings):
    return load_engine(strong_analyzer(tmp_path_factory, tiny_embeddings, masked=False))


@pytest.fixture(params=["masked", "unmasked"])
def engine(request):
    return request.getfixturevalue(request.param)


def test_rows_of_a_mixed_batch_are_those_of_the_single_texts(engine):
    config, onnx = engine
    texts = random_texts(config, 20, 1, config.sequence_length + 9, 5, 20, 1, 24)
    batch = onnx.run(encode(texts, sequence_length=config.sequence_length))
    assert len({tuple(row) for row in batch.logits.tolist()}) == len(texts)
    for row, text in enumerate(texts):
        single = onnx.run(encode([text], sequence_length=config.sequence_length))
        for name in OUTPUTS:
            assert np.allclose(getattr(batch, name)[row], getattr(single, name)[0], atol=1e-6)


def test_rows_of_real_queries_sum_to_one(engine):
    config, onnx = engine
    encoded = encode(random_texts(config, 3, 20), sequence_length=config.sequence_length)
    sums = onnx.run(encoded).attention_weights.sum(axis=2)  # (B, L)
    assert np.allclose(sums[encoded.padding_mask], 1.0, atol=1e-5)
    assert np.allclose(sums[~encoded.padding_mask], 0.0 if config.masked else 1.0, atol=1e-5)


def test_masked_network_leaves_padding_at_zero(masked):
    config, onnx = masked
    encoded = encode(random_texts(config, 20, 1, 5), sequence_length=config.sequence_length)
    output = onnx.run(encoded)
    assert not output.attention_weights[~encoded.padding_mask].any()
    assert not output.attention_weights.transpose(0, 2, 1)[~encoded.padding_mask].any()
    assert not output.attention_output[~encoded.padding_mask].any()
    assert (np.abs(output.attention_output[encoded.padding_mask]).max(axis=1) > 0).all()


@pytest.mark.parametrize(("length", "side"), [(16, "right"), (64, "left"), (64, "right")])
def test_padding_changes_nothing_for_the_masked_network(masked, length, side):
    config, onnx = masked
    text = random_texts(config, 7)
    reference = encode(text, sequence_length=16)
    other = encode(text, sequence_length=length, padding_side=side)
    expected, got = onnx.run(reference), onnx.run(other)
    assert np.allclose(got.logits, expected.logits, atol=1e-5)
    a, b = reference.padding_mask[0], other.padding_mask[0]
    assert np.allclose(
        got.attention_weights[0][np.ix_(b, b)], expected.attention_weights[0][np.ix_(a, a)]
    )


def test_padding_changes_the_answer_of_the_unmasked_network(unmasked):
    config, onnx = unmasked
    text = random_texts(config, 7)
    left, right = (
        onnx.run(encode(text, sequence_length=24, padding_side=side)) for side in ("left", "right")
    )
    assert np.abs(left.logits - right.logits).max() > 0.01
    real = encode(text, sequence_length=24).padding_mask[0]
    assert left.attention_weights[0][real][:, ~real].sum(axis=1).min() > 0.1


def test_text_without_tokens_is_refused(engine):
    config, onnx = engine
    texts = [*random_texts(config, 3), TokenizedText(text="", tokens=())]
    with pytest.raises(ValueError, match="at least one token"):
        onnx.run(encode(texts, sequence_length=config.sequence_length))


def test_unmasked_network_refuses_another_window(unmasked):
    config, onnx = unmasked
    with pytest.raises(ValueError, match=r"window is 24 long\. Received: 64"):
        onnx.run(encode(random_texts(config, 3), sequence_length=64))


def test_padding_is_where_no_token_stands_not_where_id_0_is(masked):
    # A token whose id happens to be PAD_ID is a token: only token_index says what is padding.
    config, onnx = masked
    text = random_texts(config, 3)[0]
    encoded = EncodedBatch(
        texts=(text,),
        token_ids=np.array([[9, 0, 7]], np.int32),
        token_index=np.array([[0, 1, 2]], np.int32),
    )
    weights = onnx.run(encoded).attention_weights[0]
    assert (weights > 0).all()
    assert np.allclose(weights.sum(axis=1), 1.0, atol=1e-6)


@pytest.mark.parametrize("damage", ["empty", "half", "text", "missing"])
def test_damaged_file_is_told_by_name(tiny_default, tmp_path, damage):
    whole = (tiny_default.bundle.folder / ONNX_FILE).read_bytes()
    path = tmp_path / ONNX_FILE
    if damage != "missing":
        path.write_bytes({"empty": b"", "half": whole[: len(whole) // 2], "text": b"hello"}[damage])
    with pytest.raises(FileUnreadableError) as error:
        OnnxEngine(path, tiny_default.bundle.model)
    assert str(path) in error.value.sentence("ja")
    assert str(path) in error.value.sentence("en")
