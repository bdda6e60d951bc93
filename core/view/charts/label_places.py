"""Where the words beside the dots of a map go, so that none covers another."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_DIRECTIONS = 16
_RINGS = 24
_GAP = 3.0  # pixels between words


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One word: its middle, and where a line from its dot ends; pixels, y downwards."""

    x: float
    y: float
    line_x: float
    line_y: float


def text_width(text: str, *, font_size: float) -> float:
    """Estimate how wide a text is drawn, in pixels: Japanese signs are square."""
    wide = sum(unicodedata.east_asian_width(sign) in "WFA" for sign in text)
    return font_size * (wide + 0.62 * (len(text) - wide))


def place_labels(
    dots: np.ndarray, labels: Sequence[str], *, width: float, height: float, font_size: float
) -> tuple[Place, ...]:
    """Put a word near every dot: the nearest place inside the frame that nothing else takes.

    Greedy, the crowded dots first. Where no place is free, the one that covers the least.

    Args:
        dots: (K, 2), pixels.
        width, height: of the frame, pixels.
    """
    sizes = np.array(
        [(text_width(label, font_size=font_size), 1.15 * font_size) for label in labels]
    )  # (K, 2)
    distances = np.linalg.norm(dots[:, None] - dots[None], axis=2)  # (K, K)
    crowd = (distances < 4 * font_size).sum(axis=1)  # (K,)
    radius = 0.35 * font_size  # what a dot keeps free around itself
    taken = np.concatenate([dots - radius, dots + radius], axis=1)  # (K + placed, 4)
    places: dict[int, Place] = {}
    for number in np.argsort(-crowd, kind="stable"):
        half = sizes[number] / 2 + _GAP / 2  # (2,)
        middles = _candidates(dots[number], half, radius, font_size)  # (N, 2)
        low, high = half, np.array([width, height]) - half
        middles = np.clip(middles, low, np.maximum(low, high))
        boxes = np.concatenate([middles - half, middles + half], axis=1)  # (N, 4)
        covered = _overlaps(boxes, taken).sum(axis=1)  # (N,)
        best = int(covered.argmin())  # the first of them is the nearest
        middle, box = middles[best], boxes[best]
        taken = np.concatenate([taken, box[None]])
        end = np.clip(dots[number], box[:2], box[2:])
        places[int(number)] = Place(
            x=float(middle[0]), y=float(middle[1]), line_x=float(end[0]), line_y=float(end[1])
        )
    return tuple(places[number] for number in range(len(labels)))


def _candidates(dot: np.ndarray, half: np.ndarray, radius: float, font_size: float) -> np.ndarray:
    """Return the middles of places around a dot, the nearest ring first, on its right first."""
    angles = 2 * np.pi * np.arange(_DIRECTIONS) / _DIRECTIONS
    directions = np.stack([np.cos(angles), np.sin(angles)], axis=1)  # (directions, 2)
    rings = radius + 0.5 * font_size * np.arange(_RINGS)
    # Along a direction the box touches the ring with its nearest side.
    return np.concatenate([dot + directions * (half + ring) for ring in rings])


def _overlaps(boxes: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Return how many square pixels of each box (N, 4) lie in each of the others: (N, M)."""
    low = np.maximum(boxes[:, None, :2], taken[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], taken[None, :, 2:])
    return np.clip(high - low, 0.0, None).prod(axis=2)
