"""`batch`: a file in, the same file with answers out, whole or not at all."""

import csv
import json

import pytest

from core.batch import table as batch_table
from core.data.table import read_table
from core.paths import DATA
from tests.run_main import assert_one_sentence, run_main

SAMPLES = DATA / "samples.csv"
ROWS = [
    ("京都のお寺を拝観した。", "京都"),
    ("", "京都"),
    ("ラーメンがおいしい店。", "グルメ"),
    ("あ" * 10_001, "グルメ"),
    ("試合で決勝ゴールを決めた。", "サッカー"),
    ("", ""),
]


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    return lambda *words: run_main(capsys, "batch", *words)


@pytest.fixture
def write(tmp_path):
    def write_rows(rows, name="in.csv", header=("text", "label")):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return write_rows


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".jsonl"])
def test_every_row_is_answered_or_says_why_not(run, write, tmp_path, monkeypatch, suffix):
    # Several pieces, the last of them all errors.
    monkeypatch.setattr(batch_table, "_CHUNK_ROWS", 2)
    out = tmp_path / f"out{suffix}"
    source = write(ROWS)
    result = run(source, "--text", "text", "--label", "label", "--out", out, "--json")
    assert (result.code, result.err) == (0, f"{source}: Read 2 columns and 6 rows.\n")
    record = json.loads(result.out)
    (reading,) = record["readings"]
    assert (reading["columns"], reading["rows"], reading["encoding"]) == (2, 6, "UTF-8")
    assert reading["reading_sentence"] == "Read 2 columns and 6 rows."
    assert (record["rows"], record["failed"], record["judged"]) == (6, 3, 2)
    assert record["unknown_labels"] == 1
    assert record["errors"]["EmptyTextError"]["rows"] == 2
    assert record["errors"]["TextTooLongError"]["first_row"] == 3
    table = read_table(out).frame
    assert table[["text", "label"]].to_numpy().tolist() == [list(row) for row in ROWS]
    assert (table["error"] != "").tolist() == [False, True, False, True, False, True]
    assert table["predicted"].tolist()[::2][:2] == ["京都", "グルメ"]
    assert record["accuracy"]["value"] == 1.0


def test_the_summary_tells_people_how_good_the_answers_are(run, tmp_path):
    out = tmp_path / "out.csv"
    result = run(SAMPLES, "--label", "label", "--out", out, "--workers", 1)
    assert result.code == 0
    table = read_table(out).frame
    right = (table["predicted"] == table["label"]).mean()
    lines = result.out.splitlines()
    assert lines[1] == "columns:  text = feature, label = label"  # the first one is guessed
    assert lines[2] == "rows:     192, of which 0 failed"
    flagged = (table["out_of_scope"] == "True").sum()
    assert lines[3] == f"scope:    {flagged} rows may be out of scope"
    assert lines[4].startswith(f"accuracy: {right:.4f} (95 % interval 0.")
    assert lines[5] == "baseline: 0.2500 (always グルメ)"
    assert lines[-1] == f"written:  {out}"


def test_several_files_and_threads_give_the_rows_in_their_order(run, write, tmp_path, monkeypatch):
    monkeypatch.setattr(batch_table, "_CHUNK_ROWS", 3)
    first = write([(f"文{number}の寺", "") for number in range(20)], "a.csv")
    second = write([(f"文{number}の寺", "") for number in range(20, 31)], "b.csv")
    out = tmp_path / "out.csv"
    result = run(first, second, "--text", "text", "--out", out, "--workers", 4)
    assert result.code == 0
    assert read_table(out).frame["text"].tolist() == [f"文{number}の寺" for number in range(31)]
    other = write([("寺", "")], "c.csv", header=("text", "other"))
    result = run(first, other, "--text", "text", "--out", out)
    assert_one_sentence(result, "not those of", "c.csv", "text, other")


def test_wrong_words_are_told_before_the_model_is_loaded(run, write, tmp_path, monkeypatch):
    monkeypatch.setattr("core.analyzer.Analyzer.load", None)
    source, out = write(ROWS), tmp_path / "out.csv"
    for words, parts in {
        (tmp_path / "none.csv", "--out", out): ("File not found", "none.csv"),
        (source, "--text", "本文", "--out", out): ("in.csv has no column '本文'", "text, label"),
        (source, "--group", "g", "--out", out): ("no column 'g'",),
        (source, "--out", tmp_path / "out.xlsx"): (".csv .parquet .jsonl", "out.xlsx"),
        (source, "--out", tmp_path / "in.csv" / "out.csv"): ("cannot be written", "in.csv"),
        (write([], "empty.csv"), "--out", out): ("no rows", "text, label"),
        (write([("a", "b", "c")], "wide.csv"), "--out", out): ("3 cells for 2", "line 2"),
    }.items():
        assert_one_sentence(run(*words), *parts)
    assert not out.exists()


def test_an_interruption_leaves_the_old_file_as_it_was(run, write, tmp_path, monkeypatch):
    monkeypatch.setattr(batch_table, "_CHUNK_ROWS", 2)
    source, out = write(ROWS), tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    joined = []

    def join_once(table, answers, join=batch_table.join_frames):
        if joined:
            raise KeyboardInterrupt
        joined.append(len(table))
        return join(table, answers)

    monkeypatch.setattr(batch_table, "join_frames", join_once)
    result = run(source, "--text", "text", "--out", out)
    assert (result.code, result.out, joined) == (130, "", [2])
    assert result.err.splitlines() == [
        f"{source}: Read 2 columns and 6 rows.",
        f"Nothing of the unfinished result was saved: {out}",
        "Stopped.",
    ]
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]
