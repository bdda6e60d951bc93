"""Sentences to the vectors of their words, by hand; the real package only where it is installed."""

import sys
from importlib.util import find_spec

import numpy as np
import pytest

from core.errors import PackageMissingError
from core.training import word_vectors as module
from core.training.word_vectors import WordVectors
from tests.fakes import make_word

MATRIX = np.array([[1.0, 0.0], [0.0, 1.0], [-0.6, 0.8]], np.float32)
ROWS = {"京都": 0, "行く": 1, "食べる": 2, "は": 1, "た": 1, "。": 1, "α": 1, "_": 1}
PARTS = {"は": "助詞", "た": "助動詞", "。": "補助記号", "α": "記号", "_": "空白"}


def make_vectors(asked=None):
    """Words stand apart by blanks; "知ら/知る/識る" is 知ら of 知る, which is spelt 識る."""

    def row_of(word):
        if asked is not None:
            asked.append(word)
        return ROWS.get(word, -1)

    def cut(sentence):
        words = [word.split("/") for word in sentence.split()]
        return [
            make_word(
                forms[0],
                dictionary_form=forms[min(1, len(forms) - 1)],
                normalized_form=forms[-1],
                part_of_speech=PARTS.get(forms[0], "名詞"),
            )
            for forms in words
        ]

    return WordVectors(MATRIX, row_of, cut)


def test_mean_and_maximum_by_hand():
    vector = make_vectors().sentence_vector("京都 食べる")
    np.testing.assert_allclose(vector, [0.2, 0.4, 1.0, 0.8])


def test_one_word_is_its_own_mean_and_maximum():
    assert make_vectors().sentence_vector("行く").tolist() == [0.0, 1.0, 0.0, 1.0]


@pytest.mark.parametrize(
    ("word", "row"),
    [
        ("京都/行く/食べる", 2),  # the normalised form goes first
        ("京都/行く/未知", 1),  # then the dictionary form
        ("京都/未知/未知", 0),  # then the word as written
        ("未知/京都/未知", 0),
        ("未知/未知/京都", 0),
    ],
)
def test_forms_of_a_word_are_looked_for_in_order(word, row):
    vectors = make_vectors()
    assert vectors.sentence_vector(word).tolist() == [*MATRIX[row], *MATRIX[row]]
    assert vectors.word_vector(word).tolist() == MATRIX[row].tolist()


def test_unknown_words_do_not_count():
    vectors = make_vectors()
    expected = vectors.sentence_vector("京都 食べる")
    np.testing.assert_array_equal(
        vectors.sentence_vector("京都 未知 食べる 知ら/知る/識る"), expected
    )


@pytest.mark.parametrize("word", PARTS)
def test_particles_and_signs_do_not_count_though_they_have_vectors(word):
    vectors = make_vectors()
    expected = vectors.sentence_vector("京都 食べる")
    np.testing.assert_array_equal(vectors.sentence_vector(f"京都 {word} 食べる {word}"), expected)
    assert vectors.word_vector(word).tolist() == [0.0, 1.0]


@pytest.mark.parametrize("sentence", ["", "未知", "は 。", "未知 は 。"])
def test_nothing_known_with_content_gives_zeros(sentence):
    vector = make_vectors().sentence_vector(sentence)
    assert (vector.dtype, vector.tolist()) == (np.float32, [0.0] * 4)


def test_word_that_comes_twice_counts_twice():
    vector = make_vectors().sentence_vector("京都 京都 行く")
    np.testing.assert_allclose(vector, [2 / 3, 1 / 3, 1.0, 1.0], rtol=1e-6)


@pytest.mark.parametrize(
    "text", ["", "未知", "知ら/知る/識る", "京都 行く", "京都 は", "京都 京都"]
)
def test_text_that_is_no_single_known_word_has_no_word_vector(text):
    assert make_vectors().word_vector(text) is None


def test_every_word_is_looked_up_once():
    asked = []
    vectors = make_vectors(asked)
    for _ in range(3):
        vectors.sentence_vector("京都 行っ/行く 知ら/知る/識る は")
        vectors.word_vector("知ら/知る/識る")
    assert asked == ["京都", "行く", "識る", "知る", "知ら"]


def test_one_surface_of_two_words_is_looked_up_for_both():
    vectors = make_vectors()
    assert vectors.word_vector("いっ/行く").tolist() == [0.0, 1.0]
    assert vectors.word_vector("いっ/言う") is None


def test_dim_is_that_of_one_word():
    assert make_vectors().dim == 2


def test_missing_library_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy.vocab", None)
    with pytest.raises(PackageMissingError) as error:
        WordVectors.load()
    assert error.value.received["package"] == "spacy.vocab"
    for language in ("ja", "en"):
        assert "requirements-pretrain.txt" in error.value.sentence(language)


@pytest.fixture
def fake_spacy(monkeypatch):
    """A spaCy that has no package to read from."""
    fake = type(sys)("spacy.vocab")
    fake.Vocab = object
    monkeypatch.setitem(sys.modules, "spacy.vocab", fake)


@pytest.mark.usefixtures("fake_spacy")
def test_missing_vectors_are_told(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(PackageMissingError) as error:
        WordVectors.load()
    assert error.value.received["package"] == "ja_ginza"


@pytest.mark.usefixtures("fake_spacy")
def test_a_folder_that_only_bears_the_packages_name_is_told(monkeypatch, tmp_path):
    (tmp_path / "ja_ginza").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, "ja_ginza", raising=False)
    assert find_spec("ja_ginza").origin is None
    with pytest.raises(PackageMissingError) as error:
        WordVectors.load()
    assert error.value.received["package"] == "ja_ginza"


real = pytest.mark.skipif(
    not all(find_spec(name) for name in ("spacy", "sudachipy", "ja_ginza")),
    reason="requirements-pretrain.txt is not installed",
)


@real
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_missing_word_cutter_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    with pytest.raises(PackageMissingError) as error:
        WordVectors.load()
    assert error.value.received["package"] == "sudachipy"


@real
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_real_vectors_know_what_is_close():
    vectors = WordVectors.load()
    assert vectors.dim == 300
    ramen, sushi, phone = (vectors.word_vector(word) for word in ("ラーメン", "寿司", "携帯電話"))
    assert np.linalg.norm(ramen) == pytest.approx(1.0, abs=1e-5)
    assert ramen @ sushi > ramen @ phone + 0.1
    # うどん and 行っ have no vectors of their own; 饂飩, as Sudachi spells it, and 行く have.
    udon = vectors.word_vector("うどん")
    np.testing.assert_array_equal(udon, vectors.word_vector("饂飩"))
    assert udon @ ramen > udon @ phone + 0.3
    assert vectors.word_vector("行く").any()
    np.testing.assert_array_equal(vectors.word_vector("行っ"), vectors.word_vector("行く"))
    assert vectors.word_vector("うどんを") is None
    # Neither を nor 。 counts.
    np.testing.assert_array_equal(vectors.sentence_vector("うどんを。"), [*udon, *udon])
