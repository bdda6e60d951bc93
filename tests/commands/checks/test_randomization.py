"""`checks randomization`: the table of which methods look at the model, stored where asked."""

import json
from unittest.mock import patch

import pytest

from core.data.dataset import Split, prepare_split, read_dataset, write_dataset
from core.explain.methods.registry import METHODS
from core.files import read_json
from core.lab.randomization import STAGES, agreement_by_method, choose_texts, randomization_record
from core.model.bundle import load_bundle
from core.types import Example
from tests.run_main import assert_one_sentence, run_main


@pytest.fixture
def quick_methods():
    """Only those that take no time; the control is one of them."""
    quick = {name: METHODS[name] for name in ("attention", "gradient_x_input", "random")}
    # Not monkeypatch: it would put the others back behind these, in another order.
    with patch.dict(METHODS, quick, clear=True):
        yield


@pytest.fixture
def check(capsys, monkeypatch, quick_methods, samples_dataset, model_copy):
    """`checks randomization` of the copied model on the samples."""
    monkeypatch.setenv("LC_ALL", "C")
    words = ("checks", "randomization", "--model", model_copy, "--data", samples_dataset)
    return lambda *more: run_main(capsys, *words, *more)


@pytest.mark.usefixtures("quick_methods")
def test_the_record_is_of_the_test_part_and_of_the_models_weights(
    check, samples_dataset, tiny_default
):
    result = check("--sentences", 6, "--seeds", 4, 5, "--json")
    assert (result.code, result.err) == (0, "")
    got = json.loads(result.out)
    split = prepare_split(read_dataset(samples_dataset), keep_tags=False)
    tokenized = [tiny_default.tokenizer.tokenize(example.text) for example in split.test]
    texts = choose_texts(tokenized, count=6, window=tiny_default.bundle.model.sequence_length)
    agreements = agreement_by_method(
        texts,
        tiny_default.classifier.network.weights,
        tiny_default.bundle.model,
        blank_id=tiny_default.tokenizer.blank_id,
        seeds=[4, 5],
    )
    expected = randomization_record(agreements, sentences=6, seeds=[4, 5])
    assert got == {**expected, "command": got["command"], "minutes": got["minutes"]}
    assert set(got["methods"]) == {"attention", "gradient_x_input", "random"}
    assert got["methods"]["attention"]["stages"][0] == pytest.approx(1.0)
    assert got["command"].startswith("python -m core checks randomization")


def test_the_table_holds_every_stage_and_the_badge(check, monkeypatch):
    monkeypatch.setattr("core.lab.randomization.THRESHOLD", 0.001)  # everything is above
    figures = json.loads(check("--sentences", 4, "--json").out)["methods"]
    lines = check("--sentences", 4).out.splitlines()
    assert lines[0] == "data:     test, 4 sentences of at least 5 tokens, seeds 0, 1, 2"
    assert lines[2].split() == [
        "method",
        "classifier",
        "+lstm",
        "+attention",
        "+embedding",
        "undefined",
    ]
    for line, (name, row) in zip(lines[3:], figures.items(), strict=True):
        words = line.split()
        assert words[0] == name
        assert words[1 : 1 + len(STAGES)] == [f"{value:.3f}" for value in row["stages"]]
        assert words[5] == str(row["undefined"])
        assert line.endswith("above 0.001: suspicious")


def test_store_writes_the_record_into_the_model_folder(check, model_copy, tiny_default):
    check("--sentences", 3)
    assert load_bundle(model_copy).sha256 == tiny_default.bundle.sha256
    result = check("--sentences", 3, "--store", "--json")
    stored = read_json(load_bundle(model_copy).folder / "report.json")
    assert stored["checks"]["randomization"] == json.loads(result.out)
    assert stored["test"] == tiny_default.report.test


def test_sentences_that_are_all_too_short_are_told(check, tmp_path):
    short = (Example(text="京都", label="京都"),)
    write_dataset(tmp_path / "short", Split(train=short, validation=short, test=short), {})
    assert_one_sentence(check("--data", tmp_path / "short"), "5")


def test_bad_folders_and_numbers_are_told_in_one_sentence(check, tmp_path):
    nowhere = tmp_path / "nowhere"
    assert_one_sentence(check("--model", nowhere), str(nowhere))
    assert_one_sentence(check("--data", nowhere), str(nowhere))
    assert_one_sentence(check("--sentences", 0), "--sentences", "received: 0")
    assert_one_sentence(check("--seeds", -1), "--seeds", "received: -1")
