"""JSON is read value by value, however it is laid out and wherever it is cut."""

import json
from functools import partial

import pytest

from core.data.table import iterate_table, scan_table
from core.data.tables import json_stream
from core.data.tables.json_records import read_json
from core.data.tables.reading import ReadOptions
from core.errors import (
    JsonTooLargeError,
    TableDecodingError,
    TableLineError,
)
from tests.data.tables.json_files import read_content


@pytest.fixture
def read(tmp_path):
    return partial(read_content, tmp_path)


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
