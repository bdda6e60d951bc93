"""最小の反転: the fewest units of a text that must go until the model says another category."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from core.explain.classifier import Classifier
from core.explain.perturb import remove_groups

# All pairs of 66 units are 2145 texts: 4 s of work for one core. Of more units, whose texts take
# longer each, only pairs of those with the largest effect of their own are tried.
_MAX_UNITS_FOR_ALL_PAIRS = 66
_NUM_STRONGEST = 40
_THREADS = 2  # the engine uses one core; a person waits for thousands of texts here


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Units without which the model says another category.

    Attributes:
        groups: their numbers, in the order of the text.
        label_id: the new category.
        probability: its raw probability then.
        exhaustive: whether every set of units up to this size was tried. One unit or two are in
            any case as few as possible; more may not be.
    """

    groups: tuple[int, ...]
    label_id: int
    probability: float
    exhaustive: bool


def smallest_flip(
    classifier: Classifier,
    token_ids: np.ndarray,
    *,
    groups: Sequence[Sequence[int]] | None = None,
    max_size: int = 5,
    removal: str = "delete",
) -> Flip | None:
    """Look for the fewest units without which another category is more probable.

    All single units are tried, then all pairs (of a long text: of its strongest units), then the
    best set so far, the one that brings the category closest to losing, with one more unit each
    time. Among equally small flips, the one where the new category leads by most is returned.

    Args:
        token_ids: (T,), those that the model sees.
        groups: the numbers of the tokens of each unit (G); by default, every token is one.
        max_size: how many units may go.
        removal: one of `core.explain.perturb.REMOVALS`.

    Returns:
        None if nothing was found.
    """
    if groups is None:
        groups = [[number] for number in range(len(token_ids))]
    size = len(groups)
    label_id = int(classifier.probabilities([token_ids])[0].argmax())
    candidates: Sequence[int] = range(size)
    sets: list[tuple[int, ...]] = [(number,) for number in candidates]
    for num_removed in range(1, min(max_size, size) + 1):
        answers = _answers(classifier, token_ids, groups, sets, removal)  # (N, C)
        leads = _leads(answers, label_id)  # (N,), of the category as it was
        if leads.min() < 0.0:
            return _best_flip(
                sets, answers, leads, exhaustive=num_removed <= 2 and len(candidates) == size
            )
        if num_removed == 1:
            if size > _MAX_UNITS_FOR_ALL_PAIRS:
                candidates = sorted(np.argsort(leads, kind="stable")[:_NUM_STRONGEST].tolist())
            sets = list(combinations(candidates, 2))
        else:
            best = sets[int(leads.argmin())]
            sets = [tuple(sorted((*best, other))) for other in range(size) if other not in best]
    return None


def _answers(
    classifier: Classifier,
    token_ids: np.ndarray,
    groups: Sequence[Sequence[int]],
    sets: Sequence[tuple[int, ...]],
    removal: str,
) -> np.ndarray:
    """Ask for the text without each of the equally large sets of groups: (N, C)."""
    removed = np.zeros((len(sets), len(groups)), bool)  # (N, G)
    removed[np.arange(len(sets))[:, None], np.array(sets)] = True
    tokens = remove_groups(groups, removed, len(token_ids))  # (N, T)
    with ThreadPoolExecutor(_THREADS) as pool:
        parts = pool.map(
            lambda rows: classifier.without(token_ids, rows, removal=removal),
            np.array_split(tokens, min(_THREADS, len(tokens))),
        )
        return np.concatenate(list(parts))


def _leads(answers: np.ndarray, label_id: int | np.ndarray) -> np.ndarray:
    """Say by how much a category is ahead of the best other one: (N,)."""
    others = answers.copy()  # (N, C)
    others[np.arange(len(answers)), label_id] = -np.inf
    return answers[np.arange(len(answers)), label_id] - others.max(axis=1)


def _best_flip(
    sets: Sequence[tuple[int, ...]], answers: np.ndarray, leads: np.ndarray, *, exhaustive: bool
) -> Flip:
    label_ids = answers.argmax(axis=1)  # (N,)
    strengths = np.where(leads < 0.0, _leads(answers, label_ids), -np.inf)  # (N,)
    best = int(strengths.argmax())
    return Flip(
        groups=sets[best],
        label_id=int(label_ids[best]),
        probability=float(answers[best, label_ids[best]]),
        exhaustive=exhaustive,
    )
