"""The reference path agrees with ONNX Runtime on everything that is shown."""

import numpy as np
import pytest

from core.errors import FileUnreadableError
from core.model.bundle import ONNX_FILE, WEIGHTS_FILE
from core.model.engine import OnnxEngine
from core.text.encode import encode
from core.training.keras_engine import KerasEngine
from core.training.network import OUTPUT_NAMES
from tests.small_network import random_texts
from tests.strong import strong_analyzer

pytestmark = pytest.mark.slow


@pytest.fixture(params=["tiny_default", "tiny_article", "strong_masked", "strong_unmasked"])
def bundle(request, tmp_path_factory, tiny_embeddings):
    if request.param.startswith("tiny"):
        return request.getfixturevalue(request.param).bundle
    masked = request.param == "strong_masked"
    return strong_analyzer(tmp_path_factory, tiny_embeddings, masked=masked).bundle


def test_keras_and_onnx_agree_on_a_batch_of_mixed_lengths(bundle):
    window = bundle.model.sequence_length
    encoded = encode(
        random_texts(bundle.model, 20, window, 1, window + 30, 5), sequence_length=window
    )
    served = OnnxEngine(bundle.folder / ONNX_FILE, bundle.model).run(encoded)
    reference = KerasEngine(bundle.folder / WEIGHTS_FILE, bundle.model).run(encoded)
    for name in OUTPUT_NAMES:
        assert np.abs(getattr(served, name) - getattr(reference, name)).max() < 1e-5, name
    assert len({tuple(row) for row in reference.logits.tolist()}) == 5
    padding = ~encoded.padding_mask
    for output in (served, reference):
        assert bool(output.attention_weights[padding].any()) is not bundle.model.masked
        assert bool(output.attention_output[padding].any()) is not bundle.model.masked


@pytest.mark.parametrize("content", [b"", b"no HDF5"])
def test_damaged_weights_are_told_by_name(tiny_default, tmp_path, content):
    path = tmp_path / WEIGHTS_FILE
    path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as error:
        KerasEngine(path, tiny_default.bundle.model)
    assert str(path) in error.value.sentence("ja")


# Keras warns before it fails: the layers of the other network are not all in the file.
@pytest.mark.filterwarnings("ignore:Skipping nested container:UserWarning")
def test_weights_of_another_network_are_told_by_name(tiny_default, tiny_article):
    path = tiny_article.bundle.folder / WEIGHTS_FILE
    with pytest.raises(FileUnreadableError) as error:
        KerasEngine(path, tiny_default.bundle.model)
    assert str(path) in error.value.sentence("en")
