"""The answers of the folds: pooled by article, and as the figures that are stored."""

from dataclasses import replace

import numpy as np
import pytest

from core.checks.protocols import Answers, pool_documents, protocol_record
from core.stats.evaluate import accuracy_interval
from core.types import Example

pytestmark = pytest.mark.slow


def make_answers(rows, *, groups=None, labels=None, majority="グルメ"):
    """Answers whose calibrated probabilities are `rows`; the raw ones are the same turned round."""
    probabilities = np.array(rows, float)
    groups = groups or [f"A{number}" for number in range(len(rows))]
    labels = labels or ["グルメ"] * len(rows)
    return Answers(
        examples=tuple(
            Example(text=f"文{number}", label=label, group=group)
            for number, (label, group) in enumerate(zip(labels, groups, strict=True))
        ),
        probabilities=probabilities,
        raw_probabilities=probabilities[:, ::-1],
        linear_scores=probabilities - 1.0,
        majority=(majority,) * len(rows),
    )


def test_article_is_the_geometric_mean_of_its_sentences():
    pooled = pool_documents(make_answers([[0.8, 0.2], [0.2, 0.8], [0.9, 0.1]], groups=["A"] * 3))
    # √³(0.8·0.2·0.9) : √³(0.2·0.8·0.1) = √³9 : 1
    ratio = 9 ** (1 / 3)
    np.testing.assert_allclose(pooled.probabilities, [[ratio / (1 + ratio), 1 / (1 + ratio)]])
    np.testing.assert_allclose(pooled.raw_probabilities, [[1 / (1 + ratio), ratio / (1 + ratio)]])


def test_linear_scores_of_an_article_are_averaged():
    answers = make_answers([[0.5, 0.5]] * 3, groups=["A", "B", "A"])
    answers = replace(answers, linear_scores=np.array([[1.0, -1.0], [5.0, 5.0], [-2.0, 3.0]]))
    assert pool_documents(answers).linear_scores.tolist() == [[-0.5, 1.0], [5.0, 5.0]]


def test_every_article_gives_one_answer_with_its_label_and_its_folds_majority():
    answers = make_answers(
        [[0.8, 0.2]] * 4, groups=["A", "B", "A", "C"], labels=["京都", "グルメ", "京都", "スポーツ"]
    )
    answers = replace(answers, majority=("グルメ", "京都", "グルメ", "京都"))
    pooled = pool_documents(answers)
    assert [(e.group, e.label) for e in pooled.examples] == [
        ("A", "京都"),
        ("B", "グルメ"),
        ("C", "スポーツ"),
    ]
    assert pooled.majority == ("グルメ", "京都", "京都")


def test_article_of_one_sentence_keeps_its_probabilities():
    rows = [[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]]
    np.testing.assert_allclose(pool_documents(make_answers(rows)).probabilities, rows)


def test_one_sentence_that_is_certain_does_not_make_the_others_nothing():
    pooled = pool_documents(make_answers([[1.0, 0.0], [0.5, 0.5]], groups=["A", "A"]))
    assert np.isfinite(pooled.probabilities).all()
    assert pooled.probabilities.sum() == pytest.approx(1.0)
    assert pooled.probabilities[0, 1] == pytest.approx(1e-6, rel=1e-3)


# Right: 1st, 2nd and 4th. The linear baseline: 2nd, 3rd. The majority: 1st, 3rd, 4th.
RECORDED = Answers(
    examples=(
        Example(text="一", label="グルメ", group="A"),
        Example(text="二", label="京都", group="A"),
        Example(text="三", label="グルメ", group="B"),
        Example(text="四", label="京都", group="C"),
    ),
    probabilities=np.array([[0.6, 0.4], [0.1, 0.9], [0.3, 0.7], [0.2, 0.8]]),
    raw_probabilities=np.array([[0.7, 0.3], [0.01, 0.99], [0.2, 0.8], [0.1, 0.9]]),
    linear_scores=np.array([[-1.0, 1.0], [-np.inf, 0.0], [0.5, -0.5], [2.0, 1.0]]),
    majority=("グルメ", "グルメ", "グルメ", "京都"),
)


def make_record(answers=RECORDED, labels=("グルメ", "京都")):
    return protocol_record(answers, labels, folds=10)


def test_record_by_hand():
    record = make_record()
    right = np.array([True, True, False, True])
    low, high = accuracy_interval(right, ["A", "A", "B", "C"])
    assert record["accuracy"] == 0.75
    assert (record["low"], record["high"]) == (low, high)
    assert record["macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert record["linear_baseline"] == 0.5
    assert record["majority_baseline"] == 0.75
    assert record["confusion"] == [[1, 1], [0, 2]]
    assert record["nll_after"] == pytest.approx(-np.log([0.6, 0.9, 0.3, 0.8]).mean())
    assert record["nll_before"] == pytest.approx(-np.log([0.7, 0.99, 0.2, 0.9]).mean())
    assert record["ece_after"] == pytest.approx((0.4 + 0.1 + 0.7 + 0.2) / 4)
    assert (record["folds"], record["num_examples"]) == (10, 4)


def test_record_has_the_keys_of_the_report():
    assert set(make_record()) == {
        "accuracy",
        "low",
        "high",
        "macro_f1",
        "linear_baseline",
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
        "articles",
        "folds",
    }


def test_the_record_counts_the_right_answers_of_every_article_in_the_order_of_their_names():
    examples = tuple(
        replace(e, group=name)
        for e, name in zip(RECORDED.examples, ("B", "C", "A", "B"), strict=True)
    )
    record = make_record(replace(RECORDED, examples=examples))
    assert record["articles"] == {"sizes": [1, 2, 1], "right": [0, 2, 1]}


def test_without_names_there_are_no_articles_to_count():
    examples = (replace(RECORDED.examples[0], group=""), *RECORDED.examples[1:])
    assert "articles" not in make_record(replace(RECORDED, examples=examples))


def test_record_of_articles_is_made_of_the_pooled_answers():
    record = make_record(pool_documents(replace(RECORDED, examples=same_labels(RECORDED.examples))))
    assert record["num_examples"] == 3


def same_labels(examples):
    return tuple(replace(e, label="グルメ" if e.group == "A" else e.label) for e in examples)
