"""Ten folds to one figure: nothing is asked of a network that has learnt it."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from core.checks import protocols as module
from core.checks.protocols import (
    FOLD_PROTOCOLS,
    Answers,
    Recipe,
    answer_fold,
    ask_model,
    cross_validate,
    pool_documents,
    protocol_record,
)
from core.data.dataset import Split, prepare_split
from core.data.splits import fold_examples, split_examples
from core.stats.baselines import LinearBaseline
from core.stats.calibration import softmax
from core.stats.evaluate import accuracy_interval
from core.types import Example
from tests.fakes import make_model_config, make_train_config

pytestmark = pytest.mark.slow

LABELS = ("グルメ", "スポーツ", "京都", "携帯電話")


@pytest.fixture(scope="module")
def recipe(embeddings_folder):
    return Recipe(
        model=make_model_config(labels=LABELS, embedding_dim=16, sequence_length=64),
        # One batch: a graph is built for every size.
        train=make_train_config(batch_size=256, learning_rate=0.01),
        embeddings=embeddings_folder,
        encoder=None,
    )


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


@pytest.fixture(scope="module")
def fold(samples):
    """The first of ten, with its topic tags."""
    return fold_examples(samples, protocol="random", seed=0)[0]


@pytest.fixture(scope="module")
def answered(fold, recipe):
    """What `answer_fold` says of the fold in this process: a training, so tests share it."""
    return answer_fold(fold, replace(recipe, train=replace(recipe.train, keep_tags=True)))


def test_fold_is_answered_in_the_order_of_its_test_part(fold, answered):
    split, answers = fold, answered
    assert answers.examples == split.test
    assert answers.probabilities.shape == answers.raw_probabilities.shape == (len(split.test), 4)
    np.testing.assert_allclose(answers.probabilities.sum(axis=1), 1.0)
    # One temperature between the two kinds of probabilities: ln p / ln q is a constant of a fold.
    raw, calibrated = (
        np.log(p) - np.log(p).mean(axis=1, keepdims=True)
        for p in (answers.raw_probabilities, answers.probabilities)
    )
    temperature = (raw / calibrated).ravel()
    np.testing.assert_allclose(temperature, np.median(temperature), rtol=1e-3)
    assert abs(np.median(temperature) - 1) > 1e-3


def test_baselines_learn_from_train_and_validation(samples, recipe):
    split = split_examples(samples, protocol="random", seed=0)
    # 携帯電話 stands in the validation part only, and there it is what there is most of.
    split = Split(
        train=tuple(e for e in split.train if e.label != "携帯電話")[:60],
        validation=tuple(e for e in split.train if e.label == "携帯電話")[:30] + split.validation,
        test=split.test,
    )
    answers = ask_model(
        np.full((3, 4), 0.25),
        np.full((3, 4), 0.25),
        samples[:3],
        learnt=split,
        labels=LABELS,
    )
    linear = LinearBaseline(split.train + split.validation, LABELS)
    expected = linear.scores([example.text for example in samples[:3]])
    np.testing.assert_allclose(answers.linear_scores, expected, atol=1e-3)  # as far as it converges
    counts = Counter(example.label for example in split.train + split.validation)
    assert answers.majority == (counts.most_common(1)[0][0],) * 3


def test_answers_of_a_finished_model_are_kept_as_they_are(samples):
    split = split_examples(samples, protocol="random", seed=0)
    asked = [Example(text=f"今日の話題{number}", label="京都") for number in range(2)]
    probabilities = np.array([[0.1, 0.2, 0.3, 0.4], [0.4, 0.3, 0.2, 0.1]])
    raw_probabilities = probabilities[::-1].copy()
    answers = ask_model(probabilities, raw_probabilities, asked, learnt=split, labels=LABELS)
    assert answers.examples == tuple(asked)
    assert answers.probabilities.tolist() == probabilities.tolist()
    assert answers.raw_probabilities.tolist() == raw_probabilities.tolist()
    assert answers.linear_scores.shape == (2, 4)


class OwnProcess:
    """Stands in for the pool of processes: does the work here, and tells how it was asked."""

    asked: tuple

    def __init__(self, workers, *, mp_context, initializer):
        OwnProcess.asked = (workers, mp_context.get_start_method(), initializer)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def map(self, work, *arguments):
        return map(work, *arguments)


@pytest.fixture
def folds(monkeypatch):
    """What `answer_fold` was asked, instead of a training."""
    asked = []

    def note(split, recipe):
        asked.append((split, recipe))
        number = len(asked)
        size = len(split.test)
        return Answers(
            examples=split.test,
            probabilities=softmax(np.full((size, 4), float(number))) * number,
            raw_probabilities=np.full((size, 4), -float(number)),
            linear_scores=np.full((size, 4), 10.0 * number),
            majority=(f"{number}",) * size,
        )

    monkeypatch.setattr(module, "ProcessPoolExecutor", OwnProcess)
    monkeypatch.setattr(module, "answer_fold", note)
    return asked


def articles():
    """40 articles of 3 sentences, the first of each with its topic tag."""
    return tuple(
        Example(
            text=f"［{label}］" * (number == 0) + f"{label}の{article}の{number}",
            label=label,
            group=f"{label}{article}",
        )
        for label in ("グルメ", "スポーツ")
        for article in range(20)
        for number in range(3)
    )


@pytest.mark.parametrize("protocol", ["random", "grouped"])
def test_no_network_has_learnt_what_it_is_asked(folds, recipe, protocol):
    examples = articles()
    answers = cross_validate(examples, recipe, protocol=protocol, workers=1)
    assert len(folds) == 10
    for split, _ in folds:
        tested = {example.text for example in split.test}
        assert tested.isdisjoint(example.text for example in split.train + split.validation)
    assert Counter(e.group for e in answers.examples) == Counter(e.group for e in examples)


@pytest.mark.parametrize("protocol", FOLD_PROTOCOLS)
def test_folds_are_those_of_the_splits_with_or_without_topic_tags(folds, recipe, protocol):
    examples = articles()
    cross_validate(examples, recipe, protocol=protocol, workers=1)
    keep_tags = protocol in ("random", "grouped_tagged")
    way = "random" if protocol.startswith("random") else "grouped"
    expected = fold_examples(examples, protocol=way, seed=0)
    assert [split for split, _ in folds] == [
        prepare_split(split, keep_tags=keep_tags) for split in expected
    ]
    tagged = [e for split, _ in folds for e in split.test if e.text.startswith("［")]
    assert len(tagged) == (40 if keep_tags else 0)
    wanted = replace(recipe, train=replace(recipe.train, keep_tags=keep_tags))
    assert [asked for _, asked in folds] == [wanted] * 10


def test_articles_stay_whole_where_they_are_to(folds, recipe):
    cross_validate(articles(), recipe, protocol="grouped", workers=1)
    for split, _ in folds:
        tested = {example.group for example in split.test}
        assert tested.isdisjoint(example.group for example in split.train + split.validation)


def test_answers_of_the_folds_are_joined_row_by_row(folds, recipe):
    answers = cross_validate(articles(), recipe, protocol="random", workers=1)
    numbers = [number for number, (split, _) in enumerate(folds, 1) for _ in split.test]
    tested = [example for split, _ in folds for example in split.test]
    assert list(answers.examples) == tested
    assert answers.probabilities[:, 0].tolist() == [0.25 * number for number in numbers]
    assert answers.raw_probabilities[:, 1].tolist() == [-number for number in numbers]
    assert answers.linear_scores[:, 2].tolist() == [10 * number for number in numbers]
    assert answers.majority == tuple(map(str, numbers))


def test_folds_are_told_and_run_in_fresh_processes_of_one_thread(folds, recipe):
    told = []
    cross_validate(
        articles(), recipe, protocol="random", workers=3, on_fold=lambda *step: told.append(step)
    )
    assert told == [(number, 10) for number in range(1, 11)]
    assert OwnProcess.asked == (3, "spawn", module.use_one_thread)


def test_another_process_gives_the_answers_of_this_one(
    monkeypatch, samples, recipe, fold, answered
):
    # Trained for real, in a process of its own: no more than one fold, it takes seconds.
    monkeypatch.setattr(module, "fold_examples", lambda *examples, **options: [fold])
    answers = cross_validate(samples, recipe, protocol="random", workers=1)
    assert answers.examples == fold.test
    # Another number of threads adds up in another order.
    np.testing.assert_allclose(answers.raw_probabilities, answered.raw_probabilities, atol=2e-3)
    np.testing.assert_allclose(answers.linear_scores, answered.linear_scores, atol=1e-3)
    assert answers.majority == answered.majority
