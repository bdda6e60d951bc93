"""What every explanation asks: answers of one model to variants of a text, given as ids."""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from core.explain.perturb import remove_tokens
from core.model.engine import Engine
from core.model.numpy_network import NumpyNetwork
from core.stats.calibration import softmax
from core.types import EncodedBatch, ModelOutput


class Classifier:
    """One model, asked in ids.

    Its probabilities are the network's own (softmax, not calibrated): they are what the methods
    explain.

    Args:
        blank_id: id of the blank piece ▁. It also stands for a text from which everything was
            deleted: the networks have no answer to no token at all.
        read_network: gives the network with gradients; called when one is first asked for.
    """

    def __init__(
        self, engine: Engine, *, blank_id: int, read_network: Callable[[], NumpyNetwork]
    ) -> None:
        self.blank_id = blank_id
        self._engine = engine
        self._read_network = read_network

    @cached_property
    def network(self) -> NumpyNetwork:
        """The same weights in NumPy, for gradients and for other lengths of padding."""
        return self._read_network()

    def run(self, encoded: EncodedBatch) -> ModelOutput:
        """Run a batch, attention included; see `core.model.engine`."""
        return self._engine.run(encoded)

    def probabilities(self, rows: Sequence[np.ndarray]) -> np.ndarray:
        """Answer N rows of ids without padding, each at most as long as the window: (N, C).

        Equal rows are asked once.
        """
        filled = [row if len(row) else np.array([self.blank_id], np.int32) for row in rows]
        places: dict[bytes, int] = {}
        distinct: list[np.ndarray] = []
        where = np.empty(len(filled), np.int64)  # (N,)
        for number, row in enumerate(filled):
            key = row.astype(np.int32).tobytes()
            if key not in places:
                places[key] = len(distinct)
                distinct.append(row)
            where[number] = places[key]
        return softmax(self._engine.logits(distinct))[where]  # (N, C)

    def without(
        self, token_ids: np.ndarray, removed: np.ndarray, *, removal: str = "delete"
    ) -> np.ndarray:
        """Answer one text (T,) with the tokens `removed`, bool (N, T), taken out: (N, C)."""
        rows = remove_tokens(token_ids, removed, removal=removal, blank_id=self.blank_id)
        return self.probabilities(rows)


def read_embeddings(classifier: Classifier, encoded: EncodedBatch) -> tuple[np.ndarray, np.ndarray]:
    """Return the embeddings of one text and where its tokens stand in them.

    A masked network never reads its padding; an unmasked one reads its whole window.

    Returns:
        embedded: (P, D).
        real: bool (P,), True where a token stands.
    """
    real = encoded.padding_mask[0]  # (L,)
    token_ids = encoded.token_ids[0]  # (L,)
    if classifier.network.masked:
        token_ids, real = token_ids[real], real[real]
    return classifier.network.embed(token_ids), real
