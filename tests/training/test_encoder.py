"""The pretrained layers come back as they were stored, or say why they cannot."""

import json

import numpy as np
import pytest

from core.errors import (
    EncoderMismatchError,
    FileChangedError,
    FileMissingError,
    FileUnreadableError,
)
from core.files import sha256_of
from core.text.encode import encode
from core.training.encoder import (
    ENCODER_FILE,
    RECORD_FILE,
    load_encoder,
    read_encoder_record,
    save_encoder,
)
from core.training.network import build_encoder
from tests.fakes import make_model_config
from tests.small_network import random_texts

pytestmark = pytest.mark.slow

TOKENIZER = "ab" * 32
RECORD = {"command": "python -m core pretrain", "sentences": 7, "tokenizer": TOKENIZER}


def strong_encoder(config):
    """An encoder with weights drawn from N(0, 0.5²), always the same."""
    encoder = build_encoder(config)
    rng = np.random.default_rng(0)
    encoder.set_weights(
        [
            rng.normal(0.0, 0.5, w.shape).astype(np.float16).astype(np.float32)
            for w in encoder.get_weights()
        ]
    )
    return encoder


@pytest.fixture
def config():
    return make_model_config(labels=())


@pytest.fixture
def folder(tmp_path, config):
    save_encoder(tmp_path, strong_encoder(config), model=config, record=RECORD)
    return tmp_path


@pytest.mark.parametrize("pooling", ["max", "last"])
def test_what_is_saved_gives_the_same_states(tmp_path, pooling):
    config = make_model_config(labels=(), pooling=pooling)
    encoder = strong_encoder(config)
    save_encoder(tmp_path, encoder, model=config, record=RECORD)
    loaded = load_encoder(tmp_path, config, tokenizer_sha256=TOKENIZER)
    token_ids = encode(random_texts(config, 9, 9, 9), sequence_length=9).token_ids
    states = np.array(encoder(token_ids))
    assert np.ptp(states) > 0.1
    np.testing.assert_allclose(np.array(loaded(token_ids)), states, atol=1e-6)


def test_states_of_real_texts_fit_any_window_and_labels(folder):
    # What the classifier adds on top is not part of the folder.
    other = make_model_config(sequence_length=99, dropout=0.5)
    loaded = load_encoder(folder, other, tokenizer_sha256=TOKENIZER)
    expected = strong_encoder(make_model_config(labels=())).get_weights()
    pairs = zip(loaded.get_weights(), expected, strict=True)
    assert all(np.array_equal(a, b) for a, b in pairs)


def test_record_keeps_what_it_was_given_and_adds_sizes_and_checksums(folder):
    record = read_encoder_record(folder)
    assert record == {
        "schema": 1,
        **RECORD,
        "model": {
            "vocabulary_size": 1200,
            "embedding_dim": 8,
            "attention_units": 4,
            "lstm_units": 4,
            "masked": True,
            "pooling": "max",
        },
        "files": {ENCODER_FILE: sha256_of(folder / ENCODER_FILE)},
    }
    assert json.loads((folder / RECORD_FILE).read_text(encoding="utf-8")) == record


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"vocabulary_size": 1300}, "vocabulary_size"),
        ({"embedding_dim": 16}, "embedding_dim"),
        ({"attention_units": 5, "lstm_units": 6}, "attention_units, lstm_units"),
        ({"masked": False}, "masked"),
        ({"pooling": "last"}, "pooling"),
    ],
)
def test_other_sizes_are_told_by_name(folder, changes, difference):
    with pytest.raises(EncoderMismatchError) as error:
        load_encoder(folder, make_model_config(**changes), tokenizer_sha256=TOKENIZER)
    assert error.value.received == {"path": folder, "difference": difference}


def test_another_tokenizer_is_told(folder, config):
    with pytest.raises(EncoderMismatchError) as error:
        load_encoder(folder, config, tokenizer_sha256="cd" * 32)
    assert error.value.received == {"path": folder, "difference": "tokenizer"}
    assert str(folder) in error.value.sentence("ja")


def write_record(folder, record):
    (folder / RECORD_FILE).write_text(json.dumps(record), encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"no HDF5"])
def test_weights_that_differ_from_their_checksum_are_told_by_name(folder, config, content):
    (folder / ENCODER_FILE).write_bytes(content)
    with pytest.raises(FileChangedError) as error:
        load_encoder(folder, config, tokenizer_sha256=TOKENIZER)
    assert error.value.received == {"path": folder / ENCODER_FILE}


@pytest.mark.parametrize("content", [b"", b"no HDF5"])
def test_damaged_weights_are_told_by_name(folder, config, content):
    (folder / ENCODER_FILE).write_bytes(content)
    files = {ENCODER_FILE: sha256_of(folder / ENCODER_FILE)}
    write_record(folder, {**read_encoder_record(folder), "files": files})
    with pytest.raises(FileUnreadableError) as error:
        load_encoder(folder, config, tokenizer_sha256=TOKENIZER)
    assert error.value.received["path"] == folder / ENCODER_FILE


def test_missing_folder_is_told(tmp_path, config):
    with pytest.raises(FileMissingError) as error:
        load_encoder(tmp_path / "nowhere", config, tokenizer_sha256=TOKENIZER)
    assert error.value.received == {"path": tmp_path / "nowhere" / RECORD_FILE}


@pytest.mark.parametrize("content", ["", "[]", "{"])
def test_record_that_is_no_json_object_is_told(folder, config, content):
    (folder / RECORD_FILE).write_text(content)
    with pytest.raises(FileUnreadableError) as error:
        load_encoder(folder, config, tokenizer_sha256=TOKENIZER)
    assert error.value.received["path"] == folder / RECORD_FILE


@pytest.mark.parametrize("keys", [["tokenizer"], ["model"], ["files"], ["model", "pooling"]])
def test_record_that_lacks_a_key_is_told(folder, config, keys):
    record = read_encoder_record(folder)
    *outer, key = keys
    del (record[outer[0]] if outer else record)[key]
    write_record(folder, record)
    with pytest.raises(FileUnreadableError) as error:
        load_encoder(folder, config, tokenizer_sha256=TOKENIZER)
    received = {"path": folder / RECORD_FILE, "reason": f"KeyError: '{key}'"}
    assert error.value.received == received


@pytest.mark.parametrize("value", [None, 5, "text"])
def test_record_with_another_kind_of_value_is_told(folder, config, value):
    write_record(folder, {**read_encoder_record(folder), "model": value})
    with pytest.raises(FileUnreadableError) as error:
        load_encoder(folder, config, tokenizer_sha256=TOKENIZER)
    assert error.value.received["path"] == folder / RECORD_FILE


def test_missing_weights_are_told(folder, config):
    (folder / ENCODER_FILE).unlink()
    with pytest.raises(FileMissingError) as error:
        load_encoder(folder, config, tokenizer_sha256=TOKENIZER)
    assert error.value.received == {"path": folder / ENCODER_FILE}
