"""What the attention layer buys: one recipe trained with, without and with other attention.

learned     the recipe as it is
uniform     every token gets the same weight, so the LSTM reads one mean vector at every position
none        the LSTM reads the embeddings
unmasked    learned, in the article's layer and window: its tokens attend to padding
pretrained  learned, from the pretrained layers, for reference

The pretrained layers learnt with attention: to start from them without it would be unfair, so the
first four start from the word vectors alone. In all of them the epoch is chosen on the validation
part, and the test part is read once.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

import numpy as np

from core.checks.protocols import Recipe
from core.data.dataset import Split
from core.stats.evaluate import accuracy_interval, label_ids, most_frequent_label
from core.stats.significance import difference_interval
from core.training.embeddings import load_embeddings
from core.training.fit import fit_network, network_logits, use_one_thread

_ARTICLE_WINDOW = 66


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """What one network came to.

    Attributes:
        right: bool (N,), for every sentence of the test part.
        seconds: of its training.
    """

    right: np.ndarray
    seconds: float


def variant_recipes(recipe: Recipe) -> dict[str, Recipe]:
    """Return the recipe of every variant; where a variant is another once more, it is left out.

    Args:
        recipe: with attention that is learned. Without pretrained layers there is no "pretrained",
            and without a mask no "unmasked".
    """
    train = replace(recipe.train, train_on=("train",), select_on="validation")
    recipe = replace(recipe, train=train)
    plain = replace(recipe, encoder=None)
    models = {
        "learned": plain.model,
        "uniform": replace(plain.model, attention="uniform"),
        "none": replace(plain.model, attention="none"),
    }
    if recipe.model.masked:
        models["unmasked"] = replace(plain.model, masked=False, sequence_length=_ARTICLE_WINDOW)
    recipes = {name: replace(plain, model=model) for name, model in models.items()}
    if recipe.encoder is not None:
        recipes["pretrained"] = recipe
    return recipes


def train_variants(
    split: Split,
    recipes: Mapping[str, Recipe],
    *,
    seeds: Sequence[int],
    workers: int,
    on_network: Callable[[str, int, Outcome], None] = lambda name, seed, outcome: None,
) -> dict[str, list[Outcome]]:
    """Train every recipe once with every seed and ask all networks about the test part.

    Args:
        split: with or without topic tags, as the recipes' `keep_tags` says.
        workers: how many networks are trained at the same time, each on one core.

    Returns:
        For every recipe the outcomes in the order of the seeds.
    """
    # Seed by seed: what slows the machine down for a while slows no single variant.
    turns = [(name, seed) for seed in seeds for name in recipes]
    seeded = [
        replace(recipes[name], train=replace(recipes[name].train, seed=seed))
        for name, seed in turns
    ]
    outcomes: dict[str, list[Outcome]] = {name: [] for name in recipes}
    # "spawn": TensorFlow does not survive a fork.
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=use_one_thread
    ) as pool:
        done = pool.map(train_variant, [split] * len(turns), seeded)
        for (name, seed), outcome in zip(turns, done, strict=True):
            outcomes[name].append(outcome)
            on_network(name, seed, outcome)
    return outcomes


def train_variant(split: Split, recipe: Recipe) -> Outcome:
    """Train one network and ask it about the test part."""
    embeddings = load_embeddings(recipe.embeddings)
    started = time.monotonic()
    network, _ = fit_network(
        split, embeddings, model=recipe.model, train=recipe.train, encoder=recipe.encoder
    )
    seconds = time.monotonic() - started
    logits = network_logits(network, embeddings.tokenizer, split.test, recipe.model)  # (N, C)
    right = logits.argmax(axis=1) == label_ids(split.test, recipe.model.labels)  # (N,)
    return Outcome(right=right, seconds=seconds)


def attention_record(
    outcomes: Mapping[str, Sequence[Outcome]],
    split: Split,
    *,
    seeds: Sequence[int],
    protocol: str,
) -> dict[str, object]:
    """Return the figures as JSON values.

    The intervals (95 %, over whole articles) are of the mean over the seeds: they say
    what other articles would give, not what other seeds would. "difference" is a variant's mean
    minus that of "learned", its interval drawn over the same articles for both.

    Args:
        outcomes: as `train_variants` returns them.
        protocol: how the split was made.
    """
    groups = [example.group for example in split.test]
    shares = {
        name: np.mean([outcome.right for outcome in of_seeds], axis=0)  # (N,)
        for name, of_seeds in outcomes.items()
    }
    variants = {}
    for name, share in shares.items():
        difference = share - shares["learned"]  # (N,)
        low, high = accuracy_interval(share, groups)
        # Nothing differs from itself, whatever the articles are.
        difference_low, difference_high = (
            (0.0, 0.0) if name == "learned" else difference_interval(difference, groups)
        )
        variants[name] = {
            "accuracies": [float(outcome.right.mean()) for outcome in outcomes[name]],
            "accuracy": float(share.mean()),
            "low": low,
            "high": high,
            "difference": float(difference.mean()),
            "difference_low": difference_low,
            "difference_high": difference_high,
            "seconds": round(float(np.mean([o.seconds for o in outcomes[name]])), 1),
        }
    majority_label = most_frequent_label(split.train)
    return {
        "schema": 1,
        "protocol": protocol,
        "seeds": list(seeds),
        "num_examples": len(split.test),
        "majority_baseline": float(np.mean([e.label == majority_label for e in split.test])),
        "majority_label": majority_label,
        "variants": variants,
    }
