"""How foreign a text is to what a model was trained on.

The score is a sum of features, each brought to mean 0 and deviation 1 on sentences of the corpus:

* "pieces": how much rarer the pieces of the text are in the training sentences than in the texts
  of the tokenizer; a likelihood ratio of two unigram models (Ren et al. 2019, arXiv:1906.02845).
* "energy": of the logits, -log Σ exp (Liu et al. 2020, arXiv:2010.03759).
* "entropy" of the softmax, and "confidence": its largest probability (Hendrycks & Gimpel 2017,
  arXiv:1610.02136).
* "unknown": the share of pieces that the tokenizer does not know.

Which of them a model uses, and the threshold, `core.checks.scope_fit` chooses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np

from core.errors import FileUnreadableError
from core.files import read_json
from core.types import UNK_ID

FEATURES = ("pieces", "energy", "entropy", "confidence", "unknown")
# What the network itself says of a text; the others never run it.
NETWORK_FEATURES = ("energy", "entropy", "confidence")

_FEW = 3  # a text has to bring more evidence than so many pieces that say nothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScopeModel:
    """What a model folder stores of its scope. V pieces, F features.

    Attributes:
        features: names of `FEATURES` (F).
        means, deviations: float64 (F,), of the features on sentences of the corpus.
        threshold: a text with a higher score counts as out of scope.
        piece_scores: float64 (V,), what every piece says: the higher, the more foreign; in nats.
    """

    features: tuple[str, ...]
    means: np.ndarray
    deviations: np.ndarray
    threshold: float
    piece_scores: np.ndarray

    def __post_init__(self) -> None:
        if not self.features or not set(self.features) <= set(FEATURES):
            raise ValueError(f"features must be of {FEATURES}. Received: {self.features}")
        for name in ("means", "deviations"):
            if getattr(self, name).shape != (len(self.features),):
                raise ValueError(
                    f"{name} must be ({len(self.features)},). Received: {getattr(self, name).shape}"
                )
        if not (self.deviations > 0).all():
            raise ValueError(f"deviations must be above 0. Received: {self.deviations}")
        for array in (self.means, self.deviations, self.piece_scores):
            array.setflags(write=False)

    @property
    def name(self) -> str:
        """The features, joined by +."""
        return "+".join(self.features)

    def scores(self, rows: Sequence[np.ndarray], logits: np.ndarray) -> np.ndarray:
        """Score N texts: the higher, the more foreign.

        Args:
            rows: the ids of each text, without padding, none of them empty.
            logits: (N, C).

        Returns:
            float64 (N,).
        """
        values = [measure_feature(name, rows, logits, self.piece_scores) for name in self.features]
        return ((np.stack(values, axis=1) - self.means) / self.deviations).sum(axis=1)  # (N,)

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads: the pieces that the training sentences hold, by id."""
        unseen = float(self.piece_scores.max())
        return {
            "schema": 1,
            "features": list(self.features),
            "means": self.means.tolist(),
            "deviations": self.deviations.tolist(),
            "threshold": self.threshold,
            "unseen_piece": unseen,
            "pieces": {
                str(piece_id): float(self.piece_scores[piece_id])
                for piece_id in np.flatnonzero(self.piece_scores < unseen)
            },
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any], *, vocabulary_size: int) -> Self:
        """Make the model that `to_json` wrote.

        Raises:
            KeyError, TypeError, ValueError, IndexError: it is no such content.
        """
        piece_scores = np.full(vocabulary_size, float(content["unseen_piece"]))  # (V,)
        pieces = content["pieces"]
        ids = np.array([int(piece_id) for piece_id in pieces], np.int64)
        piece_scores[ids] = np.array(list(pieces.values()), np.float64)
        return cls(
            features=tuple(content["features"]),
            means=np.array(content["means"], np.float64),
            deviations=np.array(content["deviations"], np.float64),
            threshold=float(content["threshold"]),
            piece_scores=piece_scores,
        )


def read_scope(path: Path, *, vocabulary_size: int) -> ScopeModel:
    """Read the file of a `ScopeModel`.

    Raises:
        FileMissingError, FileUnreadableError.
    """
    content = read_json(path)
    try:
        return ScopeModel.from_json(content, vocabulary_size=vocabulary_size)
    except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise FileUnreadableError(path=path, reason=f"{type(error).__name__}: {error}") from error


def measure_feature(
    name: str, rows: Sequence[np.ndarray], logits: np.ndarray, piece_scores: np.ndarray
) -> np.ndarray:
    """Measure one of `FEATURES` on N texts: the higher, the more foreign.

    Args:
        rows: the ids of each text, without padding, none of them empty.
        logits: (N, C).
        piece_scores: (V,).

    Returns:
        float64 (N,).
    """
    if name in ("pieces", "unknown"):
        sizes = np.array([len(row) for row in rows])  # (N,)
        if not len(rows):
            return np.zeros(0)
        ids = np.concatenate(rows)  # all ids, text after text
        said = piece_scores[ids] if name == "pieces" else (ids == UNK_ID).astype(float)
        sums = np.add.reduceat(said, np.cumsum(sizes) - sizes)  # (N,)
        return sums / (sizes + _FEW if name == "pieces" else sizes)
    shifted = logits.astype(np.float64)  # (N, C)
    largest = shifted.max(axis=1)  # (N,)
    shifted = shifted - largest[:, None]
    log_sum = np.log(np.exp(shifted).sum(axis=1))  # (N,)
    if name == "energy":
        return -(largest + log_sum)
    log_probabilities = shifted - log_sum[:, None]  # (N, C)
    probabilities = np.exp(log_probabilities)  # (N, C)
    if name == "entropy":
        return -(probabilities * log_probabilities).sum(axis=1)
    return -probabilities.max(axis=1)
