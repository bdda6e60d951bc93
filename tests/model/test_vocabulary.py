"""Search, neighbours and the map of a vocabulary whose vectors are known."""

import numpy as np
import pytest

from core.model.vocabulary import Vocabulary

PIECES = ("<pad>", "<unk>", "うどん", "冷やしうどん", "うどん屋", "そば", "携帯")
MATRIX = np.array(
    [[0, 0], [4, 0], [2, 0], [0, 3], [1, 1], [3, 1], [-1, 0]],
    dtype=np.float32,
)  # (V, 2)


@pytest.fixture
def vocabulary():
    return Vocabulary(PIECES, MATRIX)


def test_search_gives_the_same_then_what_begins_with_it_then_the_rest(vocabulary):
    assert vocabulary.search("うどん") == (2, 4, 3)
    # Half-width kana and blanks become what the pieces are written in.
    assert Vocabulary(("ゴム", "ム"), MATRIX[:2]).search(" ｺﾞﾑ ") == (0,)
    assert vocabulary.search("　") == ()
    # And what the texts are read without, or in the other of two spellings.
    assert vocabulary.search("う\u200bど\u00adん\ufeff") == (2, 4, 3)
    assert vocabulary.search("\u200b") == ()
    assert Vocabulary(("〜〜", "−"), MATRIX[:2]).search("～") == (0,)
    assert Vocabulary(("〜〜", "−"), MATRIX[:2]).search("－") == (1,)


def test_neighbours_are_the_largest_cosines_without_the_marks(vocabulary):
    # <unk> points exactly the same way.
    assert vocabulary.neighbours(2, 2) == (
        ("そば", pytest.approx(3 / np.sqrt(10))),
        ("うどん屋", pytest.approx(np.sqrt(0.5))),
    )
    assert vocabulary.neighbours(2, 99)[-1] == ("携帯", -1.0)
    assert [vocabulary.rank(2, other) for other in (5, 4, 3, 6)] == [1, 2, 3, 4]


def test_the_zero_vector_has_no_direction(vocabulary):
    assert vocabulary.cosines(0).tolist() == [0.0] * 7
    assert vocabulary.cosines(2)[0] == 0.0


def test_every_piece_needs_a_vector():
    with pytest.raises(ValueError, match="Received: 7 pieces, 3 rows"):
        Vocabulary(PIECES, MATRIX[:3])


def test_the_map_keeps_distances_of_what_lies_on_a_plane():
    rng = np.random.default_rng(0)
    flat = rng.normal(size=(8, 2))
    axes = np.linalg.qr(rng.normal(size=(5, 2)))[0].T  # (2, 5)
    points, share = Vocabulary(tuple("abcdefgh"), flat @ axes + 7).pca_map(range(8))
    between = np.linalg.norm(points[:, None] - points[None], axis=2)
    assert between == pytest.approx(np.linalg.norm(flat[:, None] - flat[None], axis=2))
    assert share == pytest.approx(1.0)
    assert points[:, 0].var() > points[:, 1].var()


def test_the_share_is_that_of_the_two_largest_variances():
    # Three directions at right angles with variances 9 : 4 : 1.
    matrix = np.array([[3, 0, 0], [-3, 0, 0], [0, 2, 0], [0, -2, 0], [0, 0, 1], [0, 0, -1]])
    points, share = Vocabulary(tuple("abcdef"), matrix).pca_map(range(6))
    assert share == pytest.approx(13 / 14)
    assert np.abs(points[0]).tolist() == pytest.approx([3, 0])
    assert Vocabulary(("a",), np.ones((1, 3))).pca_map([0])[1] == 1.0
