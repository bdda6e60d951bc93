"""`python -m core units`: weights and figures into a folder, a table or JSON on stdout."""

import json

import pytest

from core.files import read_json
from core.paths import DATA
from tests.run_main import assert_one_sentence, run_main
from tests.training.units.test_knb_gold import KNP, write_corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    files = {f"KN{article}/{number}": KNP for article in range(5) for number in range(3)}
    return write_corpus(tmp_path_factory.mktemp("KNBC"), files)


def test_weights_and_figures_are_written(capsys, tmp_path, corpus):
    result = run_main(capsys, "units", "--archive", corpus, "--out", tmp_path / "out", "--json")
    assert result.code == 0
    record = json.loads(result.out)
    assert record == read_json(tmp_path / "out" / "unit_scores.json")
    assert record["command"].startswith("python -m core units --archive")
    assert record["word"]["held_out_raw"] == {
        "num_texts": 15,
        "num_found": 60,
        "num_right": 60,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }
    # The judged sentences are the project's own, so their figures are the stored ones.
    assert (
        record["bunsetsu"]["judged"] == read_json(DATA / "unit_scores.json")["bunsetsu"]["judged"]
    )
    weights = read_json(tmp_path / "out" / "word_boundaries.json")
    assert weights["command"] == record["command"]
    assert weights["weights"]["INTERCEPT"]


def test_the_table(capsys, corpus):
    result = run_main(capsys, "units", "--archive", corpus)
    assert result.code == 0
    rows = result.out.splitlines()
    assert rows[0].split() == ["texts", "boundaries", "precision", "recall", "F1"]
    assert rows[2].split() == ["word,", "held_out_raw", "15", "60", *["1.0000"] * 3]
    assert len(rows) == 9


def test_a_missing_archive_is_told_in_one_sentence(capsys, tmp_path):
    result = run_main(capsys, "units", "--archive", tmp_path / "absent")
    assert_one_sentence(result, "absent")
