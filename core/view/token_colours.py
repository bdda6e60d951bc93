"""The colours behind highlighted tokens: one hue for, one against, over the page."""

from core.view.palette import AGAINST_HUE, FOR_HUE, MOST_HUE, PAGE

# The strengths that an eye tells apart; between them the colour runs on without steps.
TOKEN_LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)


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
