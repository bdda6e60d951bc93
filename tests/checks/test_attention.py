"""What attention buys: only the attention differs, and every figure is of the same sentences."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.checks import attention as module
from core.checks.attention import (
    Outcome,
    attention_record,
    train_variant,
    train_variants,
    variant_recipes,
)
from core.checks.protocols import Recipe
from core.data.dataset import Split
from core.stats.evaluate import accuracy_interval
from core.stats.significance import difference_interval
from core.training.network import build_network
from core.types import Example
from tests.checks.own_process import OwnProcess
from tests.fakes import make_model_config, make_train_config

pytestmark = pytest.mark.slow

LABELS = ("グルメ", "京都")


def make_recipe(*, encoder=None, train=None, **changes) -> Recipe:
    return Recipe(
        model=make_model_config(labels=LABELS, embedding_dim=16, **changes),
        train=make_train_config(**(train or {})),
        embeddings=Path("vectors"),
        encoder=encoder,
    )


def make_examples(*rows: tuple[str, str, str]) -> tuple[Example, ...]:
    return tuple(Example(text=text, label=label, group=group) for text, label, group in rows)


LEARNT = make_examples(
    ("うどんを食べた。", "グルメ", "A"),
    ("カレーを食べた。", "グルメ", "B"),
    ("お寺へ行った。", "京都", "C"),
)
ASKED = make_examples(
    ("ラーメンを食べた。", "グルメ", "D"),
    ("神社へ行った。", "京都", "D"),
    ("金閣寺へ行った。", "京都", "E"),
    ("清水寺へ行った。", "京都", "F"),
)
SPLIT = Split(train=LEARNT, validation=LEARNT, test=ASKED)


def test_variants_differ_in_the_attention_alone():
    recipe = make_recipe(encoder=Path("pretrained"))
    recipes = variant_recipes(recipe)
    plain = replace(recipe, encoder=None)
    assert recipes == {
        "learned": plain,
        "uniform": replace(plain, model=replace(plain.model, attention="uniform")),
        "none": replace(plain, model=replace(plain.model, attention="none")),
        "unmasked": replace(plain, model=replace(plain.model, masked=False, sequence_length=66)),
        "pretrained": recipe,
    }


def test_variant_that_would_be_another_once_more_is_left_out():
    assert list(variant_recipes(make_recipe())) == ["learned", "uniform", "none", "unmasked"]
    assert list(variant_recipes(make_recipe(masked=False))) == ["learned", "uniform", "none"]


def test_epoch_is_never_chosen_on_the_test_part():
    train = {"train_on": ("train", "validation"), "select_on": "test", "epochs": 7}
    for recipe in variant_recipes(make_recipe(train=train)).values():
        assert recipe.train == make_train_config(epochs=7)  # train, validation


def test_every_recipe_is_trained_once_with_every_seed(monkeypatch):
    calls, shown = [], []

    def note(split, recipe):
        calls.append((split, recipe))
        return Outcome(right=np.array([True]), seconds=float(len(calls)))

    monkeypatch.setattr(module, "ProcessPoolExecutor", OwnProcess)
    monkeypatch.setattr(module, "train_variant", note)
    one, other = make_recipe(), make_recipe(attention="none")
    outcomes = train_variants(
        SPLIT,
        {"one": one, "other": other},
        seeds=[5, 9],
        workers=3,
        on_network=lambda name, seed, outcome: shown.append((name, seed, outcome.seconds)),
    )
    assert shown == [("one", 5, 1.0), ("other", 5, 2.0), ("one", 9, 3.0), ("other", 9, 4.0)]
    assert calls == [
        (SPLIT, replace(recipe, train=replace(recipe.train, seed=seed)))
        for seed in (5, 9)
        for recipe in (one, other)
    ]
    seconds = {name: [o.seconds for o in of_seeds] for name, of_seeds in outcomes.items()}
    assert seconds == {"one": [1.0, 3.0], "other": [2.0, 4.0]}
    assert OwnProcess.calls == (3, "spawn", module.use_one_thread)


def test_network_is_asked_about_the_test_part_alone(monkeypatch, embeddings_folder):
    calls = []

    def always_kyoto(split, embeddings, *, model, train, encoder):
        calls.append((split, embeddings.matrix.shape, model, train, encoder))
        network = build_network(model)
        layer = network.get_layer("logits")
        layer.set_weights([np.zeros_like(layer.get_weights()[0]), np.array([-1.0, 1.0])])
        return network, []

    monkeypatch.setattr(module, "fit_network", always_kyoto)
    recipe = replace(make_recipe(encoder=Path("pretrained")), embeddings=embeddings_folder)
    outcome = train_variant(SPLIT, recipe)
    assert outcome.right.tolist() == [False, True, True, True]
    assert calls == [(SPLIT, (1200, 16), recipe.model, recipe.train, Path("pretrained"))]


def make_outcomes(*rights: tuple[int, ...]) -> list[Outcome]:
    return [
        Outcome(right=np.array(right, bool), seconds=10.0 + number)
        for number, right in enumerate(rights)
    ]


RECORDED = {
    "learned": make_outcomes((1, 1, 0, 1), (1, 1, 0, 0)),
    "none": make_outcomes((1, 0, 1, 0), (0, 0, 0, 1)),
}


def make_record():
    return attention_record(RECORDED, SPLIT, seeds=[0, 1], protocol="grouped")


def test_record_by_hand():
    record = make_record()
    variants = record.pop("variants")
    assert record == {
        "schema": 1,
        "protocol": "grouped",
        "seeds": [0, 1],
        "num_examples": 4,
        "majority_baseline": 0.25,  # グルメ is the most frequent of what was learnt
        "majority_label": "グルメ",
    }
    groups = ["D", "D", "E", "F"]
    learned, none = np.array([1, 1, 0, 0.5]), np.array([0.5, 0, 0.5, 0.5])
    interval, difference = (
        accuracy_interval(none, groups),
        difference_interval(none - learned, groups),
    )
    assert variants["none"] == {
        "accuracies": [0.5, 0.25],
        "accuracy": 0.375,
        "low": interval[0],
        "high": interval[1],
        "difference": -0.25,
        "difference_low": difference[0],
        "difference_high": difference[1],
        "seconds": 10.5,
    }
    assert variants["learned"]["accuracies"] == [0.75, 0.5]
    assert (variants["learned"]["low"], variants["learned"]["high"]) == accuracy_interval(
        learned, groups
    )


def test_learned_does_not_differ_from_itself():
    row = make_record()["variants"]["learned"]
    assert (row["difference"], row["difference_low"], row["difference_high"]) == (0.0, 0.0, 0.0)


def test_difference_is_drawn_over_the_same_articles():
    # Each is right about half of the articles, always the same half: paired, little is left:
    # as many rows as may speak for one of them without a case among 40.
    right = tuple(number % 2 for number in range(40))
    examples = make_examples(*[(f"文{n}", "京都", f"記事{n}") for n in range(40)])
    record = attention_record(
        {"learned": make_outcomes(right), "none": make_outcomes(right)},
        Split(train=LEARNT, validation=LEARNT, test=examples),
        seeds=[0],
        protocol="grouped",
    )
    row = record["variants"]["none"]
    reach = 1 - 0.025 ** (1 / 40)
    assert (row["difference_low"], row["difference_high"]) == pytest.approx((-reach, reach))
    assert row["low"] < 0.4 < 0.6 < row["high"]
