"""The network in NumPy: its answers are Keras's and ONNX Runtime's, its gradients TensorFlow's."""

import numpy as np
import pytest
import tensorflow as tf

from core.explain.classifier import Classifier
from core.explain.methods.gradient_x_input import gradient_x_input
from core.model.bundle import ONNX_FILE, WEIGHTS_FILE
from core.model.engine import OnnxEngine
from core.model.numpy_network import NumpyEngine, NumpyNetwork
from core.model.weights import read_weights
from core.text.encode import encode
from core.training.export import round_weights, save_weights
from core.training.network import OUTPUT_NAMES
from core.types import PAD_ID, Token, TokenizedText
from tests.strong import build_strong_network, strong_analyzer

pytestmark = pytest.mark.slow

SIZES = (1, 5, 24)


@pytest.fixture(
    scope="module",
    params=[(True, "max"), (True, "last"), (False, "max"), (False, "last")],
    ids=lambda values: f"{'masked' if values[0] else 'unmasked'}-{values[1]}",
)
def networks(request, tmp_path_factory):
    """Sizes, Keras's and NumPy's network with the same large random weights."""
    masked, pooling = request.param
    config, network = build_strong_network(
        masked=masked, pooling=pooling, embedding_dim=16, lstm_units=8, sequence_length=24
    )
    round_weights(network)
    path = tmp_path_factory.mktemp("network") / WEIGHTS_FILE
    save_weights(network, path)
    return config, network, NumpyNetwork(read_weights(path), config)


def make_text(config, size):
    """A text none of whose ids comes twice."""
    ids = np.random.default_rng(size).permutation(np.arange(2, config.vocabulary_size))[:size]
    tokens = [Token(piece="字", id=int(i), start=n, end=n + 1) for n, i in enumerate(ids)]
    return TokenizedText(text="字" * size, tokens=tuple(tokens))


def encode_sizes(config, *sizes):
    texts = [make_text(config, size) for size in sizes]
    return encode(texts, sequence_length=config.sequence_length)


def tensorflow_gradients(keras_network, encoded, targets):
    """Differentiate the targets' probabilities by the rows of the embedding: (V, D) for each."""
    matrix = keras_network.get_layer("embedding").embeddings.value
    with tf.GradientTape(persistent=True) as tape:
        outputs = keras_network(encoded.token_ids, training=False)
        probabilities = [outputs["probabilities"][0, target] for target in targets]
    return [tf.convert_to_tensor(tape.gradient(p, matrix)).numpy() for p in probabilities]


def test_forward_is_kerass(networks):
    config, keras_network, network = networks
    encoded = encode_sizes(config, *SIZES)
    got = NumpyEngine(network, config).run(encoded)
    expected = keras_network(encoded.token_ids, training=False)
    # What the padding of a masked network looks at means nothing; NumPy never runs it.
    run = encoded.padding_mask if config.masked else np.full_like(encoded.padding_mask, True)
    for name in OUTPUT_NAMES:
        difference = getattr(got, name) - expected[name].numpy()
        if name.startswith("attention"):
            difference = difference[run]
        assert np.abs(difference).max() < 1e-5, name
    assert np.ptp(got.probabilities, axis=0).min() > 0.01


@pytest.mark.parametrize("masked", [True, False])
def test_forward_is_onnx_runtimes(tmp_path_factory, tiny_embeddings, masked):
    bundle = strong_analyzer(tmp_path_factory, tiny_embeddings, masked=masked).bundle
    config = bundle.model
    encoded = encode_sizes(config, *SIZES)
    network = NumpyNetwork(read_weights(bundle.folder / WEIGHTS_FILE), config)
    got = NumpyEngine(network, config).run(encoded)
    expected = OnnxEngine(bundle.folder / ONNX_FILE, config).run(encoded)
    for name in OUTPUT_NAMES:
        assert np.abs(getattr(got, name) - getattr(expected, name)).max() < 1e-5, name


@pytest.mark.parametrize("size", SIZES)
def test_gradients_and_gradient_x_input_are_tensorflows(networks, size):
    config, keras_network, network = networks
    classifier = Classifier(NumpyEngine(network, config), blank_id=2, read_network=lambda: network)
    encoded = encode_sizes(config, size)
    real = encoded.padding_mask[0]
    token_ids = encoded.token_ids[0][real]
    # What the network reads: a masked one never its padding.
    read = token_ids if config.masked else encoded.token_ids[0]
    vectors = network.embed(token_ids)  # (T, D)
    targets = (0, 3)
    expected_of = tensorflow_gradients(keras_network, encoded, targets)
    for target, expected in zip(targets, expected_of, strict=True):  # (V, D)
        largest = np.abs(expected).max()
        assert largest > 1e-3
        got = network.gradients(network.embed(read)[None], target)[0]  # (P, D)
        assert np.abs(got[-size:] - expected[token_ids]).max() < 1e-3 * largest
        if not config.masked and size < config.sequence_length:
            # All paddings share one row.
            padding = got[:-size].sum(axis=0)
            assert np.abs(padding - expected[PAD_ID]).max() < 1e-3 * largest
        scores = gradient_x_input(classifier, encoded, target).scores
        products = (expected[token_ids] * vectors).sum(axis=1)  # (T,)
        assert np.abs(scores[real] - products).max() < 1e-3 * np.abs(products).max()
        assert not scores[~real].any()


def test_many_texts_at_once_are_those_of_single_texts(networks):
    _, _, network = networks
    embedded = np.random.default_rng(0).normal(size=(37, 24, 16)).astype(np.float32)  # (B, T, D)
    gradients = network.gradients(embedded, 1)
    probabilities = network.probabilities(embedded)
    for row in (0, 15, 16, 36):
        assert gradients[row] == pytest.approx(network.gradients(embedded[[row]], 1)[0], abs=1e-6)
        single = network.probabilities(embedded[[row]])[0]
        assert probabilities[row] == pytest.approx(single, abs=1e-6)
    assert np.abs(gradients[0] - gradients[1]).max() > 1e-3


def test_gradients_of_all_labels_add_up_to_nothing(networks):
    # The probabilities add up to 1 whatever the embeddings are.
    config, _, network = networks
    embedded = network.embed(encode_sizes(config, 24).token_ids)  # (1, T, D)
    by_label = [network.gradients(embedded, target) for target in range(len(config.labels))]
    assert np.abs(np.sum(by_label, axis=0)).max() < 1e-5 * np.abs(by_label).max()
