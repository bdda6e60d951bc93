"""The reference path: the same bundle through TensorFlow/Keras, padded and masked.

What the tests compare ONNX Runtime with; never imported by the server.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.errors import FileUnreadableError
from core.model.bundle import WEIGHTS_FILE, Bundle
from core.model.config import ModelConfig
from core.text.encode import pad_ids
from core.training.network import OUTPUT_NAMES, build_network
from core.types import EncodedBatch, ModelOutput


def open_keras_engine(bundle: Bundle) -> "KerasEngine":
    """Open the trainable network of a model folder: for `core.analyzer.Analyzer.load`."""
    return KerasEngine(bundle.folder / WEIGHTS_FILE, bundle.model)


class KerasEngine:
    """The trainable network with its stored weights."""

    def __init__(self, path: Path, config: ModelConfig) -> None:
        self._config = config
        self._network = build_network(config)
        try:
            self._network.load_weights(path)
        except (OSError, ValueError, KeyError) as error:
            raise FileUnreadableError(path=path, reason="Keras") from error

    def run(self, encoded: EncodedBatch) -> ModelOutput:
        """Run a batch at its padded length."""
        outputs = self._network(encoded.token_ids, training=False)
        arrays = {name: np.array(outputs[name]) for name in OUTPUT_NAMES}
        if self._config.masked:
            # What a padding query looks at means nothing; the unpadded engine never runs it.
            padding = ~encoded.padding_mask  # (B, L)
            arrays["attention_weights"][padding] = 0.0
            arrays["attention_output"][padding] = 0.0
        return ModelOutput(**arrays)

    def logits(self, rows: Sequence[np.ndarray]) -> np.ndarray:
        """Answer N rows of ids without padding, none of them empty: (N, C)."""
        token_ids = pad_ids(rows, sequence_length=self._config.sequence_length)
        return np.array(self._network(token_ids, training=False)["logits"])
