"""Choose how a model tells foreign texts, and measure how well it does.

The piece scores come from the training sentences, the choice and the threshold from the
validation sentences that are predicted right against foreign texts; the test parts of both are
only measured.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.model.scope import NETWORK_FEATURES, ScopeModel, measure_feature
from core.stats.evaluate import accuracy_interval
from core.stats.intervals import Z_ONE_SIDED, wilson_interval
from core.stats.shares import counted_interval
from core.types import PAD_ID, UNK_ID

# The first is the baseline.
CANDIDATES = (
    ("confidence",),
    ("entropy",),
    ("energy",),
    ("unknown",),
    ("pieces",),
    ("pieces", "confidence"),
    ("pieces", "energy"),
)
MAX_FALSE_ALARMS = 0.10  # of the sentences that are predicted right

_PRIOR_PIECES = 300.0  # the training sentences count as if they held so many pieces of other texts
_DECIMALS = 3  # of the stored piece scores; more would be noise
_ROC_POINTS = 60


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScopeTexts:
    """Texts as the features see them.

    Attributes:
        rows: the ids of each text (N), without padding, none of them empty.
        logits: (N, C).
        groups: the article of each (N), "" where it stands alone.
    """

    rows: tuple[np.ndarray, ...]
    logits: np.ndarray
    groups: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, chosen: np.ndarray) -> "ScopeTexts":
        """Return some of the texts: bool (N,)."""
        numbers = np.flatnonzero(chosen)
        return ScopeTexts(
            rows=tuple(self.rows[number] for number in numbers),
            logits=self.logits[numbers],
            groups=tuple(self.groups[number] for number in numbers),
        )


def fit_pieces(rows: Sequence[np.ndarray], log_probabilities: np.ndarray) -> np.ndarray:
    """Say of every piece how much rarer it is in these texts than in those of the tokenizer.

    log(q / p), where q is the share of the piece in the tokenizer's texts and p its share in
    `rows`, with some pieces more that follow q: what was never seen scores high, not infinite. An
    unknown piece counts as never seen.

    Args:
        rows: the ids of the training sentences.
        log_probabilities: (V,), log q.

    Returns:
        float64 (V,), in nats.
    """
    counts = np.bincount(np.concatenate(rows), minlength=len(log_probabilities)).astype(float)
    counts[[PAD_ID, UNK_ID]] = 0.0
    times = counts / np.exp(log_probabilities)  # (V,)
    return np.round(np.log(counts.sum() + _PRIOR_PIECES) - np.log(times + _PRIOR_PIECES), _DECIMALS)


def fit_candidates(
    train: ScopeTexts,
    known: ScopeTexts,
    log_probabilities: np.ndarray,
    *,
    learnt: bool,
) -> dict[str, ScopeModel]:
    """Make every candidate, with its threshold.

    Args:
        train: the training sentences.
        known: the validation sentences that are predicted right.
        log_probabilities: (V,), of the pieces in the texts of the tokenizer.
        learnt: whether the network has learnt the validation sentences: it is then surer of them
            than of any others, and candidates that ask it are left out, but for the baseline.
    """
    piece_scores = fit_pieces(train.rows, log_probabilities)
    models = {}
    for features in CANDIDATES:
        if learnt and features != CANDIDATES[0] and set(features) & set(NETWORK_FEATURES):
            continue
        values = np.stack(
            [measure_feature(name, known.rows, known.logits, piece_scores) for name in features]
        )  # (F, N)
        deviations = values.std(axis=1)  # (F,)
        if not (deviations > 0).all():  # one that is the same everywhere tells nothing
            continue
        parts = {
            "features": features,
            "means": values.mean(axis=1),
            "deviations": deviations,
            "piece_scores": piece_scores,
        }
        scores = ScopeModel(**parts, threshold=0.0).scores(known.rows, known.logits)  # (N,)
        model = ScopeModel(**parts, threshold=choose_threshold(scores))
        models[model.name] = model
    return models


def choose_threshold(scores: np.ndarray) -> float:
    """Return the lowest threshold that other known texts exceed in at most 10 %.

    So few of these exceed it that the share of 95 of 100 such samples is no higher (the upper end
    of the one-sided 95 % interval of Wilson): the test part would otherwise go beyond it every
    second time.

    Args:
        scores: (N,), of known texts.
    """
    total = len(scores)
    flagged = 0
    while wilson_interval(flagged + 1, total, z=Z_ONE_SIDED)[1] <= MAX_FALSE_ALARMS:
        flagged += 1
    return float(np.sort(scores)[total - 1 - flagged])


def auroc(known: np.ndarray, foreign: np.ndarray) -> float:
    """Return how often a foreign text scores higher than a known one; a tie counts half.

    Args:
        known, foreign: (N,), (M,) scores.
    """
    return float((foreign[:, None] > known).mean() + 0.5 * (foreign[:, None] == known).mean())


def detected_at(known: np.ndarray, foreign: np.ndarray, rate: float) -> float:
    """Return the share of foreign texts above a threshold that `rate` of the known ones exceed."""
    threshold = np.sort(known)[len(known) - 1 - int(rate * len(known))]
    return float((foreign > threshold).mean())


def roc_points(known: np.ndarray, foreign: np.ndarray) -> list[list[float]]:
    """Return at most 60 points (share of known, share of foreign texts flagged), from 0 to 1."""
    thresholds = np.unique(np.concatenate([known, foreign]))[::-1]  # from high to low
    points = np.stack(
        [
            1.0 - np.searchsorted(np.sort(scores), thresholds, side="right") / len(scores)
            for scores in (known, foreign)
        ],
        axis=1,
    )
    points = np.concatenate([points, [[1.0, 1.0]]])
    # Evenly along the curve, not along the thresholds.
    length = points.sum(axis=1)
    wanted = np.linspace(0.0, 2.0, _ROC_POINTS)
    chosen = np.unique(np.searchsorted(length, wanted).clip(max=len(points) - 1))
    return np.round(points[chosen], 4).tolist()


def scope_record(
    models: Mapping[str, ScopeModel],
    *,
    known: Mapping[str, ScopeTexts],
    wrong: Mapping[str, ScopeTexts],
    foreign: Mapping[str, ScopeTexts],
    kinds: Sequence[str],
    refused: int,
    learnt: bool,
    protocol: str,
) -> tuple[ScopeModel, dict[str, Any]]:
    """Choose the candidate with the highest AUROC on validation and measure it on test.

    Args:
        models: what `fit_candidates` gives.
        known, wrong, foreign: by part ("validation", "test"): the sentences predicted right, those
            predicted wrong, and the foreign texts.
        kinds: of the foreign texts of the test part.
        refused: the foreign texts without a token, in both parts: the model answers none of them.

    Returns:
        The model to store, and the record for report.json.
    """
    baseline = models["+".join(CANDIDATES[0])]
    validation = {
        name: (_scores(model, known["validation"]), _scores(model, foreign["validation"]))
        for name, model in models.items()
    }
    candidates = {
        name: {
            "auroc": auroc(of_known, of_foreign),
            "detected": detected_at(of_known, of_foreign, MAX_FALSE_ALARMS),
        }
        for name, (of_known, of_foreign) in validation.items()
    }
    allowed = [
        name
        for name, model in models.items()
        if not learnt or not set(model.features) & set(NETWORK_FEATURES)
    ]
    best = models[max(allowed, key=lambda name: candidates[name]["auroc"])]
    flags = _scores(best, foreign["test"]) > best.threshold  # (M,)
    record = {
        "schema": 1,
        "method": best.name,
        "threshold": best.threshold,
        "max_false_alarms": MAX_FALSE_ALARMS,
        "learnt": learnt,
        "protocol": protocol,
        "candidates": candidates,
        **{
            part: {
                **_figures(best, known[part], foreign[part]),
                "wrong": _share(_scores(best, wrong[part]) > best.threshold, wrong[part].groups),
                "baseline": _figures(baseline, known[part], foreign[part]),
            }
            for part in ("validation", "test")
        },
        "roc": {
            "score": roc_points(_scores(best, known["test"]), _scores(best, foreign["test"])),
            "baseline": roc_points(
                _scores(baseline, known["test"]), _scores(baseline, foreign["test"])
            ),
        },
        "kinds": {
            kind: {
                "flagged": int(flags[np.array(kinds) == kind].sum()),
                "total": int((np.array(kinds) == kind).sum()),
            }
            for kind in dict.fromkeys(kinds)
        },
        "refused": refused,
    }
    return best, record


def _scores(model: ScopeModel, texts: ScopeTexts) -> np.ndarray:
    return model.scores(texts.rows, texts.logits)


def _figures(model: ScopeModel, known: ScopeTexts, foreign: ScopeTexts) -> dict[str, Any]:
    of_known, of_foreign = _scores(model, known), _scores(model, foreign)
    return {
        "auroc": auroc(of_known, of_foreign),
        "false_alarms": _share(of_known > model.threshold, known.groups),
        "detected": _share(of_foreign > model.threshold, foreign.groups),
    }


def _share(flags: np.ndarray, groups: Sequence[str]) -> dict[str, Any] | None:
    """Return the share of flagged texts with its 95 % interval; None where there is no text.

    Over articles where there are any, else that of as many independent cases.
    """
    if not len(flags):
        return None
    if any(groups):
        low, high = accuracy_interval(flags, groups)
    else:
        low, high = counted_interval(int(flags.sum()), len(flags))
    return {
        "share": float(flags.mean()),
        "low": low,
        "high": high,
        "flagged": int(flags.sum()),
        "total": len(flags),
    }
