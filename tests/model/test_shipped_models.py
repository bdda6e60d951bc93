"""The model folders in this repository: whole, small, right on the article's sentences."""

import json
import math
import re

import numpy as np
import pytest

from core.analyzer import Analyzer, open_onnx_engine
from core.explain.methods.registry import METHODS
from core.files import read_json, sha256_of
from core.model.bundle import CARD_FILE, REPORT_FILE, list_bundles
from core.model.config import EVALUATION_PROTOCOLS
from core.paths import MODELS, ROOT
from core.training.embeddings import TOKENIZER_FILE, load_embeddings, read_record

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
        assert article.analyze(text).attention_on_padding > 1e-4
    # docs/explanations.md: the shorter the text, the more leaks.
    assert article.analyze("。").attention_on_padding > 0.5


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_reference_path_gives_the_same_numbers(name, samples):
    from core.training.keras_engine import open_keras_engine

    texts = [example.text for example in samples[::12]]
    served, reference = (
        Analyzer.load(MODELS / name, open_engine=e) for e in (open_onnx_engine, open_keras_engine)
    )
    ours, theirs = served.predict(texts), reference.predict(texts)
    for one, other in zip(ours, theirs, strict=True):
        assert one.probabilities == pytest.approx(other.probabilities, abs=1e-5)
        assert one.raw_probabilities == pytest.approx(other.raw_probabilities, abs=1e-5)
    encoded = served.encode(served.tokenize(texts[0]))
    one, other = (analyzer.classifier.run(encoded) for analyzer in (served, reference))
    for name in ("attention_weights", "attention_output"):  # whence the scores of both come
        assert getattr(one, name) == pytest.approx(getattr(other, name), abs=1e-5)


def read_report(name):
    return json.loads((MODELS / name / "report.json").read_text(encoding="utf-8"))


def test_the_default_model_beats_the_majority_on_the_test_part():
    test = read_report("default")["test"]
    assert test["low"] > test["majority_baseline"]
    confusion = np.array(test["confusion"])
    assert confusion.trace() / confusion.sum() == pytest.approx(test["accuracy"])


def test_the_default_model_is_calibrated_as_its_report_says():
    bundle = Analyzer.load(MODELS / "default").bundle
    report = read_report("default")
    calibration = report["calibration"]
    assert set(calibration) == {
        "temperature",
        "ece_before",
        "ece_after",
        "nll_before",
        "nll_after",
        "brier_before",
        "brier_after",
    }
    assert all(math.isfinite(value) and value > 0 for value in calibration.values())
    assert calibration["temperature"] == bundle.temperature != 1.0
    assert {name: report["test"][name] for name in calibration if name != "temperature"} == {
        name: value for name, value in calibration.items() if name != "temperature"
    }


def test_the_articles_model_is_not_calibrated_and_its_card_says_so():
    assert read_report("article")["calibration"]["temperature"] == 1.0
    assert Analyzer.load(MODELS / "article").bundle.temperature == 1.0
    card = (MODELS / "article" / CARD_FILE).read_text(encoding="utf-8")
    assert "not calibrated" in card
    assert "are calibrated" not in card


def test_the_temperature_keeps_the_order_of_the_categories(samples):
    for one in Analyzer.load(MODELS / "default").predict([s.text for s in samples[::12]]):
        order = np.argsort(one.raw_probabilities)
        assert np.argsort(one.probabilities).tolist() == order.tolist()


PROTOCOL_KEYS = {
    "accuracy",
    "low",
    "high",
    "macro_f1",
    "linear_baseline",
    "majority_baseline",
    "folds",
    "num_examples",
    "command",
    "minutes",
}
# Two runs of the same recipe differ by some 0.003.
LOWEST_ACCURACY = {"random": 0.785, "grouped": 0.725, "documents": 0.96, "topics_today": 0.92}


@pytest.fixture(scope="module")
def protocols():
    return read_report("default")["protocols"]


def test_the_default_models_report_holds_all_protocols(protocols):
    assert tuple(protocols) == EVALUATION_PROTOCOLS
    folds = {name: record["folds"] for name, record in protocols.items()}
    assert folds == dict.fromkeys(EVALUATION_PROTOCOLS, 10) | {"topics_today": 1}


@pytest.mark.parametrize("name", EVALUATION_PROTOCOLS)
def test_a_protocols_figures_are_whole_and_consistent(protocols, name):
    record = protocols[name]
    assert set(record) >= PROTOCOL_KEYS
    confusion = np.array(record["confusion"])
    assert confusion.sum() == record["num_examples"]
    assert confusion.trace() / confusion.sum() == pytest.approx(record["accuracy"])
    assert 0.0 <= record["low"] <= record["accuracy"] <= record["high"] <= 1.0
    assert f" {name} " in f"{record['command'].partition('--protocol')[2]} "


@pytest.mark.parametrize("name", EVALUATION_PROTOCOLS)
def test_a_protocols_accuracy_beats_both_baselines(protocols, name):
    record = protocols[name]
    assert record["accuracy"] > max(record["linear_baseline"], record["majority_baseline"])


@pytest.mark.parametrize(("name", "lowest"), LOWEST_ACCURACY.items())
def test_a_protocols_accuracy_is_no_lower_than_it_was(protocols, name, lowest):
    assert protocols[name]["accuracy"] >= lowest


@pytest.mark.parametrize(
    ("document", "names"),
    [
        ("docs/accuracy.md", EVALUATION_PROTOCOLS),
        ("README.md", ("grouped", "random", "documents", "topics_today")),
        ("README.ja.md", ("grouped", "random", "documents", "topics_today")),
    ],
)
def test_a_document_holds_the_protocols_figures(protocols, document, names):
    lines = (ROOT / document).read_text(encoding="utf-8").splitlines()
    for name in names:
        figures = {
            key: f"{protocols[name][key]:.3f}"
            for key in ("accuracy", "low", "high", "linear_baseline", "majority_baseline")
        }
        rows = [line for line in lines if line.startswith(f"| {name} |") or f"({name})" in line]
        assert len(rows) == 1, name
        row = (
            f"**{figures['accuracy']}** ({figures['low']}–{figures['high']}) "
            f"| {figures['linear_baseline']} | {figures['majority_baseline']} |"
        )
        assert rows[0].replace("**", "").endswith(row.replace("**", "")), name


def test_a_document_holds_the_figures_of_the_untrained_twin():
    text = (ROOT / "docs" / "explanations.md").read_text(encoding="utf-8")
    methods = read_json(MODELS / "default" / REPORT_FILE)["checks"]["randomization"]["methods"]
    # A method that came after the check was stored is shown as not checked.
    assert set(methods) <= set(METHODS)
    for name, figures in methods.items():
        stages = " | ".join(f"{value:.3f}" for value in figures["stages"])
        assert re.search(rf"^\| `{name}`[^|]* \| {re.escape(stages)} \|$", text, re.MULTILINE), name


def test_a_document_holds_the_behaviour_of_both_models():
    text = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    ours, theirs = (
        read_json(MODELS / name / REPORT_FILE)["checks"]["behaviour"]["kinds"]
        for name in ("default", "article")
    )
    passed = {kind: (ours[kind]["passed"], ours[kind]["total"]) for kind in ours}
    assert "{} of {} minimum tests".format(*passed["minimum"]) in text
    assert "{} of {} invariance tests".format(*passed["invariance"]) in text
    assert "{} of {} direction tests".format(*passed["direction"]) in text
    minimum, invariance, direction = (
        theirs[kind]["passed"] for kind in ("minimum", "invariance", "direction")
    )
    asked = theirs["direction"]["total"]
    assert re.search(
        rf"`article` {minimum}, {invariance}, and {direction} of the {asked} that", text
    )


def test_models_and_vectors_share_one_tokenizer():
    files = read_record(MODELS / "embeddings")["files"]
    for name in ("embeddings", *NAMES):
        assert sha256_of(MODELS / name / TOKENIZER_FILE) == files[TOKENIZER_FILE]
    embeddings = load_embeddings(MODELS / "embeddings")
    for name in NAMES:
        model = Analyzer.load(MODELS / name).bundle.model
        assert embeddings.matrix.shape == (model.vocabulary_size, model.embedding_dim)
