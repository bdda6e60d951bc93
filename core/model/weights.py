"""The stored weights of a network as NumPy arrays, without TensorFlow."""

from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np

from core.errors import FileUnreadableError

_ATTENTION_LAYERS = ("key_masked_self_attention", "seq_self_attention")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LstmWeights:
    """One direction. The gates stand in Keras's order: input, forget, candidate, output.

    Attributes:
        kernel: (D, 4 H).
        recurrent: (H, 4 H).
        bias: (4 H,).
    """

    kernel: np.ndarray
    recurrent: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NetworkWeights:
    """All weights of the graph of `core.training.network`, float32.

    Attributes:
        embedding: (V, D).
        query, key: (D, U), of the additive attention.
        attention_bias, energy: (U,).
        energy_bias: (1,).
        classifier: (2 H, C).
        classifier_bias: (C,).
    """

    embedding: np.ndarray
    query: np.ndarray
    key: np.ndarray
    attention_bias: np.ndarray
    energy: np.ndarray
    energy_bias: np.ndarray
    forward: LstmWeights
    backward: LstmWeights
    classifier: np.ndarray
    classifier_bias: np.ndarray


def read_weights(path: Path) -> NetworkWeights:
    """Read a `.weights.h5` file that `core.training.export.save_weights` wrote.

    Raises:
        FileUnreadableError: it is missing, or none of that kind.
    """
    try:
        with h5py.File(path) as file:
            layers = file["layers"]
            attention = next(layers[name] for name in _ATTENTION_LAYERS if name in layers)
            query, key, attention_bias, energy, energy_bias = _arrays(attention, 5)
            classifier, classifier_bias = _arrays(layers["dense"], 2)
            directions = {}
            for direction in ("forward", "backward"):
                cell = layers["bidirectional"][f"{direction}_layer"]["cell"]
                kernel, recurrent, bias = _arrays(cell, 3)
                directions[direction] = LstmWeights(kernel=kernel, recurrent=recurrent, bias=bias)
            return NetworkWeights(
                embedding=_arrays(layers["embedding"], 1)[0],
                query=query,
                key=key,
                attention_bias=attention_bias,
                energy=energy[:, 0],
                energy_bias=energy_bias,
                **directions,
                classifier=classifier,
                classifier_bias=classifier_bias,
            )
    except (OSError, KeyError, StopIteration) as error:
        raise FileUnreadableError(path=path, reason="Keras") from error


def _arrays(layer: h5py.Group, count: int) -> list[np.ndarray]:
    return [layer["vars"][str(number)][()].astype(np.float32) for number in range(count)]
