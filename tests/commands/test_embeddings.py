"""`embeddings`: text files and training texts in, tokenizer and vectors of one id space out."""

import json
import sys

import numpy as np
import pytest

from core.data.dataset import Split, write_dataset
from core.errors import NoTextFilesError
from core.files import sha256_of
from core.training.embeddings import load_embeddings, read_record
from core.types import PAD_ID, Example
from tests.fakes import make_word
from tests.run_main import assert_one_sentence, run_main


@pytest.fixture
def texts(tmp_path, samples):
    folder = tmp_path / "texts"
    folder.mkdir()
    lines = "\n".join(sample.text for sample in samples)
    (folder / "samples.txt").write_text(lines, encoding="utf-8")
    return folder


@pytest.fixture
def embed(capsys, monkeypatch, texts, tmp_path):
    monkeypatch.setenv("LC_ALL", "C")
    words = ("embeddings", "--texts", texts, "--out", tmp_path / "out")
    return lambda *more: run_main(capsys, *words, *more)


def test_vectors_and_record_lie_on_the_disk(embed, texts, tmp_path):
    out = tmp_path / "out"
    words = ("--vocabulary-size", 1100, "--embedding-dim", 6, "--epochs", 1, "--workers", 1)
    result = embed(*words, "--seed", 4)
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{out}: 1100 pieces × 6\n"
    embeddings = load_embeddings(out)
    assert embeddings.matrix.shape == (1100, 6)
    assert embeddings.tokenizer.vocabulary_size == 1100
    assert not embeddings.matrix[PAD_ID].any()
    seen = embeddings.tokenizer.token_ids([texts.joinpath("samples.txt").read_text("utf-8")])[0]
    assert (np.abs(embeddings.matrix[sorted(set(seen) - {1})]).sum(axis=1) > 0).mean() > 0.99
    record = json.loads((out / "embeddings.json").read_text(encoding="utf-8"))
    assert record["sources"] == {"samples.txt": sha256_of(texts / "samples.txt")}
    assert record["command"].startswith("python -m core embeddings --texts ")
    assert record["command"].endswith("--workers 1 --seed 4")
    assert (record["config"]["seed"], record["config"]["epochs"]) == (4, 1)
    assert record["files"] == {
        name: sha256_of(out / name) for name in ("tokenizer.model", "embeddings.npy")
    }


@pytest.mark.parametrize(("options", "recorded"), [(["--whole-words"], True), ([], False)])
def test_whole_words_are_pieces_where_asked(embed, monkeypatch, texts, tmp_path, options, recorded):
    def cut_pairs(sentence):
        return [make_word(sentence[start : start + 2]) for start in range(0, len(sentence), 2)]

    monkeypatch.setattr("core.training.embeddings.load_word_cutter", lambda: cut_pairs)
    lines = "京都東京西海\n東京京都南海\n西海東京京都\n" * 100
    (texts / "samples.txt").write_text(lines, encoding="utf-8")
    words = ("--vocabulary-size", 10, "--embedding-dim", 4, "--epochs", 1, *options)
    assert embed(*words).code == 0
    # The six characters and two words, or else ▁ and one more piece.
    more = {"京都", "西海"} if recorded else {"▁", "京都"}
    pieces = load_embeddings(tmp_path / "out").tokenizer.pieces
    assert set(pieces[2:]) == {*"京都東西南海", *more}
    assert read_record(tmp_path / "out")["config"]["whole_words"] is recorded


def test_missing_word_cutter_is_told_and_nothing_written(embed, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    result = embed("--whole-words", "--vocabulary-size", 1100)
    assert_one_sentence(result, "requirements-pretrain.txt", ": sudachipy")
    assert not (tmp_path / "out").exists()


@pytest.fixture
def lines(monkeypatch):
    """The lines that the command hands to `train_embeddings`, which does not run."""
    given = []

    def note(source, config, *, on_step):
        given.extend(source)
        raise NoTextFilesError(path="stop")

    monkeypatch.setattr("core.training.embeddings.train_embeddings", note)
    return given


def test_training_texts_are_added_without_their_tags_and_nothing_else(
    embed, lines, tmp_path, samples
):
    def part(name):
        return (Example(text=f"［グルメ］{name}の文", label="グルメ"),)

    split = Split(train=part("学習"), validation=part("検証"), test=part("試験"))
    write_dataset(tmp_path / "data", split, {})
    embed("--data", tmp_path / "data")
    assert lines == [*(sample.text.strip() for sample in samples), "学習の文"]


def test_mix_decides_how_often_a_file_is_read(embed, lines, texts, tmp_path):
    (texts / "more.txt").write_text("ひとつ\n\nふたつ\n", encoding="utf-8")
    (tmp_path / "mix.json").write_text('{"samples": 0, "more": 2}', encoding="utf-8")
    embed("--mix", tmp_path / "mix.json")
    assert lines == ["ひとつ", "ひとつ", "ふたつ", "ふたつ"]


@pytest.mark.parametrize("option", ["vocabulary-size", "embedding-dim", "epochs", "workers"])
def test_impossible_options_are_told(embed, lines, option):
    assert_one_sentence(embed(f"--{option}", 0), f"--{option}", "received: 0")
    assert lines == []


def test_bad_input_is_told_in_one_sentence(embed, lines, tmp_path):
    nowhere = tmp_path / "nowhere"
    assert_one_sentence(embed("--texts", nowhere), str(nowhere))
    assert_one_sentence(embed("--mix", nowhere), str(nowhere))
    (tmp_path / "mix.json").write_text('{"samples": "twice"}', encoding="utf-8")
    assert_one_sentence(embed("--mix", tmp_path / "mix.json"), "twice")


def test_too_little_text_is_told(embed, tmp_path):
    assert_one_sentence(embed("--vocabulary-size", 500_000), "cannot give 500000 pieces")
    assert not (tmp_path / "out").exists()
