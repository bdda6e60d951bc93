"""Precision, recall and F1 of boundaries, against counts made by hand."""

import pytest

from core.training.units.boundaries import BoundaryScores, marked_boundaries, score_boundaries


def test_scores_count_over_all_texts_together():
    scores = score_boundaries([{1, 2, 3}, {5}], [{2, 3, 4, 6}, {5}])
    assert scores == BoundaryScores(
        num_texts=2, num_found=4, num_right=5, precision=0.75, recall=0.6, f1=2 / 3
    )


@pytest.mark.parametrize(("found", "right"), [([], []), ([set()], [{1}]), ([{1}], [set()])])
def test_nothing_found_or_nothing_right_gives_zero(found, right):
    scores = score_boundaries(found, right)
    assert (scores.precision, scores.recall, scores.f1) == (0, 0, 0)


def test_as_many_texts_are_needed():
    with pytest.raises(ValueError, match="zip"):
        score_boundaries([{1}], [])


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("", set()), ("京都", set()), ("京都へ|行く", {3}), ("a|b|c", {1, 2})],
)
def test_marks_are_counted_in_the_text_without_them(marked, expected):
    assert marked_boundaries(marked) == expected
