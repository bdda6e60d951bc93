"""The Keras graph: its sizes, its four outputs, and what padding may and may not change."""

import numpy as np
import pytest

from core.encode import encode
from core.network import OUTPUT_NAMES, build_network, build_serving_network, model_config
from tests.fakes import LABELS, make_model_config
from tests.strong import build_strong_network, random_texts


def run(network, encoded):
    outputs = network(encoded.token_ids, training=False)
    return {name: np.array(value) for name, value in outputs.items()}


def test_article_preset_has_the_articles_layers():
    config = model_config("article", labels=LABELS, vocabulary_size=196_253, embedding_dim=300)
    network = build_network(config)
    layers = ("embedding", "attention", "bidirectional", "logits")
    assert [network.get_layer(name).count_params() for name in layers] == [
        58_875_900,
        19_265,
        1_871_136,
        2_852,
    ]
    assert network.count_params() == 60_769_153
    assert network.input_shape == (None, 66)


def test_default_preset_masks_any_length_and_keeps_the_order_of_layers():
    config = model_config("default", labels=LABELS, vocabulary_size=50, embedding_dim=8)
    network = build_network(config)
    assert (config.masked, config.sequence_length) == (True, 128)
    assert network.input_shape == (None, None)
    assert [layer.name for layer in network.layers] == [
        "token_ids",
        "embedding",
        "dropout",
        "attention",
        "bidirectional",
        "state_dropout",
        "logits",
        "probabilities",
    ]


def test_matrix_becomes_the_embedding():
    matrix = np.arange(1200 * 8, dtype=np.float32).reshape(1200, 8)
    network = build_network(make_model_config(), matrix=matrix)
    assert np.array_equal(network.get_layer("embedding").get_weights()[0], matrix)


def test_matrix_of_another_shape_is_refused():
    with pytest.raises(ValueError, match=r"Received: \(3, 8\)"):
        build_network(make_model_config(), matrix=np.zeros((3, 8), np.float32))


@pytest.mark.parametrize("masked", [True, False])
def test_outputs_belong_together(masked):
    config, network = build_strong_network(masked=masked, sequence_length=16)
    encoded = encode(random_texts(config, 1, 5, 16, 20), sequence_length=16)
    outputs = run(network, encoded)
    assert set(outputs) == set(OUTPUT_NAMES)

    weights = outputs["attention_weights"]  # (B, L, L)
    assert np.allclose(weights.sum(axis=2), 1.0, atol=1e-5)
    assert weights.max() > 0.3  # far from uniform, or the rest would prove little

    embedded = network.get_layer("embedding").get_weights()[0][encoded.token_ids]  # (B, L, D)
    assert np.abs(weights @ embedded - outputs["attention_output"]).max() < 1e-5

    powers = np.exp(outputs["logits"])
    expected = powers / powers.sum(axis=1, keepdims=True)
    assert np.allclose(outputs["probabilities"], expected, atol=1e-6)
    assert np.ptp(outputs["logits"]) > 0.1


def test_masked_network_gives_padding_no_attention():
    config, network = build_strong_network(masked=True)
    encoded = encode(random_texts(config, 12), sequence_length=66)
    weights = run(network, encoded)["attention_weights"][0]  # (L, L)
    real = encoded.padding_mask[0]
    assert weights[real][:, ~real].max() < 1e-6


def test_unmasked_network_leaks_attention_into_padding():
    # Issue 41 of keras-self-attention: with untrained, nearly equal scores every key gets 1/66.
    config = make_model_config(masked=False, sequence_length=66)
    encoded = encode(random_texts(config, 12), sequence_length=66)
    weights = run(build_network(config), encoded)["attention_weights"][0]  # (L, L)
    real = encoded.padding_mask[0]
    assert weights[real][:, ~real].sum(axis=1) == pytest.approx(54 / 66, abs=0.03)


@pytest.mark.parametrize(("length", "side"), [(16, "right"), (64, "left"), (64, "right")])
def test_padding_changes_nothing_where_it_is_masked(length, side):
    config, network = build_strong_network(masked=True)
    texts = random_texts(config, 1, 7, 16)
    reference = encode(texts, sequence_length=16)
    other = encode(texts, sequence_length=length, padding_side=side)
    expected, got = run(network, reference), run(network, other)
    assert np.allclose(got["logits"], expected["logits"], atol=1e-5)
    for row in range(len(texts)):
        a, b = reference.padding_mask[row], other.padding_mask[row]
        assert np.allclose(
            got["attention_weights"][row][np.ix_(b, b)],
            expected["attention_weights"][row][np.ix_(a, a)],
            atol=1e-5,
        )
        assert np.allclose(
            got["attention_output"][row][b], expected["attention_output"][row][a], atol=1e-5
        )


def test_padding_changes_the_answer_where_it_is_not_masked():
    config, network = build_strong_network(masked=False, sequence_length=16)
    texts = random_texts(config, 7)
    left, right = (
        run(network, encode(texts, sequence_length=16, padding_side=side))["logits"]
        for side in ("left", "right")
    )
    assert np.abs(left - right).max() > 0.01


def test_dropout_works_in_training_only():
    config, network = build_strong_network(dropout=0.5)
    token_ids = encode(random_texts(config, 9), sequence_length=16).token_ids
    asked = [np.array(network(token_ids, training=False)["logits"]) for _ in range(2)]
    learning = [np.array(network(token_ids, training=True)["logits"]) for _ in range(2)]
    assert np.array_equal(*asked)
    assert not np.allclose(*learning, atol=1e-3)


def test_serving_twin_gives_unpadded_texts_the_masked_answer():
    config, network = build_strong_network(masked=True)
    text = random_texts(config, 9)
    serving = build_serving_network(config, network.get_weights())
    padded = run(network, encode(text, sequence_length=16))
    unpadded = run(serving, encode(text, sequence_length=9))
    assert np.allclose(unpadded["logits"], padded["logits"], atol=1e-5)
    assert np.allclose(
        unpadded["attention_weights"], padded["attention_weights"][:, 7:, 7:], atol=1e-5
    )
