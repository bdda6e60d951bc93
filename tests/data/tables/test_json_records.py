"""JSON of every shape gives the rows it holds, or one sentence tells which value is none."""

import json

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.data.table import iterate_table, read_table, scan_table
from core.data.tables import json_stream
from core.data.tables.json_records import read_json
from core.data.tables.reading import ReadOptions
from core.errors import (
    CoreError,
    JsonElementError,
    JsonKeyTwiceError,
    JsonLengthsError,
    JsonListsError,
    JsonRecordError,
    JsonTooLargeError,
    TableDecodingError,
    TableEmptyError,
    TableLineError,
    TableTooManyColumnsError,
)
from core.words.lookup import word_in
from tests.strategies import ANY_TEXT, MIXED_TEXT

TEMPLE, TEA = {"text": "寺に行った"}, {"text": "茶を飲んだ"}


@pytest.fixture
def read(tmp_path):
    def read_content(content, name="a.json"):
        """The columns, the rows, and the names of the notes with their values."""
        path = tmp_path / name
        if not isinstance(content, str | bytes):
            content = json.dumps(content, ensure_ascii=False)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        table = read_table(path)
        notes = {note.name: dict(note.values) for note in table.reading.notes}
        return list(table.frame.columns), table.frame.to_numpy(object).tolist(), notes

    return read_content


@pytest.mark.parametrize("name", ["a.json", "a.JSONL", "a.ndjson"])
@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "寺に行った"}, {"text": "茶を飲んだ"}]',
        '[\n {\n  "text": "寺に行った"\n },\n\n {\n  "text": "茶を飲んだ"\n }\n]\n',
        '{"text": "寺に行った"}\n{"text": "茶を飲んだ"}',
        '\n{"text": "寺に行った"}\r\n\r\n{"text": "茶を飲んだ"}\r\n',
        '{\n  "text": "寺に行った"\n}\n{\n  "text": "茶を飲んだ"\n}\n',
        '{"text": "寺に行った"}{"text": "茶を飲んだ"}',
        # A byte order mark; two files that were joined; RFC 7464.
        '\ufeff[{"text": "寺に行った"}, {"text": "茶を飲んだ"}]',
        '\ufeff{"text": "寺に行った"}\n\ufeff{"text": "茶を飲んだ"}\n',
        '\x1e{"text": "寺に行った"}\n\x1e{"text": "茶を飲んだ"}\n',
        # Two pages of an export.
        '[{"text": "寺に行った"}]\n[]\n[{"text": "茶を飲んだ"}]',
    ],
)
def test_however_the_objects_are_laid_out_they_are_the_rows(read, name, content):
    assert read(content, name) == (["text"], [["寺に行った"], ["茶を飲んだ"]], {})


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


def test_fields_of_objects_are_columns(read):
    content = [
        {"id": 1, "data": {"text": "寺", "meta": {"by": "x"}}, "annotations": []},
        {"id": 2, "data": {"text": "茶", "meta": {}}, "more": None},
        {"data": None, "more": {"n": 1}},
    ]
    columns, rows, notes = read(content)
    assert columns == ["id", "data.text", "data.meta.by", "annotations", "more.n"]
    assert rows == [["1", "寺", "x", "", ""], ["2", "茶", "", "", ""], ["", "", "", "", "1"]]
    assert notes == {"list_empty": {"count": "1", "row": "1", "column": "annotations"}}


@pytest.mark.parametrize(
    ("content", "columns", "notes"),
    [
        ([{"a.b": 1, "a": {"b": 2}}], ["a.b", "a.b_2"], {"column_twice"}),
        ([{"a": 1, " a": 2}], ["a", "a_2"], {"column_twice"}),
        ([{"": 1, "a": 2}], ["column_1", "a"], {"unnamed_column"}),
    ],
)
def test_two_columns_never_have_one_name_and_none_is_without(read, content, columns, notes):
    found, rows, said = read(content)
    assert (found, rows, set(said)) == (columns, [["1", "2"]], notes)


@pytest.mark.parametrize(
    ("content", "columns", "rows", "notes"),
    [
        # The same key holds an object and something else: first, and later.
        ([{"a": {"x": 1}}, {"a": 2, "b": 3}], ["a", "b"], [['{"x": 1}', ""], ["2", "3"]], {"objects_whole"}),
        ([{"a": 2, "b": 3}, {"a": {"x": {"y": 1}}}], ["a", "b"], [["2", "3"], ['{"x": {"y": 1}}', ""]], {"objects_whole"}),
        # A sixth key on the way.
        ([{"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}], ["a.b.c.d.e"], [['{"f": 1}']], {"as_json"}),
    ],
)  # fmt: skip
def test_what_cannot_be_columns_stays_whole_and_is_said(read, content, columns, rows, notes):
    found, cells, said = read(content)
    assert (found, cells, set(said)) == (columns, rows, notes)


def test_a_dictionary_in_every_record_is_no_hundred_columns(read):
    content = [{"text": "寺", "votes": {f"{row}-{n}": n for n in range(60)}} for row in range(30)]
    columns, rows, notes = read(content)
    assert columns == ["text", "votes"]
    assert rows[29][1].startswith('{"29-0": 0, ')
    assert notes == {"objects_whole": {"count": "1", "column": "votes"}}


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


def test_a_value_too_large_is_refused_and_a_file_of_many_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(json_stream, "MAX_JSON_VALUE", 2_000)
    monkeypatch.setattr(json_stream, "_BLOCK", 500)
    rows = [{"text": "寺" * 30}] * 100
    path = tmp_path / "a.json"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    assert scan_table(path).num_rows == 100
    assert sum(map(len, iterate_table(path))) == 100
    path.write_text('{"text": "寺"}\n' + json.dumps({"data": rows}), encoding="utf-8")
    with pytest.raises(JsonTooLargeError, match=r"a row a line.* a\.json \(from line 2 on\)"):
        scan_table(path)


def test_a_mistake_is_told_before_the_rest_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(json_stream, "MAX_JSON_VALUE", 2_000)
    monkeypatch.setattr(json_stream, "_BLOCK", 500)
    path = tmp_path / "a.jsonl"
    path.write_text("{'a': 1}\n" * 1_000)
    with pytest.raises(TableLineError, match="line 1"):
        scan_table(path)


def test_bytes_of_another_encoding_far_down(tmp_path):
    path = tmp_path / "a.json"
    start = "[\n" + '{"text": "京都に行きました。"},\n' * 20_000
    path.write_bytes(start.encode() + '{"text": "京都"}]'.encode("cp932"))
    with pytest.raises(TableDecodingError, match=r"UTF-8: a\.json \(after line \d{5}\)"):
        scan_table(path)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 16, 40])
def test_where_the_text_is_cut_into_pieces_does_not_matter(tmp_path, monkeypatch, size):
    content = (
        '[{"a": -12.5e+1, "b": "\\u5bfa\\n\\"", "c": [true, null, -Infinity]} , \n\n'
        '{"a": 1e5, "b": "", "c": [false]}]\n\ufeff\x1e{"a": NaN}\n[ ]\n{"b": "茶"}'
    )
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")

    def rows():
        table = read_json(path, path.name, ReadOptions(encoding="utf-8"))
        return table.reading.columns, list(table.rows())

    whole = rows()
    monkeypatch.setattr(json_stream, "_BLOCK", size)
    assert rows() == whole
    assert whole == (
        ("a", "b", "c"),
        [
            ["-125", '寺\n"', '[true, null, "-Infinity"]'],
            ["100000", "", "false"],
            ["", "", ""],
            ["", "茶", ""],
        ],
    )


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
