"""At which tokens of one text the classifier reads the units of the LSTM."""

from dataclasses import dataclass

import numpy as np

from core.explain.classifier import Classifier
from core.types import EncodedBatch


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnitPlaces:
    """How many of the 2 H units, forward and backward, are read where.

    Attributes:
        tokens: int (T,), at each token that the model saw.
        padding: at all the padding together.
    """

    tokens: np.ndarray
    padding: int

    def __post_init__(self) -> None:
        self.tokens.setflags(write=False)


def unit_places(classifier: Classifier, encoded: EncodedBatch) -> UnitPlaces:
    """Count, token by token, the units whose value the classifier takes there.

    Args:
        encoded: a batch of exactly one text.

    Raises:
        ValueError: the batch does not hold exactly one text.
    """
    if len(encoded.texts) != 1:
        raise ValueError(f"one text is needed. Received: {len(encoded.texts)}")
    network = classifier.network
    real = encoded.padding_mask[0]  # (L,)
    read = real if network.masked else np.full_like(real, True)  # (L,)
    times = network.unit_times(network.embed(encoded.token_ids[:, read]))[0]  # (2 H,)
    numbers = encoded.token_index[0][read][times]  # (2 H,)
    seen = numbers >= 0  # (2 H,)
    return UnitPlaces(
        tokens=np.bincount(numbers[seen], minlength=int(real.sum())), padding=int((~seen).sum())
    )
