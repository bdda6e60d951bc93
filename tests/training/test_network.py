"""The Keras graph: its sizes, its four outputs, and what padding may and may not change."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from core.text.encode import encode
from core.training.network import (
    OUTPUT_NAMES,
    MaxOverTime,
    build_encoder,
    build_network,
    build_serving_network,
    copy_weights,
    model_config,
)
from tests.fakes import LABELS, make_model_config
from tests.small_network import random_texts
from tests.strong import build_strong_network

pytestmark = pytest.mark.slow


def run(network, encoded):
    outputs = network(encoded.token_ids, training=False)
    return {name: np.array(value) for name, value in outputs.items()}


def test_article_preset_has_the_articles_layers():
    config = model_config("article", labels=LABELS, vocabulary_size=196_253, embedding_dim=300)
    network = build_network(config)
    assert config.pooling == "last"
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
        "max_over_time",
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


@pytest.mark.parametrize("pooling", ["max", "last"])
@pytest.mark.parametrize(("length", "side"), [(16, "right"), (64, "left"), (64, "right")])
def test_padding_changes_nothing_where_it_is_masked(length, side, pooling):
    config, network = build_strong_network(masked=True, pooling=pooling)
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


@pytest.mark.parametrize(("masked", "num_keys"), [(True, 9), (False, 16)])
def test_uniform_attention_gives_every_position_the_mean_embedding(masked, num_keys):
    config, network = build_strong_network(masked=masked, attention="uniform")
    encoded = encode(random_texts(config, 9), sequence_length=16)
    outputs = run(network, encoded)
    keys = np.arange(16) >= 16 - num_keys  # masked: the tokens; unmasked: padding too
    weights = np.tile(keys / num_keys, (1, 16, 1))
    assert outputs["attention_weights"] == pytest.approx(weights, abs=1e-6)
    embedded = network.get_layer("embedding").get_weights()[0][encoded.token_ids]  # (1, L, D)
    mean = embedded[:, keys].mean(axis=1, keepdims=True)  # (1, 1, D)
    np.testing.assert_allclose(outputs["attention_output"], mean.repeat(16, axis=1), atol=1e-6)


def test_without_attention_the_lstm_reads_the_embeddings():
    config, network = build_strong_network(attention="none")
    encoded = encode(random_texts(config, 9), sequence_length=16)
    outputs = run(network, encoded)
    assert np.array_equal(outputs["attention_weights"][0], np.eye(16))
    embedded = network.get_layer("embedding").get_weights()[0][encoded.token_ids]  # (1, L, D)
    assert np.array_equal(outputs["attention_output"], embedded)
    lstm = network.get_layer("bidirectional")
    states = np.array(lstm(embedded[:, 7:]))  # (1, 9, 2 · lstm_units), of the nine tokens
    kernel, bias = network.get_layer("logits").get_weights()
    assert outputs["logits"] == pytest.approx(states.max(axis=1) @ kernel + bias, abs=1e-5)


def test_uniform_attention_is_no_attention_to_a_text_of_mean_embeddings():
    config, uniform = build_strong_network(attention="uniform")
    _, none = build_strong_network(attention="none")
    token_ids = encode(random_texts(config, 9), sequence_length=9).token_ids
    embedding = uniform.get_layer("embedding").get_weights()[0]  # (V, D)
    expected = np.array(uniform(token_ids)["logits"])
    assert np.abs(np.array(none(token_ids)["logits"]) - expected).max() > 0.1
    embedding[token_ids] = embedding[token_ids[0]].mean(axis=0)
    none.get_layer("embedding").set_weights([embedding])
    assert np.array(none(token_ids)["logits"]) == pytest.approx(expected, abs=1e-5)


def test_order_is_lost_under_uniform_attention_only():
    for attention, lost in (("uniform", True), ("none", False), ("learned", False)):
        config, network = build_strong_network(attention=attention)
        token_ids = encode(random_texts(config, 9), sequence_length=9).token_ids
        forwards, backwards = (
            np.array(network(ids)["logits"]) for ids in (token_ids, token_ids[:, ::-1])
        )
        assert np.allclose(forwards, backwards, atol=1e-4) is lost, attention


def test_tokens_learn_the_same_under_uniform_attention_only():
    for attention, same in (("uniform", True), ("none", False)):
        config, network = build_strong_network(attention=attention)
        token_ids = encode(random_texts(config, 9), sequence_length=9).token_ids
        with tf.GradientTape() as tape:
            logit = network(token_ids)["logits"][0, 0]
        gradient = tape.gradient(logit, network.get_layer("embedding").trainable_weights[0])
        of_tokens = gradient.values.numpy()  # (9, D)
        assert np.abs(of_tokens).max() > 0.001
        assert np.allclose(of_tokens, of_tokens[0], atol=1e-6) is same, attention


@pytest.mark.parametrize("attention", ["uniform", "none"])
def test_padding_changes_nothing_under_other_attention_either(attention):
    config, network = build_strong_network(attention=attention)
    texts = random_texts(config, 1, 7, 16)
    expected = run(network, encode(texts, sequence_length=16))["logits"]
    for side in ("left", "right"):
        got = run(network, encode(texts, sequence_length=40, padding_side=side))["logits"]
        assert got == pytest.approx(expected, abs=1e-5)


def test_only_learned_attention_has_weights():
    for attention, num_weights in (("learned", 5), ("uniform", 0), ("none", 0)):
        network = build_network(make_model_config(attention=attention))
        assert len(network.get_layer("attention").get_weights()) == num_weights


def test_dropout_works_in_training_only():
    config, network = build_strong_network(dropout=0.5)
    token_ids = encode(random_texts(config, 9), sequence_length=16).token_ids
    answers = [np.array(network(token_ids, training=False)["logits"]) for _ in range(2)]
    learning = [np.array(network(token_ids, training=True)["logits"]) for _ in range(2)]
    assert np.allclose(*answers, atol=1e-6)
    assert not np.allclose(*learning, atol=1e-3)


@pytest.mark.parametrize("pooling", ["max", "last"])
def test_serving_twin_gives_unpadded_texts_the_masked_answer(pooling):
    config, network = build_strong_network(masked=True, pooling=pooling)
    text = random_texts(config, 9)
    serving = build_serving_network(config, network.get_weights())
    padded = run(network, encode(text, sequence_length=16))
    unpadded = run(serving, encode(text, sequence_length=9))
    assert np.allclose(unpadded["logits"], padded["logits"], atol=1e-5)
    assert np.allclose(
        unpadded["attention_weights"], padded["attention_weights"][:, 7:, 7:], atol=1e-5
    )


def test_maximum_over_time_by_hand():
    states = np.array([[[1.0, -5.0], [0.5, -0.25], [-2.0, -3.0]]], np.float32)  # (1, 3, 2)
    assert np.array(MaxOverTime()(states)).tolist() == [[1.0, -0.25]]


@pytest.mark.parametrize("side", ["left", "right"])
def test_maximum_over_time_sees_no_padding(side):
    # Both padding states are larger than every real one, which an LSTM keeps above -1.
    real, padding = [[-0.9, 0.25], [-0.99, 0.125]], [[0.5, 0.75], [0.0, 1.0]]
    states = [*padding, *real] if side == "left" else [*real, *padding]
    mask = np.array([[False, False, True, True]])
    if side == "right":
        mask = ~mask
    pooled = MaxOverTime()(np.array([states], np.float32), mask=mask)
    np.testing.assert_allclose(np.array(pooled), [[-0.9, 0.25]])


def test_classifier_sees_the_largest_state_of_every_unit():
    config, network = build_strong_network(pooling="max")
    token_ids = encode(random_texts(config, 9), sequence_length=9).token_ids
    inner = keras.Model(network.input, network.get_layer("bidirectional").output)
    largest = np.array(inner(token_ids)).max(axis=1)  # (1, 2 · lstm_units)
    kernel, bias = network.get_layer("logits").get_weights()
    logits = np.array(network(token_ids)["logits"])
    assert np.allclose(logits, largest @ kernel + bias, atol=1e-5)


def test_poolings_have_the_same_weights_and_other_answers():
    last, largest = (build_strong_network(pooling=pooling) for pooling in ("last", "max"))
    pairs = zip(last[1].get_weights(), largest[1].get_weights(), strict=True)
    assert all(np.array_equal(a, b) for a, b in pairs)
    token_ids = encode(random_texts(last[0], 9), sequence_length=9).token_ids
    answers = [np.array(network(token_ids)["logits"]) for _, network in (last, largest)]
    assert np.abs(answers[0] - answers[1]).max() > 0.01


@pytest.mark.parametrize("pooling", ["max", "last"])
def test_encoder_with_copied_weights_gives_what_the_classifier_sees(pooling):
    config, network = build_strong_network(pooling=pooling)
    encoder = build_encoder(config)
    for layer in encoder.layers:
        layer.set_weights(network.get_layer(layer.name).get_weights())
    token_ids = encode(random_texts(config, 9), sequence_length=9).token_ids
    kernel, bias = network.get_layer("logits").get_weights()
    logits = np.array(encoder(token_ids)) @ kernel + bias
    assert np.allclose(logits, np.array(network(token_ids)["logits"]), atol=1e-5)


def test_copy_weights_leaves_only_the_classifier_as_it_was():
    config, source = build_strong_network()
    encoder = build_encoder(config)
    for layer in encoder.layers:
        layer.set_weights(source.get_layer(layer.name).get_weights())
    network = build_network(config)
    untouched = network.get_layer("logits").get_weights()
    copy_weights(encoder, network)
    assert np.array_equal(network.get_layer("logits").get_weights()[0], untouched[0])
    for name in ("embedding", "attention", "bidirectional"):
        pairs = zip(
            network.get_layer(name).get_weights(),
            source.get_layer(name).get_weights(),
            strict=True,
        )
        assert all(np.array_equal(a, b) for a, b in pairs), name


def test_matrix_becomes_the_encoders_embedding():
    matrix = np.arange(1200 * 8, dtype=np.float32).reshape(1200, 8)
    encoder = build_encoder(make_model_config(), matrix=matrix)
    assert np.array_equal(encoder.get_layer("embedding").get_weights()[0], matrix)
