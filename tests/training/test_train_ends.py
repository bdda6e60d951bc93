"""A training run that a person stops, or that is refused before it begins."""

import keras
import numpy as np
import pytest

from core.data.dataset import Split
from core.errors import (
    EncoderMismatchError,
    InterruptedTrainingError,
    TooFewExamplesError,
    UnknownLabelError,
)
from core.model.bundle import ONNX_FILE, WEIGHTS_FILE
from core.model.engine import OnnxEngine
from core.training import fit as fit_module
from core.training.export import round_weights
from core.training.network import build_network
from core.types import Example
from tests.dense_states import dense_states
from tests.training.small_training import LABELS, choose, read_curves, small_split, train_small

pytestmark = pytest.mark.slow


def test_best_epoch_is_kept_when_a_person_stops(tmp_path, monkeypatch, samples, tiny_embeddings):
    # After epoch 1 the network is spoilt: it answers 京都 to everything, and the part that
    # chooses the epoch holds nothing of 京都. Epoch 1 can only be better.
    split = Split(
        train=choose(samples, 0, 2),
        validation=tuple(e for e in choose(samples, 2, 5) if e.label != "京都"),
        test=choose(samples, 5, 6),
    )
    networks, weights = [], []

    def note_network(*arguments, **options):
        networks.append(build_network(*arguments, **options))
        return networks[-1]

    def spoil(epoch):
        weights.append(networks[0].get_weights())
        layer = networks[0].get_layer("logits")
        bias = np.where(np.array(LABELS) == "京都", 50.0, 0.0)
        layer.set_weights([layer.get_weights()[0], bias])
        if epoch.number == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(fit_module, "build_network", note_network)
    folder = tmp_path / "model"
    with dense_states():
        analyzer = train_small(folder, split, tiny_embeddings, on_epoch=spoil, epochs=9)
        kept, expected = (build_network(analyzer.bundle.model) for _ in range(2))

    rows = read_curves(folder)
    assert [row["number"] for row in rows] == ["1", "2"]
    assert float(rows[1]["selection_accuracy"]) == 0.0
    kept.load_weights(folder / WEIGHTS_FILE)
    expected.set_weights(weights[0])
    round_weights(expected)
    for got, wanted in zip(kept.get_weights(), expected.get_weights(), strict=True):
        assert np.array_equal(got, wanted)
    assert not np.array_equal(weights[0][0], weights[1][0])
    assert analyzer.predict(["京都へ行く"])[0].raw_probabilities.max() < 0.9
    OnnxEngine(folder / ONNX_FILE, analyzer.bundle.model)


def test_stop_in_the_first_epoch_keeps_what_it_has(tmp_path, samples, tiny_embeddings):
    split = Split(
        train=choose(samples, 0, 2), validation=choose(samples, 2, 3), test=choose(samples, 3, 4)
    )

    def stop(epoch):
        raise KeyboardInterrupt

    with dense_states():
        analyzer = train_small(tmp_path / "model", split, tiny_embeddings, on_epoch=stop, epochs=9)
    assert len(read_curves(tmp_path / "model")) == 1
    assert analyzer.report.test["num_examples"] == 4


def test_stop_before_the_first_epoch_has_ended_writes_nothing(
    tmp_path, monkeypatch, samples, tiny_embeddings
):
    def stop(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(keras.Model, "train_on_batch", stop)
    split = Split(
        train=choose(samples, 0, 2), validation=choose(samples, 2, 3), test=choose(samples, 3, 4)
    )
    with pytest.raises(InterruptedTrainingError) as error:
        train_small(tmp_path / "model", split, tiny_embeddings)
    assert str(tmp_path / "model") in error.value.sentence("ja")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lacking", ["labels", "train", "validation", "test"])
def test_too_few_examples_are_told(tmp_path, samples, tiny_embeddings, lacking):
    parts = {"train": choose(samples, 0, 2), "validation": choose(samples, 2, 3)}
    parts["test"] = choose(samples, 3, 4)
    if lacking == "labels":
        parts["train"] = tuple(e for e in parts["train"] if e.label == "京都")
    else:
        parts[lacking] = ()
    with pytest.raises(TooFewExamplesError):
        train_small(tmp_path / "model", Split(**parts), tiny_embeddings)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("part", ["train", "validation", "test"])
def test_label_that_the_model_lacks_is_told(tmp_path, samples, tiny_embeddings, part):
    parts = {"train": choose(samples, 0, 2), "validation": choose(samples, 2, 3)}
    parts["test"] = choose(samples, 3, 4)
    parts[part] += (Example(text="晴れ", label="天気"),)
    with pytest.raises(UnknownLabelError) as error:
        train_small(tmp_path / "model", Split(**parts), tiny_embeddings)
    assert "天気" in error.value.sentence("ja")
    assert list(tmp_path.iterdir()) == []


def test_layers_that_do_not_fit_are_told_before_anything_is_written(
    tmp_path, samples, tiny_embeddings, encoder_folder
):
    with pytest.raises(EncoderMismatchError) as error:
        train_small(
            tmp_path / "model", small_split(samples), tiny_embeddings, encoder=encoder_folder
        )
    assert error.value.received == {"path": encoder_folder, "difference": "lstm_units"}
    assert list(tmp_path.iterdir()) == []
