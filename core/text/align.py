"""Position scores to token scores to character spans."""

import numpy as np

from core.types import EncodedBatch, PositionScores, Span, TokenizedText


def token_scores(scores: PositionScores, encoded: EncodedBatch) -> np.ndarray:
    """Shift the scores past the padding.

    Args:
        encoded: a batch of exactly one text.

    Returns:
        float64 (T,), NaN for tokens that truncation hid from the model.
    """
    if len(encoded.texts) != 1:
        raise ValueError(f"one text is needed. Received: {len(encoded.texts)}")
    per_token = np.full(len(encoded.texts[0].tokens), np.nan)  # (T,)
    mask = encoded.padding_mask[0]  # (L,)
    per_token[encoded.token_index[0][mask]] = scores.scores[mask]
    return per_token


def seen_token_ids(encoded: EncodedBatch) -> np.ndarray:
    """Return the ids of the tokens that the model sees, in the order of the text: (T,).

    Args:
        encoded: a batch of exactly one text.
    """
    if len(encoded.texts) != 1:
        raise ValueError(f"one text is needed. Received: {len(encoded.texts)}")
    return encoded.token_ids[0][encoded.padding_mask[0]]


def position_scores(values: np.ndarray, encoded: EncodedBatch) -> np.ndarray:
    """Put the values of the tokens that the model sees (T,) at their positions: (L,), else 0."""
    scores = np.zeros(encoded.token_ids.shape[1])  # (L,)
    scores[encoded.padding_mask[0]] = values
    return scores


def spans(tokenized: TokenizedText, scores: np.ndarray) -> tuple[Span, ...]:
    """Put each token's score on the characters of the original text it came from (T)."""
    return tuple(
        Span(start=token.start, end=token.end, score=float(score))
        for token, score in zip(tokenized.tokens, scores, strict=True)
    )
