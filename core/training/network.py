"""The Keras graph: Embedding → SeqSelfAttention → Bidirectional LSTM → Dense softmax.

Two presets come from one function. The layer, and so this file, stands on TensorFlow; nothing
that serves predictions imports it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras_self_attention import SeqSelfAttention

from core.model.config import ModelConfig

OUTPUT_NAMES = ("logits", "probabilities", "attention_weights", "attention_output")


class KeyMaskedSelfAttention(SeqSelfAttention):
    """`SeqSelfAttention` in which no query attends to a padding key.

    keras-self-attention 0.51 masks a pair only where query and key are both padding, so real
    tokens still attend to padding (its issue 41). Only additive attention over the whole
    sequence is supported.
    """

    def call(
        self, inputs: tf.Tensor, mask: tf.Tensor | None = None, **kwargs: object
    ) -> list[tf.Tensor]:
        """Return the mixed inputs (B, L, D) and the weights (B, L, L)."""
        scores = self._call_additive_emission(inputs)  # (B, L, L)
        weights = _softmax_over_keys(scores, mask)  # (B, L, L)
        return [tf.matmul(weights, inputs), weights]


class UniformAttention(keras.layers.Layer):
    """Attention in which every query gives the same weight to every key that is not masked.

    Every position then holds the mean of the embeddings: the LSTM above it reads one vector again
    and again, and of the order of the tokens it learns nothing.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.supports_masking = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> list[tf.Tensor]:
        """Return the mixed inputs (B, L, D) and the weights (B, L, L)."""
        batch, length = tf.unstack(tf.shape(inputs)[:2])
        scores = tf.zeros((batch, length, length), inputs.dtype)  # (B, L, L)
        weights = _softmax_over_keys(scores, mask)  # (B, L, L)
        return [tf.matmul(weights, inputs), weights]

    def compute_mask(
        self, inputs: tf.Tensor, mask: tf.Tensor | None = None
    ) -> list[tf.Tensor | None]:
        """Give the mask on with the mixed inputs; the weights have none."""
        return [mask, None]


class NoAttention(keras.layers.Layer):
    """No attention: the inputs as they are; the weights that would do this are the identity."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.supports_masking = True

    def call(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> list[tf.Tensor]:
        """Return the inputs (B, L, D) and the weights (B, L, L)."""
        batch, length = tf.unstack(tf.shape(inputs)[:2])
        return [inputs, tf.eye(length, batch_shape=[batch], dtype=inputs.dtype)]

    def compute_mask(
        self, inputs: tf.Tensor, mask: tf.Tensor | None = None
    ) -> list[tf.Tensor | None]:
        """Give the mask on with the mixed inputs; the weights have none."""
        return [mask, None]


class MaxOverTime(keras.layers.Layer):
    """The largest value of every LSTM unit over the real tokens: (B, L, U) to (B, U)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.supports_masking = True

    def call(self, states: tf.Tensor, mask: tf.Tensor | None = None) -> tf.Tensor:
        """Return the largest values (B, U) of the states (B, L, U)."""
        if mask is not None:
            states = tf.where(mask[:, :, None], states, -1.0)  # no LSTM output is below -1
        return tf.reduce_max(states, axis=1)

    def compute_mask(self, inputs: tf.Tensor, mask: tf.Tensor | None = None) -> None:
        """Give no mask on: there is no time left."""


def model_config(
    preset: str, *, labels: tuple[str, ...], vocabulary_size: int, embedding_dim: int
) -> ModelConfig:
    """Return the sizes of a preset.

    "article": the 2019 article's network. "default": the same order of layers, padding masked,
    sizes chosen on the validation part (see docs/experiments.md).
    """
    config = ModelConfig(
        preset=preset,
        labels=labels,
        vocabulary_size=vocabulary_size,
        sequence_length=128,
        embedding_dim=embedding_dim,
        attention_units=32,
        lstm_units=192,
        masked=True,
        dropout=0.5,
        pooling="max",
        attention="learned",
    )
    if preset != "article":
        return config
    return replace(
        config, sequence_length=66, lstm_units=356, masked=False, dropout=0.0, pooling="last"
    )


def build_network(config: ModelConfig, *, matrix: np.ndarray | None = None) -> keras.Model:
    """Build the trainable graph.

    Args:
        matrix: initial word vectors, float32 (vocabulary_size, embedding_dim).

    Returns:
        A model from token ids (B, L), any L where padding is masked, to the four outputs of
        `OUTPUT_NAMES`; attention weights and attention output are outputs like the others.
    """
    return _build_graph(config, masked=config.masked, matrix=matrix)


def build_serving_network(config: ModelConfig, weights: list[np.ndarray]) -> keras.Model:
    """Build the graph that is exported: the same layers and weights without a mask.

    A masked model's answer does not depend on padding, so its twin takes unpadded ids of any
    length. An unmasked one reads its padding and keeps its fixed window.
    """
    network = _build_graph(config, masked=False, matrix=None)
    network.set_weights(weights)
    network(np.ones((1, config.sequence_length), np.int32))  # the export wants one call first
    return network


def build_encoder(config: ModelConfig, *, matrix: np.ndarray | None = None) -> keras.Model:
    """Build the layers below the classifier, for unpadded token ids (B, T) to states (B, 2 U)."""
    token_ids, state, _, _ = _build_layers(config, masked=False, matrix=matrix)
    return keras.Model(token_ids, state, name="encoder")


def copy_weights(source: keras.Model, target: keras.Model) -> None:
    """Copy the weights of all layers of `source` into the layers of the same name."""
    for layer in source.layers:
        if layer.weights:
            target.get_layer(layer.name).set_weights(layer.get_weights())


def _build_graph(config: ModelConfig, *, masked: bool, matrix: np.ndarray | None) -> keras.Model:
    token_ids, state, attention_weights, attention_output = _build_layers(
        config, masked=masked, matrix=matrix
    )
    if config.dropout:
        state = keras.layers.Dropout(config.dropout, name="state_dropout")(state)
    logits = keras.layers.Dense(len(config.labels), name="logits")(state)  # (B, C)
    probabilities = keras.layers.Softmax(name="probabilities")(logits)  # (B, C)
    outputs = (logits, probabilities, attention_weights, attention_output)
    return keras.Model(token_ids, dict(zip(OUTPUT_NAMES, outputs, strict=True)), name="chumoku")


def _build_layers(
    config: ModelConfig, *, masked: bool, matrix: np.ndarray | None
) -> tuple[keras.KerasTensor, ...]:
    """Build all up to the classifier: token ids, state, attention weights, attention output."""
    length = None if config.masked else config.sequence_length
    token_ids = keras.Input((length,), dtype="int32", name="token_ids")  # (B, L)
    embedded = keras.layers.Embedding(
        config.vocabulary_size,
        config.embedding_dim,
        mask_zero=masked,
        embeddings_initializer="uniform" if matrix is None else _FixedMatrix(matrix),
        name="embedding",
    )(token_ids)  # (B, L, D)
    if config.dropout:
        embedded = keras.layers.Dropout(config.dropout, name="dropout")(embedded)
    attention_output, attention_weights = _attention_layer(config)(embedded)  # (B, L, D), (B, L, L)
    state = keras.layers.Bidirectional(
        keras.layers.LSTM(config.lstm_units, return_sequences=config.pooling == "max", name="lstm"),
        name="bidirectional",
    )(attention_output)  # (B, 2 · lstm_units), before a maximum over time (B, L, 2 · lstm_units)
    if config.pooling == "max":
        state = MaxOverTime(name="max_over_time")(state)  # (B, 2 · lstm_units)
    return token_ids, state, attention_weights, attention_output


def _attention_layer(config: ModelConfig) -> keras.layers.Layer:
    if config.attention == "uniform":
        return UniformAttention(name="attention")
    if config.attention == "none":
        return NoAttention(name="attention")
    attention_class = KeyMaskedSelfAttention if config.masked else SeqSelfAttention
    return attention_class(units=config.attention_units, return_attention=True, name="attention")


def _softmax_over_keys(scores: tf.Tensor, mask: tf.Tensor | None) -> tf.Tensor:
    """Return the weights, (B, L, L), of the scores of all pairs, (B, L, L).

    Args:
        mask: (B, L), True = real; padding keys get no weight.
    """
    if mask is not None:
        scores -= 10_000.0 * (1.0 - tf.cast(mask, scores.dtype)[:, None, :])
    return tf.nn.softmax(scores)


class _FixedMatrix(keras.initializers.Initializer):
    """Start from a given matrix instead of a random one."""

    def __init__(self, matrix: np.ndarray) -> None:
        self._matrix = matrix

    def __call__(self, shape: Sequence[int], dtype: str | None = None) -> tf.Tensor:
        if tuple(shape) != self._matrix.shape:
            raise ValueError(f"the matrix must be {shape}. Received: {self._matrix.shape}")
        return keras.ops.convert_to_tensor(self._matrix, dtype=dtype)
