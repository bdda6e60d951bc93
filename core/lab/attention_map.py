"""Who attends to whom in one text: the attention weights as a square, and two checks of them."""

from dataclasses import dataclass

import numpy as np

from core.explain.classifier import Classifier
from core.types import EncodedBatch, TokenizedText

# A larger square can neither be read nor drawn in a second.
MAX_POSITIONS = 128


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AttentionMap:
    """The attention weights between P positions of one text.

    Attributes:
        token_index: (P,), the number of the token at each position, -1 on padding.
        weights: (P, P), rows are queries, columns keys.
        num_padding: positions of padding that the network read, drawn here or not; 0 where the
            serving network reads none.
        row_sum_gap: the largest |sum of a row - 1|, over everything that the network read.
        reconstruction_gap: the largest |A·X - attention output|, X being the embeddings of the
            ids: 0 but for rounding if the weights are what the network really used.
    """

    tokenized: TokenizedText
    token_index: np.ndarray
    weights: np.ndarray
    num_padding: int
    row_sum_gap: float
    reconstruction_gap: float

    def __post_init__(self) -> None:
        size = len(self.token_index)
        if self.weights.shape != (size, size):
            raise ValueError(f"weights must be {(size, size)}. Received: {self.weights.shape}")
        for array in (self.token_index, self.weights):
            array.setflags(write=False)

    @property
    def num_tokens(self) -> int:
        """How many of the positions are tokens."""
        return int((self.token_index >= 0).sum())


def attention_map(
    classifier: Classifier, encoded: EncodedBatch, *, with_padding: bool
) -> AttentionMap:
    """Run one text and take its attention weights out of the window.

    At most `MAX_POSITIONS` positions are kept, the first tokens before any padding.

    Args:
        encoded: a batch of exactly one text.
        with_padding: keep the padding too, where the network reads any.

    Raises:
        ValueError: the batch does not hold exactly one text.
    """
    if len(encoded.texts) != 1:
        raise ValueError(f"one text is needed. Received: {len(encoded.texts)}")
    output = classifier.run(encoded)
    weights = output.attention_weights[0]  # (L, L)
    real = encoded.padding_mask[0]  # (L,)
    # An engine that does not run the padding leaves its rows at 0: no softmax does that.
    read = real | weights.any(axis=1)  # (L,)
    used = weights[np.ix_(read, read)]  # (R, R)
    embedded = classifier.network.embed(encoded.token_ids[0][read])  # (R, D)
    rebuilt = used @ embedded  # (R, D)
    tokens = np.flatnonzero(real)[:MAX_POSITIONS]
    padding = np.flatnonzero(read & ~real)
    kept = padding[: MAX_POSITIONS - len(tokens)] if with_padding else padding[:0]
    shown = np.sort(np.concatenate([tokens, kept]))  # (P,)
    return AttentionMap(
        tokenized=encoded.texts[0],
        token_index=encoded.token_index[0][shown],
        weights=weights[np.ix_(shown, shown)],
        num_padding=len(padding),
        row_sum_gap=float(np.abs(used.sum(axis=1) - 1.0).max()),
        reconstruction_gap=float(np.abs(rebuilt - output.attention_output[0][read]).max()),
    )
