"""The protocols: what is learnt, what is asked, and how ten folds become one figure.

random           sentences, ten folds sentence by sentence, topic tags kept (as the article splits)
random_untagged  the same, topic tags removed
grouped_tagged   sentences, ten folds that keep every article whole, topic tags kept
grouped          the same, topic tags removed
documents        the answers of `grouped`, pooled to one decision per article
topics_today     sentences of today, asked of a finished model

In every fold the network learns from the train part, its epoch and its temperature are chosen on
the validation part, and the test part is read once. The linear baseline chooses nothing and learns
from both.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from core.data.dataset import Split, prepare_split
from core.data.splits import NUM_FOLDS, fold_examples
from core.model.config import ModelConfig, TrainConfig
from core.stats.baselines import LinearBaseline
from core.stats.calibration import calibrate, fit_temperature, pool_probabilities, softmax
from core.stats.evaluate import evaluate, label_ids, most_frequent_label, report_to_json
from core.training.embeddings import load_embeddings
from core.training.fit import fit_network, network_logits, use_one_thread
from core.types import Example

# Each protocol that trains: how the folds are made, and whether the topic tags stay.
FOLD_PROTOCOLS = {
    "random": ("random", True),
    "random_untagged": ("random", False),
    "grouped_tagged": ("grouped", True),
    "grouped": ("grouped", False),
}
_SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How the network of one fold is made.

    Attributes:
        encoder: folder of the pretrained layers, or None.
    """

    model: ModelConfig
    train: TrainConfig
    embeddings: Path
    encoder: Path | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """What a network and the baselines say about examples that none of them has learnt.

    Attributes:
        raw_probabilities, probabilities: (N, C), before and after the calibration.
        linear_scores: (N, C) of the linear baseline, the largest is its answer.
        majority: (N,) the most frequent label of what was learnt.
    """

    examples: tuple[Example, ...]
    raw_probabilities: np.ndarray
    probabilities: np.ndarray
    linear_scores: np.ndarray
    majority: tuple[str, ...]


def cross_validate(
    examples: Sequence[Example],
    recipe: Recipe,
    *,
    protocol: str,
    workers: int,
    on_fold: Callable[[int, int], None] = lambda done, total: None,
) -> Answers:
    """Train ten networks and ask each about the tenth of the examples it has not seen.

    Args:
        examples: with their topic tags.
        protocol: a key of `FOLD_PROTOCOLS`.
        workers: how many networks are trained at the same time, each on one core.
    """
    way, keep_tags = FOLD_PROTOCOLS[protocol]
    splits = [
        prepare_split(split, keep_tags=keep_tags)
        for split in fold_examples(examples, protocol=way, seed=_SEED)
    ]
    recipe = replace(recipe, train=replace(recipe.train, keep_tags=keep_tags))
    folds = []
    # "spawn": TensorFlow does not survive a fork.
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=use_one_thread
    ) as pool:
        for answers in pool.map(answer_fold, splits, [recipe] * NUM_FOLDS):
            folds.append(answers)
            on_fold(len(folds), NUM_FOLDS)
    return Answers(
        examples=tuple(example for fold in folds for example in fold.examples),
        raw_probabilities=np.concatenate([fold.raw_probabilities for fold in folds]),
        probabilities=np.concatenate([fold.probabilities for fold in folds]),
        linear_scores=np.concatenate([fold.linear_scores for fold in folds]),
        majority=tuple(label for fold in folds for label in fold.majority),
    )


def answer_fold(split: Split, recipe: Recipe) -> Answers:
    """Train one network on a split and ask it about the test part."""
    embeddings = load_embeddings(recipe.embeddings)
    labels = recipe.model.labels
    network, _ = fit_network(
        split, embeddings, model=recipe.model, train=recipe.train, encoder=recipe.encoder
    )

    def logits(part: Sequence[Example]) -> np.ndarray:
        return network_logits(network, embeddings.tokenizer, part, recipe.model)

    temperature = fit_temperature(logits(split.validation), label_ids(split.validation, labels))
    test_logits = logits(split.test)
    return _beside_baselines(
        split,
        labels,
        raw_probabilities=softmax(test_logits),
        probabilities=calibrate(test_logits, temperature),
    )


def _beside_baselines(
    split: Split,
    labels: Sequence[str],
    *,
    raw_probabilities: np.ndarray,
    probabilities: np.ndarray,
) -> Answers:
    """Set answers for the test part beside those of baselines that learn from the other two."""
    learnt = split.train + split.validation
    linear = LinearBaseline(learnt, labels)
    return Answers(
        examples=split.test,
        raw_probabilities=raw_probabilities,
        probabilities=probabilities,
        linear_scores=linear.scores([example.text for example in split.test]),
        majority=(most_frequent_label(learnt),) * len(split.test),
    )


def ask_model(
    probabilities: np.ndarray,
    raw_probabilities: np.ndarray,
    examples: Sequence[Example],
    *,
    learnt: Split,
    labels: Sequence[str],
) -> Answers:
    """Set a finished model's answers beside those of baselines that learnt from the same split.

    Args:
        probabilities, raw_probabilities: (N, C) of the model.
        examples: what it was asked, none of them in `learnt`.
    """
    return _beside_baselines(
        replace(learnt, test=tuple(examples)),
        labels,
        raw_probabilities=raw_probabilities,
        probabilities=probabilities,
    )


def pool_documents(answers: Answers) -> Answers:
    """Make one answer per article of the answers for its sentences.

    The probabilities pooled as `core.pooling` does; the mean of the linear scores.
    """
    rows_of: dict[str, list[int]] = {}
    for row, example in enumerate(answers.examples):
        # An example that names no article is one of its own.
        rows_of.setdefault(example.group or f"\0{row}", []).append(row)
    groups = list(rows_of.values())

    def pooled(probabilities: np.ndarray) -> np.ndarray:
        return np.stack([pool_probabilities(probabilities[rows]) for rows in groups])

    return Answers(
        examples=tuple(
            Example(text="", label=answers.examples[rows[0]].label, group=group)
            for group, rows in rows_of.items()
        ),
        raw_probabilities=pooled(answers.raw_probabilities),
        probabilities=pooled(answers.probabilities),
        linear_scores=np.stack([answers.linear_scores[rows].mean(axis=0) for rows in groups]),
        majority=tuple(answers.majority[rows[0]] for rows in groups),
    )


def protocol_record(answers: Answers, labels: Sequence[str], *, folds: int) -> dict[str, object]:
    """Return the figures of one protocol as JSON values.

    `articles` holds what a paired comparison with another protocol needs: for every article, in
    the order of their names, how many examples it has and how many of them are answered right. It
    is left out where the examples do not name their articles.
    """
    true = label_ids(answers.examples, labels)  # (N,)
    report = evaluate(
        answers.probabilities,
        answers.examples,
        raw_probabilities=answers.raw_probabilities,
        labels=labels,
        majority_label=most_frequent_label(answers.examples),
    )
    record = report_to_json(report)
    del record["majority_label"]  # every fold has its own
    majority = [a == e.label for a, e in zip(answers.majority, answers.examples, strict=True)]
    return {
        **record,
        "majority_baseline": float(np.mean(majority)),
        **_articles(answers, true),
        "linear_baseline": float((answers.linear_scores.argmax(axis=1) == true).mean()),
        "folds": folds,
    }


def _articles(answers: Answers, true: np.ndarray) -> dict[str, object]:
    groups = [example.group for example in answers.examples]
    if not all(groups):
        return {}
    names, article_of = np.unique(groups, return_inverse=True)  # (A,), (N,)
    right = answers.probabilities.argmax(axis=1) == true  # (N,)
    return {
        "articles": {
            "sizes": np.bincount(article_of, minlength=len(names)).tolist(),
            "right": np.bincount(article_of[right], minlength=len(names)).tolist(),
        }
    }
