"""How strongly a token is coloured, by method."""

import numpy as np
import pytest

from core.view.highlight import highlight_strengths, is_nearly_uniform
from tests.fakes import make_analysis

PIECES = ("▁", "京", "都")
NAN = float("nan")


def test_attention_is_in_proportion_to_its_value():
    analysis = make_analysis(PIECES, (0.1, 0.5, 0.4))
    assert highlight_strengths(analysis) == pytest.approx([0.2, 1.0, 0.8])


def test_of_the_output_maximum_only_what_lies_above_the_mean():
    analysis = make_analysis(PIECES, (1.0, 4.0, 2.5), method="output_max", padding_share=None)
    assert highlight_strengths(analysis) == pytest.approx([0.0, 1.0, 0.0])
    analysis = make_analysis(PIECES, (-3.0, 1.0, 0.0), method="output_max", padding_share=None)
    # The mean is -2/3: 5/3 and 2/3 lie above it.
    assert highlight_strengths(analysis) == pytest.approx([0.0, 1.0, 0.4])


def test_truncated_tokens_have_no_strength():
    analysis = make_analysis(("▁", "京", "都", "へ"), (0.1, 0.5, 0.4))
    assert highlight_strengths(analysis) == pytest.approx([0.2, 1.0, 0.8, 0.0])


@pytest.mark.parametrize("method", ["attention", "output_max"])
@pytest.mark.parametrize("scores", [(0.333, 0.333, 0.334), (0.7, 0.7, 0.7), (0.5,)])
def test_nearly_uniform_scores_colour_nothing(method, scores):
    analysis = make_analysis(("▁", "京", "都", "へ"), scores, method=method)
    assert highlight_strengths(analysis).tolist() == [0.0] * 4


def test_only_zeros_colour_nothing():
    assert highlight_strengths(make_analysis(PIECES, (0.0, 0.0, 0.0))).tolist() == [0.0] * 3


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
