"""The stored weights, read without TensorFlow."""

import h5py
import numpy as np
import pytest

from core.errors import FileUnreadableError
from core.model.bundle import ONNX_FILE, WEIGHTS_FILE
from core.model.engine import OnnxEngine
from core.model.numpy_network import NumpyEngine, NumpyNetwork
from core.model.weights import read_weights
from core.paths import MODELS
from core.text.encode import encode


@pytest.fixture(scope="module", params=["default", "article"])
def shipped(request):
    from core.analyzer import Analyzer

    analyzer = Analyzer.load(MODELS / request.param)
    return analyzer, read_weights(analyzer.bundle.folder / WEIGHTS_FILE)


def test_every_array_has_the_configs_size(shipped):
    analyzer, weights = shipped
    model = analyzer.bundle.model
    assert weights.embedding.shape == (model.vocabulary_size, model.embedding_dim)
    assert weights.energy.shape == (model.attention_units,)
    assert weights.forward.recurrent.shape == (model.lstm_units, 4 * model.lstm_units)
    assert weights.classifier.shape == (2 * model.lstm_units, len(model.labels))
    assert not np.array_equal(weights.forward.kernel, weights.backward.kernel)


def test_the_numpy_network_answers_as_the_onnx_file(shipped):
    analyzer, weights = shipped
    model = analyzer.bundle.model
    numpy_engine = NumpyEngine(NumpyNetwork(weights, model), model)
    onnx = OnnxEngine(analyzer.bundle.folder / ONNX_FILE, model)
    text = analyzer.tokenize("清水寺へ行く前に、おいしいうどんを食べた。")
    encoded = encode([text], sequence_length=model.sequence_length)
    got, expected = numpy_engine.run(encoded), onnx.run(encoded)
    assert got.logits == pytest.approx(expected.logits, abs=1e-5)
    assert got.attention_weights == pytest.approx(expected.attention_weights, abs=1e-5)
    assert got.attention_output == pytest.approx(expected.attention_output, abs=1e-5)


def test_what_is_no_such_file_is_one_sentence(tmp_path):
    with pytest.raises(FileUnreadableError, match=r"missing\.h5"):
        read_weights(tmp_path / "missing.h5")
    (tmp_path / "text.h5").write_text("no weights")
    with pytest.raises(FileUnreadableError):
        read_weights(tmp_path / "text.h5")
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file.create_group("layers")
    with pytest.raises(FileUnreadableError):
        read_weights(tmp_path / "other.h5")
