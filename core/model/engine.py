"""Ids to probabilities, attention weights and attention output, on ONNX Runtime."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

# Before the import: it would keep an id of the device in the home folder and report to its makers.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime

from core.errors import FileUnreadableError
from core.model.config import ModelConfig
from core.text.encode import pad_ids
from core.types import EncodedBatch, ModelOutput

_ALL = ("logits", "probabilities", "attention_weights", "attention_output")
_ROWS = 64  # texts run together: more of them are no faster, and fill memory


class Engine(Protocol):
    """Whatever runs the network: ONNX Runtime here, TensorFlow in `core.training.keras_engine`."""

    def run(self, encoded: EncodedBatch) -> ModelOutput:
        """Answer a batch with all four outputs."""
        ...

    def logits(self, rows: Sequence[np.ndarray]) -> np.ndarray:
        """Answer N rows of ids without padding, none of them empty: (N, C)."""
        ...


class UnpaddedEngine:
    """Runs a masked network without its padding, an unmasked one at its window's length."""

    def __init__(self, config: ModelConfig) -> None:
        self._config = config

    def run(self, encoded: EncodedBatch) -> ModelOutput:
        """Run a batch.

        A masked network's answer does not depend on padding, so its texts run unpadded, those
        of the same length together, and the results return to their padded positions; rows of
        padding queries are then 0. An unmasked one sees the padding.

        Raises:
            ValueError: the batch has another length than the window, or a text has no token.
        """
        length = encoded.token_ids.shape[1]
        if not encoded.padding_mask.any(axis=1).all():
            raise ValueError("every text needs at least one token. Received: one without")
        if self._config.masked:
            return self._run_unpadded(encoded)
        if length != self._config.sequence_length:
            raise ValueError(
                f"the window is {self._config.sequence_length} long. Received: {length}"
            )
        return ModelOutput(**self._run_ids(encoded.token_ids, _ALL))

    def logits(self, rows: Sequence[np.ndarray]) -> np.ndarray:
        """Answer N rows of ids without padding, none of them empty: (N, C).

        Raises:
            ValueError: a row is empty or longer than the window.
        """
        length = self._config.sequence_length
        sizes = np.array([len(row) for row in rows])  # (N,)
        if not ((sizes > 0) & (sizes <= length)).all():
            raise ValueError(f"1 to {length} ids are needed. Received: {sizes.tolist()}")
        answers = np.empty((len(rows), len(self._config.labels)), np.float32)  # (N, C)
        if not self._config.masked:
            sizes = np.full(len(rows), length)
        for size in np.unique(sizes):
            same = np.flatnonzero(sizes == size)  # (R,)
            for start in range(0, len(same), _ROWS):
                chunk = same[start : start + _ROWS]
                token_ids = pad_ids([rows[number] for number in chunk], sequence_length=int(size))
                answers[chunk] = self._run_ids(token_ids, ("logits",))["logits"]
        return answers

    def _run_ids(self, token_ids: np.ndarray, names: tuple[str, ...]) -> dict[str, np.ndarray]:
        """Give some outputs of `core.training.network` for token ids (B, T), read as they are."""
        raise NotImplementedError

    def _run_unpadded(self, encoded: EncodedBatch) -> ModelOutput:
        batch, length = encoded.token_ids.shape
        mask = encoded.padding_mask  # (B, L)
        num_labels, dim = len(self._config.labels), self._config.embedding_dim
        logits = np.zeros((batch, num_labels), np.float32)  # (B, C)
        probabilities = np.zeros_like(logits)  # (B, C)
        weights = np.zeros((batch, length, length), np.float32)  # (B, L, L)
        output = np.zeros((batch, length, dim), np.float32)  # (B, L, D)
        num_tokens = mask.sum(axis=1)  # (B,)
        for size in np.unique(num_tokens):
            rows = np.flatnonzero(num_tokens == size)  # (R,)
            token_ids = encoded.token_ids[rows][mask[rows]].reshape(len(rows), size)  # (R, T)
            result = self._run_ids(token_ids, _ALL)
            logits[rows] = result["logits"]
            probabilities[rows] = result["probabilities"]
            positions = np.nonzero(mask[rows])[1].reshape(len(rows), size)  # (R, T)
            output[rows[:, None], positions] = result["attention_output"]
            weights[rows[:, None, None], positions[:, :, None], positions[:, None, :]] = result[
                "attention_weights"
            ]
        return ModelOutput(
            logits=logits,
            probabilities=probabilities,
            attention_weights=weights,
            attention_output=output,
        )


class OnnxEngine(UnpaddedEngine):
    """The exported network. Every prediction of the product goes through it."""

    def __init__(self, path: Path, config: ModelConfig) -> None:
        super().__init__(config)
        options = onnxruntime.SessionOptions()
        # One text is under a millisecond of work: more threads would only fight over the cores
        # with the other visitors.
        options.intra_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(
                path, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the exceptions of onnxruntime share no public base class
            raise FileUnreadableError(path=path, reason="ONNX") from error

    def _run_ids(self, token_ids: np.ndarray, names: tuple[str, ...]) -> dict[str, np.ndarray]:
        values = self._session.run(list(names), {"token_ids": token_ids})
        return dict(zip(names, values, strict=True))
