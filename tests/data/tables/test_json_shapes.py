"""The rows within one object are found, and what else it holds is said."""

import json
from functools import partial

import pandas as pd
import pytest

from tests.data.tables.json_files import read_content

TEMPLE, TEA = {"text": "寺に行った"}, {"text": "茶を飲んだ"}


@pytest.fixture
def read(tmp_path):
    return partial(read_content, tmp_path)


# What is around the rows, and what is said about it.
WITHIN = {"json_within": {"place": "data"}}
COLUMNS = {"json_columns": {}}


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        ({"data": [TEMPLE, TEA]}, WITHIN),
        (
            {"version": "1.1", "data": [TEMPLE, TEA], "info": {"by": "x", "at": None}},
            WITHIN | {"json_beside": {"count": "2", "first": "version"}},
        ),
        (
            {"message": "ok", "data": [TEMPLE, TEA]},
            WITHIN | {"json_beside": {"count": "1", "first": "message"}},
        ),
        ({"投稿一覧": [TEMPLE, TEA]}, {"json_within": {"place": "投稿一覧"}}),
        ({"answer": {"rows": [TEMPLE, TEA]}}, {"json_within": {"place": "answer.rows"}}),
        # pandas: split, columns, index, table.
        ({"columns": ["text"], "index": [0, 1], "data": [["寺に行った"], ["茶を飲んだ"]]}, {}),
        (
            {"columns": ["text"], "index": ["x", "y"], "data": [["寺に行った"], ["茶を飲んだ"]]},
            {"json_row_names": {"count": "2", "first": "x"}},
        ),
        ({"text": {"0": "寺に行った", "1": "茶を飲んだ"}}, COLUMNS),
        (
            {"text": {"3": "寺に行った", "7": "茶を飲んだ"}},
            COLUMNS | {"json_row_names": {"count": "2", "first": "3"}},
        ),
        ({"0": TEMPLE, "1": TEA}, {}),
        ({"a1": TEMPLE, "a2": TEA}, {"json_row_names": {"count": "2", "first": "a1"}}),
        (
            {"schema": {"fields": [{"name": "text", "type": "string"}]}, "data": [TEMPLE, TEA]},
            WITHIN | {"json_beside": {"count": "1", "first": "schema.fields"}},
        ),
        ({"text": ["寺に行った", "茶を飲んだ"]}, COLUMNS),
        # Texts alone.
        (["寺に行った", "茶を飲んだ"], {"json_texts": {}}),
        ({"data": ["寺に行った", "茶を飲んだ"], "n": 0}, WITHIN | {"json_texts": {}, "json_beside": {"count": "1", "first": "n"}}),
    ],
)  # fmt: skip
def test_the_rows_within_one_object_are_found_and_the_rest_is_said(read, content, notes):
    assert read(content) == (["text"], [["寺に行った"], ["茶を飲んだ"]], notes)
    lines = json.dumps(content, ensure_ascii=False, indent=1)
    assert read(lines, "a.jsonl") == (["text"], [["寺に行った"], ["茶を飲んだ"]], notes)


@pytest.mark.parametrize(
    ("orient", "names"),
    [
        *((orient, ["本文", "点"]) for orient in ("records", "split", "columns", "index", "table")),
        # Where rows and columns are numbers, "index" is not to be told from "columns".
        *((orient, [0, 1]) for orient in ("records", "split", "columns", "table")),
    ],
)
def test_what_pandas_writes_comes_back(read, orient, names):
    frame = pd.DataFrame([["寺に行った", 1], ["茶を飲んだ", 2]], columns=names)
    columns, rows, _ = read(frame.to_json(orient=orient, force_ascii=False))
    if orient == "table":  # it writes the numbers of the rows as a column
        assert columns.pop(0) == "index"
        assert [row.pop(0) for row in rows] == ["0", "1"]
    assert columns == list(map(str, names))
    assert rows == [["寺に行った", "1"], ["茶を飲んだ", "2"]]


@pytest.mark.parametrize(
    "record",
    [
        {"text": "寺に行った", "spans": [{"from": 0}, {"from": 1}]},
        {"text": "寺に行った", "comments": [{"body": "いいね"}]},
        {"data": {"text": "寺に行った"}, "annotations": [{"id": 1}, {"id": 2}]},
        {"id": 3, "text": "寺に行った"},
    ],
)
def test_a_single_record_is_no_list_of_what_is_in_it(read, record):
    _, rows, notes = read(record)
    assert len(rows) == 1
    assert "寺に行った" in rows[0]
    assert "json_within" not in notes
