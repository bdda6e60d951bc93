"""No command judges a model by what a model said, whatever file that has become."""

import io
import json

import pandas as pd
import pytest

from core.data.check_rows import read_file_rows
from core.data.columns import Columns
from core.paths import MODELS
from tests.fakes import LABELS
from tests.run_main import assert_one_sentence, run_main

TEXTS = ["うどんがおいしい店。", "京都の寺に行った。", "試合で決勝ゴールを決めた。"]
REFUSED = "holds what a model predicted, which is no true label"


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    return lambda *words: run_main(capsys, *words)


@pytest.fixture
def printed(run, tmp_path):
    """The lines that a command prints as JSON, one a text."""

    def print_lines(*words):
        lines = []
        for number, text in enumerate(TEXTS):
            path = tmp_path / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            result = run(*words, "--file", path, "--json")
            assert result.code == 0
            lines.append(result.out)
        return "".join(lines)

    return print_lines


def _made_by_others(lines: str, folder):
    """The lines as they are, and as files that pandas makes of them."""
    (folder / "out.jsonl").write_text(lines, encoding="utf-8")
    yield folder / "out.jsonl"
    records = [json.loads(line) for line in lines.splitlines()]
    frame = pd.read_json(io.StringIO(lines), lines=True)
    for name, table in {
        "plain": frame,
        "dotted": pd.json_normalize(records),
        "joined": pd.json_normalize(records, sep="_"),
    }.items():
        table.to_csv(folder / f"{name}.csv")
        table.astype(str).to_parquet(folder / f"{name}.parquet")
        table.astype(str).to_excel(folder / f"{name}.xlsx", index=False)
        for suffix in ("csv", "parquet", "xlsx"):
            yield folder / f"{name}.{suffix}"


@pytest.mark.parametrize(
    ("words", "column"),
    [
        (("analyze",), "label"),
        (("explain", "--methods", "attention"), "target"),
        (("explain", "--document"), "label"),
    ],
)
def test_what_our_json_predicts_is_never_the_truth(run, printed, tmp_path, words, column):
    for path in _made_by_others(printed(*words), tmp_path):
        out = tmp_path / "out.csv"
        asked = ("batch", path, "--text", "text", "--out", out)
        assert_one_sentence(run(*asked, "--label", column), REFUSED, path.name, f"'{column}'")
        rows = read_file_rows(path, name=path.name, labels=LABELS)
        assert rows.columns == Columns(text="text", label=None, group=None), path.name
        assert column in rows.passed_over
    models = ("checks", "models", "--other", MODELS / "default", "--data", path)
    assert_one_sentence(run(*models, "--label", column), REFUSED)
    guessed = run(*models, "--json")
    record = json.loads(guessed.out)
    assert (guessed.code, record["rows"], record["judged"]) == (0, 3, 0)
    assert column in guessed.err.splitlines()[1]  # behind how the file was read
    assert run(*asked).code == 0  # of the last file, with answers behind it
    again = tmp_path / "again.csv"
    assert_one_sentence(run("batch", out, "--label", column, "--out", again), REFUSED)
    assert not again.exists()


def test_what_batch_predicted_is_never_the_truth(run, tmp_path):
    source, out, again = (tmp_path / name for name in ("in.csv", "out.csv", "again.csv"))
    source.write_text("\n".join(["text", *TEXTS]), encoding="utf-8")
    assert run("batch", source, "--out", out).code == 0
    assert run("batch", out, "--out", again).code == 0
    for words in (
        ("batch", out, "--label", "predicted", "--out", tmp_path / "x.csv"),
        ("batch", again, "--label", "predicted_2", "--out", tmp_path / "x.csv"),
        ("checks", "report", "--data", again, "--label", "predicted", "--out", tmp_path / "x.html"),
        ("checks", "models", "--other", MODELS / "article", "--data", out, "--label", "predicted"),
    ):
        assert_one_sentence(run(*words), REFUSED, "predicted")
    renamed = pd.read_csv(out).rename(columns={"predicted": "label"})
    renamed.to_csv(tmp_path / "renamed.csv", index=False)
    result = run(
        "checks", "report", "--data", tmp_path / "renamed.csv", "--out", tmp_path / "r.html"
    )
    assert (result.code, result.err.splitlines()[1]) == (
        0,
        "There are no true labels; columns that hold predictions, or the same in every row, are "
        "not taken for them: label",
    )
    assert "1.000 (" not in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_labels_in_other_spellings_are_judged_and_the_others_named(run, tmp_path):
    path, out = tmp_path / "in.csv", tmp_path / "out.csv"
    cells = [" グルメ", "京都　", "ｽﾎﾟｰﾂ", "天気"]
    rows = [f"{text},{cell}" for text, cell in zip([*TEXTS, "晴れた。"], cells, strict=True)]
    path.write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    lines = [
        "labels:   3 matched but for their spelling (blanks, width, invisible characters)",
        "labels:   1 unknown to the model: 天気 1",
        "labels:   without a row in the file: 携帯電話",
    ]
    result = run("batch", path, "--label", "label", "--out", out)
    assert [line for line in result.out.splitlines() if line.startswith("labels:")] == lines
    assert " グルメ" in out.read_text(encoding="utf-8-sig")  # the cell stays as it was
    result = run("checks", "models", "--other", MODELS / "default", "--data", path)
    assert [line for line in result.out.splitlines() if line.startswith("labels:")] == 2 * lines
    page = tmp_path / "r.html"
    result = run("checks", "report", "--data", path, "--out", page, "--lang", "ja")
    assert result.out.splitlines()[1:] == lines
    said = page.read_text(encoding="utf-8")
    assert "表記(空白、全角と半角、見えない文字)の違いを除いて一致した分類: 3 行" in said
    assert "このファイルに 1 行もない分類: 「携帯電話」" in said
    assert "1 種類、1 行(「天気」1 行)" in said
