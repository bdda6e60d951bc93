"""A trained network to the two files that are shipped: Keras weights and ONNX.

Both hold float16 values (half the size); arithmetic stays float32. `round_weights` makes the
trained weights exactly representable first, so nothing changes between training and shipping.
"""

import tempfile
import warnings
from pathlib import Path

import h5py
import keras
import numpy as np
import onnx

from core.files import replace_file
from core.model.config import ModelConfig
from core.training.network import build_serving_network
from core.training.onnx_order import order_graph

_MIN_STORED_SIZE = 1024  # smaller arrays are not worth a node of their own, or packing
_LARGE = 7_500_000  # weights: above, one bit of each is given up for a folder of at most 30 MB


def round_weights(network: keras.Model) -> None:
    """Round all weights to the nearest float16 values; those of a large network one bit coarser.

    The last bit is then zero nearly everywhere, and the compressed Keras file smaller.
    """
    rounded = [_coarser(w) if network.count_params() > _LARGE else w for w in network.get_weights()]
    network.set_weights([weights.astype(np.float16).astype(np.float32) for weights in rounded])


def _coarser(weights: np.ndarray) -> np.ndarray:
    """Round to 10 significant bits; float16 has 11."""
    mantissa, exponent = np.frexp(weights)
    return np.ldexp(np.round(np.ldexp(mantissa, 10)), exponent - 10)


def save_weights(network: keras.Model, path: Path) -> None:
    """Write a Keras `.weights.h5` file whose arrays are float16; `load_weights` reads it."""
    with tempfile.TemporaryDirectory(prefix="chumoku-") as folder, replace_file(path) as temporary:
        full = Path(folder) / "full.weights.h5"
        network.save_weights(full)
        with h5py.File(full) as source, h5py.File(temporary, "w") as target:

            def copy(name: str, item: h5py.Group | h5py.Dataset) -> None:
                if isinstance(item, h5py.Dataset):
                    values = item[()].astype(np.float16)
                    # Byte by byte, the exponents pack well: a tenth less.
                    large = values.size >= _MIN_STORED_SIZE
                    packed = {"compression": "gzip", "shuffle": True} if large else {}
                    target.create_dataset(name, data=values, **packed)
                else:
                    target.require_group(name).attrs.update(item.attrs)

            source.visititems(copy)
            target.attrs.update(source.attrs)


def save_onnx(network: keras.Model, config: ModelConfig, path: Path) -> None:
    """Export the serving twin of `network`."""
    serving = build_serving_network(config, network.get_weights())
    with tempfile.TemporaryDirectory(prefix="chumoku-") as folder, replace_file(path) as temporary:
        full = Path(folder) / "full.onnx"
        with warnings.catch_warnings():
            # tf2onnx, inside Keras's exporter, still looks for a name that NumPy has dropped.
            warnings.filterwarnings("ignore", "In the future `np.object`", FutureWarning)
            serving.export(full, format="onnx", verbose=False)
        model = onnx.load(full)
        _store_as_float16(model.graph)
        order_graph(model.graph)
        onnx.checker.check_model(model)
        onnx.save(model, temporary)


def _store_as_float16(graph: onnx.GraphProto) -> None:
    """Keep large float32 constants as float16 and cast them back where the graph begins.

    ONNX Runtime folds the casts away when it loads the model.
    """
    casts = []
    for tensor in graph.initializer:
        values = onnx.numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < _MIN_STORED_SIZE:
            continue
        name, stored_name = tensor.name, f"{tensor.name}/float16"
        tensor.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), stored_name))
        casts.append(
            onnx.helper.make_node("Cast", [stored_name], [name], to=onnx.TensorProto.FLOAT)
        )
    for node in reversed(casts):
        graph.node.insert(0, node)
