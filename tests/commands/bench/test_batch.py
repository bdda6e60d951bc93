"""`bench batch`: the rows it makes, and what it says of the process that reads them."""

import csv
import json

import pytest

from core.commands.bench.batch import write_rows
from core.data.dataset import read_samples
from core.paths import DATA
from tests.run_main import run_main


def test_the_rows_all_differ_and_are_always_the_same(tmp_path):
    samples = [(example.text, example.label) for example in read_samples(DATA / "samples.csv")]
    for name in ("a.csv", "b.csv"):
        write_rows(tmp_path / name, samples, num_rows=20_000)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["text", "label"]
    assert len({text for text, _ in rows}) == len(rows) == 20_000
    label_of = dict(samples)
    for text, label in rows[:50]:
        assert any(text.endswith(sample) and label == label_of[sample] for sample in label_of)


def test_a_process_of_its_own_says_how_much_it_took(capsys):
    result = run_main(capsys, "bench", "batch", "--rows", 20, "--workers", 1, "--json")
    assert result.code == 0
    record = json.loads(result.out)
    (run,) = record["runs"]  # few rows need no second look
    assert (run["rows"], run["failed"]) == (20, 0)
    assert run["rows_per_second"] == pytest.approx(20 / run["seconds"])
    assert 50 << 20 < run["peak_bytes"] < 4 << 30
    assert 0.1 < run["cpu_seconds"] < 300
