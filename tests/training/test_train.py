"""A training run: it learns, keeps its best epoch, and reads the test part once, at the end."""

import json
from dataclasses import replace

import keras
import numpy as np
import pytest

from core.data.dataset import Split
from core.model.bundle import (
    CARD_FILE,
    CONFIG_FILE,
    CURVES_FILE,
    ONNX_FILE,
    REPORT_FILE,
    SOURCES_FILE,
)
from core.model.engine import OnnxEngine
from core.stats.calibration import fit_temperature
from core.stats.evaluate import label_ids
from core.text.encode import encode
from core.text.tokenizer import Tokenizer
from core.training.encoder import read_encoder_record
from core.training.fit import Epoch
from core.training.train import train_config
from tests.conftest import TINY_LSTM_UNITS
from tests.training.small_training import LABELS, choose, read_curves, small_split, train_small

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def learnt(tmp_path_factory, samples, tiny_embeddings):
    """A run that chooses its epoch on its training part, and the order of what it did."""
    learnt_from = choose(samples, 0, 6)
    split = Split(train=learnt_from, validation=learnt_from, test=choose(samples, 6, 9))
    events = []
    tokenize, sample = Tokenizer.tokenize, Tokenizer.sample

    def note_tokenize(tokenizer, text):
        events.append(("text", text))
        return tokenize(tokenizer, text)

    def note_sample(tokenizer, text, *, alpha):
        events.append(("text", text))
        return sample(tokenizer, text, alpha=alpha)

    folder = tmp_path_factory.mktemp("learnt") / "small"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Tokenizer, "tokenize", note_tokenize)
        patch.setattr(Tokenizer, "sample", note_sample)
        analyzer = train_small(
            folder,
            split,
            tiny_embeddings,
            on_epoch=lambda epoch: events.append(("epoch", epoch)),
            epochs=8,
            learning_rate=0.02,
        )
    return analyzer, split, events


def test_training_learns_its_training_part(learnt):
    analyzer, split, events = learnt
    epochs = [value for kind, value in events if kind == "epoch"]
    assert epochs[-1].loss < 0.8 * epochs[0].loss
    predictions = analyzer.predict([example.text for example in split.train])
    pairs = zip(predictions, split.train, strict=True)
    accuracy = np.mean([prediction.label == example.label for prediction, example in pairs])
    assert accuracy > 0.5  # by chance: 0.25
    # Measured through the shipped ONNX file, float16 and all: the very figure of the best epoch.
    assert accuracy == pytest.approx(max(epoch.selection_accuracy for epoch in epochs), abs=1e-6)
    assert analyzer.report.part("validation")["accuracy"] == pytest.approx(accuracy)


def test_history_has_one_row_an_epoch(learnt):
    analyzer, _, events = learnt
    rows = read_curves(analyzer.bundle.folder)
    got = [
        Epoch(number=int(row.pop("number")), **{k: float(v) for k, v in row.items()})
        for row in rows
    ]
    assert got == [value for kind, value in events if kind == "epoch"]
    assert [epoch.number for epoch in got] == list(range(1, len(got) + 1))
    header = (analyzer.bundle.folder / CURVES_FILE).read_text(encoding="utf-8").split("\n")[0]
    assert header == "number,loss,accuracy,selection_loss,selection_accuracy"


def test_test_part_is_read_once_when_all_training_is_over(learnt):
    _, split, events = learnt
    # Nobody reads a text but through the tokenizer.
    test_texts = {example.text for example in split.test}
    read = [value for kind, value in events if kind == "text" and value in test_texts]
    assert sorted(read) == sorted(test_texts)
    assert {value for _, value in events[-len(test_texts) :]} == test_texts
    assert events[0][0] == "text"
    assert "epoch" in {kind for kind, _ in events[: -len(test_texts)]}


def test_bundle_records_what_was_done(learnt):
    analyzer, split, _ = learnt
    bundle = analyzer.bundle
    assert bundle.name == "small"
    assert bundle.train.learning_rate == 0.02
    assert bundle.record["command"] == "python -m core train"
    assert bundle.record["embeddings"] == {"seed": 5}
    data = bundle.record["data"]
    assert data["counts"] == {"train": 24, "validation": 24, "test": 12}
    assert data["labels"] == dict.fromkeys(LABELS, 6)
    assert (data["source"], data["protocol"]) == ("samples.csv", "random")
    assert data["fingerprints"]["train"] == data["fingerprints"]["validation"]
    assert data["fingerprints"]["train"] != data["fingerprints"]["test"]
    assert set(bundle.record["versions"]) == {
        "tensorflow",
        "keras",
        "keras-self-attention",
        "onnxruntime",
        "sentencepiece",
    }
    assert bundle.record["versions"]["keras"] == keras.__version__
    assert analyzer.report.test["num_examples"] == len(split.test)
    assert bundle.record["encoder"] == {}
    assert (bundle.folder / SOURCES_FILE).read_text(encoding="utf-8") == "## Texts"


def test_temperature_is_that_of_the_shipped_networks_validation_logits(learnt):
    analyzer, split, _ = learnt
    bundle = analyzer.bundle
    texts = [analyzer.tokenizer.tokenize(example.text) for example in split.validation]
    encoded = encode(texts, sequence_length=bundle.model.sequence_length)
    logits = OnnxEngine(bundle.folder / ONNX_FILE, bundle.model).run(encoded).logits
    expected = fit_temperature(logits, label_ids(split.validation, LABELS))
    assert bundle.temperature == pytest.approx(expected, rel=1e-3)
    assert abs(np.log(bundle.temperature)) > 0.01


def test_report_tells_what_the_calibration_changed_on_the_test_part(learnt):
    analyzer, _, _ = learnt
    report = analyzer.report
    keys = [f"{name}_{end}" for name in ("ece", "nll", "brier") for end in ("before", "after")]
    assert report.calibration == {
        "temperature": analyzer.bundle.temperature,
        **{key: report.test[key] for key in keys},
    }
    # On the part that it was fitted on, the temperature can only be better.
    validation = report.part("validation")
    assert validation["nll_after"] < validation["nll_before"]


def test_article_says_that_its_epoch_was_chosen_on_the_test_part(tiny_article):
    folder = tiny_article.bundle.folder
    config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
    report = json.loads((folder / REPORT_FILE).read_text(encoding="utf-8"))
    assert config["train"]["select_on"] == "test"
    assert config["train"]["train_on"] == ["train", "validation"]
    assert sum(config["data"]["labels"].values()) == 152 + 20  # train and validation
    assert report["select_on"] == "test"
    assert "validation" not in report
    card = (folder / CARD_FILE).read_text(encoding="utf-8")
    assert "Too good" in card
    # Nothing is left to fit a temperature on.
    assert tiny_article.bundle.temperature == 1.0
    calibration = report["calibration"]
    assert calibration["ece_after"] == pytest.approx(calibration["ece_before"], abs=1e-6)
    assert "not calibrated" in card


def test_default_chooses_on_the_validation_part(tiny_default):
    assert tiny_default.bundle.train.select_on == "validation"
    assert sum(tiny_default.bundle.record["data"]["labels"].values()) == 152
    assert tiny_default.report.part("validation")["num_examples"] == 20
    card = (tiny_default.bundle.folder / CARD_FILE).read_text(encoding="utf-8")
    assert "Too good" not in card


def test_article_is_trained_as_in_2019():
    config = train_config("article", seed=3, keep_tags=True, epochs=7)
    assert (config.seed, config.keep_tags, config.epochs) == (3, True, 7)
    assert (config.optimizer, config.batch_size, config.shuffle) == ("nadam", 256, False)
    assert (config.label_smoothing, config.patience) == (0.0, 5)
    assert (config.decay, config.subword_alpha) == (False, 0.0)
    assert (config.train_on, config.select_on) == (("train", "validation"), "test")


@pytest.mark.parametrize("preset", ["article", "default"])
def test_preset_knows_its_own_number_of_epochs(preset):
    own = train_config(preset, seed=0, keep_tags=False)
    assert own.epochs > 1
    assert train_config(preset, seed=0, keep_tags=False, epochs=1).epochs == 1
    assert replace(train_config(preset, seed=0, keep_tags=False, epochs=own.epochs)) == own


def test_bundle_records_the_layers_it_started_from(
    tmp_path, samples, tiny_embeddings, encoder_folder
):
    analyzer = train_small(
        tmp_path / "model",
        small_split(samples),
        tiny_embeddings,
        epochs=1,
        batch_size=12,  # all of them: a graph is built for every size
        encoder=encoder_folder,
        lstm_units=TINY_LSTM_UNITS,
    )
    assert analyzer.bundle.record["encoder"] == read_encoder_record(encoder_folder)
    card = (tmp_path / "model" / CARD_FILE).read_text(encoding="utf-8")
    assert "`python -m core pretrain`, 1,234 unlabelled sentences" in card
