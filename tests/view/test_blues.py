"""The gradient's ends and middle, as colours."""

import numpy as np
import pytest

from core.view.blues import blues, transparent_blues


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
