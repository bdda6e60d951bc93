"""Sentences to the vectors of their words, by hand; the real package only where it is installed."""

import sys
from importlib.util import find_spec

import numpy as np
import pytest

from core import word_vectors as module
from core.errors import PackageMissingError
from core.word_vectors import WordVectors

MATRIX = np.array([[1.0, 0.0], [0.0, 1.0], [-0.6, 0.8]], np.float32)
ROWS = {"京都": 0, "行く": 1, "食べる": 2}


def make_vectors(asked=None):
    """Words stand apart by blanks; "行っ/行く" is the form 行っ of 行く."""

    def row_of(word):
        if asked is not None:
            asked.append(word)
        return ROWS.get(word, -1)

    def cut(sentence):
        words = [word.split("/") for word in sentence.split()]
        return [(word[0], word[-1]) for word in words]

    return WordVectors(MATRIX, row_of, cut)


def test_mean_and_maximum_by_hand():
    vector = make_vectors().sentence_vector("京都 食べる")
    np.testing.assert_allclose(vector, [0.2, 0.4, 1.0, 0.8])


def test_one_word_is_its_own_mean_and_maximum():
    assert make_vectors().sentence_vector("行く").tolist() == [0.0, 1.0, 0.0, 1.0]


def test_word_that_is_not_known_as_written_counts_in_its_dictionary_form():
    vectors = make_vectors()
    expected = vectors.sentence_vector("京都 行く")
    np.testing.assert_array_equal(vectors.sentence_vector("京都 行っ/行く"), expected)


def test_word_as_written_goes_before_its_dictionary_form():
    assert make_vectors().sentence_vector("京都/行く").tolist() == [1.0, 0.0, 1.0, 0.0]


def test_unknown_words_do_not_count():
    vectors = make_vectors()
    expected = vectors.sentence_vector("京都 食べる")
    np.testing.assert_array_equal(vectors.sentence_vector("京都 へ 食べる 。"), expected)


@pytest.mark.parametrize("sentence", ["", "へ 。"])
def test_nothing_known_gives_zeros(sentence):
    vector = make_vectors().sentence_vector(sentence)
    assert (vector.dtype, vector.tolist()) == (np.float32, [0.0] * 4)


def test_word_that_comes_twice_counts_twice():
    vector = make_vectors().sentence_vector("京都 京都 行く")
    np.testing.assert_allclose(vector, [2 / 3, 1 / 3, 1.0, 1.0], rtol=1e-6)


def test_every_word_is_looked_up_once():
    asked = []
    vectors = make_vectors(asked)
    for _ in range(3):
        vectors.sentence_vector("京都 行っ/行く へ")
    assert asked == ["京都", "行っ", "行く", "へ", "へ"]  # as written, then its dictionary form


def test_dim_is_that_of_one_word():
    assert make_vectors().dim == 2


@pytest.mark.parametrize("package", ["spacy", "sudachipy"])
def test_missing_library_is_told(monkeypatch, package):
    if package == "sudachipy":
        # spacy first, whether it is installed or not.
        monkeypatch.setitem(sys.modules, "spacy", type(sys)("spacy"))
        vocab = type(sys)("spacy.vocab")
        vocab.Vocab = object
        monkeypatch.setitem(sys.modules, "spacy.vocab", vocab)
    else:
        monkeypatch.setitem(sys.modules, "spacy.vocab", None)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(PackageMissingError) as error:
        WordVectors.load()
    assert package in error.value.received["package"]
    for language in ("ja", "en"):
        assert "requirements-pretrain.txt" in error.value.sentence(language)


def test_missing_vectors_are_told(monkeypatch):
    for name, member in (("spacy", None), ("spacy.vocab", "Vocab"), ("sudachipy", "Dictionary")):
        fake = type(sys)(name)
        if member:
            setattr(fake, member, object)
        monkeypatch.setitem(sys.modules, name, fake)
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(PackageMissingError) as error:
        WordVectors.load()
    assert error.value.received == {"package": "ja_ginza"}


@pytest.mark.skipif(
    not all(find_spec(name) for name in ("spacy", "sudachipy", "ja_ginza")),
    reason="requirements-pretrain.txt is not installed",
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_real_vectors_know_what_is_close():
    vectors = WordVectors.load()
    assert vectors.dim == 300

    def mean(sentence):
        return vectors.sentence_vector(sentence)[:300]

    ramen, sushi, phone = (mean(word) for word in ("ラーメン", "寿司", "携帯電話"))
    assert np.linalg.norm(ramen) == pytest.approx(1.0, abs=1e-5)
    assert ramen @ sushi > ramen @ phone + 0.1
    # 行っ has no vector of its own, its dictionary form has.
    assert mean("行く").any()
    np.testing.assert_array_equal(mean("行っ"), mean("行く"))
