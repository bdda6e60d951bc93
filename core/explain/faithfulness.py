"""Whether scores name what the model uses: take the highest units out, and compare with chance.

F is the raw probability of the label that is explained; a unit is one token or a group of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.explain.classifier import Classifier
from core.explain.perturb import remove_groups
from core.explain.ranking import score_levels

VERDICTS = ("good", "chance", "bad")
PERCENTS = (1, 5, 10, 20, 50)  # of the units, as ERASER

_NUM_POINTS = 21  # of a curve
_NUM_TIE_BREAKS = 8
_NOISE = 1e-6  # of a probability: what float32 leaves of equal answers

_Groups = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RandomBand:
    """What R random orders of the G units reach: the same for all methods of one text and label.

    Attributes:
        orders: (R, G), the numbers of the units from first to last.
        comprehensiveness, sufficiency: (R,).
    """

    orders: np.ndarray
    comprehensiveness: np.ndarray
    sufficiency: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Faithfulness:
    """How one method's order of the units does, beside random ones.

    Attributes:
        comprehensiveness: mean of F(text) - F(text without the highest units) over `PERCENTS`,
            unit: probability. The higher, the better.
        sufficiency: mean of F(text) - F(the highest units alone). The lower, the better.
        random_band, sufficiency_band: the lowest and the highest of the random orders.
        verdict: of `VERDICTS`: the comprehensiveness lies above the band, in it, or below it.
    """

    comprehensiveness: float
    sufficiency: float
    random_band: tuple[float, float]
    sufficiency_band: tuple[float, float]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Curves:
    """F while units go or come, the highest first, at K points.

    Attributes:
        fractions: (K,), the part of the units that is gone or there, 0..1.
        deletion: (K,), F of what is left when they are gone.
        insertion: (K,), F of them alone.
        deletion_band, insertion_band: (2, K), the lowest and the highest of the random orders.
    """

    fractions: np.ndarray
    deletion: np.ndarray
    insertion: np.ndarray
    deletion_band: np.ndarray
    insertion_band: np.ndarray


def random_band(
    classifier: Classifier,
    token_ids: np.ndarray,
    target: int,
    *,
    groups: _Groups | None = None,
    num_orders: int = 39,
    seed: int = 0,
) -> RandomBand:
    """Measure random orders of the units.

    Outside the lowest and the highest of 39, a 40th random order falls in 2 of 40 cases: 5 %.

    Args:
        token_ids: (T,), those that the model sees.
        groups: the numbers of the tokens of each unit (G); by default, every token is one.
    """
    groups = _units(token_ids, groups)
    orders = _random_orders(len(groups), num_orders, seed)  # (R, G)
    comprehensiveness, sufficiency = _measure(classifier, token_ids, target, groups, orders)
    return RandomBand(orders=orders, comprehensiveness=comprehensiveness, sufficiency=sufficiency)


def judge(
    classifier: Classifier,
    token_ids: np.ndarray,
    scores: np.ndarray,
    target: int,
    *,
    band: RandomBand,
    groups: _Groups | None = None,
) -> Faithfulness:
    """Compare the order of the scores with the random ones.

    Signed scores count with their sign. Equal ones are ordered by several of the band's own
    orders, and the mean is taken: constant scores therefore always lie inside the band. Where one
    unit alone counts and the others do nothing at all, every order that starts with it is as good
    as the best one: in a short text, chance then reaches it too.

    Args:
        token_ids: (T,), those that the model sees.
        scores: (G,), one per unit.
        band: of the same text, target and groups.

    Raises:
        ValueError: a score is not a finite number, or they are not as many as the units.

    Source: DeYoung et al. 2020, "ERASER", arXiv:1911.03429, section 4.2.
    """
    groups = _units(token_ids, groups)
    orders = _orders_of(scores, groups, band.orders)  # (Q, G)
    comprehensiveness, sufficiency = (
        float(values.mean()) for values in _measure(classifier, token_ids, target, groups, orders)
    )
    low, high = _range(band.comprehensiveness)
    if comprehensiveness > high + _NOISE:
        verdict = "good"
    elif comprehensiveness < low - _NOISE:
        verdict = "bad"
    else:
        verdict = "chance"
    return Faithfulness(
        comprehensiveness=comprehensiveness,
        sufficiency=sufficiency,
        random_band=(low, high),
        sufficiency_band=_range(band.sufficiency),
        verdict=verdict,
    )


def deletion_insertion(
    classifier: Classifier,
    token_ids: np.ndarray,
    scores: np.ndarray,
    target: int,
    *,
    groups: _Groups | None = None,
    num_orders: int = 39,
    seed: int = 0,
) -> Curves:
    """Follow F while the units go or come in the order of the scores, and in random ones.

    Args:
        token_ids, scores, groups: see `judge`; the random orders are those of `random_band`.

    Raises:
        ValueError: a score is not a finite number, or they are not as many as the units.

    Source: Petsiuk et al. 2018, "RISE", arXiv:1806.07421, section 4.2.
    """
    groups = _units(token_ids, groups)
    size = len(groups)
    counts = np.linspace(0, size, min(size + 1, _NUM_POINTS)).round().astype(int)  # (K,)
    random_orders = _random_orders(size, num_orders, seed)  # (R, G)
    own = _orders_of(scores, groups, random_orders)  # (Q, G)
    orders = np.concatenate([own, random_orders])  # (Q + R, G)
    answers = _answers(classifier, token_ids, target, groups, orders, counts)  # (2, Q + R, K)
    deletion, insertion = answers[:, : len(own)].mean(axis=1)  # (K,) each
    random = answers[:, len(own) :]  # (2, R, K)
    deletion_band, insertion_band = np.stack([random.min(axis=1), random.max(axis=1)], axis=1)
    return Curves(
        fractions=counts / size,
        deletion=deletion,
        insertion=insertion,
        deletion_band=deletion_band,
        insertion_band=insertion_band,
    )


def _units(token_ids: np.ndarray, groups: _Groups | None) -> _Groups:
    return [[number] for number in range(len(token_ids))] if groups is None else groups


def _random_orders(size: int, num_orders: int, seed: int) -> np.ndarray:
    # A stream of its own: the random control, whose seed is the same number, must not meet its
    # own order here.
    rng = np.random.default_rng((seed, 1))
    return rng.permuted(np.tile(np.arange(size), (num_orders, 1)), axis=1)  # (R, G)


def _orders_of(scores: np.ndarray, groups: _Groups, random_orders: np.ndarray) -> np.ndarray:
    """Order the units from the highest score to the lowest: (1, G), or (Q, G) where some tie."""
    sizes = {len(scores), len(groups), random_orders.shape[1]}
    if len(sizes) != 1:
        raise ValueError(
            "scores, groups and band must have one entry per unit. Received: "
            f"{len(scores)}, {len(groups)}, {random_orders.shape[1]}"
        )
    levels = score_levels(scores)  # (G,)
    if len(np.unique(levels)) == len(levels):
        return np.argsort(levels)[None]
    places = np.argsort(random_orders[:_NUM_TIE_BREAKS], axis=1)  # (Q, G)
    return np.stack([np.lexsort((place, levels)) for place in places])


def _measure(
    classifier: Classifier,
    token_ids: np.ndarray,
    target: int,
    groups: _Groups,
    orders: np.ndarray,
) -> np.ndarray:
    """Give the comprehensiveness and the sufficiency of every order (N, G): (2, N)."""
    # Whole numbers: rounded up as a float, 7 % of 100 units would be 8.
    counts = [0, *(max(1, -(-percent * len(groups) // 100)) for percent in PERCENTS)]
    answers = _answers(classifier, token_ids, target, groups, orders, counts)  # (2, N, 1 + 5)
    whole = answers[0, :, :1]  # (N, 1)
    return (whole - answers[:, :, 1:]).mean(axis=2)


def _answers(
    classifier: Classifier,
    token_ids: np.ndarray,
    target: int,
    groups: _Groups,
    orders: np.ndarray,
    counts: Sequence[int] | np.ndarray,
) -> np.ndarray:
    """Ask for F without the first units of every order, and for F of them alone, all at once.

    Args:
        orders: (N, G).
        counts: how many are the first (K).

    Returns:
        (2, N, K).
    """
    places = np.argsort(orders, axis=1)  # (N, G)
    first = places[:, None, :] < np.asarray(counts)[:, None]  # (N, K, G)
    removed = np.stack([first, ~first])  # (2, N, K, G)
    tokens = remove_groups(groups, removed.reshape(-1, len(groups)), len(token_ids))  # (2 N K, T)
    return classifier.without(token_ids, tokens)[:, target].reshape(removed.shape[:-1])


def _range(values: np.ndarray) -> tuple[float, float]:
    return float(values.min()), float(values.max())
