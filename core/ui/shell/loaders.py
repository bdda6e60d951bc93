"""Models and example sentences, loaded once per server."""

import random
from pathlib import Path

import streamlit as st

from core.analyzer import Analyzer
from core.data.dataset import read_samples
from core.files import sha256_of
from core.model.bundle import CONFIG_FILE, list_bundles
from core.model.vocabulary import Vocabulary
from core.paths import DATA, MODELS
from core.types import Example
from core.ui.shell.words import word

ARTICLE_EXAMPLES = {
    "グルメ": "もちろん、おいしいうどんを食べることを、第一の目的にして行くのだが。",
    "京都": "平安京があった昔の日本の首都です。観光地としても有名で、"
    "海外から多くの観光客が訪れます。",
}
# The first of them with another thing to look forward to: what 比較 shows first.
CHANGED_EXAMPLE = "もちろん、新しい携帯電話を買うことを、第一の目的にして行くのだが。"
SAMPLES = DATA / "samples.csv"
TOPICS_TODAY = DATA / "topics_today.csv"


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


def get_samples(path: Path) -> tuple[Example, ...]:
    """Return the sentences of a file like `data/samples.csv`; one that has changed is read anew."""
    return _load_samples(str(path), path.stat().st_mtime)


@st.cache_resource(show_spinner=False)
def _load_samples(path: str, changed: float) -> tuple[Example, ...]:
    return read_samples(Path(path))


def get_examples(*, draw: int) -> list[str]:
    """Return one example sentence per category: the article's first, others at another `draw`."""
    samples = get_samples(SAMPLES)
    rng = random.Random(draw)
    examples = {}
    for label in dict.fromkeys(sample.label for sample in samples):
        examples[label] = rng.choice([s.text for s in samples if s.label == label])
    if draw == 0:
        examples |= ARTICLE_EXAMPLES
    return list(examples.values())


def get_vocabulary(analyzer: Analyzer) -> Vocabulary:
    """Return the pieces of a model with the vectors of its own embedding."""
    weights = analyzer.classifier.network.weights
    return Vocabulary(analyzer.tokenizer.pieces, weights.embedding)
