"""Intervals of few rows and few articles: how often they hold the truth, and where they change."""

import json
from itertools import pairwise
from math import isnan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest, multinomial

from core.stats.evaluate import accuracy_interval
from core.stats.intervals import wilson_interval
from core.stats.measure import measure
from core.stats.shares import counted_interval, exact_interval, is_few, paired_interval
from core.stats.significance import compare_articles, compare_right, difference_interval

RATES = np.append(np.linspace(0.5, 1.0, 101), [0.991, 0.993, 0.997, 0.999])
LABELS = ("グルメ", "京都")
REPORT = Path(__file__).parents[2] / "models" / "default" / "report.json"


def rows_of(sizes, right):
    """Rows right or wrong and their articles, of articles with so many right ones of so many."""
    rows = [np.arange(size) < count for size, count in zip(sizes, right, strict=True)]
    return np.concatenate(rows), np.repeat([f"A{n:04}" for n in range(len(sizes))], sizes).tolist()


def held(ends, rate):
    """Which of some intervals hold a rate: bool, in the shape of the ends."""
    low, high = ends
    return (low <= rate + 1e-12) & (rate <= high + 1e-12)


def coverage_of_rows(size, intervals):
    """The chance, for every rate, that the interval of so many independent rows holds it."""
    ends = np.array([intervals(count, size) for count in range(size + 1)]).T  # (2, size + 1)
    counts = np.arange(size + 1)
    return [binom.pmf(counts, size, rate)[held(ends, rate)].sum() for rate in RATES]


def accuracy_of_rows(count, size):
    return accuracy_interval(np.arange(size) < count, [""] * size)


# Coverage: the binomial sum is no simulation, so these are exact.


@pytest.mark.parametrize("intervals", [accuracy_of_rows, counted_interval])
@pytest.mark.parametrize("size", range(1, 51))
def test_the_interval_of_up_to_50_rows_holds_the_truth(size, intervals):
    assert min(coverage_of_rows(size, intervals)) >= 0.95 - 1e-9


@pytest.mark.parametrize("size", [51, 60, 93, 108, 150])
def test_beyond_50_rows_the_bootstrap_loses_little(size):
    coverage = coverage_of_rows(size, accuracy_of_rows)
    assert min(coverage) >= 0.91
    assert np.mean(coverage) >= 0.95


def test_wilsons_interval_alone_would_not_do():
    assert min(coverage_of_rows(1, wilson_interval)) < 0.80
    assert min(coverage_of_rows(30, wilson_interval)) < 0.93


@pytest.mark.parametrize("num_articles", [2, 3, 5, 8, 12, 20, 24])
@pytest.mark.parametrize("alike", [0.0, 0.1, 0.3, 0.5])
def test_the_interval_of_few_articles_holds_the_truth(num_articles, alike):
    # Rows of an article with an intraclass correlation: its own rate is beta-distributed.
    rng = np.random.default_rng(0)
    for size in (2, 5, 10, 20):
        for rate in (0.5, 0.7, 0.9, 0.99):
            shape = (1000, num_articles)
            rates = np.full(shape, rate)
            if alike:
                rates = rng.beta(rate * (1 / alike - 1), (1 - rate) * (1 / alike - 1), size=shape)
            sizes = np.full(num_articles, float(size))
            ends = np.array([exact_interval(one, sizes) for one in rng.binomial(size, rates)]).T
            # Three standard errors of 1,000 samples below 0.93 at most.
            assert held(ends, rate).mean() >= 0.93 - 3 * (0.93 * 0.07 / 1000) ** 0.5


@pytest.mark.parametrize("size", [3, 5, 8, 20, 50])
def test_the_interval_of_few_pairs_holds_the_difference(size):
    pairs = [(a, b) for a in range(size + 1) for b in range(size + 1 - a)]
    drawn = np.zeros(0)
    ones = np.ones(size)
    ends = np.array(
        [
            paired_interval(np.arange(size) < a, np.arange(size) >= size - b, ones, drawn=drawn)
            for a, b in pairs
        ]
    ).T
    counts = np.array([(a, b, size - a - b) for a, b in pairs])
    for gain, loss in [
        (0, 0),
        (0, 0.05),
        (0.05, 0.1),
        (0.1, 0.3),
        (0.25, 0.25),
        (0.4, 0.4),
        (0, 0.9),
    ]:
        chances = multinomial.pmf(counts, size, [gain, loss, 1 - gain - loss])
        assert chances[held(ends, gain - loss)].sum() >= 0.93 - 0.01 * (size <= 5), (gain, loss)


# What a person sees


@pytest.mark.parametrize(("count", "size"), [(0, 1), (1, 1), (3, 3), (7, 10), (50, 50), (0, 5000)])
def test_few_independent_rows_have_the_exact_interval(count, size):
    expected = binomtest(count, size).proportion_ci(method="exact")
    assert accuracy_of_rows(count, size) == pytest.approx((expected.low, expected.high))
    assert counted_interval(count, size) == pytest.approx((expected.low, expected.high))


def test_many_cases_keep_wilsons_interval():
    assert counted_interval(106, 132) == wilson_interval(106, 132)
    assert all(isnan(end) for end in counted_interval(0, 0))


@pytest.mark.parametrize("num_articles", [1, 2, 7, 30])
def test_articles_that_are_all_right_count_as_one_row_each(num_articles):
    low, high = accuracy_interval(*rows_of([10] * num_articles, [10] * num_articles))
    assert (low, high) == pytest.approx((0.025 ** (1 / num_articles), 1.0))


def test_one_error_makes_no_leap():
    # 10 articles of 10 rows: every error more moves the interval by little, and downwards.
    ends = [accuracy_interval(*rows_of([10] * 10, [10] * 9 + [10 - wrong])) for wrong in range(4)]
    lows = [low for low, _ in ends]
    assert max(abs(one - other) for one, other in pairwise(lows)) < 0.13
    assert all(one > other for (_, one), (_, other) in pairwise(ends))


def test_small_articles_of_unequal_size_are_worth_fewer():
    # One article of 90 rows and nine of one: hardly more than the one.
    low, _ = accuracy_interval(*rows_of([91] + [1] * 9, [91] + [1] * 9))
    assert low == pytest.approx(0.025 ** ((91**2 + 9) / 100**2), abs=0.02)


@given(
    st.lists(st.tuples(st.integers(1, 30), st.floats(0, 1)), min_size=1, max_size=40),
    st.booleans(),
)
def test_no_interval_is_empty_or_misses_its_value(articles, named):
    sizes = [size for size, _ in articles]
    right, groups = rows_of(sizes, [round(size * share) for size, share in articles])
    low, high = accuracy_interval(right, groups if named else [""] * len(right))
    assert 0.0 <= low <= right.mean() <= high <= 1.0
    assert low < high
    # Turned round: the share of wrong answers has the same interval from the other side.
    assert accuracy_interval(~right, groups if named else [""] * len(right)) == pytest.approx(
        (1 - high, 1 - low), abs=1e-9
    )


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_difference_is_never_certain(size, gains, losses):
    gains = min(gains, size)
    losses = min(losses, size - gains)
    first, second = np.arange(size) < gains, np.arange(size) >= size - losses
    difference = compare_right(first, second, [""] * size)
    assert -1.0 <= difference.low <= difference.value <= difference.high <= 1.0
    assert difference.low < difference.high


def test_differences_of_shares_have_the_interval_of_their_pairs():
    # Half a point counts half; all of one article of three.
    low, high = difference_interval(np.array([0.5, 0.5, 0.0, -1.0]), ["", "", "", ""])
    gains, losses = np.array([0.5, 0.5, 0, 0]), np.array([0, 0, 0, 1.0])
    assert (low, high) == paired_interval(gains, losses, np.ones(4), drawn=np.zeros(0))
    assert low < 0.0 < high


def test_few_articles_leave_a_difference_of_protocols_open():
    sizes = [10] * 5
    difference = compare_articles(sizes, [10] * 5, sizes, [5] * 5)
    assert difference.value == 0.5
    # The sign test, too, does not believe five articles.
    assert difference.low < 0.0 < 0.7 < difference.high
    assert difference.within_noise


def test_all_figures_of_few_rows_keep_their_doubt():
    ids = np.array([0, 0, 1, 1, 1])
    metrics = measure(ids, ids, [""] * 5, labels=LABELS)
    assert metrics.accuracy.low == pytest.approx(0.025 ** (1 / 5))
    food = metrics.per_label[0]
    assert (food.precision.low, food.recall.low) == pytest.approx((0.025**0.5, 0.025**0.5))
    # F1 = 2 j / (1 + j) of the share j of the rows that are either.
    assert food.f1.low == pytest.approx(2 * 0.025**0.5 / (1 + 0.025**0.5))
    distances = [1 - one.f1.low for one in metrics.per_label]
    assert metrics.macro_f1.low == pytest.approx(
        1 - min(sum(distances), (2 * sum(one**2 for one in distances)) ** 0.5) / 2
    )
    assert metrics.macro_f1.high == 1.0


def test_a_rare_label_among_many_rows_keeps_its_doubt():
    # 1,000 rows, 30 % wrong; of 京都 there are two, both right.
    true = np.array([0] * 998 + [1] * 2)
    predicted = np.where(np.arange(1000) % 10 < 3, 1, 0)
    predicted[-2:] = 1
    metrics = measure(true, predicted, [""] * 1000, labels=LABELS)
    assert metrics.per_label[1].recall.low == pytest.approx(0.025**0.5)
    assert 0.6 < metrics.accuracy.low < 0.7 < metrics.accuracy.high < 0.8


# Where the bootstrap begins


@pytest.mark.parametrize("share", [0.5, 0.6, 0.7, 0.8])
def test_the_interval_does_not_jump_where_the_bootstrap_begins(share):
    widths = []
    for size in (50, 60):
        right = np.arange(size) < round(share * size)
        assert is_few(right, np.ones(size)) == (size == 50)
        low, high = accuracy_interval(right, [""] * size)
        widths.append((high - low) * size**0.5)
    # Of the same share, at the scale of one row: the exact one is the wider by so much at most.
    assert 1.0 < widths[0] / widths[1] < 1.2


def test_the_interval_does_not_jump_from_24_to_26_articles():
    widths = []
    for num_articles in (24, 26):
        right, groups = rows_of([10] * num_articles, [9, 5] * (num_articles // 2))
        low, high = accuracy_interval(right, groups)
        widths.append((high - low) * num_articles**0.5)
    assert 1.0 < widths[0] / widths[1] < 1.2


def test_published_figures_stay():
    protocols = json.loads(REPORT.read_text("utf-8"))["protocols"]
    measured = {name: record for name, record in protocols.items() if "articles" in record}
    assert len(measured) == 5
    for record in measured.values():
        articles = record["articles"]
        assert not is_few(np.array(articles["right"]), np.array(articles["sizes"]))
        ends = accuracy_interval(*rows_of(articles["sizes"], articles["right"]))
        assert ends == pytest.approx((record["low"], record["high"]), abs=1e-12)
    first, second = (protocols[name]["articles"] for name in ("random_untagged", "grouped"))
    difference = compare_articles(first["sizes"], first["right"], second["sizes"], second["right"])
    # docs/accuracy.md
    assert (difference.low, difference.high) == pytest.approx((0.033, 0.074), abs=0.0005)
