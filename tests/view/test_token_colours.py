"""Words stay legible on every highlight, and nobody takes one step or one sign for another."""

from itertools import pairwise

import numpy as np
import pytest

from core.view.palette import PAGE, PAGE_INK
from core.view.token_colours import TOKEN_LEVELS, blues, token_background, transparent_blues
from tests.colours import VISION, channels, contrast, distance

THEMES = ("light", "dark")
# In OKLab, where about 0.02 is just noticeable side by side; the smallest is 0.039.
APART = 0.035


def background(strength, *, negative, theme):
    return channels(token_background(strength, negative=negative, theme=theme))


def test_the_colour_runs_from_the_page_to_two_thirds_of_the_hue():
    assert token_background(0.0, negative=True, theme="dark") == PAGE["dark"] == "#171614"
    assert token_background(1.0, negative=False, theme="light") == "#e49659"
    assert token_background(1.0, negative=True, theme="dark") == "#08527b"


@pytest.mark.parametrize("theme", THEMES)
def test_words_stay_legible_on_every_shade_of_both_hues(theme):
    ink = channels(PAGE_INK[theme])
    shades = [
        background(strength, negative=negative, theme=theme)
        for strength in np.linspace(0.0, 1.0, 101)
        for negative in (False, True)
    ]
    assert min(contrast(ink, shade) for shade in shades) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_neighbouring_steps_stay_apart(theme, vision):
    for negative in (False, True):
        steps = [background(level, negative=negative, theme=theme) for level in TOKEN_LEVELS]
        gaps = [distance(one, other, vision=vision) for one, other in pairwise(steps)]
        assert min(gaps) >= APART


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_the_two_signs_stay_apart_on_every_step(theme, vision):
    gaps = [
        distance(
            background(level, negative=False, theme=theme),
            background(level, negative=True, theme=theme),
            vision=vision,
        )
        for level in TOKEN_LEVELS[1:]
    ]
    assert min(gaps) >= APART
    assert gaps == sorted(gaps)  # the stronger, the plainer


@pytest.mark.parametrize(
    ("vision", "red_and_green"), [("all colours", True), ("protanopia", False)]
)
def test_the_simulation_takes_red_for_green_where_a_person_does(vision, red_and_green):
    # Two colours that differ along the confusion line of protanopia alone.
    gap = distance(channels("#8a6f3a"), channels("#5f7a3a"), vision=vision)
    assert (gap > 0.06) == red_and_green


def test_white_at_zero_blue_at_the_maximum_and_half_between():
    assert blues(np.array([0.0, 0.5, 1.0])) == ["#ffffff", "#b5d6ea", "#6baed6"]


def test_only_the_proportion_to_the_maximum_counts():
    assert blues(np.array([0.0, 0.01, 0.02])) == blues(np.array([0.0, 50.0, 100.0]))


def test_truncated_tokens_are_white():
    assert blues(np.array([0.2, np.nan])) == ["#6baed6", "#ffffff"]


@pytest.mark.parametrize("values", [[], [0.0, 0.0], [np.nan]])
def test_nothing_to_colour(values):
    assert blues(np.array(values, float)) == ["#ffffff"] * len(values)
    assert transparent_blues(np.array(values, float)) == ["rgba(33, 113, 181, 0.000)"] * len(values)


def test_the_transparent_one_is_clear_at_zero_and_at_nan():
    assert transparent_blues(np.array([0.0, 1.0, 2.0, np.nan])) == [
        "rgba(33, 113, 181, 0.000)",
        "rgba(33, 113, 181, 0.300)",
        "rgba(33, 113, 181, 0.600)",
        "rgba(33, 113, 181, 0.000)",
    ]


def test_black_text_stands_on_every_blue():
    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return float(np.dot([0.2126, 0.7152, 0.0722], linear))

    for colour in blues(np.linspace(0.0, 1.0, 11)):
        assert (luminance(colour) + 0.05) / 0.05 >= 7.0  # WCAG AAA
