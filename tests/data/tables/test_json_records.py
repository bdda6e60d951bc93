"""JSON gives the rows it holds, or one sentence tells which value is none."""

import json
from functools import partial

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.data.table import read_table
from core.errors import (
    CoreError,
    JsonElementError,
    JsonKeyTwiceError,
    JsonLengthsError,
    JsonListsError,
    JsonRecordError,
    TableEmptyError,
    TableLineError,
    TableTooManyColumnsError,
)
from core.words.lookup import word_in
from tests.data.tables.json_files import read_content
from tests.strategies import ANY_TEXT, MIXED_TEXT


@pytest.fixture
def read(tmp_path):
    return partial(read_content, tmp_path)


def test_lists_of_one_are_their_value_and_the_others_are_said(read):
    labels = [
        ["グルメ"],
        ["京都", "グルメ"],
        [],
        [["寺"]],
        [{"x": 1}],
        [None],
        [True],
        "京都",
        None,
    ]
    _, rows, notes = read([{"label": label} for label in labels])
    assert [row[0] for row in rows] == [
        *("グルメ", '["京都", "グルメ"]', "", "寺", '[{"x": 1}]', "", "true", "京都", ""),
    ]
    assert notes == {
        "list_of_one": {"count": "4", "row": "1", "column": "label"},
        "as_json": {"count": "2", "row": "2", "column": "label"},
        "list_empty": {"count": "1", "row": "3", "column": "label"},
    }
    assert word_in("ja", "read_list_of_one", **notes["list_of_one"]) == (
        "値が 1 つだけのリスト 4 個は、その値として読みました(最初は 1 件目の「label」)。"
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("12345678901234567890", "12345678901234567890"),
        ("9" * 5_000, "9" * 5_000),
        ("1.10", "1.1"),
        ("-0.0", "0"),
        ("2.0", "2"),
        ("1e3", "1000"),
        ("1e16", "10000000000000000"),
        ("0.00001", "0.00001"),
        # What a float would change.
        ("1e400", "1e400"),
        ("1e99999999999999999999", "1e99999999999999999999"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("9007199254740993.0", "9007199254740993.0"),
        ("NaN", ""),
        ("-Infinity", "-Infinity"),
        ("null", ""),
        ("false", "false"),
        ('"001"', "001"),
        ('"\\ud800!"', "?!"),
        ('"[\\"グルメ\\"]"', '["グルメ"]'),  # a text that looks like a list
    ],
)
def test_values_are_what_a_person_reads_there(read, written, text):
    assert read(f'[{{"a": {written}}}]')[1] == [[text]]


@pytest.mark.parametrize(
    ("content", "error", "place"),
    [
        # Rows without names.
        ('[["text", "label"],\n["寺", "京都"]]', JsonRecordError, "(line 1), received: array"),
        ('["text", "label"]\n["寺", "京都"]\n', JsonRecordError, "(line 1), received: array"),
        ('{"data": [["寺", 1]]}', JsonElementError, "(data[0]), received: array"),
        # Values alone.
        ("42", JsonRecordError, "(line 1), received: number"),
        ('\n"寺"', JsonRecordError, "(line 2), received: string"),
        ("null", JsonRecordError, "received: null"),
        ("[1, 2]", JsonRecordError, "received: number"),
        # Of several kinds.
        ('{"a": 1}\n\n[2]', JsonRecordError, "(line 3), received: number"),
        ('{"a": 1}\n"寺"', JsonRecordError, "(line 2), received: string"),
        ('[{"a": 1},\nnull]', JsonRecordError, "(line 2), received: null"),
        ('["寺",\n\n{"a": 1}]', JsonRecordError, "(line 3), received: object"),
        ('["寺", true]', JsonRecordError, "received: boolean"),
        ('{"data": [{"a": 1}, "寺"]}', JsonElementError, "(data[1]), received: string"),
        # Which list, and how long?
        ('{"train": [{"text": "寺"}], "test": [{"text": "茶"}]}', JsonListsError, "(train, test)"),
        ('{"text": ["寺", "茶"], "label": [1]}', JsonLengthsError, "(text: 2, label: 1)"),
        ('{"columns": ["a"], "data": [[1], [1, 2]]}', JsonLengthsError, "(columns: 1, data[1]: 2)"),
        # A name twice: one of the values would be lost.
        ('{"text": "寺", "text": "茶"}', JsonKeyTwiceError, "'text' twice: a.json (from line 1 on)"),
        ('[{"a": 1},\n{"b": {"x": 1, "x": 1}}]', JsonKeyTwiceError, "(from line 2 on)"),
        ('{"columns": ["a", "a"], "data": [[1, 2]]}', JsonKeyTwiceError, "'a' twice"),
        # Nothing.
        ("[]", TableEmptyError, "a.json"),
        ("{}", TableEmptyError, "a.json"),
        ('{"data": []}', TableEmptyError, "a.json"),
        (" \n", TableEmptyError, "a.json"),
        # No JSON.
        ('[{"a": 1},\n{"a": 2},\n]', TableLineError, "(line 3)"),
        ('[{"a": 1}\n{"a": 2}]', TableLineError, "(line 2)"),
        ('{"a": 1},\n{"a": 2}', TableLineError, "(line 1)"),
        ('{\n"a": 1,\n}', TableLineError, "(line 2)"),
        ('{"a": 1} // x\n{"a": 2}', TableLineError, "(line 1)"),
        ("{'a': 1}", TableLineError, "(line 1)"),
        ('{"a": 1}\n{"a":\n', TableLineError, "(line 2)"),
        ('{"a": 1}\n{"a": "x\n{"a": "y"}', TableLineError, "(line 2)"),
        ('[{"a": 1}\n\n', TableLineError, "(line 1)"),
        ('[{"a": 1},\n\n', TableLineError, "(line 1)"),
        ("[", TableLineError, "(line 1)"),
        ('[{"a": 1}]\nx', TableLineError, "(line 2)"),
        ('{"a": "\x00"}', TableLineError, "(line 1)"),
        ('{"a": tru', TableLineError, "(line 1)"),
        ("[" * 100_000, TableLineError, "(line 1)"),
        (json.dumps([{f"{n}": 1} for n in range(1_002)]), TableTooManyColumnsError, "(1001)"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told_in_one_sentence(read, content, error, place):
    with pytest.raises(CoreError) as caught:
        read(content)
    assert type(caught.value) is error
    assert place in str(caught.value)


def _lines(records):
    return "\n".join(json.dumps(record) for record in records)


LAYOUTS = {
    "array": json.dumps,
    "pretty array": lambda records: json.dumps(records, indent=2, ensure_ascii=False),
    "lines": _lines,
    "pretty lines": lambda records: "\n".join(json.dumps(r, indent=1) for r in records),
    "within": lambda records: json.dumps({"data": records}, ensure_ascii=False),
    "columns": lambda records: pd.DataFrame(records).to_json(),
    "split": lambda records: pd.DataFrame(records).to_json(orient="split"),
    "lists": lambda records: json.dumps({key: [r[key] for r in records] for key in records[0]}),
}


@settings(max_examples=40)
@example(rows=[["a\rb", '"'], ["\x00", "\ufeff"]])
@example(rows=[["\x1e", "\u2028"]])
@given(
    rows=st.lists(
        st.lists(st.one_of(ANY_TEXT, MIXED_TEXT), min_size=2, max_size=2), min_size=1, max_size=6
    )
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_texts_come_back(tmp_path_factory, layout, rows):
    path = tmp_path_factory.mktemp("json") / "a.json"
    records = [dict(zip(("本文", "b"), row, strict=True)) for row in rows]
    path.write_text(LAYOUTS[layout](records), encoding="utf-8")
    table = read_table(path).frame
    assert list(table.columns) == ["本文", "b"]
    assert table.to_numpy(object).tolist() == rows
