"""Vectors of whole words for the pieces of a tokenizer: where pretraining starts from."""

from collections.abc import Sequence

import numpy as np

from core.errors import TooFewWordVectorsError
from core.training.word_vectors import WordVectors
from core.types import PAD_ID


def piece_matrix(pieces: Sequence[str], own: np.ndarray, vectors: WordVectors) -> np.ndarray:
    """Give every piece the vector of the word that it is, in as many dimensions as `own` has.

    The word vectors are turned onto the axes that hold most of their length (singular value
    decomposition), the others are dropped, and all are stretched by one factor until their mean
    square length is that of the pieces' own vectors.
    A piece that is no word gets its own vector, mapped to the same axes; the map is the one that
    fits best (least squares) where a piece has both.

    Args:
        pieces: the position is the id.
        own: float32 (V, D), the vectors of the pieces themselves; D at most that of the words.

    Returns:
        float32 (V, D), the padding's row zero.

    Raises:
        TooFewWordVectorsError: fewer than D pieces are words, or D is more than the words have.
    """
    found = {
        row: vector
        for row, piece in enumerate(pieces)
        if (vector := vectors.word_vector(piece)) is not None
    }
    dim = own.shape[1]
    if dim > min(len(found), vectors.dim):
        raise TooFewWordVectorsError(dim=dim, count=len(found))
    known = list(found)
    words = np.stack(list(found.values()))  # (K, W)
    axes = np.linalg.svd(words, full_matrices=False)[2][:dim]  # (D, W)
    projected = words @ axes.T  # (K, D)
    projected *= np.linalg.norm(own[known]) / np.linalg.norm(projected)  # as long as `own`
    own_to_word = np.linalg.lstsq(own[known], projected)[0]  # (D, D)
    matrix = own @ own_to_word  # (V, D)
    matrix[known] = projected
    matrix[PAD_ID] = 0.0
    return matrix.astype(np.float32)
