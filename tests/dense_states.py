"""A network whose states need no loop over the tokens.

The graph of an LSTM and of its gradients takes seconds to build, for every network anew. Where a
test asks how the learning goes, and not what an LSTM makes of it, these states do.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import keras
import pytest


class DenseStates(keras.layers.Layer):
    """Stands in for a bidirectional LSTM: (B, L, D) to (B, L, 2 U), or to the last one (B, 2 U)."""

    def __init__(self, lstm: keras.layers.LSTM, **options) -> None:
        super().__init__(**options)
        self.supports_masking = True
        self._sequences = lstm.return_sequences
        self._dense = keras.layers.Dense(2 * lstm.units, activation="tanh")

    def build(self, input_shape) -> None:
        self._dense.build(input_shape)

    def call(self, inputs):
        states = self._dense(inputs)
        return states if self._sequences else states[:, -1]


@contextmanager
def dense_states() -> Iterator[None]:
    """Inside, every network that is built has these states; all its other layers are its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keras.layers, "Bidirectional", DenseStates)
        yield
