"""The model folders in this repository: whole, small, right on the article's sentences."""

import json

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.bundle import list_bundles
from core.embeddings import TOKENIZER_FILE, load_embeddings, read_record
from core.files import sha256_of
from core.paths import MODELS

NAMES = ["default", "article"]
MAX_BYTES = 30_000_000

UDON = "もちろん、おいしいうどんを食べることを、第一の目的にして行くのだが。"
HEIAN = "平安京があった昔の日本の首都です。観光地としても有名で、海外から多くの観光客が訪れます。"


def test_both_models_are_found_default_first():
    assert [folder.name for folder in list_bundles(MODELS)] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_model_folder_is_whole_and_small(name):
    bundle = Analyzer.load(MODELS / name).bundle
    assert bundle.name == name
    assert sum(path.stat().st_size for path in bundle.folder.iterdir()) <= MAX_BYTES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "label"), [(UDON, "グルメ"), (HEIAN, "京都")])
def test_the_articles_sentences_get_their_category(name, text, label):
    assert Analyzer.load(MODELS / name).analyze(text).prediction.label == label


def test_padding_is_seen_by_the_articles_model_only():
    default, article = (Analyzer.load(MODELS / name) for name in NAMES)
    for text in (UDON, HEIAN, "。"):
        assert default.analyze(text).attention_on_padding == 0.0
        assert article.analyze(text).attention_on_padding > 0.001
    # README: the shorter the text, the more leaks.
    assert article.analyze("。").attention_on_padding > 0.5


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_path_gives_the_same_numbers(name, samples):
    texts = [example.text for example in samples[::12]]
    served, reference = (Analyzer.load(MODELS / name, engine=e) for e in ("onnx", "keras"))
    ours, theirs = served.predict(texts), reference.predict(texts)
    for one, other in zip(ours, theirs, strict=True):
        assert one.probabilities == pytest.approx(other.probabilities, abs=1e-5)
    for method in ("attention", "output_max"):
        one = served.analyze(texts[0], method=method).attribution.token_scores
        other = reference.analyze(texts[0], method=method).attribution.token_scores
        assert one == pytest.approx(other, abs=1e-5)


def test_the_default_model_beats_the_majority_on_the_test_part():
    test = json.loads((MODELS / "default" / "report.json").read_text(encoding="utf-8"))["test"]
    assert test["low"] > test["majority_baseline"]
    confusion = np.array(test["confusion"])
    assert confusion.trace() / confusion.sum() == pytest.approx(test["accuracy"])


def test_models_and_vectors_share_one_tokenizer():
    files = read_record(MODELS / "embeddings")["files"]
    for name in ("embeddings", *NAMES):
        assert sha256_of(MODELS / name / TOKENIZER_FILE) == files[TOKENIZER_FILE]
    embeddings = load_embeddings(MODELS / "embeddings")
    assert embeddings.matrix.shape == (embeddings.tokenizer.vocabulary_size, 300)
