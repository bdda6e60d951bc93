"""What is downloaded opens everywhere, runs nothing and comes back as it was."""

import csv
import io
import json

import pandas as pd
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.batch.table import batch_frame, join_frames
from core.data.tables.formula_mark import mark_formula
from core.view.tables.batch import WRITERS, frame_csv, frame_parquet, open_writer
from tests.results import make_result
from tests.strategies import ANY_TEXT, MIXED_TEXT

TABLE = pd.DataFrame(
    {"=cmd|x": ["=1+1", "-", '茶,\r\n"二"', "NA"], "text": ["+1", "@a", "\ta", "\ra"]}, dtype="str"
)
ANSWERED = join_frames(
    TABLE,
    batch_frame(
        make_result(
            ("京都", 0.7), None, ("グルメ", 0.5), ("京都", 1.0), scope_scores=[-1.5, float("nan"), 2, 3]
        ),
        language="en",
    ),
)  # fmt: skip


def _cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_formulas_are_harmless_and_everything_else_is_as_it_was():
    content = frame_csv(ANSWERED)
    assert content.startswith('\ufeff"\'=cmd|x","text","predicted",'.encode())
    header, *rows = _cells(content)
    assert [row[:2] for row in rows] == [
        ["'=1+1", "'+1"],
        ["'-", "'@a"],
        ['茶,\r\n"二"', "'\ta"],
        ["NA", "'\ra"],
    ]
    assert rows[0][header.index("scope_score")] == "-1.5"  # a number is no formula
    assert rows[1][header.index("error")].startswith("There is nothing")
    assert rows[1][header.index("predicted")] == rows[1][header.index("tokens")] == ""
    assert TABLE.iloc[0, 0] == "=1+1"


def test_a_column_may_have_the_name_of_a_methods_own_argument():
    table = pd.DataFrame({"self": ["=1", "茶"], "text": ["寺", "-"]}, dtype="str")
    content = _cells(frame_csv(table))
    assert content == [["self", "text"], ["'=1", "寺"], ["茶", "'-"]]
    assert table["self"].tolist() == ["=1", "茶"]


@settings(max_examples=50)
@given(text=st.one_of(ANY_TEXT, MIXED_TEXT, st.sampled_from("=+-@\t\r")))
def test_no_text_cell_of_any_file_begins_a_formula(text):
    frame = pd.DataFrame({text: [text, "x"]}, dtype="str")
    for (cell,) in _cells(frame_csv(frame))[:2]:
        assert cell == mark_formula(text)
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cell.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("suffix", WRITERS)
def test_pieces_give_the_same_file_as_the_whole(suffix):
    # The second piece holds nothing but an error: its columns are of the same types.
    pieces, whole = io.BytesIO(), io.BytesIO()
    with open_writer(pieces, suffix) as write:
        for piece in (ANSWERED[:1], ANSWERED[1:2], ANSWERED[2:]):
            write(piece)
    with open_writer(whole, suffix) as write:
        write(ANSWERED)
    if suffix == ".parquet":
        assert _parquet_rows(pieces.getvalue()) == _parquet_rows(whole.getvalue())
    else:
        assert pieces.getvalue() == whole.getvalue()


def _parquet_rows(content: bytes) -> list[dict[str, object]]:
    return pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()


def test_parquet_and_json_keep_text_numbers_and_what_is_missing():
    rows = _parquet_rows(frame_parquet(ANSWERED))
    file = io.BytesIO()
    with open_writer(file, ".jsonl") as write:
        write(ANSWERED)
    records = [json.loads(line) for line in file.getvalue().decode().splitlines()]
    for row in (rows, records):
        assert list(row[0]) == list(ANSWERED.columns)
        assert row[0]["=cmd|x"] == "=1+1"
        assert (row[0]["scope_score"], row[0]["tokens"], row[0]["confidence"]) == (-1.5, 10, 0.7)
        assert row[1]["predicted"] is row[1]["confidence"] is row[1]["tokens"] is None
        assert row[2]["error"] is None
