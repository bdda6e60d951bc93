"""`checks behaviour`: the table, the record, and where they go."""

import json
import shutil

import pytest

from core.files import read_json
from core.model.bundle import load_bundle
from core.paths import MODELS
from tests.run_main import assert_one_sentence, run_main

CASES = """id,kind,text,variant,label,direction
short-01,minimum,うどんを食べる,,グルメ,
short-02,minimum,うどんを食べる,,京都,
short-03,minimum,うどんを食べる,,天気,
"""


@pytest.fixture
def check(capsys, monkeypatch, tmp_path):
    """`checks behaviour` of the shipped model on three cases, of which it fails the second."""
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "short.csv").write_text(CASES, encoding="utf-8")
    words = ("checks", "behaviour", "--cases", tmp_path / "cases")
    return lambda *more: run_main(capsys, *words, *more)


def test_the_table_holds_the_shares_and_the_failures(check):
    result = check()
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0].startswith("cases:    2 (1 skipped")
    assert lines[4].split() == [
        "minimum",
        "short",
        "1/2",
        "0.500",
        "(0.013–0.987)",
        "0.500",
        "0",
        "–",
    ]
    assert lines[5].split()[:3] == ["minimum", "all", "1/2"]
    assert lines[6:] == ["failed:   short-02"]


def test_stored_figures_lie_in_a_folder_that_is_whole(check, tmp_path):
    folder = shutil.copytree(MODELS / "default", tmp_path / "model")
    before = read_json(folder / "report.json")
    record = json.loads(check("--model", folder, "--store", "--json").out)
    load_bundle(folder)
    assert record["capabilities"]["short"]["failed"] == ["short-02"]
    assert read_json(folder / "report.json") == {
        **before,
        "checks": {**before.get("checks", {}), "behaviour": record},
    }


def test_bad_folders_are_told(check, tmp_path):
    nowhere = tmp_path / "nowhere"
    assert_one_sentence(check("--model", nowhere), str(nowhere))
    assert_one_sentence(check("--cases", nowhere), str(nowhere))
