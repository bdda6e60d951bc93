"""The window: the first tokens, padded on either side."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.text.encode import encode
from core.types import PAD_ID, TokenizedText
from tests.fakes import make_tokenized
from tests.strategies import MIXED_TEXT

THREE = make_tokenized("▁", "京", "都")  # ids 2, 3, 4
ONE = make_tokenized("あ")
NONE = TokenizedText(text="", tokens=())


def test_left_padding_exactly():
    encoded = encode([THREE, ONE, NONE], sequence_length=4)
    assert encoded.token_ids.tolist() == [[0, 2, 3, 4], [0, 0, 0, 2], [0, 0, 0, 0]]
    assert encoded.token_index.tolist() == [[-1, 0, 1, 2], [-1, -1, -1, 0], [-1, -1, -1, -1]]
    assert encoded.token_ids.dtype == encoded.token_index.dtype == np.int32
    assert encoded.texts == (THREE, ONE, NONE)


def test_right_padding_exactly():
    encoded = encode([THREE, ONE, NONE], sequence_length=4, padding_side="right")
    assert encoded.token_ids.tolist() == [[2, 3, 4, 0], [2, 0, 0, 0], [0, 0, 0, 0]]
    assert encoded.token_index.tolist() == [[0, 1, 2, -1], [0, -1, -1, -1], [-1, -1, -1, -1]]


@pytest.mark.parametrize("side", ["left", "right"])
def test_truncation_keeps_the_first_tokens(side):
    encoded = encode([THREE], sequence_length=2, padding_side=side)
    assert encoded.token_ids.tolist() == [[2, 3]]
    assert encoded.token_index.tolist() == [[0, 1]]


def test_a_window_that_fits_exactly_has_no_padding():
    assert encode([THREE], sequence_length=3).padding_mask.tolist() == [[True, True, True]]


def test_no_texts():
    assert encode([], sequence_length=4).token_ids.shape == (0, 4)


def test_an_unknown_side_is_refused():
    with pytest.raises(ValueError, match="Received: 'both'"):
        encode([ONE], sequence_length=4, padding_side="both")


@settings(max_examples=60)
@given(texts=st.lists(MIXED_TEXT, min_size=1, max_size=4), length=st.integers(1, 20))
def test_both_sides_hold_the_same_tokens_in_the_same_order(tiny_tokenizer, texts, length):
    tokenized = [tiny_tokenizer.tokenize(text) for text in texts]
    left = encode(tokenized, sequence_length=length)
    right = encode(tokenized, sequence_length=length, padding_side="right")
    for row, text in enumerate(tokenized):
        kept = min(len(text.tokens), length)
        for encoded in (left, right):
            mask = encoded.padding_mask[row]
            assert encoded.token_index[row][mask].tolist() == list(range(kept))
            assert encoded.token_ids[row][mask].tolist() == [t.id for t in text.tokens[:kept]]
            assert (encoded.token_ids[row][~mask] == PAD_ID).all()
        assert left.padding_mask[row].tolist() == [False] * (length - kept) + [True] * kept
        assert right.padding_mask[row].tolist() == [True] * kept + [False] * (length - kept)
