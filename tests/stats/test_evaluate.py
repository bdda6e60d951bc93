"""Figures against values worked out by hand; the interval knows what an article is."""

import json

import numpy as np
import pytest
from scipy.stats import beta

from core.errors import UnknownLabelError
from core.stats.evaluate import (
    accuracy_interval,
    evaluate,
    label_ids,
    most_frequent_label,
    report_to_json,
    stack_probabilities,
)
from core.types import Example, Prediction
from tests.fakes import make_tokenized

LABELS = ("グルメ", "京都", "スポーツ")
# true, predicted: グルメ 3 of 4 right, one taken for 京都; 京都 1 of 2; スポーツ never predicted.
PAIRS = [
    ("グルメ", "グルメ"),
    ("グルメ", "グルメ"),
    ("グルメ", "グルメ"),
    ("グルメ", "京都"),
    ("京都", "京都"),
    ("京都", "グルメ"),
    ("スポーツ", "グルメ"),
]


def _probabilities(predicted, *, confidence):
    """One row per predicted label: `confidence` for it, the rest in equal parts."""
    rest = (1 - confidence) / (len(LABELS) - 1)
    return np.array(
        [[confidence if name == label else rest for name in LABELS] for label in predicted]
    )


def _report(pairs, groups=None):
    groups = groups or [""] * len(pairs)
    examples = [
        Example(text="文", label=true, group=group)
        for (true, _), group in zip(pairs, groups, strict=True)
    ]
    predicted = [label for _, label in pairs]
    return evaluate(
        _probabilities(predicted, confidence=0.6),
        examples,
        raw_probabilities=_probabilities(predicted, confidence=0.9),
        labels=LABELS,
        majority_label="グルメ",
    )


def test_figures_by_hand():
    report = _report(PAIRS)
    assert report.num_examples == 7
    assert report.accuracy == pytest.approx(4 / 7)
    assert report.confusion.tolist() == [[3, 1, 0], [1, 1, 0], [1, 0, 0]]
    # F1: グルメ 2·3/(4+5), 京都 2·1/(2+2), スポーツ 0.
    assert report.macro_f1 == pytest.approx((6 / 9 + 1 / 2 + 0) / 3)
    assert report.majority_label == "グルメ"
    assert report.majority_baseline == pytest.approx(4 / 7)


def test_calibration_by_hand_before_and_after():
    report = _report(PAIRS)  # 4 of 7 right; the true label of the others has half of the rest
    assert report.ece_before == pytest.approx(0.9 - 4 / 7)
    assert report.ece_after == pytest.approx(0.6 - 4 / 7)
    assert report.nll_before == pytest.approx(-(4 * np.log(0.9) + 3 * np.log(0.05)) / 7)
    assert report.nll_after == pytest.approx(-(4 * np.log(0.6) + 3 * np.log(0.2)) / 7)
    # Right: 0.1² + 2 · 0.05²; wrong: 0.9² + 0.95² + 0.05².
    assert report.brier_before == pytest.approx((4 * 0.015 + 3 * 1.715) / 7)
    assert report.brier_after == pytest.approx((4 * 0.24 + 3 * 1.04) / 7)


def test_the_answer_is_that_of_the_calibrated_probabilities():
    report = evaluate(
        np.array([[0.1, 0.8, 0.1]]),
        [Example(text="文", label="京都")],
        raw_probabilities=np.array([[0.8, 0.1, 0.1]]),
        labels=LABELS,
        majority_label="グルメ",
    )
    assert report.accuracy == 1.0
    assert report.confusion.tolist() == [[0, 0, 0], [0, 1, 0], [0, 0, 0]]


def test_label_that_the_model_lacks_is_told():
    with pytest.raises(UnknownLabelError) as error:
        _report([("京都", "京都"), ("天気", "京都")])
    assert error.value.received == {"label": "天気", "labels": "グルメ, 京都, スポーツ"}


def test_label_ids_count_in_the_order_of_the_labels():
    examples = [Example(text="", label=label) for label in ("京都", "スポーツ", "グルメ", "京都")]
    assert label_ids(examples, LABELS).tolist() == [1, 2, 0, 1]


def test_probabilities_are_stacked_calibrated_first():
    predictions = [
        Prediction(
            tokenized=make_tokenized("あ"),
            labels=LABELS,
            probabilities=np.array([0.5, 0.25, 0.25]) * number,
            raw_probabilities=np.array([0.8, 0.1, 0.1]) * number,
            num_truncated=0,
        )
        for number in (1, 2)
    ]
    probabilities, raw_probabilities = stack_probabilities(predictions)
    assert probabilities.tolist() == [[0.5, 0.25, 0.25], [1.0, 0.5, 0.5]]
    assert raw_probabilities.tolist() == [[0.8, 0.1, 0.1], [1.6, 0.2, 0.2]]


def test_the_majority_baseline_is_of_these_examples():
    report = _report([("京都", "京都"), ("グルメ", "京都"), ("京都", "京都"), ("京都", "グルメ")])
    assert report.majority_baseline == 0.25
    assert report.accuracy == 0.5


def test_all_right():
    report = _report([(label, label) for label in LABELS] * 5)
    assert (report.accuracy, report.macro_f1) == (1.0, 1.0)
    # All of 15 independent rows: a share of which 15 are right in one of 40 samples.
    assert (report.low, report.high) == pytest.approx((0.025 ** (1 / 15), 1.0))
    assert report.confusion.tolist() == [[5, 0, 0], [0, 5, 0], [0, 0, 5]]


def test_the_interval_contains_the_accuracy():
    report = _report(PAIRS * 10)
    assert 0.0 < report.low < report.accuracy < report.high < 1.0


def test_the_interval_of_independent_examples_is_the_normal_one():
    right = np.arange(400) % 5 != 0  # 0.8
    low, high = accuracy_interval(right, [""] * 400)
    half = 1.96 * (0.8 * 0.2 / 400) ** 0.5
    assert low == pytest.approx(0.8 - half, abs=0.006)
    assert high == pytest.approx(0.8 + half, abs=0.006)


def test_sentences_that_are_right_or_wrong_together_widen_the_interval():
    right = np.repeat(np.arange(60) % 5 != 0, 10)  # 60 articles of 10 sentences
    groups = [f"A{number // 10}" for number in range(600)]
    low, high = accuracy_interval(right, groups)
    alone_low, alone_high = accuracy_interval(right, [""] * 600)
    # Ten equal sentences tell as much as one: √10 times as wide.
    assert (high - low) / (alone_high - alone_low) == pytest.approx(10**0.5, rel=0.1)


def test_articles_of_one_sentence_are_independent_examples():
    right = np.arange(50) % 3 != 0
    names = [f"A{number:02}" for number in range(50)]
    assert accuracy_interval(right, names) == accuracy_interval(right, [""] * 50)


def test_the_interval_is_always_the_same():
    right = np.arange(50) % 3 != 0
    assert accuracy_interval(right, [""] * 50) == accuracy_interval(right, [""] * 50)


def test_a_single_article_says_next_to_nothing_of_others():
    # One draw of which half was right; an article of 20 rows says as little as one of 2.
    low, high = accuracy_interval(np.array([True, False]), ["A", "A"])
    assert (low, high) == pytest.approx((beta.ppf(0.025, 0.5, 1.5), beta.ppf(0.975, 1.5, 0.5)))
    assert accuracy_interval(np.arange(20) % 2, ["A"] * 20) == pytest.approx((low, high))
    assert 0.0 < low < 0.001
    assert 0.999 < high < 1.0


def test_evaluate_counts_articles():
    pairs = [("京都", "京都")] * 10 + [("京都", "グルメ")] * 10
    groups = ["A"] * 10 + ["B"] * 10
    together = _report(pairs, groups)
    # One of two articles.
    assert (together.low, together.high) == pytest.approx((1 - 0.975**0.5, 0.975**0.5))
    alone = _report(pairs)
    assert 0.2 < alone.low < 0.5 < alone.high < 0.8


def test_no_examples_are_refused():
    with pytest.raises(ValueError, match="Received: none"):
        _report([])


def test_most_frequent_label():
    examples = [Example(text="", label=label) for label in ("京都", "グルメ", "グルメ")]
    assert most_frequent_label(examples) == "グルメ"


def test_the_report_as_json():
    values = report_to_json(_report(PAIRS))
    assert json.loads(json.dumps(values, allow_nan=False)) == values
    assert values["confusion"] == [[3, 1, 0], [1, 1, 0], [1, 0, 0]]
    assert values["labels"] == ["グルメ", "京都", "スポーツ"]
    assert values["reliability_after"] == [
        {
            "low": pytest.approx(9 / 15),
            "high": pytest.approx(10 / 15),
            "count": 7,
            "confidence": pytest.approx(0.6),
            "accuracy": pytest.approx(4 / 7),
        }
    ]
    assert set(values) == {
        "accuracy",
        "low",
        "high",
        "macro_f1",
        "majority_label",
        "majority_baseline",
        "num_examples",
        "ece_before",
        "ece_after",
        "nll_before",
        "nll_after",
        "brier_before",
        "brier_after",
        "reliability_before",
        "reliability_after",
        "labels",
        "confusion",
    }
