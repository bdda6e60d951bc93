"""The folder of the pretrained layers: their weights, and a record of where they come from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import keras

from core.errors import EncoderMismatchError, FileChangedError, FileUnreadableError
from core.files import read_json, sha256_of, write_json
from core.model.config import ModelConfig
from core.training.export import save_weights
from core.training.network import build_encoder

ENCODER_FILE = "encoder.weights.h5"
RECORD_FILE = "encoder.json"

_SIZES = (
    "vocabulary_size",
    "embedding_dim",
    "attention_units",
    "lstm_units",
    "masked",
    "pooling",
)


def save_encoder(
    folder: Path, encoder: keras.Model, *, model: ModelConfig, record: Mapping[str, Any]
) -> None:
    """Write the weights (float16) and what they are."""
    save_weights(encoder, folder / ENCODER_FILE)
    sizes = {name: getattr(model, name) for name in _SIZES}
    checksums = {ENCODER_FILE: sha256_of(folder / ENCODER_FILE)}
    write_json(folder / RECORD_FILE, {"schema": 1, **record, "model": sizes, "files": checksums})


def read_encoder_record(folder: Path) -> dict[str, Any]:
    """Return what encoder.json says.

    Raises:
        FileMissingError, FileUnreadableError.
    """
    return read_json(folder / RECORD_FILE)


def load_encoder(folder: Path, model: ModelConfig, *, tokenizer_sha256: str) -> keras.Model:
    """Read what `save_encoder` wrote.

    Args:
        tokenizer_sha256: of the tokenizer that will be used with it.

    Raises:
        FileMissingError, FileChangedError: of its files.
        EncoderMismatchError: it was pretrained with another tokenizer or other sizes.
        FileUnreadableError: the weights are damaged.
    """
    record = read_encoder_record(folder)
    try:
        checksum, tokenizer = record["files"][ENCODER_FILE], record["tokenizer"]
        wanted = {name: record["model"][name] for name in _SIZES}
    except (KeyError, TypeError) as error:
        path = folder / RECORD_FILE
        raise FileUnreadableError(path=path, reason=f"{type(error).__name__}: {error}") from error
    if tokenizer != tokenizer_sha256:
        raise EncoderMismatchError(path=folder, difference="tokenizer")
    if different := [name for name in _SIZES if wanted[name] != getattr(model, name)]:
        raise EncoderMismatchError(path=folder, difference=", ".join(different))
    if sha256_of(folder / ENCODER_FILE) != checksum:
        raise FileChangedError(path=folder / ENCODER_FILE)
    encoder = build_encoder(model)
    try:
        encoder.load_weights(folder / ENCODER_FILE)
    except (OSError, ValueError, KeyError) as error:
        raise FileUnreadableError(path=folder / ENCODER_FILE, reason="Keras") from error
    return encoder
