"""`explain`: one JSON object with the numbers of `Analyzer.explain`, and one sentence for bad input."""

import json

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.batch.documents import analyze_document
from core.explain.methods.registry import METHODS
from core.lab.flip import smallest_flip
from core.paths import MODELS
from core.view.json.document import document_to_json
from tests.run_main import assert_one_sentence, run_main

TEXT = "おいしいうどんを食べる。"
KEYS = ["schema", "model", "text", "target", "unit", "tokens", "methods", "agreement"]
METHOD_KEYS = [
    "scores",
    "signed",
    "padding_share",
    "delta",
    "seconds",
    "comprehensiveness",
    "sufficiency",
    "random_band",
    "verdict",
]


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


@pytest.fixture
def explain(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    return lambda *words: run_main(capsys, "explain", *words)


def read_json(text):
    def refuse(word):
        raise AssertionError(f"{word} is no JSON")

    return json.loads(text, parse_constant=refuse)


def test_json_holds_every_method_with_the_analyzers_numbers(explain, analyzer):
    result = explain(TEXT, "--methods", "all", "--json")
    assert (result.code, result.err) == (0, "")
    got = read_json(result.out)
    expected = analyzer.explain(TEXT)
    assert list(got) == KEYS
    assert got["model"] == {"name": "default", "sha256": analyzer.bundle.sha256}
    assert (got["schema"], got["text"], got["unit"]) == (1, TEXT, "piece")
    assert got["target"] == expected.prediction.label == "グルメ"
    tokens = expected.prediction.tokenized.tokens
    assert got["tokens"] == [{"piece": t.piece, "start": t.start, "end": t.end} for t in tokens]
    assert list(got["methods"]) == list(METHODS)
    for name, method in got["methods"].items():
        wanted = expected.results[name]
        assert list(method) == METHOD_KEYS
        assert method["scores"] == pytest.approx(wanted.unit_scores.tolist())
        assert method["signed"] == wanted.analysis.attribution.signed
        assert method["delta"] == pytest.approx(wanted.analysis.attribution.delta, abs=1e-9)
        assert method["comprehensiveness"] == pytest.approx(wanted.faithfulness.comprehensiveness)
        assert method["sufficiency"] == pytest.approx(wanted.faithfulness.sufficiency)
        assert method["random_band"] == pytest.approx(list(wanted.faithfulness.random_band))
        assert method["verdict"] == wanted.faithfulness.verdict
    assert got["methods"]["attention"]["padding_share"] == 0.0
    assert got["agreement"]["methods"] == list(METHODS)
    assert np.array(got["agreement"]["kendall_tau"], float) == pytest.approx(
        expected.agreement.kendall_tau, nan_ok=True
    )


def test_target_methods_and_unit_are_chosen(explain, analyzer):
    words = ("--target", "京都", "--unit", "bunsetsu", "--methods", "leave_one_out,random")
    got = read_json(explain(TEXT, *words, "--json").out)
    expected = analyzer.explain(
        TEXT, methods=("leave_one_out", "random"), target="京都", unit="bunsetsu"
    )
    assert (got["target"], got["unit"]) == ("京都", "bunsetsu")
    assert list(got["methods"]) == ["leave_one_out", "random"]
    assert [token["piece"] for token in got["tokens"]] == ["おいしい", "うどんを", "食べる。"]
    scores = got["methods"]["leave_one_out"]["scores"]
    assert scores == pytest.approx(expected.results["leave_one_out"].unit_scores.tolist())
    whole = analyzer.explain(TEXT, methods=("leave_one_out",), target="京都")
    assert sum(scores) == pytest.approx(whole.results["leave_one_out"].unit_scores.sum(), abs=1e-6)


def test_truncated_tokens_are_null(explain):
    got = read_json(explain(TEXT * 30, "--methods", "attention", "--json").out)
    scores = got["methods"]["attention"]["scores"]
    assert [score is None for score in scores] == [n >= 128 for n in range(len(scores))]


def test_the_smallest_flip_is_added(explain, analyzer):
    got = read_json(explain(TEXT, "--methods", "attention", "--flip", "--json").out)
    explanation = analyzer.explain(TEXT, methods=("attention",))
    flip = smallest_flip(analyzer.classifier, explanation.token_ids)
    assert list(got) == [*KEYS, "flip"]
    assert got["flip"]["tokens"] == list(flip.groups)
    pieces = [token.piece for token in explanation.prediction.tokenized.tokens]
    assert got["flip"]["pieces"] == [pieces[number] for number in flip.groups]
    kept = [id for number, id in enumerate(explanation.token_ids) if number not in flip.groups]
    (answer,) = analyzer.classifier.probabilities([np.array(kept, np.int32)])
    assert got["flip"]["label"] == analyzer.labels[int(answer.argmax())] != "グルメ"
    assert got["flip"]["probability"] == pytest.approx(answer.max())


def test_the_table_names_every_method_and_its_verdict(explain, analyzer):
    result = explain(TEXT, "--methods", "attention,leave_one_out", "--flip")
    assert (result.code, result.err) == (0, "")
    explanation = analyzer.explain(TEXT, methods=("attention", "leave_one_out"))
    lines = result.out.splitlines()
    assert lines[0] == f"label: (P)グルメ({explanation.prediction.confidence:.2f})"
    assert lines[1] == "explained: グルメ (raw probability), unit: piece"
    judged = explanation.results["leave_one_out"].faithfulness
    (line,) = [
        line
        for line in lines
        if line.strip().startswith("leave_one_out") and judged.verdict in line
    ]
    assert f"{judged.comprehensiveness:.3f}" in line
    assert lines[-1].startswith("smallest flip: without ")


def test_a_document_is_told_sentence_by_sentence(explain, analyzer, tmp_path):
    text = "おいしいうどんを食べた。清水寺へ行った。\n携帯電話を買った。"
    file = tmp_path / "document.txt"
    file.write_text(text + "\n", encoding="utf-8")
    got = read_json(explain("--document", "--file", file, "--json").out)
    assert got == document_to_json(analyze_document(analyzer, text), analyzer.bundle)
    told = explain("--document", "--file", file)
    assert told.code == 0
    assert "清水寺へ行った。" in told.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("", "--json"), "There is nothing to analyse: please enter a Japanese sentence."),
        ((TEXT, "--methods", "magic"), "Unknown method: magic (there are: attention, "),
        ((TEXT, "--target", "政治"), "This model has no such label: 政治 (it has: "),
        ((TEXT, "--model", "nowhere"), "File not found: "),
        (("--file", "nowhere.txt"), "File not found: nowhere.txt"),
        ((TEXT, "--unit", "line"), "The command cannot be read "),
        (("\u3000", "--document"), "There is nothing to analyse"),
    ],
)
def test_bad_input_is_one_sentence(explain, words, sentence):
    assert_one_sentence(explain(*words), sentence)
