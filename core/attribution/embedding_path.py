"""What the gradient methods read: the embeddings of one text as its network reads them."""

import numpy as np

from core.classifier import Classifier
from core.types import EncodedBatch


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
