"""How strongly a unit is coloured, by method and scale."""

import numpy as np
import pytest

from core.view.highlight import drawn_scale, highlight_strengths, is_nearly_uniform
from tests.fakes import make_analysis

PIECES = ("▁", "京", "都")
NAN = float("nan")


def _strengths(pieces, scores, *, units=None, scale="relative", **changes):
    """Strengths of the tokens, or of units with the scores `units`."""
    attribution = make_analysis(pieces, scores, **changes).attribution
    drawn = attribution.token_scores if units is None else np.array(units)
    return highlight_strengths(attribution, drawn, scale=scale)


def test_attention_is_in_proportion_to_its_value():
    assert _strengths(PIECES, (0.1, 0.5, 0.4)) == pytest.approx([0.2, 1.0, 0.8])


def test_the_largest_absolute_value_is_the_strongest():
    assert _strengths(PIECES, (0.1, -0.5, 0.4), method="lime") == pytest.approx([0.2, 1.0, 0.8])


def test_on_the_absolute_scale_one_is_the_whole():
    scores = (0.1, -0.5, 1.25)
    assert _strengths(PIECES, scores, scale="absolute", method="lime") == pytest.approx(
        [0.1, 0.5, 1.0]
    )


def test_units_are_coloured_by_their_own_scores():
    scores = (0.1, 0.5, 0.4)
    assert _strengths(PIECES, scores, units=(0.1, 0.9)) == pytest.approx([1 / 9, 1.0])
    assert _strengths(PIECES, scores, units=(0.1, 0.9), scale="absolute") == pytest.approx(
        [0.1, 0.9]
    )


@pytest.mark.parametrize("scale", ["relative", "absolute"])
def test_of_the_output_maximum_only_what_lies_above_the_mean(scale):
    options = {"method": "output_max", "padding_share": None, "scale": scale}
    assert _strengths(PIECES, (1.0, 4.0, 2.5), **options) == pytest.approx([0.0, 1.0, 0.0])
    # The mean is -2/3: 5/3 and 2/3 lie above it.
    assert _strengths(PIECES, (-3.0, 1.0, 0.0), **options) == pytest.approx([0.0, 1.0, 0.4])


@pytest.mark.parametrize("method", ["softmax_max", "random"])
@pytest.mark.parametrize("scale", ["relative", "absolute"])
def test_without_a_whole_the_largest_value_is_the_strongest_on_any_scale(method, scale):
    options = {"method": method, "padding_share": None, "scale": scale}
    assert _strengths(PIECES, (0.0, 0.5, 0.125), **options) == pytest.approx([0.0, 1.0, 0.25])


@pytest.mark.parametrize(
    ("method", "drawn"),
    [
        ("attention", "absolute"),
        ("lime", "absolute"),
        ("output_max", "relative"),
        ("softmax_max", "relative"),
        ("random", "relative"),
    ],
)
def test_what_has_no_unit_is_drawn_on_the_relative_scale(method, drawn):
    assert drawn_scale(method, "absolute") == drawn
    assert drawn_scale(method, "relative") == "relative"


@pytest.mark.parametrize("scale", ["relative", "absolute"])
def test_truncated_tokens_have_no_strength(scale):
    strengths = _strengths(("▁", "京", "都", "へ"), (0.1, 0.5, 0.4), scale=scale)
    assert strengths[3] == 0.0
    assert strengths[1] > 0.0


@pytest.mark.parametrize("scale", ["relative", "absolute"])
@pytest.mark.parametrize("method", ["attention", "output_max"])
@pytest.mark.parametrize("scores", [(0.333, 0.333, 0.334), (0.7, 0.7, 0.7), (0.5,)])
def test_nearly_uniform_scores_colour_nothing(method, scores, scale):
    strengths = _strengths(("▁", "京", "都", "へ"), scores, method=method, scale=scale)
    assert strengths.tolist() == [0.0] * 4


def test_nearly_uniform_tokens_colour_no_unit_however_long():
    assert _strengths(PIECES, (0.333, 0.333, 0.334), units=(0.333, 0.667)).tolist() == [0.0] * 2


def test_only_zeros_colour_nothing():
    assert _strengths(PIECES, (0.0, 0.0, 0.0)).tolist() == [0.0] * 3


def test_an_unknown_scale_crashes():
    with pytest.raises(ValueError, match="Received: 'log'"):
        _strengths(PIECES, (0.1, 0.5, 0.4), scale="log")


@pytest.mark.parametrize(
    ("scores", "uniform"),
    [
        ([1.0, 1.0499], True),
        ([1.0, 1.0501], False),
        ([1.0, NAN, 1.01], True),
        ([0.5], True),
        ([0.0, 0.0], False),
        ([0.0, 1.0], False),
        ([-1.0, -1.01], False),
    ],
)
def test_is_nearly_uniform(scores, uniform):
    assert is_nearly_uniform(np.array(scores)) is uniform
