"""Sentences to words; Sudachi itself only where it is installed."""

import sys
from importlib.util import find_spec

import pytest
from hypothesis import given, settings

from core.errors import PackageMissingError
from core.training.morphology import load_word_cutter
from tests.fakes import make_word
from tests.strategies import ANY_TEXT, MIXED_TEXT

real = pytest.mark.skipif(
    not all(find_spec(name) for name in ("sudachipy", "sudachidict_core")),
    reason="requirements-pretrain.txt is not installed",
)


@pytest.mark.parametrize("part", ["名詞", "動詞", "形容詞", "形状詞", "副詞", "代名詞", "接続詞"])
def test_word_has_content(part):
    assert make_word("京都", part_of_speech=part).has_content


@pytest.mark.parametrize("part", ["助詞", "助動詞", "補助記号", "記号", "空白"])
def test_particles_signs_and_blanks_have_none(part):
    assert not make_word("京都", part_of_speech=part).has_content


def test_missing_package_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    with pytest.raises(PackageMissingError) as error:
        load_word_cutter()
    assert error.value.received["package"] == "sudachipy"
    for language in ("ja", "en"):
        assert "requirements-pretrain.txt" in error.value.sentence(language)


def test_missing_dictionary_is_told(monkeypatch):
    def missing():
        raise ModuleNotFoundError("Package `sudachidict_core` does not exist")

    fake = type(sys)("sudachipy")
    fake.Dictionary = missing
    monkeypatch.setitem(sys.modules, "sudachipy", fake)
    with pytest.raises(PackageMissingError) as error:
        load_word_cutter()
    assert error.value.received["package"] == "SudachiDict-core"


@pytest.fixture(scope="module")
def cut_words():
    return load_word_cutter()


@real
def test_words_of_a_sentence(cut_words):
    words = cut_words("うどんを食べ た。")
    assert [
        (word.surface, word.dictionary_form, word.normalized_form, word.part_of_speech)
        for word in words
    ] == [
        ("うどん", "うどん", "饂飩", "名詞"),
        ("を", "を", "を", "助詞"),
        ("食べ", "食べる", "食べる", "動詞"),
        (" ", " ", " ", "空白"),
        ("た", "た", "た", "助動詞"),
        ("。", "。", "。", "補助記号"),
    ]
    assert [word.surface for word in words if word.has_content] == ["うどん", "食べ"]


@real
def test_no_text_has_no_words(cut_words):
    assert cut_words("") == []


@real
@settings(max_examples=100)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_surfaces_add_up_to_the_sentence(cut_words, text):
    assert "".join(word.surface for word in cut_words(text)) == text


@real
def test_text_of_any_length_is_cut(cut_words):
    text = "京都へ行く。" * 5_000  # 90,000 bytes
    words = cut_words(text)
    assert "".join(word.surface for word in words) == text
    assert sum(word.surface == "京都" for word in words) > 4_990
