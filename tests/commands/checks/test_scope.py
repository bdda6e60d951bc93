"""`checks scope`: the table, and a model folder that answers with its score from then on."""

import json

import pytest

from core.analyzer import Analyzer
from core.data.dataset import Split, read_dataset, write_dataset
from core.errors import FileChangedError
from core.model.bundle import SCOPE_FILE, load_bundle
from core.training.model_card import store_checks
from tests.run_main import assert_one_sentence, run_main


@pytest.fixture
def check(capsys, monkeypatch, samples_dataset, model_copy):
    monkeypatch.setenv("LC_ALL", "C")
    words = ("checks", "scope", "--model", model_copy, "--data", samples_dataset)
    return lambda *more: run_main(capsys, *words, *more)


def test_stored_score_is_what_the_model_answers_from_then_on(check, model_copy, tiny_default):
    result = check("--store", "--json")
    assert (result.code, result.err) == (0, "")
    record = json.loads(result.out)
    analyzer = Analyzer.load(model_copy)
    assert analyzer.report.check("scope") == record
    assert analyzer.scope.name == record["method"]
    one, other = analyzer.predict(["京都の寺", "return 0;"])
    tokenized = [analyzer.tokenize(text) for text in ("京都の寺", "return 0;")]
    scores = analyzer.scope.scores(*analyzer.read(tokenized))
    assert [one.scope_score, other.scope_score] == pytest.approx(scores.tolist(), abs=1e-6)
    assert one.scope_threshold == other.scope_threshold == record["threshold"]
    assert "## Out of scope" in (model_copy / "MODEL_CARD.md").read_text(encoding="utf-8")
    # Another check keeps the score; a changed byte is found.
    store_checks(model_copy, "other", {"schema": 1})
    assert load_bundle(model_copy).has_scope
    with (model_copy / SCOPE_FILE).open("a") as file:
        file.write(" ")
    with pytest.raises(FileChangedError, match=SCOPE_FILE):
        load_bundle(model_copy)
    (prediction,) = tiny_default.predict(["京都の寺"])
    assert (prediction.scope_score, prediction.out_of_scope) == (None, None)


def test_the_table_and_nothing_stored_unasked(check, model_copy, tiny_default):
    lines = check().out.splitlines()
    assert lines[0].split()[:2] == ["validation", "AUROC"]
    assert lines[1].startswith("confidence ")
    assert sum(line.endswith(" *") for line in lines) == 1
    assert lines[-1] == "without a token: 8 foreign texts, never answered"
    assert load_bundle(model_copy).sha256 == tiny_default.bundle.sha256
    assert not (model_copy / SCOPE_FILE).exists()


def test_bad_input_is_told_in_one_sentence(check, tmp_path, samples_dataset):
    assert_one_sentence(check("--foreign", tmp_path / "none.csv"), "none.csv")
    few = tmp_path / "few.csv"
    few.write_text("text,kind,part\na,news,test\n", "utf-8")
    assert_one_sentence(check("--foreign", few), "Too few examples", "'validation, foreign': 0")
    split = read_dataset(samples_dataset)
    swapped = Split(train=split.test, validation=split.validation, test=split.train)
    write_dataset(tmp_path / "other", swapped, {})
    assert_one_sentence(check("--data", tmp_path / "other"), "is not what")
