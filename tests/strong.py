"""Small networks whose random weights are large enough for every path to matter.

A network of two training epochs spreads its attention evenly: there, a score at the wrong
position would differ from the right one by a millionth.
"""

from pathlib import Path

import keras
import numpy as np

from core.analyzer import Analyzer
from core.model import bundle as files
from core.model.config import ModelConfig
from core.training.embeddings import Embeddings
from core.training.export import round_weights, save_onnx, save_weights
from core.training.network import build_network
from tests.fakes import make_model_config, make_train_config
from tests.shared_folder import shared_folder

STRONG_TEMPERATURE = 1.7  # not 1: raw and calibrated probabilities differ


def build_strong_network(**changes: object) -> tuple[ModelConfig, keras.Model]:
    """Build a network with weights drawn from N(0, 0.5²), always the same."""
    config = make_model_config(**changes)
    network = build_network(config)
    rng = np.random.default_rng(0)
    network.set_weights(
        [rng.normal(0.0, 0.5, w.shape).astype(np.float32) for w in network.get_weights()]
    )
    return config, network


def strong_analyzer(tmp_path_factory, embeddings: Embeddings, *, masked: bool) -> Analyzer:
    """Load a model folder with a strong network; it is made once a run."""

    def make(folder: Path) -> None:
        _write_bundle(folder, embeddings.tokenizer_proto, masked=masked)

    name = "strong-masked" if masked else "strong-unmasked"
    return Analyzer.load(shared_folder(tmp_path_factory, name, make))


def _write_bundle(folder: Path, tokenizer_proto: bytes, *, masked: bool) -> None:
    config, network = build_strong_network(
        masked=masked,
        pooling="max" if masked else "last",  # as the two presets
        embedding_dim=16,
        lstm_units=8,
        sequence_length=24,
    )
    round_weights(network)
    folder.mkdir()
    (folder / files.TOKENIZER_FILE).write_bytes(tokenizer_proto)
    save_weights(network, folder / files.WEIGHTS_FILE)
    save_onnx(network, config, folder / files.ONNX_FILE)
    for name in (files.CURVES_FILE, files.REPORT_FILE, files.CARD_FILE, files.SOURCES_FILE):
        (folder / name).write_text("{}")
    files.save_config(
        folder,
        model=config,
        train=make_train_config(),
        temperature=STRONG_TEMPERATURE,
        data={},
        embeddings={},
        encoder={},
        versions={},
        command="",
    )
