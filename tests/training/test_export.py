"""What is shipped: float16 values, exactly the trained ones, in two files that agree."""

import h5py
import numpy as np
import onnx
import pytest

from core.model.engine import OnnxEngine
from core.text.encode import encode
from core.training.export import round_weights, save_onnx, save_weights
from core.training.keras_engine import KerasEngine
from core.training.network import OUTPUT_NAMES, build_network
from tests.small_network import random_texts
from tests.strong import build_strong_network

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=[True, False], ids=["masked", "unmasked"])
def shipped(request, tmp_path_factory):
    """A strong network, rounded, and the folder with its two files."""
    config, network = build_strong_network(
        masked=request.param, embedding_dim=64, lstm_units=16, sequence_length=24
    )
    round_weights(network)
    folder = tmp_path_factory.mktemp("shipped")
    save_weights(network, folder / "model.weights.h5")
    save_onnx(network, config, folder / "model.onnx")
    return config, network, folder


def stored_arrays(path):
    with h5py.File(path) as file:
        found = []
        file.visititems(
            lambda name, item: found.append(item[()]) if isinstance(item, h5py.Dataset) else None
        )
    return found


def test_round_weights_rounds_to_the_nearest_float16_and_only_once():
    _, network = build_strong_network()
    before = network.get_weights()
    round_weights(network)
    after = network.get_weights()
    for old, new in zip(before, after, strict=True):
        assert np.array_equal(new, old.astype(np.float16).astype(np.float32))
    assert any((old != new).any() for old, new in zip(before, after, strict=True))
    round_weights(network)
    assert all(np.array_equal(a, b) for a, b in zip(network.get_weights(), after, strict=True))


def test_large_network_gives_up_the_last_bit(monkeypatch):
    monkeypatch.setattr("core.training.export._LARGE", 0)
    _, network = build_strong_network()
    network.set_weights([w.clip(-4, 4) for w in network.get_weights()])
    before = network.get_weights()
    round_weights(network)
    after = network.get_weights()
    for old, new in zip(before, after, strict=True):
        normal = np.abs(new) >= 2**-14
        assert not (new.astype(np.float16).view(np.uint16) & 1)[normal].any()
        np.testing.assert_allclose(new[normal], old[normal], rtol=2**-10)
    round_weights(network)
    assert all(np.array_equal(a, b) for a, b in zip(network.get_weights(), after, strict=True))


def test_weights_file_is_compressed(tmp_path):
    _, network = build_strong_network(embedding_dim=64)
    save_weights(network, tmp_path / "model.weights.h5")
    packed = set()

    def look(name, item):
        if isinstance(item, h5py.Dataset) and item.size >= 1024:
            packed.add((item.compression, item.shuffle))

    with h5py.File(tmp_path / "model.weights.h5") as file:
        file.visititems(look)
    assert packed == {("gzip", True)}


def test_weights_file_is_float16_and_gives_the_identical_numbers_back(shipped):
    config, network, folder = shipped
    path = folder / "model.weights.h5"
    arrays = stored_arrays(path)
    assert len(arrays) == len(network.get_weights())
    assert {array.dtype for array in arrays} == {np.dtype(np.float16)}
    loaded = build_network(config)
    loaded.load_weights(path)
    for got, expected in zip(loaded.get_weights(), network.get_weights(), strict=True):
        assert np.array_equal(got, expected)


def test_weights_file_is_the_same_byte_for_byte_each_time(shipped, tmp_path):
    _, network, folder = shipped
    save_weights(network, tmp_path / "again.weights.h5")
    assert (tmp_path / "again.weights.h5").read_bytes() == (
        folder / "model.weights.h5"
    ).read_bytes()


def test_onnx_file_is_float16_and_holds_the_identical_numbers(shipped):
    _, network, folder = shipped
    graph = onnx.load(folder / "model.onnx").graph
    stored = [onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer]
    assert [a.shape for a in stored if a.dtype == np.float32 and a.size >= 1024] == []
    halves = {array.shape: array for array in stored if array.dtype == np.float16}
    embedding = network.get_layer("embedding").get_weights()[0]
    assert np.array_equal(halves[1200, 64].astype(np.float32), embedding)
    # ONNX keeps both directions' kernels in one tensor with the gates in another order.
    forward, recurrent, _, backward, *_ = network.get_layer("bidirectional").get_weights()
    kernels = np.sort(np.concatenate([forward.ravel(), backward.ravel()]))
    assert np.array_equal(np.sort(halves[2, 64, 64].ravel()).astype(np.float32), kernels)
    assert recurrent.shape == (16, 64)


def test_both_files_are_about_half_of_float32(shipped):
    _, network, folder = shipped
    in_float32 = 4 * network.count_params()
    assert (folder / "model.weights.h5").stat().st_size < 0.65 * in_float32
    assert (folder / "model.onnx").stat().st_size < 0.65 * in_float32


def test_onnx_file_and_weights_file_give_the_trained_networks_answer(shipped):
    config, network, folder = shipped
    encoded = encode(random_texts(config, 20, 1, 30, 5, 24), sequence_length=24)
    trained = {
        name: np.array(value) for name, value in network(encoded.token_ids, training=False).items()
    }
    served = OnnxEngine(folder / "model.onnx", config).run(encoded)
    reference = KerasEngine(folder / "model.weights.h5", config).run(encoded)
    assert np.ptp(trained["logits"]) > 0.5
    for name in OUTPUT_NAMES:
        assert np.allclose(getattr(served, name), getattr(reference, name), atol=1e-5)
    assert np.allclose(served.logits, trained["logits"], atol=1e-5)
    assert np.allclose(served.probabilities, trained["probabilities"], atol=1e-5)
