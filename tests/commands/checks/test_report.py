"""`checks report` and `checks models` on a small table and the shipped models."""

import json

import pytest

from core.analyzer import Analyzer
from core.batch.predict import predict_batch
from core.checks.metrics import measure_batch
from core.checks.models import compare_results
from core.paths import MODELS
from core.words.lookup import WORDS
from tests.run_main import assert_one_sentence, run_main

ROWS = (
    ("うどんがおいしい店", "グルメ"),
    ("平安京のお寺を巡る", "京都"),
    ("試合に勝って優勝した", "スポーツ"),
    ("新しい機種に変更した", "携帯電話"),
    ("雨が降っている", "京都"),
    ("明日は早く起きる", "スポーツ"),
    ("下鴨さんの古本まつり、暑すぎて三軒目でギブ…", "京都"),
)
CASES = "id,kind,text,variant,label,direction\nk-01,minimum,清水寺の舞台,,京都,\n"


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("rows") / "rows.csv"
    lines = ["text,label", *(",".join(row) for row in ROWS)]
    path.write_text("\n".join(lines), encoding="cp932")
    return path


@pytest.fixture(scope="module")
def results():
    """What both models say of the rows."""
    texts, labels = zip(*ROWS, strict=True)
    return [
        predict_batch(Analyzer.load(MODELS / name), texts, true_labels=labels)
        for name in ("default", "article")
    ]


@pytest.fixture
def check(capsys, monkeypatch, table):
    monkeypatch.setenv("LC_ALL", "C")
    return lambda name, *words: run_main(
        capsys, "checks", name, "--model", MODELS / "default", "--data", table, *words
    )


def test_the_report_is_written_with_the_figures_of_the_rows(check, results, table, tmp_path):
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "keywords.csv").write_text(CASES, encoding="utf-8")
    out = tmp_path / "new" / "report.html"
    words = ("--cases", tmp_path / "cases", "--other", MODELS / "article", "--lang", "ja")
    result = check("report", "--out", out, *words)
    read = "Read 2 columns and 7 rows. The encoding is taken to be CP932 (the first row: うどんがおいしい店 | グルメ)."
    assert (result.code, result.err) == (0, f"{table}: {read}\n")
    page = out.read_text(encoding="utf-8")
    # The report speaks Japanese here, as it is asked to.
    assert (
        "2 列、7 行を読みました。文字コードは CP932 だと推定しました(最初の行: うどんがおいしい店 | グルメ)。"
        in page
    )
    accuracy = measure_batch(results[0]).accuracy
    assert f"{accuracy.value:.3f}({accuracy.low:.3f}–{accuracy.high:.3f})" in page
    assert WORDS["report_title"]["ja"].format(name="default") in page
    assert Analyzer.load(MODELS / "article").bundle.sha256 in page
    differing = compare_results(*results).differing
    assert (
        WORDS["report_differing_caption"]["ja"].format(shown=len(differing), count=len(differing))
        in page
    )
    assert result.out == f"{out}: {len(page.encode()) / 1000:,.0f} kB\n"


def test_a_report_that_cannot_be_written_or_has_no_rows_is_told_in_one_sentence(check, tmp_path):
    assert_one_sentence(check("report", "--out", tmp_path), str(tmp_path))
    out = tmp_path / "report.html"
    assert_one_sentence(check("report", "--out", out, "--text", "sentence"), "sentence")
    assert not out.exists()


def test_two_models_side_by_side(check, results):
    duel = compare_results(*results)
    result = check("models", "--other", MODELS / "article", "--json", "--rows", 1)
    record = json.loads(result.out)
    assert record["counts"] == {
        name: len(getattr(duel, name)) for name in ("both", "only_first", "only_second", "neither")
    }
    assert record["difference"]["value"] == duel.difference.value
    assert record["num_differing"] == len(duel.differing)
    (row,) = record["differing"]
    assert (row["row"], row["text"]) == (duel.differing[0] + 1, ROWS[duel.differing[0]][0])
    assert [model["provenance"] for model in record["models"]] == ["unknown", "unknown"]
    lines = check("models", "--other", MODELS / "article").out.splitlines()
    assert lines[0].startswith("data:     rows.csv, 7 rows, 7 answered by both, 7 judged")
    assert f"both {len(duel.both)}, only the first {len(duel.only_first)}" in "\n".join(lines)
