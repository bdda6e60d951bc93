"""Text files to a tokenizer and a matrix that share one id space."""

import json
import lzma
import random
import sys
from dataclasses import replace

import numpy as np
import pytest

from core.errors import (
    FileMissingError,
    FileUnreadableError,
    MixError,
    NoTextFilesError,
    PackageMissingError,
    VocabularySizeError,
)
from core.files import sha256_of
from core.training.embeddings import (
    EmbeddingConfig,
    file_lines,
    load_embeddings,
    read_lines,
    read_mix,
    read_record,
    read_sources,
    save_embeddings,
    text_files,
    times_used,
    train_embeddings,
)
from core.types import PAD_ID, UNK_ID
from tests.fakes import make_word

CONFIG = EmbeddingConfig(vocabulary_size=1200, embedding_dim=16, epochs=2)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text("一\n\n  二  \n", encoding="utf-8")
    with lzma.open(tmp_path / "a.txt.xz", "wt", encoding="utf-8") as file:
        file.write("三\n四\n")
    (tmp_path / "README.md").write_text("no text", encoding="utf-8")
    return tmp_path


def test_text_files_by_name(folder):
    assert [path.name for path in text_files(folder)] == ["a.txt.xz", "b.txt"]


@pytest.mark.parametrize("name", ["empty", "absent"])
def test_a_folder_without_text_files_is_named(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoTextFilesError) as caught:
        text_files(tmp_path / name)
    assert caught.value.received == {"path": tmp_path / name}


def test_lines_are_stripped_and_empty_ones_left_out(folder):
    assert list(read_lines(text_files(folder), {}, seed=0)) == ["三", "四", "一", "二"]


def test_the_mix_says_how_often(folder):
    files = text_files(folder)
    assert list(read_lines(files, {"a": 2, "b": 0}, seed=0)) == ["三", "三", "四", "四"]


def test_a_broken_factor_takes_that_part_of_the_lines(tmp_path):
    (tmp_path / "a.txt").write_text("".join(f"{n}\n" for n in range(1000)), encoding="utf-8")
    files = text_files(tmp_path)
    lines = list(read_lines(files, {"a": 1.5}, seed=0))
    assert set(lines) == {str(n) for n in range(1000)}
    assert 1400 < len(lines) < 1600
    assert lines == list(read_lines(files, {"a": 1.5}, seed=0))
    assert lines != list(read_lines(files, {"a": 1.5}, seed=1))


def test_file_lines_of_both_kinds(folder):
    assert list(file_lines(folder / "b.txt")) == ["一", "二"]
    assert list(file_lines(folder / "a.txt.xz")) == ["三", "四"]


@pytest.mark.parametrize("name", ["a.txt", "a.txt.xz"])
def test_times_used_follows_the_mix(tmp_path, name):
    rng = random.Random(0)
    path = tmp_path / name
    assert {times_used(path, {"b": 7}, rng) for _ in range(20)} == {1}
    assert {times_used(path, {"a": 3}, rng) for _ in range(20)} == {3}
    assert {times_used(path, {"a": 0}, rng) for _ in range(20)} == {0}
    drawn = [times_used(path, {"a": 2.25}, rng) for _ in range(2000)]
    assert set(drawn) == {2, 3}
    assert np.mean(drawn) == pytest.approx(2.25, abs=0.03)


@pytest.mark.parametrize("broken", ["not UTF-8", "not xz", "cut xz"])
def test_an_unreadable_text_file_is_named(tmp_path, broken):
    path = tmp_path / ("a.txt" if broken == "not UTF-8" else "a.txt.xz")
    compressed = lzma.compress("京都\n".encode() * 5000)
    path.write_bytes(
        {"not UTF-8": b"\xff\xfe", "not xz": b"no xz", "cut xz": compressed[:-40]}[broken]
    )
    with pytest.raises(FileUnreadableError) as caught:
        list(read_lines([path], {}, seed=0))
    assert caught.value.received == {"path": path, "reason": "UTF-8, xz"}


def test_read_mix(tmp_path):
    path = tmp_path / "mix.json"
    path.write_text('{"a": 2, "b": 0.5}', encoding="utf-8")
    assert read_mix(path) == {"a": 2, "b": 0.5}


@pytest.mark.parametrize("value", ["-1", '"2"', "null", "NaN", "Infinity"])
def test_a_mix_of_anything_else_is_named(tmp_path, value):
    path = tmp_path / "mix.json"
    path.write_text(f'{{"a": {value}}}', encoding="utf-8")
    with pytest.raises(MixError) as caught:
        read_mix(path)
    assert caught.value.received["path"] == path


def test_row_id_belongs_to_piece_id(tiny_embeddings):
    matrix, tokenizer = tiny_embeddings.matrix, tiny_embeddings.tokenizer
    assert matrix.shape == (tokenizer.vocabulary_size, 16) == (1200, 16)
    assert matrix.dtype == np.float32
    assert (matrix[PAD_ID] == 0.0).all()
    assert np.isfinite(matrix).all()


def test_pieces_that_occur_together_are_neighbours():
    # "東" and "京" always meet, "西" and "海" always meet, the two pairs never.
    lines = ["東 京 東 京 東 京", "西 海 西 海 西 海"] * 300
    config = EmbeddingConfig(vocabulary_size=9, embedding_dim=8, epochs=40, sample=0.0, window=2)
    embeddings = train_embeddings(lines, config)
    tokenizer = embeddings.tokenizer

    def vector(text: str) -> np.ndarray:
        row = embeddings.matrix[tokenizer.token_ids([text])[0][-1]]
        return row / np.linalg.norm(row)

    assert vector("東") @ vector("京") > vector("東") @ vector("海")
    assert vector("西") @ vector("海") > vector("西") @ vector("京")


def test_pieces_that_never_occur_stay_at_zero(samples, tiny_embeddings):
    seen = {
        token_id
        for row in tiny_embeddings.tokenizer.token_ids([example.text for example in samples])
        for token_id in row
    }
    zero = {int(row) for row in np.flatnonzero(~tiny_embeddings.matrix.any(axis=1))}
    assert zero == set(range(1200)) - seen


def test_one_worker_always_gives_the_same(samples, tiny_embeddings):
    again = train_embeddings([example.text for example in samples], CONFIG)
    assert again.tokenizer_proto == tiny_embeddings.tokenizer_proto
    np.testing.assert_array_equal(
        again.matrix.astype(np.float16).astype(np.float32), tiny_embeddings.matrix
    )


def test_steps_are_told(samples):
    steps = []
    train_embeddings(
        (example.text for example in samples), CONFIG, on_step=lambda *step: steps.append(step)
    )
    assert steps == [
        ("read", 0, 1),
        ("tokenizer", 0, 1),
        ("encode", 192, 192),
        ("word2vec", 0, 2),
        ("word2vec", 1, 2),
        ("word2vec", 2, 2),
    ]


def cut_pairs(sentence):
    """Every two characters are a word."""
    return [make_word(sentence[start : start + 2]) for start in range(0, len(sentence), 2)]


WORD_LINES = ["京都東京西海", "東京京都南海", "西海東京京都"] * 100
WORD_CONFIG = EmbeddingConfig(vocabulary_size=10, embedding_dim=4, epochs=1, whole_words=True)


@pytest.fixture
def cut_lines(monkeypatch):
    """The lines that were cut into words."""
    lines = []

    def cut(sentence):
        lines.append(sentence)
        return cut_pairs(sentence)

    monkeypatch.setattr("core.training.embeddings.load_word_cutter", lambda: cut)
    return lines


def test_no_piece_is_longer_than_a_word(cut_lines):
    embeddings = train_embeddings(WORD_LINES, WORD_CONFIG)
    pieces = embeddings.tokenizer.pieces
    assert cut_lines == WORD_LINES
    assert set(pieces[2:]) == {"京都", "西海", *"京都東西南海"}
    # The lines that the vectors are learnt from begin without a mark.
    (ids,) = embeddings.tokenizer.token_ids(WORD_LINES[:1])
    assert [pieces[token_id] for token_id in ids] == ["京都", "東", "京", "西海"]
    assert embeddings.matrix[ids].any(axis=1).all()


def test_without_whole_words_nothing_is_cut(cut_lines):
    config = replace(WORD_CONFIG, whole_words=False, vocabulary_size=14)
    embeddings = train_embeddings(WORD_LINES, config)
    assert cut_lines == []
    assert max(map(len, embeddings.tokenizer.pieces[2:])) > 2


def test_boundary_sign_of_a_text_is_no_boundary(cut_lines):
    config = replace(WORD_CONFIG, vocabulary_size=7)
    tokenizer = train_embeddings(["京‖都東"] * 100, config).tokenizer
    assert set(cut_lines) == {"京 都東"}
    assert set(tokenizer.pieces[2:]) == {"京", "▁", "都東", "都", "東"}
    assert tokenizer.token_ids(["京‖都東"])[0][1] == UNK_ID


def test_missing_word_cutter_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    with pytest.raises(PackageMissingError) as caught:
        train_embeddings(WORD_LINES, WORD_CONFIG)
    assert caught.value.received["package"] == "sudachipy"


@pytest.mark.parametrize("lines", [[], ["京都"]])
def test_too_little_text_is_told(lines):
    with pytest.raises(VocabularySizeError) as caught:
        train_embeddings(lines, CONFIG)
    assert caught.value.received["vocabulary_size"] == 1200


def test_saved_and_loaded(tmp_path, tiny_embeddings):
    source = tmp_path / "a.txt"
    source.write_text("一\n", encoding="utf-8")
    out = tmp_path / "out"
    save_embeddings(out, tiny_embeddings, CONFIG, sources=[source], mix={"a": 2.0}, command="c")
    loaded = load_embeddings(out)
    assert loaded.tokenizer_proto == tiny_embeddings.tokenizer_proto
    np.testing.assert_allclose(loaded.matrix, tiny_embeddings.matrix, rtol=1e-3)
    record = read_record(out)
    assert record["config"]["vocabulary_size"] == 1200
    assert record["config"]["window"] == 5
    assert record["sources"] == {"a.txt": sha256_of(source)}
    assert (record["mix"], record["command"], record["schema"]) == ({"a": 2.0}, "c", 1)
    assert record["files"] == {
        name: sha256_of(out / name) for name in ("tokenizer.model", "embeddings.npy")
    }
    assert sorted(record["versions"]) == ["gensim", "sentencepiece"]
    assert json.loads((out / "embeddings.json").read_text(encoding="utf-8")) == record


@pytest.fixture
def saved(tmp_path, tiny_embeddings):
    save_embeddings(tmp_path, tiny_embeddings, CONFIG, sources=[], mix={}, command="")
    return tmp_path


def _wrong_matrix(content):
    def write(path):
        with path.open("wb") as file:
            np.save(file, content, allow_pickle=True)

    return write


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no array"),
        lambda path: path.write_bytes(path.read_bytes()[:1000]),
        _wrong_matrix(np.zeros((5, 16), np.float16)),
        _wrong_matrix(np.zeros(1200, np.float16)),
        _wrong_matrix(np.array([{"a": 1}], object)),
    ],
    ids=["absent", "empty", "text", "cut", "other size", "one row", "objects"],
)
def test_a_damaged_matrix_is_named(saved, damage):
    path = saved / "embeddings.npy"
    damage(path)
    with pytest.raises(FileUnreadableError) as caught:
        load_embeddings(saved)
    assert caught.value.received["path"] == path


def test_a_missing_tokenizer_is_named(saved):
    (saved / "tokenizer.model").unlink()
    with pytest.raises(FileUnreadableError) as caught:
        load_embeddings(saved)
    assert caught.value.received["path"] == saved / "tokenizer.model"


def test_a_missing_record_is_named(tmp_path):
    with pytest.raises(FileMissingError) as caught:
        read_record(tmp_path)
    assert caught.value.received == {"path": tmp_path / "embeddings.json"}


def test_sources_if_somebody_wrote_them(tmp_path):
    assert read_sources(tmp_path) == ""
    (tmp_path / "SOURCES.md").write_text("# 出典\n", encoding="utf-8")
    assert read_sources(tmp_path) == "# 出典\n"
