"""Pieces that are words keep their words' vectors; the others are mapped to the same axes."""

import numpy as np
import pytest

from core.errors import TooFewWordVectorsError
from core.training.piece_vectors import piece_matrix
from core.training.word_vectors import WordVectors
from core.types import PAD_ID
from tests.fakes import make_word

WORDS = {
    "京都": [1.0, 0.0, 0.0],
    "行く": [0.0, 1.0, 0.0],
    "東京": [0.6, 0.8, 0.0],
    "電話": [0.0, -0.6, 0.8],
}
PIECES = ("<pad>", "<unk>", *WORDS, "京")
KNOWN = slice(2, 6)
UNKNOWN = 6


def make_vectors(words):
    """Every text is one word."""
    rows = {word: row for row, word in enumerate(words)}
    return WordVectors(
        np.array(list(words.values()), np.float32),
        lambda word: rows.get(word, -1),
        lambda text: [make_word(text)],
    )


def cosines(rows):
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit @ unit.T


def random_own(dim):
    return np.random.default_rng(0).normal(size=(len(PIECES), dim)).astype(np.float32)


def test_words_keep_their_cosine_similarities():
    matrix = piece_matrix(PIECES, random_own(3), make_vectors(WORDS))
    words = np.array(list(WORDS.values()))
    assert matrix.dtype == np.float32
    np.testing.assert_allclose(cosines(matrix[KNOWN]), words @ words.T, atol=1e-5)


def test_all_words_are_stretched_by_one_factor():
    own = np.zeros((7, 3), np.float32)
    own[KNOWN] = [[3.0, 0.0, 0.0], [0.0, 4.0, 0.0], [0.0, 0.0, 5.0], [5.0, 5.0, 0.0]]
    lengths = np.linalg.norm(piece_matrix(PIECES, own, make_vectors(WORDS))[KNOWN], axis=1)
    # (9 + 16 + 25 + 50) / 4 = 5²
    np.testing.assert_allclose(lengths, 5.0, rtol=1e-5)


@pytest.mark.parametrize("dim", [1, 2, 3])
def test_mean_length_is_that_of_own(dim):
    own = 7 * random_own(dim)
    matrix = piece_matrix(PIECES, own, make_vectors(WORDS))

    def mean_length(rows):
        return np.sqrt((rows**2).sum(axis=1).mean())

    assert mean_length(matrix[KNOWN]) == pytest.approx(mean_length(own[KNOWN]), rel=1e-5)


@pytest.mark.parametrize("pieces", [PIECES, ("京都", *PIECES[1:])])
def test_padding_is_zero(pieces):
    own = random_own(3)
    matrix = piece_matrix(pieces, own, make_vectors(WORDS))
    assert own[PAD_ID].all()
    assert not matrix[PAD_ID].any()
    assert matrix[1:].any(axis=1).all()


# Own vectors of which the word vectors are an exact linear image.
MIXED = np.array([[1.0, 1.0, 0.0], [0.0, 2.0, 0.0], [1.0, 0.0, -1.0]], np.float32)


def test_piece_that_is_no_word_is_mapped_as_the_words_are():
    own = np.zeros((7, 3), np.float32)
    own[KNOWN] = np.array(list(WORDS.values())) @ MIXED
    own[UNKNOWN] = np.array([0.5, -1.0, 2.0]) @ MIXED
    matrix = piece_matrix(PIECES, own, make_vectors(WORDS))
    # 電話 has the only part on the third axis: (0.5, -1, 2) = 0.5 京都 + 0.5 行く + 2.5 電話.
    expected = np.array([0.5, 0.5, 0.0, 2.5]) @ matrix[KNOWN]
    np.testing.assert_allclose(matrix[UNKNOWN], expected, atol=1e-5)
    assert np.abs(expected).max() > 1.0


def test_map_is_the_one_with_the_least_squared_error():
    # Own lengths 1 and 3 for words of length 1: both are stretched to √5, and the map m that fits
    # best is (1 · √5 + 3 · √5) / (1² + 3²) = 0.4 √5.
    own = np.array([[9.0], [0.0], [1.0], [3.0], [2.0]], np.float32)
    vectors = make_vectors({"京都": [1.0], "行く": [1.0]})
    matrix = piece_matrix(("<pad>", "<unk>", "京都", "行く", "京"), own, vectors)
    sign = np.sign(matrix[2])  # an axis may point either way
    expected = np.sqrt(5) * np.array([[0.0], [0.0], [1.0], [1.0], [0.8]])
    np.testing.assert_allclose(sign * matrix, expected, atol=1e-5)


def test_word_that_its_own_vectors_have_never_seen_has_a_vector():
    own = random_own(3)
    own[2] = 0.0
    matrix = piece_matrix(PIECES, own, make_vectors(WORDS))
    words = np.array(list(WORDS.values()))
    np.testing.assert_allclose(cosines(matrix[KNOWN])[0], words @ words[0], atol=1e-5)


def test_fewer_dimensions_keep_the_axes_of_largest_spread():
    # The columns are at right angles: they are the axes, their squares add up to 0.2, 3.1, 0.7.
    words = {
        "京都": [0.28, 0.96, 0.0],
        "行く": [-0.28, 0.96, 0.0],
        "東京": [0.0, 0.8, 0.6],
        "電話": [0.0, 0.8, -0.6],
    }
    own = np.zeros((7, 2), np.float32)
    own[KNOWN] = [[2.0, 0.0], [0.0, 2.0], [2.0, 0.0], [0.0, 2.0]]
    matrix = piece_matrix(PIECES, own, make_vectors(words))
    kept = np.array(list(words.values()))[:, 1:]
    kept *= np.sqrt(16 / (kept**2).sum())  # as long as `own`
    np.testing.assert_allclose(matrix[KNOWN] @ matrix[KNOWN].T, kept @ kept.T, atol=1e-5)
    np.testing.assert_allclose(matrix[2], matrix[3], atol=1e-6)


@pytest.mark.parametrize(
    ("dim", "words"), [(4, WORDS), (3, dict(list(WORDS.items())[:2])), (1, {"東": [1.0]})]
)
def test_too_few_words_for_the_dimensions_are_told(dim, words):
    with pytest.raises(TooFewWordVectorsError) as error:
        piece_matrix(PIECES, random_own(dim), make_vectors(words))
    known = sum(word in PIECES for word in words)
    assert error.value.received == {"dim": dim, "count": known}
