"""Two models on the same rows: counts, figures and order are those that one counts by hand."""

import pytest

from core.checks.models import compare_results
from tests.results import make_result

FOOD, PHONE, KYOTO, SPORTS = "グルメ", "携帯電話", "京都", "スポーツ"
TRUE = (FOOD, FOOD, KYOTO, KYOTO, PHONE, "", "寺", FOOD)
FIRST = make_result(
    (FOOD, 0.9), (FOOD, 0.6), (FOOD, 0.8), (FOOD, 0.5), (KYOTO, 0.7), (FOOD, 0.9), (KYOTO, 0.9), None,
    true_labels=TRUE,
)  # fmt: skip
# The same labels in another order: they are told apart by their names.
SECOND = make_result(
    (FOOD, 0.9), (KYOTO, 0.7), (KYOTO, 0.9), (SPORTS, 0.6), (KYOTO, 0.4), (KYOTO, 0.95),
    (FOOD, 0.3), (FOOD, 0.9),
    true_labels=TRUE,
    labels=(SPORTS, KYOTO, FOOD, PHONE),
)  # fmt: skip


def test_every_judged_row_is_counted_where_it_belongs():
    duel = compare_results(FIRST, SECOND)
    assert duel.judged.tolist() == [True] * 5 + [False] * 3
    assert (duel.both, duel.only_first, duel.only_second, duel.neither) == (
        (0,),
        (1,),
        (2,),
        (3, 4),
    )


def test_the_rows_that_differ_come_surest_first_whether_judged_or_not():
    # The smaller confidences: row 1 0.6, row 2 0.8, row 3 0.5, row 5 0.9, row 6 0.3; row 7 failed.
    assert compare_results(FIRST, SECOND).differing == (5, 2, 1, 3, 6)


def test_figures_are_those_of_the_judged_rows():
    duel = compare_results(FIRST, SECOND)
    assert (duel.first_accuracy.value, duel.second_accuracy.value) == (0.4, 0.4)
    difference = duel.difference
    assert (difference.value, difference.only_first, difference.only_second) == (0.0, 1, 1)
    assert (difference.p_value, difference.within_noise) == (1.0, True)


def test_a_model_that_is_right_far_more_often_is_told_from_chance():
    true = [FOOD] * 40
    worse = make_result(*[(FOOD, 0.9)] * 10, *[(KYOTO, 0.9)] * 30, true_labels=true)
    better = make_result(*[(FOOD, 0.9)] * 40, true_labels=true)
    difference = compare_results(worse, better).difference
    assert difference.value == -0.75
    assert difference.p_value == pytest.approx(2 * 0.5**30)
    assert not difference.within_noise


def test_rows_without_labels_are_compared_and_not_judged():
    duel = compare_results(make_result((FOOD, 0.9)), make_result((KYOTO, 0.8)))
    assert duel.differing == (0,)
    assert (duel.first_accuracy, duel.second_accuracy, duel.difference) == (None, None, None)


def test_labels_that_only_one_model_has_are_named_and_their_rows_not_judged():
    first = make_result((FOOD, 0.9), (FOOD, 0.9), true_labels=(FOOD, "寺"))
    second = make_result((FOOD, 0.9), ("寺", 0.8), true_labels=(FOOD, "寺"), labels=(FOOD, "寺"))
    duel = compare_results(first, second)
    assert duel.own_labels == ((PHONE, KYOTO, SPORTS), ("寺",))
    assert duel.judged.tolist() == [True, False]
    assert duel.differing == (1,)


def test_other_rows_are_refused():
    with pytest.raises(ValueError, match="same rows"):
        compare_results(make_result((FOOD, 0.9)), make_result((FOOD, 0.9), texts=("別の文",)))
