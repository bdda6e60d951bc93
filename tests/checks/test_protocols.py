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
)
from core.data.dataset import Split, prepare_split
from core.data.splits import fold_examples, split_examples
from core.stats.baselines import LinearBaseline
from core.stats.calibration import softmax
from core.types import Example
from tests.checks.own_process import OwnProcess
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
    assert OwnProcess.calls == (3, "spawn", module.use_one_thread)


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
