"""The Blues gradient of the article's table, from white to a blue that black text stands on."""

import numpy as np

_WHITE = np.array([255.0, 255.0, 255.0])
_BLUE = np.array([107.0, 174.0, 214.0])  # ColorBrewer Blues, step 5 of 9


def blues(values: np.ndarray) -> list[str]:
    """Return a "#rrggbb" for each value (T,): white at 0 and at NaN, blue at the maximum."""
    shares = np.nan_to_num(values)
    top = shares.max(initial=0.0)
    if top > 0.0:
        shares = shares / top
    colours = _WHITE + shares[:, None] * (_BLUE - _WHITE)  # (T, 3)
    return ["#{:02x}{:02x}{:02x}".format(*map(round, colour)) for colour in colours.tolist()]
