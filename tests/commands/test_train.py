"""`train`: from the dataset and the vectors on the disk to the same model as in the library."""

from dataclasses import asdict
from pathlib import Path

import h5py
import numpy as np
import pytest

from core.commands.common import DEFAULT_ENCODER
from core.data.dataset import Split, write_dataset
from core.errors import InterruptedTrainingError
from core.files import sha256_of, write_json
from core.model.bundle import CARD_FILE, CURVES_FILE, TOKENIZER_FILE, WEIGHTS_FILE
from core.model.curves import read_curves
from core.training.encoder import ENCODER_FILE, RECORD_FILE
from core.training.network import model_config
from core.training.train import train_config
from tests.conftest import TINY_CHANGES, TINY_LSTM_UNITS
from tests.run_main import assert_one_sentence, run_main

pytestmark = pytest.mark.slow


@pytest.fixture
def train(capsys, monkeypatch, samples_dataset, embeddings_folder):
    monkeypatch.setenv("LC_ALL", "C")
    words = ("train", "--data", samples_dataset, "--embeddings", embeddings_folder)
    return lambda *more: run_main(capsys, *words, *more)


def stored_arrays(folder):
    """The arrays of the weights file, in the order of their names."""
    with h5py.File(folder / WEIGHTS_FILE) as file:
        names = []
        file.visit(names.append)
        for name in sorted(names):
            if isinstance(file[name], h5py.Dataset):
                yield file[name][()].astype(np.float32)


def test_same_seed_gives_the_same_model(train, tmp_path, tiny_default, samples_dataset, samples):
    changes = {"lstm_units": TINY_LSTM_UNITS, **TINY_CHANGES}
    words = [word for name, n in changes.items() for word in (f"--{name.replace('_', '-')}", n)]
    result = train("--out", tmp_path / "again", "--epochs", 2, "--no-encoder", *words)
    assert (result.code, result.err) == (0, "")
    card = (tmp_path / "again" / CARD_FILE).read_text(encoding="utf-8")
    assert f"`python -m core train --data {samples_dataset} " in card
    first = tiny_default.bundle.folder
    again = type(tiny_default).load(tmp_path / "again")
    # TensorFlow's threads add up in another order now and then: a rounding is all that may differ.
    histories = [read_curves(folder / CURVES_FILE) for folder in (first, again.bundle.folder)]
    for one, other in zip(*histories, strict=True):
        assert asdict(one) == pytest.approx(asdict(other), abs=1e-5)
    arrays = [list(stored_arrays(folder)) for folder in (first, again.bundle.folder)]
    for one, other in zip(*arrays, strict=True):
        np.testing.assert_allclose(one, other, rtol=2**-10, atol=1e-6)
    assert sha256_of(again.bundle.folder / TOKENIZER_FILE) == sha256_of(first / TOKENIZER_FILE)
    texts = [sample.text for sample in samples[:20]]
    for one, other in zip(tiny_default.predict(texts), again.predict(texts), strict=True):
        assert one.raw_probabilities == pytest.approx(other.raw_probabilities, abs=1e-5)
    measured = again.report.test
    assert measured["confusion"] == tiny_default.report.test["confusion"]
    assert result.out == (
        f"{tmp_path / 'again'}: test accuracy {measured['accuracy']:.4f} (95 % interval "
        f"{measured['low']:.4f}–{measured['high']:.4f}), always グルメ 0.2500; see MODEL_CARD.md\n"
    )
    assert again.bundle.model == tiny_default.bundle.model


@pytest.fixture
def asked(monkeypatch):
    """What the command hands to `train_bundle`, which does not run."""
    calls = {}

    def note(folder, split, embeddings, **options):
        calls.update(options, folder=folder, split=split, embeddings=embeddings)
        raise InterruptedTrainingError(path=folder)

    monkeypatch.setattr("core.training.train.train_bundle", note)
    return calls


def test_options_lie_over_the_preset(train, asked, tmp_path):
    options = {"seed": 9, "epochs": 3, "batch-size": 5, "learning-rate": 0.5}
    options |= {"label-smoothing": 0.25, "lstm-units": 7, "dropout": 0.125}
    options |= {"subword-alpha": 0.75, "pooling": "last"}
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    assert_one_sentence(train("--out", tmp_path / "x", *words))
    config, model = asked["train"], asked["model"]
    assert (config.seed, config.epochs, config.batch_size) == (9, 3, 5)
    assert (config.learning_rate, config.label_smoothing) == (0.5, 0.25)
    assert config.subword_alpha == 0.75
    assert (model.lstm_units, model.dropout, model.preset) == (7, 0.125, "default")
    assert model.pooling == "last"
    assert asked["folder"] == tmp_path / "x"


def test_zero_is_an_option_too(train, asked, tmp_path):
    train("--out", tmp_path / "x", "--dropout", 0, "--label-smoothing", 0, "--subword-alpha", 0)
    assert (asked["model"].dropout, asked["train"].label_smoothing) == (0.0, 0.0)
    assert asked["train"].subword_alpha == 0.0


def test_preset_without_options_stays_as_it_is(train, asked, tmp_path):
    labels = ("グルメ", "スポーツ", "京都", "携帯電話")
    train("--out", tmp_path / "x", "--preset", "article", "--epochs", 2)
    assert asked["model"] == model_config(
        "article", labels=labels, vocabulary_size=1200, embedding_dim=16
    )
    assert asked["train"] == train_config("article", seed=0, keep_tags=False, epochs=2)
    assert asked["data_record"] == {"source": "samples.csv", "protocol": "random", "seed": 0}
    assert asked["embeddings_record"]["command"] == "tests"


@pytest.mark.parametrize(
    ("words", "encoder"),
    [
        ((), DEFAULT_ENCODER),
        (("--no-encoder",), None),
        (("--preset", "article"), None),
        (("--encoder", "here"), Path("here")),
        (("--preset", "article", "--encoder", "here"), Path("here")),
    ],
)
def test_the_default_preset_starts_from_the_shipped_encoder(train, asked, tmp_path, words, encoder):
    train("--out", tmp_path / "x", *words)
    assert asked["encoder"] == encoder


@pytest.mark.parametrize("keep", [False, True])
def test_topic_tags_are_dropped_unless_kept(
    capsys, asked, tmp_path, samples, embeddings_folder, keep
):
    tagged = (samples[0], *(s.__class__(text="［グルメ］旨い", label=s.label) for s in samples[:1]))
    write_dataset(tmp_path / "d", Split(train=tagged, validation=tagged, test=tagged), {})
    words = ["train", "--data", tmp_path / "d", "--embeddings", embeddings_folder]
    run_main(capsys, *words, "--out", tmp_path / "x", *(["--keep-tags"] if keep else []))
    assert asked["split"].train[1].text == ("［グルメ］旨い" if keep else "旨い")
    assert asked["train"].keep_tags is keep


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--epochs", 0),
        ("--batch-size", 0),
        ("--lstm-units", -1),
        ("--dropout", 1),
        ("--learning-rate", "nan"),
        ("--seed", -1),
        ("--epochs", "many"),
        ("--preset", "other"),
        ("--pooling", "mean"),
        ("--subword-alpha", -0.5),
    ],
)
def test_impossible_options_are_told(train, asked, tmp_path, option, value):
    assert_one_sentence(train("--out", tmp_path / "x", option, value), option, str(value))
    assert asked == {}


def test_bad_input_is_told_in_one_sentence(train, capsys, asked, tmp_path, samples_dataset):
    assert_one_sentence(train(), "--out")
    nowhere = tmp_path / "nowhere"
    assert_one_sentence(
        train("--out", tmp_path / "x", "--data", nowhere), str(nowhere / "train" / "features.csv")
    )
    assert_one_sentence(
        train("--out", tmp_path / "x", "--embeddings", nowhere), str(nowhere / "tokenizer.model")
    )
    assert asked == {}


@pytest.fixture
def encoder_record(tiny_embeddings, embeddings_folder):
    """What encoder.json has to say to fit the preset and the vectors."""
    vocabulary_size, embedding_dim = tiny_embeddings.matrix.shape
    model = model_config(
        "default", labels=(), vocabulary_size=vocabulary_size, embedding_dim=embedding_dim
    )
    return {
        "tokenizer": sha256_of(embeddings_folder / TOKENIZER_FILE),
        "model": model.to_json(),
        "files": {ENCODER_FILE: "ab" * 32},
    }


def test_an_encoder_of_another_tokenizer_is_told(train, tmp_path, encoder_record):
    write_json(tmp_path / "encoder" / RECORD_FILE, {**encoder_record, "tokenizer": "ab" * 32})
    result = train("--out", tmp_path / "x", "--encoder", tmp_path / "encoder")
    assert_one_sentence(result, str(tmp_path / "encoder"), "differs: tokenizer\n")
    assert not (tmp_path / "x").exists()


def test_an_encoder_of_other_sizes_is_told_with_their_names(train, tmp_path, encoder_record):
    sizes = {**encoder_record["model"], "embedding_dim": 300}
    write_json(tmp_path / "encoder" / RECORD_FILE, {**encoder_record, "model": sizes})
    words = ("--out", tmp_path / "x", "--encoder", tmp_path / "encoder", "--lstm-units", 7)
    assert_one_sentence(
        train(*words), str(tmp_path / "encoder"), "differs: embedding_dim, lstm_units\n"
    )
    assert not (tmp_path / "x").exists()


def test_a_missing_or_damaged_encoder_is_named(train, tmp_path, encoder_record):
    folder = tmp_path / "encoder"
    words = ("--out", tmp_path / "x", "--encoder", folder)
    assert_one_sentence(train(*words), str(folder / RECORD_FILE))
    write_json(folder / RECORD_FILE, encoder_record)
    assert_one_sentence(train(*words), "not found", str(folder / ENCODER_FILE))
    (folder / ENCODER_FILE).write_bytes(b"no HDF5")
    assert_one_sentence(train(*words), "checksum", str(folder / ENCODER_FILE))
    assert not (tmp_path / "x").exists()
