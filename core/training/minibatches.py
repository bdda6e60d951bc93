"""Labelled token ids as Keras batches of about equal length."""

from collections.abc import Callable, Sequence

import keras
import numpy as np

from core.text.encode import encode
from core.types import TokenizedText

_BATCHES_PER_CHUNK = 8


class Minibatches(keras.utils.PyDataset):
    """Minibatches of (token_ids int32 (B, L), one-hot labels float32 (B, C)).

    Args:
        sequence_length: the model's window.
        fixed_length: every batch is as long as the window (a model that sees its padding);
            otherwise texts of about the same length share a batch that is just long enough.
        shuffle: whether the batches of every epoch are drawn anew.
        draw_texts: gives the texts of the next epoch, cut or joined differently, in the same
            order; None leaves them as they are.
    """

    def __init__(
        self,
        texts: Sequence[TokenizedText],
        label_ids: Sequence[int],
        *,
        num_labels: int,
        batch_size: int,
        sequence_length: int,
        fixed_length: bool,
        shuffle: bool,
        seed: int,
        draw_texts: Callable[[], Sequence[TokenizedText]] | None = None,
    ) -> None:
        super().__init__()
        self._texts = texts
        self._targets = np.eye(num_labels, dtype=np.float32)[list(label_ids)]  # (N, C)
        self._batch_size = batch_size
        self._sequence_length = sequence_length
        self._fixed_length = fixed_length
        self._shuffle = shuffle
        self._draw_texts = draw_texts
        self._rng = np.random.default_rng(seed)
        self._rows = self._draw_rows()

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        rows = self._rows[index]
        texts = [self._texts[row] for row in rows]
        length = self._sequence_length
        if not self._fixed_length:
            length = min(length, max(len(text.tokens) for text in texts))
        return encode(texts, sequence_length=length).token_ids, self._targets[rows]

    def on_epoch_end(self) -> None:
        """Draw the texts and the batches of the next epoch."""
        if self._draw_texts is not None:
            self._texts = self._draw_texts()
        self._rows = self._draw_rows()

    def _draw_rows(self) -> list[np.ndarray]:
        order = np.arange(len(self._texts))
        if self._shuffle:
            self._rng.shuffle(order)
        if not self._fixed_length:
            # Sorting inside chunks, not over everything, keeps the batches of an epoch varied.
            lengths = np.array([len(text.tokens) for text in self._texts])
            size = self._batch_size * _BATCHES_PER_CHUNK
            chunks = [order[start : start + size] for start in range(0, len(order), size)]
            # Stable: how texts of one length are sorted otherwise is the processor's affair.
            order = np.concatenate(
                [chunk[np.argsort(lengths[chunk], kind="stable")] for chunk in chunks]
            )
        rows = [
            order[start : start + self._batch_size]
            for start in range(0, len(order), self._batch_size)
        ]
        if self._shuffle:
            self._rng.shuffle(rows)
        return rows
