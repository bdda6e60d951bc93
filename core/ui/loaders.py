"""Models and example sentences, loaded once per server."""

import random
from pathlib import Path

import streamlit as st

from core.analyzer import Analyzer
from core.bundle import CONFIG_FILE, list_bundles
from core.dataset import read_samples
from core.files import sha256_of
from core.types import Example
from core.ui.words import word

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
SAMPLES = ROOT / "data" / "samples.csv"


def model_names() -> list[str]:
    """List the names of the folders in `models/`, `default` first."""
    return [folder.name for folder in list_bundles(MODELS)]


def get_analyzer(name: str) -> Analyzer:
    """Return the model of that name; a folder that has changed is loaded anew."""
    folder = MODELS / name
    identity = sha256_of(folder / CONFIG_FILE)
    with st.spinner(word("loading")):
        return _load_analyzer(str(folder), identity)


@st.cache_resource(show_spinner=False, max_entries=4)
def _load_analyzer(folder: str, identity: str) -> Analyzer:
    return Analyzer.load(folder)


@st.cache_resource(show_spinner=False)
def _load_samples(path: str, changed: float) -> tuple[Example, ...]:
    return read_samples(Path(path))


def get_examples(*, draw: int) -> list[Example]:
    """Return one example sentence per category; another `draw`, other sentences."""
    samples = _load_samples(str(SAMPLES), SAMPLES.stat().st_mtime)
    labels = list(dict.fromkeys(example.label for example in samples))
    chance = random.Random(draw)
    return [
        chance.choice([example for example in samples if example.label == label])
        for label in labels
    ]
