"""Fixtures that several tests share: a tiny tokenizer, tiny vectors, a tiny trained bundle."""

from pathlib import Path

import pytest

from core.dataset import prepare_split, read_samples, write_dataset
from core.embeddings import (
    EmbeddingConfig,
    load_embeddings,
    read_record,
    save_embeddings,
    train_embeddings,
)
from core.files import sha256_of
from core.paths import ROOT
from core.splits import split_examples
from core.tokenizer import TOKENIZER_FILE

SAMPLES = ROOT / "data" / "samples.csv"
SHARED_KNB = ROOT.parent / "shared" / "knbc" / "KNBC_v1.0_090925.tar.bz2"


@pytest.fixture(scope="session")
def samples():
    return read_samples(SAMPLES)


@pytest.fixture(scope="session")
def samples_dataset(tmp_path_factory, samples):
    """A dataset folder made of data/samples.csv."""
    folder = tmp_path_factory.mktemp("samples-dataset")
    split = split_examples(samples, protocol="random", seed=0)
    write_dataset(folder, split, {"source": "samples.csv", "protocol": "random", "seed": 0})
    return folder


@pytest.fixture(scope="session")
def embeddings_folder(tmp_path_factory, samples):
    """1,200 pieces × 16 trained on the samples; one worker, so always the same."""
    folder = tmp_path_factory.mktemp("embeddings")
    config = EmbeddingConfig(vocabulary_size=1200, embedding_dim=16, epochs=2)
    embeddings = train_embeddings([example.text for example in samples], config)
    save_embeddings(folder, embeddings, config, sources=[SAMPLES], mix={}, command="tests")
    return folder


@pytest.fixture(scope="session")
def tiny_embeddings(embeddings_folder):
    return load_embeddings(embeddings_folder)


@pytest.fixture(scope="session")
def tiny_tokenizer(tiny_embeddings):
    return tiny_embeddings.tokenizer


@pytest.fixture(scope="session")
def encoder_folder(tmp_path_factory, embeddings_folder):
    """Layers of the default preset's sizes for the tiny tokenizer; random, not pretrained."""
    # Inside the function: the tests that need no TensorFlow do not wait for it.
    from core.encoder import save_encoder
    from core.network import build_encoder, model_config

    folder = tmp_path_factory.mktemp("encoder")
    model = model_config("default", labels=(), vocabulary_size=1200, embedding_dim=16)
    record = {
        "command": "python -m core pretrain",
        "sentences": 1234,
        "tokenizer": sha256_of(embeddings_folder / TOKENIZER_FILE),
    }
    save_encoder(folder, build_encoder(model), model=model, record=record)
    return folder


def _train_tiny(folder: Path, preset: str, samples, embeddings_folder: Path):
    # Inside the function: the tests that need no TensorFlow do not wait for it.
    from core.network import model_config
    from core.train import train_bundle, train_config

    embeddings = load_embeddings(embeddings_folder)
    split = prepare_split(split_examples(samples, protocol="random", seed=0), keep_tags=False)
    model = model_config(
        preset,
        labels=tuple(sorted({example.label for example in samples})),
        vocabulary_size=embeddings.matrix.shape[0],
        embedding_dim=embeddings.matrix.shape[1],
    )
    return train_bundle(
        folder,
        split,
        embeddings,
        model=model,
        train=train_config(preset, seed=0, keep_tags=False, epochs=2),
        data_record={"source": "samples.csv", "protocol": "random", "seed": 0},
        embeddings_record=read_record(embeddings_folder),
        sources="",
        command="tests",
    )


@pytest.fixture(scope="session")
def tiny_default(tmp_path_factory, samples, embeddings_folder):
    """A masked bundle, trained for two epochs on the samples; an `Analyzer`."""
    return _train_tiny(
        tmp_path_factory.mktemp("models") / "tiny", "default", samples, embeddings_folder
    )


@pytest.fixture(scope="session")
def tiny_article(tmp_path_factory, samples, embeddings_folder):
    """The article's unmasked network, trained for two epochs on the samples; an `Analyzer`."""
    return _train_tiny(
        tmp_path_factory.mktemp("models") / "tiny-article", "article", samples, embeddings_folder
    )
