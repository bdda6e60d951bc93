"""How far methods agree on one text."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from core.explain.ranking import score_levels


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Agreement:
    """Every method against every other one.

    Attributes:
        methods: their names (M).
        kendall_tau: (M, M), Kendall's tau-b, -1..1, over all units; NaN where one of the two
            methods gives every unit the same score, on the diagonal too.
        top_overlap: (M, M), the part of the highest units that both share, 0..1.
    """

    methods: tuple[str, ...]
    kendall_tau: np.ndarray
    top_overlap: np.ndarray


def agree(scores_by_method: Mapping[str, np.ndarray], top: int = 3) -> Agreement:
    """Compare the orders in which methods put the same units.

    Signed scores count with their sign: what speaks against the label stands last.

    Args:
        scores_by_method: (G,) each, finite.
        top: how many of the highest units are compared; all of them where there are fewer. Units
            that share the last places with others count in part: two of them on one place, half
            each. So the order of the text decides nothing.

    Raises:
        ValueError: a score is not a finite number.

    Source: Kendall 1945, "The treatment of ties in ranking problems".
    """
    levels = np.stack([score_levels(scores) for scores in scores_by_method.values()])  # (M, G)
    return Agreement(
        methods=tuple(scores_by_method),
        kendall_tau=_kendall_tau(levels),
        top_overlap=_top_overlap(levels, min(top, levels.shape[1])),
    )


def _kendall_tau(levels: np.ndarray) -> np.ndarray:
    signs = np.sign(levels[:, :, None] - levels[:, None, :])  # (M, G, G)
    signs = signs.reshape(len(levels), -1)  # (M, G²)
    products = signs @ signs.T  # (M, M)
    untied = products.diagonal()  # (M,), pairs of different scores, each counted twice
    scale = np.sqrt(np.outer(untied, untied))  # (M, M)
    return np.divide(products, scale, out=np.full(scale.shape, np.nan), where=scale > 0)


def _top_overlap(levels: np.ndarray, top: int) -> np.ndarray:
    higher = (levels[:, None, :] < levels[:, :, None]).sum(axis=2)  # (M, G)
    same = (levels[:, None, :] == levels[:, :, None]).sum(axis=2)  # (M, G)
    parts = np.clip((top - higher) / same, 0.0, 1.0)  # (M, G), they sum to `top`
    return np.minimum(parts[:, None, :], parts[None, :, :]).sum(axis=2) / top  # (M, M)
