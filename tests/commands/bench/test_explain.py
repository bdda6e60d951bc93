"""`bench`: what is compared with what, and what the tables say."""

import json

import pytest

from core.commands.bench import explain as bench_explain
from core.commands.bench import other_explainers
from core.commands.bench.explain import _summary, _texts_of
from core.errors import NoSentencesError
from core.explain.methods.registry import METHODS
from tests.commands.bench.uncompiled_shap import shap
from tests.run_main import assert_one_sentence, run_main


@pytest.fixture
def bench(capsys, monkeypatch, tiny_default):
    monkeypatch.setenv("LC_ALL", "C")
    words = ("bench", "explain", "--model", tiny_default.bundle.folder)
    return lambda *more: run_main(capsys, *words, "--texts", 1, "--runs", 1, *more)


@pytest.fixture
def of_20_tokens(monkeypatch):
    monkeypatch.setattr(bench_explain, "_SIZES", (20,))


@pytest.mark.usefixtures("of_20_tokens")
def test_every_method_and_package_explains_the_same_text(bench, tiny_default):
    result = bench("--json")
    assert (result.code, result.err) == (0, "")
    record = json.loads(result.out)
    assert record["model"] == {"name": "tiny", "sha256": tiny_default.bundle.sha256}
    assert record["packages"] == {"shap": shap.__version__, "lime": "0.2.0.1"}
    block = record["sizes"]["20"]
    (text,) = block["texts"]
    assert len(tiny_default.tokenize(text).tokens) == 20
    assert list(block["methods"]) == [*METHODS, "integrated_gradients:4"]
    explanation = tiny_default.explain(text, methods=("gradient_x_input", "leave_one_out"))
    for name, ours in explanation.results.items():
        got = block["methods"][name]
        assert got["comprehensiveness"] == pytest.approx(ours.faithfulness.comprehensiveness)
        assert got["good"] == (ours.faithfulness.verdict == "good")
    packages = block["packages"]
    assert packages["lime"]["asked"] == 5000
    assert packages["shap"]["asked"] >= 100
    # All know the model: whatever is not chance comes to the same order of size.
    best = max(row["comprehensiveness"] for row in block["methods"].values())
    for row in packages.values():
        assert row["comprehensiveness"] > 0.5 * best
        assert row["seconds"] > 0.0
    for row in block["methods"].values():
        for package, times in row["times_faster"].items():
            assert times == pytest.approx(packages[package]["seconds"] / row["seconds"])


ROWS = {  # of one text: seconds, comprehensiveness, verdict
    "methods": {
        "fast": (0.010, 0.30, "good"),
        "poor": (0.001, 0.20, "chance"),
        "slow": (0.2, 0.4, "good"),
    },
    "packages": {"shap": (0.250, 0.28, "good"), "lime": (4.0, 0.31, "good")},
}


def measured(factor=1.0, shift=0.0):
    return {
        kind: {
            name: {
                "seconds": factor * seconds,
                "asked": 100,
                "comprehensiveness": score + shift,
                "verdict": verdict,
            }
            for name, (seconds, score, verdict) in rows.items()
        }
        for kind, rows in ROWS.items()
    }


def test_times_are_medians_and_scores_means_over_the_texts():
    summary = _summary([measured(), measured(factor=3.0, shift=0.06), measured(factor=1.5)])
    row = summary["methods"]["fast"]
    assert row["seconds"] == pytest.approx(0.015)
    assert row["comprehensiveness"] == pytest.approx(0.32)
    assert row["good"] == 3
    assert row["times_faster"] == pytest.approx({"shap": 25.0, "lime": 400.0})
    assert summary["methods"]["poor"]["good"] == 0
    assert summary["packages"]["shap"]["asked"] == 100


def test_the_target_is_reached_by_what_is_fast_and_at_least_as_good():
    methods = _summary([measured()])["methods"]
    assert methods["fast"]["reached"] == {"shap": True, "lime": False}  # 0.30 is below 0.31
    assert methods["poor"]["reached"] == {"shap": False, "lime": False}
    assert methods["slow"]["reached"] == {"shap": False, "lime": True}


def test_the_table_says_who_reached_the_target(bench, monkeypatch):
    monkeypatch.setattr(bench_explain, "_measure", lambda analyzer, text, runs: measured())
    result = bench()
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0].startswith("model:  tiny (")
    assert lines[0].endswith(f"on one core; shap {shap.__version__}, lime 0.2.0.1")
    assert lines[3].startswith("20 tokens, 1 texts: ")
    assert [line.split() for line in lines[5:10]] == [
        ["fast", "10.0", "0.300", "1/1", "25.0", "400.0", "shap"],
        ["poor", "1.0", "0.200", "0/1", "250.0", "4000.0"],
        ["slow", "200.0", "0.400", "1/1", "1.2", "20.0", "lime"],
        ["package", "shap", "250.0", "0.280", "1/1", "100", "texts", "asked", "about"],
        ["package", "lime", "4000.0", "0.310", "1/1", "100", "texts", "asked", "about"],
    ]
    assert lines[11].startswith("66 tokens, 1 texts: ")


@pytest.mark.parametrize("size", [20, 66])
def test_texts_are_of_exactly_that_many_tokens_and_share_no_sample(tiny_default, samples, size):
    texts = _texts_of(tiny_default, size, count=1000)
    assert _texts_of(tiny_default, size, count=1) == texts[:1]
    used = []
    for text in texts:
        tokens = tiny_default.tokenize(text).tokens
        assert len(tokens) == size
        assert "".join(text[token.start : token.end] for token in tokens) == text
        used += [sample.text for sample in samples if sample.text in text]
    assert len(set(used)) == len(used) >= len(texts) >= 1
    with pytest.raises(NoSentencesError):
        _texts_of(tiny_default, 10_000, count=1)


@pytest.mark.parametrize(
    ("language", "words"), [("C", "is missing"), ("ja_JP.UTF-8", "ありません")]
)
def test_a_missing_package_is_told_in_one_sentence(bench, monkeypatch, language, words):
    monkeypatch.setenv("LC_ALL", language)
    monkeypatch.setattr(other_explainers, "find_spec", lambda name: None)
    assert_one_sentence(bench(), "requirements-dev.txt", "shap", words)


def test_a_model_that_is_not_there_is_told(bench, tmp_path):
    assert_one_sentence(bench("--model", tmp_path), str(tmp_path))


@pytest.mark.slow
def test_bench_train_times_the_second_epoch_of_both_networks(
    capsys, monkeypatch, samples_dataset, embeddings_folder
):
    asked = []
    clock = iter([0.0, 2.5, 0.0, 10.0])  # the ends of two epochs, twice
    monkeypatch.setattr("core.commands.bench.train.time.perf_counter", lambda: next(clock))

    class Network:
        def count_params(self):
            return 7

    def fit_network(split, embeddings, *, model, train, on_epoch):
        asked.append((model, train, embeddings.matrix.shape))
        for number in (1, 2):
            on_epoch(number)
        return Network(), []

    monkeypatch.setattr("core.training.fit.fit_network", fit_network)
    words = ("bench", "train", "--data", samples_dataset, "--embeddings", embeddings_folder)
    result = run_main(capsys, *words)
    assert (result.code, result.err) == (0, "")
    record = json.loads(result.out)
    assert record["default"]["seconds"] == 2.5
    assert record["article"]["seconds"] == 10.0
    assert record["ratio"] == 4.0
    assert [model.preset for model, _, _ in asked] == ["default", "article"]
    assert [shape for _, _, shape in asked] == [(1200, 16), (196_253, 300)]
    assert {train.epochs for _, train, _ in asked} == {2}
