"""Boundaries that were found against those that are right."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryScores:
    """How well the boundaries inside texts were found.

    Attributes:
        num_found, num_right: boundaries that were found and that should have been.
        precision: the part of the found ones that is right, 0..1.
        recall: the part of the right ones that was found, 0..1.
        f1: their harmonic mean.
    """

    num_texts: int
    num_found: int
    num_right: int
    precision: float
    recall: float
    f1: float


def score_boundaries(
    found: Sequence[AbstractSet[int]], right: Sequence[AbstractSet[int]]
) -> BoundaryScores:
    """Count over all texts together; where nothing is to be found, every rate is 0."""
    hits = sum(len(here & there) for here, there in zip(found, right, strict=True))
    num_found = sum(map(len, found))
    num_right = sum(map(len, right))
    return BoundaryScores(
        num_texts=len(found),
        num_found=num_found,
        num_right=num_right,
        precision=hits / max(num_found, 1),
        recall=hits / max(num_right, 1),
        f1=2 * hits / max(num_found + num_right, 1),
    )


def marked_boundaries(marked: str, *, mark: str = "|") -> frozenset[int]:
    """Read where the mark stands, counted in the characters of the text without it."""
    length = 0
    boundaries = set()
    for part in marked.split(mark)[:-1]:
        length += len(part)
        boundaries.add(length)
    return frozenset(boundaries)
