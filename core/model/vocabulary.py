"""The pieces that a model knows, and which of their vectors point the same way."""

import unicodedata
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from core.text.usual_form import usual_form
from core.types import PAD_ID, UNK_ID


class Vocabulary:
    """V pieces and their vectors.

    Args:
        pieces: (V,); the position is the id.
        matrix: (V, D), the network's own embedding.
    """

    def __init__(self, pieces: Sequence[str], matrix: np.ndarray) -> None:
        if len(pieces) != len(matrix):
            raise ValueError(
                f"every piece needs one vector. Received: {len(pieces)} pieces, {len(matrix)} rows"
            )
        self.pieces = tuple(pieces)
        self._matrix = matrix

    @cached_property
    def _lengths(self) -> np.ndarray:
        return np.linalg.norm(self._matrix, axis=1)  # (V,)

    def search(self, part: str) -> tuple[int, ...]:
        """Return the ids of the pieces that hold `part`: itself, those it begins, the others.

        Within each of them by id, the most frequent first. `part` is brought to the form of the
        pieces (NFKC); a blank finds nothing.
        """
        wanted = unicodedata.normalize("NFKC", usual_form(part).text).strip()
        if not wanted:
            return ()
        found = [number for number, piece in enumerate(self.pieces) if wanted in piece]
        return tuple(
            sorted(
                found,
                key=lambda number: (
                    self.pieces[number] != wanted,
                    not self.pieces[number].startswith(wanted),
                    number,
                ),
            )
        )

    def cosines(self, piece_id: int) -> np.ndarray:
        """Return the cosine of the angle between one vector and every vector: (V,), -1..1.

        0 where one of the two is the zero vector, which points nowhere.
        """
        lengths = self._lengths * self._lengths[piece_id]  # (V,)
        products = self._matrix @ self._matrix[piece_id]  # (V,)
        return np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)

    def neighbours(self, piece_id: int, count: int) -> tuple[tuple[str, float], ...]:
        """Return the pieces whose vectors have the largest cosine, with it, the largest first.

        Neither the piece itself nor `<pad>` and `<unk>`, which stand for no writing.
        """
        cosines = self._cosines_of_others(piece_id)
        nearest = np.argsort(-cosines, kind="stable")[:count]
        return tuple(
            (self.pieces[number], float(cosines[number]))
            for number in nearest
            if np.isfinite(cosines[number])
        )

    def rank(self, piece_id: int, other_id: int) -> int:
        """Return which neighbour of a piece another piece is: 1 = the nearest of all."""
        cosines = self._cosines_of_others(piece_id)
        return int((cosines > cosines[other_id]).sum()) + 1

    def pca_map(self, ids: Sequence[int]) -> tuple[np.ndarray, float]:
        """Put K pieces on a plane: the two directions in which their vectors differ most.

        Principal components of these K vectors alone; other pieces give another plane.

        Returns:
            Points (K, 2), the first column along the direction of the largest variance; and the
            share of the variance that the plane keeps, 1 where there is none to lose.

        Source: Pearson 1901, Phil. Mag. 2(11).
        """
        vectors = self._matrix[list(ids)].astype(np.float64)  # (K, D)
        centred = vectors - vectors.mean(axis=0)  # (K, D)
        left, sizes, axes = np.linalg.svd(centred, full_matrices=False)
        points = np.zeros((len(vectors), 2))
        kept = min(2, len(sizes))
        # The sign of an axis is anybody's choice: its largest entry is made positive.
        largest = np.abs(axes[:kept]).argmax(axis=1)
        signs = np.where(axes[np.arange(kept), largest] < 0, -1.0, 1.0)
        points[:, :kept] = left[:, :kept] * sizes[:kept] * signs  # (K, 2)
        total = float((sizes**2).sum())
        return points, float((sizes[:kept] ** 2).sum()) / total if total > 0 else 1.0

    def _cosines_of_others(self, piece_id: int) -> np.ndarray:
        cosines = self.cosines(piece_id)
        cosines[[PAD_ID, UNK_ID, piece_id]] = -np.inf
        return cosines
