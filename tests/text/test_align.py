"""Position scores reach the token they belong to, whatever the padding."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.explain.methods.registry import METHODS
from core.text.align import spans, token_scores
from core.text.encode import encode
from core.types import PositionScores, Span, TokenizedText
from tests.fakes import AdditiveEngine, make_classifier, make_tokenized
from tests.strategies import MIXED_TEXT

NAN = float("nan")
THREE = make_tokenized("▁", "京", "都")


def _scores(*values: float) -> PositionScores:
    return PositionScores(scores=np.array(values), signed=False, padding_share=None)


@pytest.mark.parametrize(
    ("side", "values"), [("left", (9.0, 9.0, 1.0, 2.0, 3.0)), ("right", (1.0, 2.0, 3.0, 9.0, 9.0))]
)
def test_scores_are_shifted_past_the_padding(side, values):
    encoded = encode([THREE], sequence_length=5, padding_side=side)
    assert token_scores(_scores(*values), encoded).tolist() == [1.0, 2.0, 3.0]


@pytest.mark.parametrize("side", ["left", "right"])
def test_truncated_tokens_have_no_score(side):
    encoded = encode([THREE], sequence_length=2, padding_side=side)
    np.testing.assert_array_equal(token_scores(_scores(1.0, 2.0), encoded), [1.0, 2.0, NAN])


def test_a_text_without_tokens_has_no_scores():
    encoded = encode([TokenizedText(text="", tokens=())], sequence_length=2)
    assert token_scores(_scores(1.0, 2.0), encoded).tolist() == []


def test_exactly_one_text():
    with pytest.raises(ValueError, match="Received: 2"):
        token_scores(_scores(1.0, 2.0, 3.0), encode([THREE, THREE], sequence_length=3))


def test_spans_carry_the_scores_to_the_characters():
    assert spans(THREE, np.array([0.5, 0.25, 0.125])) == (
        Span(start=0, end=0, score=0.5),
        Span(start=0, end=1, score=0.25),
        Span(start=1, end=2, score=0.125),
    )


def test_spans_need_one_score_per_token():
    with pytest.raises(ValueError, match="shorter"):
        spans(THREE, np.array([0.5, 0.25]))


@settings(max_examples=80)
@given(text=MIXED_TEXT, length=st.integers(1, 24), side=st.sampled_from(["left", "right"]))
def test_no_number_exactly_where_truncated(tiny_tokenizer, text, length, side):
    tokenized = tiny_tokenizer.tokenize(text)
    encoded = encode([tokenized], sequence_length=length, padding_side=side)
    # Each position's score says which token stands there.
    per_token = token_scores(_scores(*encoded.token_index[0].astype(float)), encoded)
    kept = min(len(tokenized.tokens), length)
    assert per_token[:kept].tolist() == list(range(kept))
    assert np.isnan(per_token[kept:]).all()
    assert len(per_token) == len(tokenized.tokens)


@pytest.mark.parametrize(
    ("method", "expected"), [("attention", [0.125, 0.625, 0.25]), ("output_max", [0.1, 0.7, 0.3])]
)
def test_the_amount_and_the_side_of_padding_do_not_matter(method, expected):
    classifier = make_classifier(
        AdditiveEngine(
            {2: (0.0, 0.1, 0.0, 0.0), 3: (0.7, 0.1, 0.0, 0.0), 4: (0.0, 0.0, 0.3, 0.0)},
            pull={2: 1.0, 3: 5.0, 4: 2.0},
        )
    )
    for length in (3, 16, 64):
        for side in ("left", "right"):
            encoded = encode([THREE], sequence_length=length, padding_side=side)
            scores = METHODS[method].score(classifier, encoded, 0)
            assert token_scores(scores, encoded) == pytest.approx(expected)
