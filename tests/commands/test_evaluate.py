"""`evaluate`: the figures of the report, and a warning where they say too much."""

import json

import pytest

from core.dataset import Split, write_dataset
from core.splits import split_examples
from core.types import Example
from tests.run_main import assert_one_sentence, run_main


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
    row, bundle = tiny_default.report["test"], tiny_default.bundle
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:4] == [
        f"model:    tiny ({bundle.sha256[:12]}), engine onnx",
        "data:     test, 20 sentences, split random, topic tags removed",
        f"accuracy: {row['accuracy']:.4f} (95 % interval {row['low']:.4f}–{row['high']:.4f}), "
        f"macro F1 {row['macro_f1']:.4f}",
        "baseline: 0.2500 (always グルメ)",
    ]
    assert lines[4] == "confusion (rows true, columns predicted: グルメ, スポーツ, 京都, 携帯電話)"
    for line, label, counts in zip(lines[5:], row["labels"], row["confusion"], strict=True):
        assert line.split() == [*map(str, counts), label]
    assert warnings_of(result) == []


def test_json_is_one_object_with_the_same_figures(evaluate, samples_dataset, tiny_default):
    result = evaluate("--data", samples_dataset, "--json")
    assert len(result.out.splitlines()) == 1
    assert json.loads(result.out) == {
        "schema": 1,
        "model": {"name": "tiny", "sha256": tiny_default.bundle.sha256},
        "part": "test",
        "protocol": "random",
        "keep_tags": False,
        "untouched": True,
        **tiny_default.report["test"],
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
    assert json.loads(result.out)["confusion"] == tiny_default.report["test"]["confusion"]


def test_bad_data_is_told_in_one_sentence(evaluate, tmp_path, samples):
    missing = tmp_path / "nowhere"
    assert_one_sentence(evaluate("--data", missing), str(missing / "train" / "features.csv"))
    strange = (Example(text="晴れ", label="天気"),)
    write_dataset(tmp_path / "strange", Split(train=samples, validation=samples, test=strange), {})
    assert_one_sentence(evaluate("--data", tmp_path / "strange"), "天気", "グルメ")
    write_dataset(tmp_path / "empty", Split(train=samples, validation=samples, test=()), {})
    assert_one_sentence(evaluate("--data", tmp_path / "empty"), str(tmp_path / "empty" / "test"))
    assert_one_sentence(evaluate("--part", "all"), "--part")
