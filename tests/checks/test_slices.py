"""Slices: every judged row where it belongs, and no slice named the worst without reason."""

from dataclasses import replace

import numpy as np
import pytest

from core.batch.predict import BatchResult
from core.checks.metrics import measure_batch
from core.checks.slices import MIN_ROWS, looked_at, slice_batch, worst_slice
from tests.results import make_result


def make_rows(right, *, confidence=0.8, **changes) -> BatchResult:
    """Rows whose true label is 京都, predicted so where they are right."""
    confidences = np.broadcast_to(confidence, len(right)).tolist()
    answers = [
        ("京都" if one else "グルメ", sure) for one, sure in zip(right, confidences, strict=True)
    ]
    kept = {name: changes.pop(name) for name in ("texts", "groups") if name in changes}
    result = make_result(*answers, true_labels=["京都"] * len(right), **kept)
    return replace(result, **{name: np.array(values) for name, values in changes.items()})


def found(result, kind):
    return {one.name: one.rows.tolist() for one in slice_batch(result) if one.kind == kind}


def test_lengths_include_both_bounds():
    lengths = [1, 5, 6, 10, 11, 20, 21, 40, 41, 900]
    assert found(make_rows([True] * 10, num_tokens=lengths), "length") == {
        (1, 5): [0, 1],
        (6, 10): [2, 3],
        (11, 20): [4, 5],
        (21, 40): [6, 7],
        (41, None): [8, 9],
    }


def test_unknown_pieces_tags_and_confidence():
    result = make_rows(
        [True] * 4,
        confidence=[0.49, 0.5, 0.9, 1.0],
        num_unknown=[0, 2, 0, 1],
        texts=["［京都観光］寺", "［京都］寺", "寺", "寺［グルメ］"],
    )
    assert found(result, "unknown") == {False: [0, 2], True: [1, 3]}
    assert found(result, "tag") == {False: [1, 2, 3], True: [0]}
    assert found(result, "confidence") == {(0.0, 0.5): [0], (0.5, 0.7): [1], (0.9, 1.0): [2, 3]}


def test_articles_need_ten_rows():
    groups = ["A"] * 10 + ["B"] * 9 + [""] * 11
    result = make_rows([True] * 30, groups=groups)
    assert found(result, "article") == {"A": list(range(10))}


def test_the_first_slice_holds_all_judged_rows_and_no_other_does():
    result = make_result(
        ("京都", 0.9),
        None,
        ("グルメ", 0.9),
        ("京都", 0.9),
        true_labels=["京都", "京都", "京都", ""],
    )
    (whole,) = slice_batch(result)
    assert (whole.kind, whole.rows.tolist()) == ("all", [0, 2])
    assert whole.accuracy == measure_batch(result).accuracy
    assert whole.accuracy.value == 0.5


def test_the_interval_of_a_slice_is_drawn_over_articles_and_within_one_over_its_rows():
    # Two articles of 20: the one is all wrong, the other all right; both are half short.
    right = [False] * 20 + [True] * 20
    result = make_rows(right, groups=["A"] * 20 + ["B"] * 20, num_tokens=[3, 30] * 20)
    slices = {(one.kind, one.name): one.accuracy for one in slice_batch(result)}
    short = slices["length", (1, 5)]
    # One of two articles.
    assert (short.value, short.low, short.high) == pytest.approx((0.5, 1 - 0.975**0.5, 0.975**0.5))
    assert slices["article", "A"].high == pytest.approx(1 - 0.025 ** (1 / 20))  # none of 20 rows
    half = replace(result, groups=("A",) * 30 + ("B",) * 10)
    within = {(one.kind, one.name): one.accuracy for one in slice_batch(half)}["article", "A"]
    assert (within.value, within.low, within.high) == pytest.approx((1 / 3, 1 / 6, 0.5), abs=0.04)


def test_the_worst_slice_is_the_planted_one():
    # 30 long rows of 200, mostly wrong; the others are mostly right.
    right = [row % 10 > 0 for row in range(170)] + [row % 3 == 0 for row in range(30)]
    result = make_rows(right, num_tokens=[8] * 170 + [50] * 30)
    slices = slice_batch(result)
    worst = worst_slice(slices)
    assert (worst.kind, worst.name, worst.accuracy.value) == ("length", (41, None), 1 / 3)
    assert worst.accuracy.high < slices[0].accuracy.value
    assert {(one.kind, one.name) for one in looked_at(slices)} == {
        ("length", (6, 10)),
        ("length", (41, None)),
    }


@pytest.mark.parametrize(
    "lengths",
    [
        [50] * 19 + [8] * 181,  # all wrong, but too few rows
        [50] * 30 + [8] * 170,  # 0.80 beside 0.92: the interval holds the whole
    ],
)
def test_no_slice_is_named_where_chance_may_have_made_it(lengths):
    num_wrong = 19 if lengths[19] == 8 else 6
    right = [False] * num_wrong + [True] * (180 - num_wrong) + [False, True] * 10
    assert MIN_ROWS == 20
    assert worst_slice(slice_batch(make_rows(right, num_tokens=lengths))) is None


def test_low_confidence_is_shown_but_never_the_worst():
    right = [True] * 100 + [False] * 50
    slices = slice_batch(make_rows(right, confidence=[0.95] * 100 + [0.4] * 50))
    assert [one.accuracy.value for one in slices if one.kind == "confidence"] == [0.0, 1.0]
    assert worst_slice(slices) is None
