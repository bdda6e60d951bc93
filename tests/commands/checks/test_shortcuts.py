"""`checks shortcuts`: the leak of the topic tags is found, and the figures are stored where asked."""

import json
import shutil

import pytest

from core.analyzer import Analyzer
from core.checks.shortcuts import find_shortcuts, shortcuts_record
from core.data.dataset import Split, write_dataset
from core.files import read_json
from core.model.bundle import load_bundle
from core.paths import MODELS
from core.types import Example
from tests.run_main import assert_one_sentence, run_main

TAGS = {
    "グルメ": "［グルメ］",
    "携帯電話": "［携帯電話］",
    "京都": "［京都観光］",
    "スポーツ": "［スポーツ］",
}
TITLES = ("いつもの朝", "その後", "秋のはじめに", "友だちの話")


@pytest.fixture
def titles(tmp_path):
    """A dataset of short titles behind a tag: nothing else tells the label."""
    part = tuple(
        Example(text=tag + title, label=label) for label, tag in TAGS.items() for title in TITLES
    )
    write_dataset(tmp_path / "titles", Split(train=part, validation=(), test=part), {})
    return tmp_path / "titles"


@pytest.fixture
def check(capsys, monkeypatch, titles):
    monkeypatch.setenv("LC_ALL", "C")
    return lambda *more: run_main(capsys, "checks", "shortcuts", "--data", titles, *more)


def test_model_trained_with_tags_is_found_out(check):
    result = check("--model", MODELS / "article", "--top", 5, "--json")
    assert (result.code, result.err) == (0, "")
    record = json.loads(result.out)
    assert record["keep_tags"] is True
    first = {label: pieces[0] for label, pieces in record["labels"].items() if pieces}
    assert len(first) == 4
    for label, one in first.items():
        assert one["piece"] == TAGS[label].translate(str.maketrans("［］", "[]"))
        assert one["suspected"]


def test_model_trained_without_tags_is_asked_without_them(check):
    record = json.loads(check("--model", MODELS / "default", "--json").out)
    assert record["keep_tags"] is False
    texts = [title for _ in TAGS for title in TITLES]
    expected = find_shortcuts(Analyzer.load(MODELS / "default"), texts)
    assert record["labels"] == shortcuts_record(expected)
    assert not any(one["suspected"] for pieces in record["labels"].values() for one in pieces)
    assert (record["num_texts"], record["num_examples"]) == (16, 16)


def test_table_marks_what_is_suspected_and_the_record_is_stored(check, tmp_path):
    model = shutil.copytree(MODELS / "article", tmp_path / "article")
    result = check("--model", model, "--store", "--sentences", 9)
    stored = read_json(load_bundle(model).folder / "report.json")["checks"]["shortcuts"]
    assert stored["num_texts"] == 9
    lines = result.out.splitlines()
    assert lines[0] == "data:    test, 9 of 16 sentences, split unknown, topic tags kept"
    suspected = [
        (f"{one['mean_score']:+.3f}", f"{one['weight']:+.4f}", one["piece"])
        for pieces in stored["labels"].values()
        for one in pieces
        if one["suspected"]
    ]
    words = [line.split() for line in lines if line.startswith("! ")]
    assert [(row[2], row[4], row[6]) for row in words] == suspected
    assert len(suspected) >= 2


def test_bad_folders_parts_and_numbers_are_told_in_one_sentence(check, tmp_path):
    nowhere = tmp_path / "nowhere"
    assert_one_sentence(check("--model", nowhere), str(nowhere))
    assert_one_sentence(check("--part", "validation"), "validation: 0")
    assert_one_sentence(check("--top", 0), "--top", "received: 0")
