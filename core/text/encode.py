"""Tokens to padded ids: the only place that knows the padding and the truncation side."""

from collections.abc import Sequence

import numpy as np

from core.types import PAD_ID, EncodedBatch, TokenizedText


def pad_ids(rows: Sequence[np.ndarray], *, sequence_length: int) -> np.ndarray:
    """Put rows of ids, none longer than the window, at the right end of it: int32 (N, L)."""
    token_ids = np.full((len(rows), sequence_length), PAD_ID, np.int32)  # (N, L)
    for number, row in enumerate(rows):
        token_ids[number, sequence_length - len(row) :] = row
    return token_ids


def encode(
    texts: Sequence[TokenizedText], *, sequence_length: int, padding_side: str = "left"
) -> EncodedBatch:
    """Put the first `sequence_length` tokens of every text into a window of that length.

    Args:
        padding_side: "left" (as the 2019 article pads) or "right".

    Returns:
        token_ids and token_index, int32 (B, L).
    """
    if padding_side not in ("left", "right"):
        raise ValueError(f"padding_side must be 'left' or 'right'. Received: {padding_side!r}")
    token_ids = np.full((len(texts), sequence_length), PAD_ID, np.int32)  # (B, L)
    token_index = np.full((len(texts), sequence_length), -1, np.int32)  # (B, L)
    for row, text in enumerate(texts):
        kept = text.tokens[:sequence_length]
        start = sequence_length - len(kept) if padding_side == "left" else 0
        for number, token in enumerate(kept):
            token_ids[row, start + number] = token.id
            token_index[row, start + number] = number
    return EncodedBatch(texts=tuple(texts), token_ids=token_ids, token_index=token_index)
