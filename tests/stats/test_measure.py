"""Figures against scikit-learn and against values worked out by hand."""

from math import isnan

import numpy as np
import pytest
from sklearn.metrics import precision_recall_fscore_support

from core.stats.evaluate import accuracy_interval
from core.stats.measure import measure

LABELS = ("グルメ", "京都", "スポーツ")


@pytest.fixture(scope="module")
def drawn():
    """200 rows of 40 articles, three of four right: numbers of true and predicted labels."""
    rng = np.random.default_rng(0)
    true = rng.integers(3, size=200)
    predicted = np.where(rng.random(200) < 0.75, true, rng.integers(3, size=200))
    return true, predicted, [f"A{row % 40:02}" for row in range(200)]


def test_figures_are_those_of_scikit_learn(drawn):
    true, predicted, groups = drawn
    metrics = measure(true, predicted, groups, labels=LABELS)
    wanted = precision_recall_fscore_support(true, predicted)
    for name, values in zip(("precision", "recall", "f1"), wanted, strict=False):
        found = [getattr(one, name).value for one in metrics.per_label]
        assert found == pytest.approx(values.tolist())
    assert [one.support for one in metrics.per_label] == wanted[3].tolist()
    assert metrics.macro_f1.value == pytest.approx(wanted[2].mean())
    assert metrics.accuracy.value == (true == predicted).mean()
    assert metrics.confusion.sum() == metrics.num_rows == 200
    assert metrics.confusion[0, 1] == ((true == 0) & (predicted == 1)).sum()


def test_intervals_hold_their_values_and_that_of_accuracy_is_the_one_of_evaluate(drawn):
    true, predicted, groups = drawn
    metrics = measure(true, predicted, groups, labels=LABELS)
    low, high = accuracy_interval(true == predicted, groups)
    assert (metrics.accuracy.low, metrics.accuracy.high) == pytest.approx((low, high))
    intervals = [metrics.accuracy, metrics.macro_f1]
    for one in metrics.per_label:
        intervals += [one.precision, one.recall, one.f1]
    assert all(0.5 < one.low < one.value < one.high < 1.0 for one in intervals)


def test_whole_articles_are_drawn():
    # Ten equal rows per article tell as much as one.
    true = np.zeros(400, int)
    predicted = np.repeat(np.arange(40) % 5 == 0, 10).astype(int)
    widths = []
    for groups in ([f"A{row // 10}" for row in range(400)], [""] * 400):
        recall = measure(true, predicted, groups, labels=LABELS).per_label[0].recall
        assert recall.value == 0.8
        widths.append(recall.high - recall.low)
    assert widths[0] / widths[1] == pytest.approx(10**0.5, rel=0.15)


def test_a_label_without_rows_has_no_figures_and_one_never_predicted_no_precision():
    # True: 2 グルメ, 2 京都, no スポーツ; predicted: 3 グルメ, 1 スポーツ, never 京都.
    metrics = measure(np.array([0, 0, 1, 1]), np.array([0, 0, 0, 2]), [""] * 4, labels=LABELS)
    food, kyoto, sports = metrics.per_label
    assert (food.precision.value, food.recall.value, food.f1.value) == pytest.approx(
        (2 / 3, 1, 0.8)
    )
    assert isnan(kyoto.precision.value)
    assert isnan(kyoto.precision.low)
    assert (kyoto.recall.value, kyoto.f1.value) == (0.0, 0.0)
    # None of two rows: a share of which two are wrong in one of 40 samples.
    assert (kyoto.recall.low, kyoto.recall.high) == pytest.approx((0.0, 1 - 0.025**0.5))
    assert sports.precision.value == 0.0  # the one answer of it was wrong
    assert sports.support == 0
    assert all(isnan(value) for value in (sports.recall.value, sports.f1.value, sports.f1.low))
    assert metrics.macro_f1.value == pytest.approx(0.4)  # of the two labels that have rows


def test_the_majority_is_that_of_these_rows():
    metrics = measure(np.array([1, 1, 1, 0]), np.array([0, 0, 1, 0]), [""] * 4, labels=LABELS)
    assert (metrics.majority_label, metrics.majority_baseline) == ("京都", 0.75)
    assert metrics.accuracy.value == 0.5


def test_no_rows_are_refused():
    with pytest.raises(ValueError, match="Received: none"):
        measure(np.array([], int), np.array([], int), [], labels=LABELS)
