"""`evaluate`: the figures of the report, and a warning where they say too much."""

import json

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.data.dataset import Split, write_dataset
from core.data.splits import split_examples
from core.model.bundle import replace_report
from core.types import Example
from tests.run_main import assert_one_sentence, run_main

pytestmark = pytest.mark.slow


@pytest.fixture
def evaluate(capsys, monkeypatch, tiny_default):
    monkeypatch.setenv("LC_ALL", "C")
    model = tiny_default.bundle.folder
    return lambda *words: run_main(capsys, "evaluate", "--model", model, *words)


@pytest.fixture(scope="module")
def other_dataset(tmp_path_factory, samples):
    """The same sentences, split otherwise: the model has learnt most of them."""
    folder = tmp_path_factory.mktemp("other")
    write_dataset(folder, split_examples(samples, protocol="random", seed=1), {})
    return folder


def warnings_of(result):
    return [line for line in result.out.splitlines() if line.startswith("warning:")]


def test_figures_are_those_measured_after_the_training(evaluate, samples_dataset, tiny_default):
    result = evaluate("--data", samples_dataset)
    row, bundle = tiny_default.report.test, tiny_default.bundle
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:4] == [
        f"model:    tiny ({bundle.sha256[:12]}), engine onnx",
        "data:     test, 20 sentences, split random, topic tags removed",
        f"accuracy: {row['accuracy']:.4f} (95 % interval {row['low']:.4f}–{row['high']:.4f}), "
        f"macro F1 {row['macro_f1']:.4f}",
        "baseline: 0.2500 (always グルメ)",
    ]
    assert lines[4] == (
        f"calibration: ECE {row['ece_before']:.4f} → {row['ece_after']:.4f}, "
        f"NLL {row['nll_before']:.4f} → {row['nll_after']:.4f}, "
        f"Brier {row['brier_before']:.4f} → {row['brier_after']:.4f} (raw → calibrated)"
    )
    assert lines[5] == "labels (precision, recall and F1 with 95 % intervals, sentences)"
    for line, label, counts in zip(lines[6:10], row["labels"], row["confusion"], strict=True):
        *_, support, name = line.split()
        assert (int(support), name) == (sum(counts), label)
    assert lines[10] == "confusion (rows true, columns predicted: グルメ, スポーツ, 京都, 携帯電話)"
    for line, label, counts in zip(lines[11:], row["labels"], row["confusion"], strict=True):
        assert line.split() == [*map(str, counts), label]
    assert warnings_of(result) == []


def test_json_is_one_object_with_the_same_figures(evaluate, samples_dataset, tiny_default):
    result = evaluate("--data", samples_dataset, "--json")
    assert len(result.out.splitlines()) == 1
    values = json.loads(result.out)
    confusion = np.array(tiny_default.report.test["confusion"])
    per_label = values.pop("per_label")
    for number, label in enumerate(tiny_default.labels):
        figures, predicted = per_label[label], confusion[:, number].sum()
        recall = confusion[number, number] / figures["support"]
        precision = confusion[number, number] / predicted if predicted else None
        assert figures["support"] == confusion[number].sum()
        assert (figures["recall"]["value"], figures["precision"]["value"]) == (recall, precision)
    assert values == {
        "schema": 1,
        "model": {"name": "tiny", "sha256": tiny_default.bundle.sha256},
        "part": "test",
        "protocol": "random",
        "keep_tags": False,
        "untouched": True,
        **tiny_default.report.test,
    }


def test_accuracy_is_the_share_of_right_answers(evaluate, other_dataset, tiny_default, samples):
    examples = split_examples(samples, protocol="random", seed=1).validation
    got = json.loads(evaluate("--data", other_dataset, "--part", "validation", "--json").out)
    predictions = tiny_default.predict([example.text for example in examples])
    pairs = list(zip(predictions, examples, strict=True))
    right = sum(prediction.label == example.label for prediction, example in pairs)
    assert got["num_examples"] == len(examples)
    assert got["accuracy"] == pytest.approx(right / len(examples))
    assert sum(map(sum, got["confusion"])) == len(examples)


@pytest.mark.parametrize(
    ("part", "words"), [("validation", "epoch of this model was chosen"), ("train", "has learnt")]
)
def test_parts_that_were_used_are_warned_of(evaluate, samples_dataset, part, words):
    (warning,) = warnings_of(evaluate("--data", samples_dataset, "--part", part))
    assert words in warning
    result = evaluate("--data", samples_dataset, "--part", part, "--json")
    assert json.loads(result.out)["untouched"] is False


def test_another_split_is_warned_of(evaluate, other_dataset):
    result = evaluate("--data", other_dataset)
    (warning,) = warnings_of(result)
    assert "not the sentences of the split this model was trained on" in warning
    assert "split unknown" in result.out
    assert json.loads(evaluate("--data", other_dataset, "--json").out)["untouched"] is False


def test_article_is_warned_of_its_own_test_part(capsys, samples_dataset, tiny_article):
    result = run_main(
        capsys, "evaluate", "--model", tiny_article.bundle.folder, "--data", samples_dataset
    )
    (warning,) = warnings_of(result)
    assert "chosen on these very sentences" in warning


def test_keras_engine_measures_the_same(evaluate, samples_dataset, tiny_default):
    result = evaluate("--data", samples_dataset, "--engine", "keras", "--json")
    assert json.loads(result.out)["confusion"] == tiny_default.report.test["confusion"]


def test_bad_data_is_told_in_one_sentence(evaluate, tmp_path, samples):
    missing = tmp_path / "nowhere"
    assert_one_sentence(evaluate("--data", missing), str(missing / "train" / "features.csv"))
    strange = (Example(text="晴れ", label="天気"),)
    write_dataset(tmp_path / "strange", Split(train=samples, validation=samples, test=strange), {})
    assert_one_sentence(evaluate("--data", tmp_path / "strange"), "天気", "グルメ")
    write_dataset(tmp_path / "empty", Split(train=samples, validation=samples, test=()), {})
    assert_one_sentence(evaluate("--data", tmp_path / "empty"), str(tmp_path / "empty" / "test"))
    assert_one_sentence(evaluate("--part", "all"), "--part")


def test_answers_are_written_for_a_protocol_only(evaluate, samples_dataset):
    result = evaluate("--data", samples_dataset, "--answers", "answers.csv")
    assert_one_sentence(result, "--answers")


def test_a_part_measured_anew_is_stored(capsys, model_copy, samples_dataset):
    path = model_copy / "report.json"
    before = Analyzer.load(model_copy)
    # As an older version left it.
    old = {name: value for name, value in before.report.test.items() if "brier" not in name}
    replace_report(model_copy, {**before.report.content, "test": old}, "")
    result = run_main(
        capsys, "evaluate", "--model", model_copy, "--data", samples_dataset, "--store"
    )
    assert (result.code, result.err) == (0, "")
    assert json.loads(path.read_text(encoding="utf-8")) == before.report.content
    assert Analyzer.load(model_copy).bundle.name == "tiny"


@pytest.mark.parametrize(
    ("dataset", "part"), [("other_dataset", "test"), ("samples_dataset", "train")]
)
def test_a_part_that_proves_nothing_is_not_stored(capsys, request, model_copy, dataset, part):
    before = (model_copy / "report.json").read_bytes()
    data = request.getfixturevalue(dataset)
    words = ("evaluate", "--model", model_copy, "--data", data, "--part", part, "--store")
    assert_one_sentence(run_main(capsys, *words), part, str(model_copy))
    assert (model_copy / "report.json").read_bytes() == before
