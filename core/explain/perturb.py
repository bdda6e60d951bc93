"""Variants of a text with some tokens taken out: always ids, never text.

Decoding and cutting again would give other pieces than those that were to stay.
"""

from collections.abc import Sequence

import numpy as np

from core.types import UNK_ID

# How a token is taken out: its place closes, or <unk> or the blank piece ▁ takes its place.
REMOVALS = ("delete", "unk", "blank")


def remove_tokens(
    token_ids: np.ndarray, removed: np.ndarray, *, removal: str, blank_id: int
) -> list[np.ndarray]:
    """Take tokens out of one text, N times.

    Args:
        token_ids: (T,), without padding.
        removed: bool (N, T), True where a token goes.
        removal: one of `REMOVALS`.
        blank_id: id of the blank piece.

    Returns:
        N rows of ids; a row from which everything was deleted is empty.
    """
    if removal not in REMOVALS:
        raise ValueError(f"removal must be one of {REMOVALS}. Received: {removal!r}")
    if removal == "delete":
        return [token_ids[~row] for row in removed]
    stand_in = UNK_ID if removal == "unk" else blank_id
    return list(np.where(removed, np.int32(stand_in), token_ids))  # N × (T,)


def remove_groups(groups: Sequence[Sequence[int]], removed: np.ndarray, size: int) -> np.ndarray:
    """Turn removed groups of tokens into removed tokens.

    Args:
        groups: the numbers of the tokens of each group (G).
        removed: bool (N, G).
        size: number of tokens, T.

    Returns:
        bool (N, T).
    """
    tokens = np.zeros((len(removed), size), bool)  # (N, T)
    for number, group in enumerate(groups):
        tokens[:, list(group)] = removed[:, number, None]
    return tokens
