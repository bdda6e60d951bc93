"""The Blues gradient of the article's table: nothing at 0, blue at the largest value."""

import numpy as np

_WHITE = np.array([255.0, 255.0, 255.0])
_BLUE = np.array([107.0, 174.0, 214.0])  # ColorBrewer Blues, step 5 of 9: black stands on it
_DEEP_BLUE = "33, 113, 181"  # ColorBrewer Blues, step 7 of 9
_MAX_ALPHA = 0.6


def blues(values: np.ndarray) -> list[str]:
    """Return a "#rrggbb" for each value (T,), to stand under black text; white at 0 and NaN."""
    colours = _WHITE + _shares(values)[:, None] * (_BLUE - _WHITE)  # (T, 3)
    return ["#{:02x}{:02x}{:02x}".format(*map(round, colour)) for colour in colours.tolist()]


def transparent_blues(values: np.ndarray) -> list[str]:
    """Return an "rgba(…)" for each value (T,), to lie over a light or a dark page."""
    return [f"rgba({_DEEP_BLUE}, {_MAX_ALPHA * share:.3f})" for share in _shares(values)]


def _shares(values: np.ndarray) -> np.ndarray:
    shares = np.nan_to_num(values)
    top = shares.max(initial=0.0)
    return shares / top if top > 0.0 else np.zeros(len(shares))
