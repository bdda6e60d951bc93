"""`pretrain`: plain text in, a folder of layers out that `train` can start from."""

import json
import sys
from types import ModuleType

import numpy as np
import pytest

from core.errors import NoTextFilesError
from core.files import sha256_of
from core.model.bundle import CARD_FILE, CONFIG_FILE
from core.text.tokenizer import TOKENIZER_FILE
from core.training.encoder import ENCODER_FILE, RECORD_FILE
from core.training.piece_vectors import piece_matrix
from core.training.word_vectors import WordVectors
from tests.dense_states import dense_states
from tests.fakes import make_word
from tests.run_main import assert_one_sentence, run_main

pytestmark = pytest.mark.slow

DIM = 20  # at least as many as the embeddings have
LINES = 16  # of the samples: enough for every step, and quickly learnt


def fake_word_vectors():
    """Every character is a word; its vector is drawn, always the same for the same character."""
    matrix = np.random.default_rng(0).normal(size=(50, DIM)).astype(np.float32)
    return WordVectors(
        matrix, lambda word: ord(word) % 50, lambda text: [make_word(char) for char in text]
    )


@pytest.fixture(scope="module")
def texts(tmp_path_factory, samples):
    folder = tmp_path_factory.mktemp("texts")
    lines = "\n\n".join(sample.text for sample in samples[:LINES])
    (folder / "samples.txt").write_text(lines, encoding="utf-8")
    return folder


@pytest.fixture
def pretrain(capsys, monkeypatch, texts, embeddings_folder, tmp_path):
    monkeypatch.setenv("LC_ALL", "C")
    words = ("pretrain", "--texts", texts, "--embeddings", embeddings_folder)
    return lambda *more: run_main(capsys, *words, "--out", tmp_path / "encoder", *more)


@pytest.fixture
def vectors(monkeypatch):
    """The packages behind the word vectors need not be there."""
    monkeypatch.setattr(WordVectors, "load", fake_word_vectors)
    monkeypatch.setattr("core.commands.pretrain.version", lambda name: f"version of {name}")


@pytest.fixture
def asked(monkeypatch, vectors):
    """What the command hands to `core.training.pretrain.pretrain`, which does not run."""
    calls = {}

    def note(token_ids, targets, model, config, **options):
        calls.update(options, token_ids=token_ids, targets=targets, model=model, config=config)
        raise NoTextFilesError(path="stop")

    monkeypatch.setattr("core.training.pretrain.pretrain", note)
    return calls


@pytest.mark.parametrize("package", ["spacy.vocab", "ja_ginza"])
def test_without_the_packages_it_says_so_and_writes_nothing(
    pretrain, monkeypatch, tmp_path, package
):
    spacy_vocab = ModuleType("spacy.vocab")
    spacy_vocab.Vocab = object
    monkeypatch.setitem(
        sys.modules, "spacy.vocab", None if package == "spacy.vocab" else spacy_vocab
    )
    monkeypatch.setattr("core.training.word_vectors.find_spec", lambda name: None)
    result = pretrain()
    assert_one_sentence(result, "A package is missing", "requirements-pretrain.txt")
    assert result.err.endswith(f": {package}\n")
    assert not (tmp_path / "encoder").exists()


def test_the_missing_package_is_told_in_the_persons_language(pretrain, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    monkeypatch.setitem(sys.modules, "spacy.vocab", None)
    assert_one_sentence(
        pretrain(), "必要なパッケージがありません", "requirements-pretrain.txt", ": spacy"
    )


def test_a_network_starts_from_what_plain_text_has_taught(
    pretrain, capsys, vectors, tmp_path, texts, embeddings_folder, samples, samples_dataset
):
    folder = tmp_path / "encoder"
    with dense_states():
        result = pretrain("--epochs", 1, "--seed", 3)
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{folder}: {LINES} sentences, epochs: 1\n"
    record = json.loads((folder / RECORD_FILE).read_text(encoding="utf-8"))
    assert record["command"].endswith(" --epochs 1 --seed 3")
    assert (record["config"]["epochs"], record["config"]["seed"]) == (1, 3)
    assert record["tokenizer"] == sha256_of(embeddings_folder / TOKENIZER_FILE)
    assert record["sources"] == {"samples.txt": sha256_of(texts / "samples.txt")}
    assert record["versions"]["ja_ginza"] == "version of ja_ginza"
    assert record["files"] == {ENCODER_FILE: sha256_of(folder / ENCODER_FILE)}

    words = ("--data", samples_dataset, "--embeddings", embeddings_folder, "--encoder", folder)
    with dense_states():
        result = run_main(capsys, "train", *words, "--out", tmp_path / "model", "--epochs", 1)
    assert (result.code, result.err) == (0, "")
    config = json.loads((tmp_path / "model" / CONFIG_FILE).read_text(encoding="utf-8"))
    assert config["encoder"] == record
    card = (tmp_path / "model" / CARD_FILE).read_text(encoding="utf-8")
    assert f"start from pretrained ones (`{record['command']}`, {LINES} unlabelled" in card


def test_every_line_is_a_sentence_with_three_vectors_to_predict(
    pretrain, asked, samples, tiny_embeddings
):
    pretrain()
    texts = [sample.text.strip() for sample in samples[:LINES]]
    expected = [ids[:64] for ids in tiny_embeddings.tokenizer.token_ids(texts)]
    assert [ids.tolist() for ids in asked["token_ids"]] == expected
    vectors = fake_word_vectors()
    own = np.stack([vectors.sentence_vector(text) for text in texts])
    assert asked["targets"][:, : 2 * DIM] == pytest.approx(own, abs=2e-3)
    assert asked["targets"][0, 2 * DIM :] == pytest.approx(own[1:3, :DIM].mean(axis=0), abs=2e-3)
    assert (asked["model"].preset, asked["model"].vocabulary_size) == ("default", 1200)


def test_layers_start_from_the_vectors_of_whole_words(pretrain, asked, tiny_embeddings):
    pretrain()
    pieces, own = tiny_embeddings.tokenizer.pieces, tiny_embeddings.matrix
    expected = piece_matrix(pieces, own, fake_word_vectors())
    assert np.array_equal(asked["matrix"], expected)
    assert not np.allclose(expected, own, atol=0.1)


def test_mix_decides_how_often_a_file_is_read(pretrain, asked, tmp_path):
    (tmp_path / "mix.json").write_text('{"samples": 2}', encoding="utf-8")
    pretrain("--mix", tmp_path / "mix.json")
    rows = [ids.tolist() for ids in asked["token_ids"]]
    assert len(rows) == 2 * LINES
    assert rows[0::2] == rows[1::2]


@pytest.mark.parametrize(("option", "value"), [("--epochs", 0), ("--seed", -1)])
def test_impossible_options_are_told(pretrain, asked, option, value):
    assert_one_sentence(pretrain(option, value), option, f"received: {value}")
    assert asked == {}


def test_bad_input_is_told_in_one_sentence(pretrain, asked, capsys, tmp_path):
    nowhere = tmp_path / "nowhere"
    assert_one_sentence(pretrain("--texts", nowhere), str(nowhere))
    assert_one_sentence(pretrain("--mix", nowhere), str(nowhere))
    assert_one_sentence(pretrain("--embeddings", nowhere), str(nowhere / TOKENIZER_FILE))
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert_one_sentence(pretrain("--out", tmp_path / "file"), str(tmp_path / "file"))
    assert_one_sentence(run_main(capsys, "pretrain"), "--texts")
    assert asked == {}
