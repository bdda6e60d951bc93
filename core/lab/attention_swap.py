"""What a network answers when other attention weights stand in the place of the learnt ones."""

from dataclasses import dataclass

import numpy as np

from core.explain.classifier import Classifier
from core.types import EncodedBatch


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AttentionSwap:
    """The logits of one text with three kinds of attention; everything else is as it was learnt.

    Attributes:
        learned: (C,), with the weights that the network gives itself.
        uniform: (C,), every position gets the same weight from every other.
        shuffled: (N, C), the weights of every row of the matrix dealt out anew, N times.
    """

    learned: np.ndarray
    uniform: np.ndarray
    shuffled: np.ndarray

    def __post_init__(self) -> None:
        for array in (self.learned, self.uniform, self.shuffled):
            array.setflags(write=False)


def swap_attention(
    classifier: Classifier, encoded: EncodedBatch, *, num_shuffles: int = 100, seed: int = 0
) -> AttentionSwap:
    """Ask one text with its learnt attention, with a uniform one, and with shuffled ones.

    The weights are dealt out over all that the network reads: the padding too where it does not
    mask it.

    Args:
        encoded: a batch of exactly one text.

    Raises:
        ValueError: the batch does not hold exactly one text, or no shuffle is asked for.

    Source: Jain & Wallace 2019, "Attention is not Explanation", arXiv:1902.10186, section 4.2.1
    (permuted weights); Wiegreffe & Pinter 2019, arXiv:1908.04626, section 3.2 (uniform ones).
    """
    if len(encoded.texts) != 1 or num_shuffles < 1:
        raise ValueError(
            "one text and at least one shuffle are needed. Received: "
            f"{len(encoded.texts)}, {num_shuffles}"
        )
    network = classifier.network
    token_ids = encoded.token_ids[0]  # (L,)
    learned = classifier.run(encoded).attention_weights[0]  # (L, L)
    if network.masked:
        real = encoded.padding_mask[0]  # (L,)
        token_ids, learned = token_ids[real], learned[real][:, real]  # (T,), (T, T)
    uniform = np.full_like(learned, 1.0 / len(token_ids))  # (P, P)
    rng = np.random.default_rng(seed)
    shuffled = np.stack([rng.permuted(learned, axis=1) for _ in range(num_shuffles)])
    weights = np.concatenate([learned[None], uniform[None], shuffled])  # (2 + N, P, P)
    rows = np.broadcast_to(token_ids, (len(weights), len(token_ids)))  # (2 + N, P)
    logits = network.logits_with_attention(rows, weights)  # (2 + N, C)
    return AttentionSwap(learned=logits[0], uniform=logits[1], shuffled=logits[2:])
