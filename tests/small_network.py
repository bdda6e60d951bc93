"""Small networks in NumPy whose random weights are large enough for every path to matter.

The twins of `tests.strong` that need no TensorFlow.
"""

from dataclasses import replace

import numpy as np

from core.explain.classifier import Classifier
from core.model.config import ModelConfig
from core.model.numpy_network import NumpyEngine, NumpyNetwork
from core.model.weights import LstmWeights, NetworkWeights
from core.types import Token, TokenizedText
from tests.fakes import make_model_config


def small_config(*, masked: bool, **changes: object) -> ModelConfig:
    sizes = {"sequence_length": 24, "embedding_dim": 8, "lstm_units": 6}
    pooling = "max" if masked else "last"  # as the two presets
    return make_model_config(**{**sizes, "masked": masked, "pooling": pooling, **changes})


def random_weights(config: ModelConfig, *, seed: int = 0) -> NetworkWeights:
    """Draw all weights from N(0, 0.5²)."""
    rng = np.random.default_rng(seed)
    units, dim, labels = config.lstm_units, config.embedding_dim, len(config.labels)

    def draw(*shape: int) -> np.ndarray:
        return rng.normal(0.0, 0.5, shape).astype(np.float32)

    def direction() -> LstmWeights:
        return LstmWeights(
            kernel=draw(dim, 4 * units), recurrent=draw(units, 4 * units), bias=draw(4 * units)
        )

    return NetworkWeights(
        embedding=draw(config.vocabulary_size, dim),
        query=draw(dim, config.attention_units),
        key=draw(dim, config.attention_units),
        attention_bias=draw(config.attention_units),
        energy=draw(config.attention_units),
        energy_bias=draw(1),
        forward=direction(),
        backward=direction(),
        classifier=draw(2 * units, labels),
        classifier_bias=draw(labels),
    )


def build_classifier(config: ModelConfig, weights: NetworkWeights | None = None) -> Classifier:
    """A classifier over a NumPy network; its blank piece has the id 2."""
    network = NumpyNetwork(random_weights(config) if weights is None else weights, config)
    return Classifier(NumpyEngine(network, config), blank_id=2, read_network=lambda: network)


def constant_classifier(config: ModelConfig) -> Classifier:
    """One whose answer depends on nothing."""
    weights = random_weights(config)
    return build_classifier(config, replace(weights, classifier=0.0 * weights.classifier))


def random_texts(config: ModelConfig, *sizes: int) -> list[TokenizedText]:
    """Texts of so many tokens, their ids drawn at random, always the same."""
    rng = np.random.default_rng(1)
    texts = []
    for size in sizes:
        ids = rng.integers(3, config.vocabulary_size, size).tolist()
        tokens = [Token(piece="字", id=i, start=n, end=n + 1) for n, i in enumerate(ids)]
        texts.append(TokenizedText(text="字" * size, tokens=tuple(tokens)))
    return texts
