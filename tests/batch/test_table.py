"""Rows in, rows out: nothing of the file is lost, nothing of it overwritten."""

from dataclasses import replace

import pandas as pd
import pytest

from core.analyzer import Analyzer
from core.batch import table as batch_table
from core.batch.predict import predict_batch
from core.batch.table import batch_frame, join_frames, predict_frame
from core.data.answer_columns import COLUMNS
from core.data.columns import Columns
from core.errors import ColumnMissingError
from core.paths import MODELS
from tests.fakes import LABELS
from tests.results import make_result

FOOD, PHONE, KYOTO, SPORTS = LABELS


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


def test_the_columns_say_what_the_result_holds():
    result = make_result(
        (KYOTO, 0.7), None, (FOOD, 0.4), scope_scores=[2.0, float("nan"), 0.5], scope_threshold=1.0
    )
    frame = batch_frame(result, language="ja")
    chances = [f"p_{label}" for label in LABELS]
    assert list(frame.columns) == [
        *("predicted", "confidence", *chances, "tokens", "unknown", "truncated"),
        *("scope_score", "out_of_scope", "error"),
    ]
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert (rows[0]["predicted"], rows[0]["confidence"], rows[0]["error"]) == (KYOTO, 0.7, None)
    assert [rows[0][name] for name in chances] == pytest.approx([0.1, 0.1, 0.7, 0.1])
    assert (rows[0]["tokens"], rows[0]["unknown"], rows[0]["truncated"]) == (10, 0, 0)
    assert [row["out_of_scope"] for row in rows] == [True, None, False]
    error = rows[1].pop("error")
    assert error == "分析する文字がありません。日本語の文を入力してください。"
    assert set(rows[1].values()) == {None}
    assert "nothing to analyse" in batch_frame(result, language="en")["error"][1]
    with_scope, without = frame.dtypes, batch_frame(make_result(None), language="ja").dtypes
    assert with_scope.equals(without)  # so that all pieces of a file go into one Parquet file


def test_the_kind_of_a_column_is_that_of_its_cells():
    dtypes = {"text": "str", "number": "float64", "integer": "Int64", "boolean": "boolean"}
    for result in (make_result((KYOTO, 0.7)), make_result(None)):
        frame = batch_frame(result, language="ja")
        for column in COLUMNS:
            for name in column.names(LABELS):
                assert frame[name].dtype == dtypes[column.kind], name


def test_the_frame_has_the_columns_that_are_declared(monkeypatch):
    result = make_result((KYOTO, 0.7))
    others = COLUMNS[::-1][1:]  # without the error
    monkeypatch.setattr(batch_table, "COLUMNS", others)
    assert list(batch_frame(result, language="ja").columns) == [
        name for column in others for name in column.names(LABELS)
    ]
    unknown = replace(COLUMNS[0], name="nothing fills it")
    monkeypatch.setattr(batch_table, "COLUMNS", (unknown,))
    with pytest.raises(KeyError, match="nothing fills it"):
        batch_frame(result, language="ja")


def test_a_column_of_the_file_is_never_overwritten():
    table = pd.DataFrame({"error": ["e"], "error_2": ["f"], "predicted": ["x"]}, dtype="str")
    table.index = [7]
    joined = join_frames(table, batch_frame(make_result((KYOTO, 0.7)), language="ja"))
    assert joined[list(table.columns)].equals(table)
    assert joined.columns.is_unique
    assert joined.loc[7, "predicted_2"] == KYOTO
    assert pd.isna(joined.loc[7, "error_3"])


def test_every_row_gets_what_the_model_says_of_it_alone(analyzer):
    texts = ["京都のお寺を拝観した。", "", "うどんがおいしい。", "あ" * 10_001]
    table = pd.DataFrame({"id": list("1234"), "text": texts}, dtype="str")
    columns = Columns(text="text", label=None, group=None)

    def answer(rows):
        result = predict_frame(analyzer, rows, columns, source="x.csv")
        return join_frames(rows, batch_frame(result, language="en"))

    answered = answer(table)
    assert answered[["id", "text"]].equals(table)
    for row in (0, 2):
        alone = analyzer.predict([texts[row]])[0]
        assert answered.loc[row, "predicted"] == alone.label
        assert answered.loc[row, "confidence"] == pytest.approx(alone.confidence, abs=1e-6)
        assert answered.loc[row, "tokens"] == len(alone.tokenized.tokens)
    assert answered["error"].notna().tolist() == [False, True, False, True]
    assert answered["error"][3].endswith("received: 10,001")
    assert answer(table[:0]).dtypes.equals(answered.dtypes)


def test_labels_and_articles_come_from_their_columns(analyzer):
    table = pd.DataFrame({"t": ["寺"], "l": ["京都"], "g": ["a1"]}, dtype="str")
    columns = Columns(text="t", label="l", group="g")
    result = predict_frame(analyzer, table, columns, source="x.csv")
    assert (result.true_labels, result.groups, result.source) == (("京都",), ("a1",), "x.csv")
    with pytest.raises(ColumnMissingError, match=r"x\.csv has no column 'n'; .* t, l, g"):
        predict_frame(analyzer, table, replace(columns, label="n"), source="x.csv")


def test_progress_is_told_and_can_end_the_work(analyzer):
    steps = []

    def stop(done, total):
        steps.append((done, total))
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        predict_batch(analyzer, ["寺"] * 600, on_progress=stop)
    assert steps == [(0, 600), (256, 600)]
