"""`train`: from the dataset and the vectors on the disk to the same model as in the library."""

import pytest

from core.bundle import CARD_FILE, HISTORY_FILE, ONNX_FILE, TOKENIZER_FILE, WEIGHTS_FILE
from core.dataset import Split, write_dataset
from core.errors import InterruptedTrainingError
from core.files import sha256_of
from tests.run_main import assert_one_sentence, run_main


@pytest.fixture
def train(capsys, monkeypatch, samples_dataset, embeddings_folder):
    monkeypatch.setenv("LC_ALL", "C")
    words = ("train", "--data", samples_dataset, "--embeddings", embeddings_folder)
    return lambda *more: run_main(capsys, *words, *more)


def test_same_seed_gives_the_same_model(train, tmp_path, tiny_default, samples_dataset):
    result = train("--out", tmp_path / "again", "--epochs", 2)
    assert (result.code, result.err) == (0, "")
    card = (tmp_path / "again" / CARD_FILE).read_text(encoding="utf-8")
    assert f"`python -m core train --data {samples_dataset} " in card
    first = tiny_default.bundle.folder
    for name in (WEIGHTS_FILE, ONNX_FILE, TOKENIZER_FILE, HISTORY_FILE):
        assert sha256_of(tmp_path / "again" / name) == sha256_of(first / name), name
    again = type(tiny_default).load(tmp_path / "again")
    measured = again.report["test"]
    assert measured == tiny_default.report["test"]
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

    monkeypatch.setattr("core.train.train_bundle", note)
    return calls


def test_options_lie_over_the_preset(train, asked, tmp_path):
    options = {"seed": 9, "epochs": 3, "batch-size": 5, "learning-rate": 0.5}
    options |= {"label-smoothing": 0.25, "lstm-units": 7, "dropout": 0.125}
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    assert_one_sentence(train("--out", tmp_path / "x", *words))
    train_config, model = asked["train"], asked["model"]
    assert (train_config.seed, train_config.epochs, train_config.batch_size) == (9, 3, 5)
    assert (train_config.learning_rate, train_config.label_smoothing) == (0.5, 0.25)
    assert (model.lstm_units, model.dropout, model.preset) == (7, 0.125, "default")
    assert asked["folder"] == tmp_path / "x"


def test_zero_is_an_option_too(train, asked, tmp_path):
    train("--out", tmp_path / "x", "--dropout", 0, "--label-smoothing", 0)
    assert (asked["model"].dropout, asked["train"].label_smoothing) == (0.0, 0.0)


def test_preset_without_options_stays_as_it_is(train, asked, tmp_path, tiny_article):
    train("--out", tmp_path / "x", "--preset", "article", "--epochs", 2)
    assert asked["model"] == tiny_article.bundle.model
    assert asked["train"] == tiny_article.bundle.train
    assert asked["data_record"] == {"source": "samples.csv", "protocol": "random", "seed": 0}
    assert asked["embeddings_record"]["command"] == "tests"
    assert asked["model"].labels == ("グルメ", "スポーツ", "京都", "携帯電話")


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
