"""Fixtures that several tests share: a tiny tokenizer, tiny vectors, a tiny trained bundle."""

import os
import secrets
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings

from core.analyzer import Analyzer
from core.data.dataset import prepare_split, read_samples, write_dataset
from core.data.knb import read_knb
from core.data.splits import split_examples
from core.files import sha256_of
from core.paths import MODELS, ROOT
from core.text.tokenizer import TOKENIZER_FILE
from core.training.embeddings import (
    EmbeddingConfig,
    load_embeddings,
    read_record,
    save_embeddings,
    train_embeddings,
)
from tests.shared_folder import shared_folder

SAMPLES = ROOT / "data" / "samples.csv"
SHARED_KNB = ROOT.parent / "shared" / "knbc" / "KNBC_v1.0_090925.tar.bz2"
TINY_LSTM_UNITS = 16  # those of a preset take their time
# One batch, always of one size: TensorFlow builds a graph for every other one. And another process
# gives the same model, which it would not with cuts drawn at random (`set_sampling_seed`).
TINY_CHANGES = {"batch_size": 256, "subword_alpha": 0.0, "join_probability": 0.0}

# Nothing runs against the clock: another process may keep the processor busy.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

BROWSER = Path(__file__).parent / "browser"
# Fixtures that train: whoever asks for one is slow.
TRAINED = {"encoder_folder", "tiny_default", "tiny_article"}
# What makes a test slow, seconds before it has done anything.
HEAVY = {"tensorflow", "ray"}
_LOADED = pytest.StashKey[set[str]]()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where slow tests are left out, do not import their files either: that alone takes long."""
    if "not slow" not in config.option.markexpr or collection_path.suffix != ".py":
        return None
    return "\npytestmark = pytest.mark.slow\n" in collection_path.read_text("utf-8") or None


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):
    """Fail a file that imports what is slow and does not say so."""
    before = HEAVY & sys.modules.keys()
    report = yield
    loaded = (HEAVY & sys.modules.keys()) - before
    if loaded and report.passed and collector.get_closest_marker("slow") is None:
        report.outcome = "failed"
        report.longrepr = f"imports {', '.join(loaded)}: it needs pytestmark = pytest.mark.slow"
    return report


@pytest.hookimpl(tryfirst=True)  # before the marks are read to choose by them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.browser)
        if TRAINED & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(tryfirst=True)  # before any fixture is set up
def pytest_runtest_setup(item: pytest.Item) -> None:
    item.stash[_LOADED] = HEAVY & sys.modules.keys()


@pytest.hookimpl(trylast=True)  # after all fixtures are torn down
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Fail a test that has imported what is slow and does not say so."""
    loaded = (HEAVY & sys.modules.keys()) - item.stash[_LOADED]
    if loaded and item.get_closest_marker("slow") is None:
        pytest.fail(f"imported {', '.join(loaded)}: it needs the mark `slow`", pytrace=False)


@pytest.fixture(scope="session")
def ray_secret():
    """One for all tests: Ray reads once in a process whether there is any, and which."""
    with patch.dict(os.environ, RAY_AUTH_MODE="token", RAY_AUTH_TOKEN=secrets.token_hex(32)):
        yield


@pytest.fixture(scope="session")
def default():
    """The shipped model."""
    return Analyzer.load(MODELS / "default")


@pytest.fixture(scope="session")
def article():
    """The shipped model of 2019."""
    return Analyzer.load(MODELS / "article")


@pytest.fixture(scope="session")
def samples():
    return read_samples(SAMPLES)


@pytest.fixture(scope="session")
def knb_corpus():
    """The sentences of the real corpus."""
    if not SHARED_KNB.exists():
        pytest.skip(f"the KNB corpus is not here: {SHARED_KNB}")
    return read_knb(SHARED_KNB)


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

    def make(folder: Path) -> None:
        folder.mkdir()
        config = EmbeddingConfig(vocabulary_size=1200, embedding_dim=16, epochs=2)
        embeddings = train_embeddings([example.text for example in samples], config)
        save_embeddings(folder, embeddings, config, sources=[SAMPLES], mix={}, command="tests")

    return shared_folder(tmp_path_factory, "embeddings", make)


@pytest.fixture(scope="session")
def tiny_embeddings(embeddings_folder):
    return load_embeddings(embeddings_folder)


@pytest.fixture(scope="session")
def tiny_tokenizer(tiny_embeddings):
    return tiny_embeddings.tokenizer


@pytest.fixture(scope="session")
def encoder_folder(tmp_path_factory, embeddings_folder):
    """Layers of the tiny network's sizes for the tiny tokenizer; random, not pretrained."""

    def make(folder: Path) -> None:
        # Inside the function: the tests that need no TensorFlow do not wait for it.
        from core.training.encoder import save_encoder
        from core.training.network import build_encoder, model_config

        folder.mkdir()
        model = model_config("default", labels=(), vocabulary_size=1200, embedding_dim=16)
        model = replace(model, lstm_units=TINY_LSTM_UNITS)
        record = {
            "command": "python -m core pretrain",
            "sentences": 1234,
            "tokenizer": sha256_of(embeddings_folder / TOKENIZER_FILE),
        }
        save_encoder(folder, build_encoder(model), model=model, record=record)

    return shared_folder(tmp_path_factory, "encoder", make)


def _train_tiny(folder: Path, preset: str, samples, embeddings_folder: Path) -> None:
    # Inside the function: the tests that need no TensorFlow do not wait for it.
    from core.training.network import model_config
    from core.training.train import train_bundle, train_config

    embeddings = load_embeddings(embeddings_folder)
    split = prepare_split(split_examples(samples, protocol="random", seed=0), keep_tags=False)
    model = model_config(
        preset,
        labels=tuple(sorted({example.label for example in samples})),
        vocabulary_size=embeddings.matrix.shape[0],
        embedding_dim=embeddings.matrix.shape[1],
    )
    train_bundle(
        folder,
        split,
        embeddings,
        model=replace(model, lstm_units=TINY_LSTM_UNITS),
        train=replace(train_config(preset, seed=0, keep_tags=False, epochs=2), **TINY_CHANGES),
        data_record={"source": "samples.csv", "protocol": "random", "seed": 0},
        embeddings_record=read_record(embeddings_folder),
        sources="",
        command="tests",
    )


@pytest.fixture(scope="session")
def tiny_default(tmp_path_factory, samples, embeddings_folder):
    """A masked bundle, trained for two epochs on the samples; an `Analyzer`."""

    def make(folder: Path) -> None:
        _train_tiny(folder, "default", samples, embeddings_folder)

    return Analyzer.load(shared_folder(tmp_path_factory, "tiny", make))


@pytest.fixture(scope="session")
def tiny_article(tmp_path_factory, samples, embeddings_folder):
    """The article's unmasked network, trained for two epochs on the samples; an `Analyzer`."""

    def make(folder: Path) -> None:
        _train_tiny(folder, "article", samples, embeddings_folder)

    return Analyzer.load(shared_folder(tmp_path_factory, "tiny-article", make))
