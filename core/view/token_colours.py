"""The colours of tokens: one hue for, one against; the Blues of the article's table."""

import numpy as np

from core.view.palette import AGAINST_HUE, FOR_HUE, MOST_HUE, PAGE

# The strengths that an eye tells apart; between them the colour runs on without steps.
TOKEN_LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)

_WHITE = np.array([255.0, 255.0, 255.0])
_BLUE = np.array([107.0, 174.0, 214.0])  # ColorBrewer Blues, step 5 of 9: black stands on it
_DEEP_BLUE = "33, 113, 181"  # ColorBrewer Blues, step 7 of 9
_MAX_ALPHA = 0.6


def token_background(strength: float, *, negative: bool, theme: str) -> str:
    """Return the colour "#rrggbb" under a token, as the page 分析 shows it.

    Args:
        strength: 0..1, see `core.view.highlight.highlight_strengths`.
        negative: whether the token speaks against the label.
        theme: "light" or "dark".
    """
    hue, page = (AGAINST_HUE if negative else FOR_HUE), PAGE[theme]
    share = MOST_HUE * strength
    mixed = (
        round(share * over + (1.0 - share) * under)
        for over, under in zip(_channels(hue), _channels(page), strict=True)
    )
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def token_properties() -> str:
    """Return the same as custom properties for a style sheet: --for, --against and --most."""
    return f":host {{ --for: {FOR_HUE}; --against: {AGAINST_HUE}; --most: {MOST_HUE:.0%} }}\n"


def _channels(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))


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
