"""Whatever table somebody brings, its cells arrive as the text they are, or one sentence tells why not."""

import csv
import datetime
import io
import json
import zipfile

import numpy as np
import openpyxl
import pandas as pd
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.data import table as table_module
from core.data.encodings.encoding import Encoding
from core.data.excel import reader
from core.data.table import iterate_table, read_table, scan_table
from core.data.tables import limits
from core.data.tables.reading import Reading
from core.errors import (
    FileMissingError,
    FileUnreadableError,
    TableDecodingError,
    TableEmptyError,
    TableEncodingError,
    TableLineError,
    TableNoRowsError,
    TableSuffixError,
    TableTooLargeError,
    TableTooManyCellsError,
    TableTooManyColumnsError,
    TableWidthError,
)
from tests.strategies import ANY_TEXT, MIXED_TEXT

COLUMNS = ["本文", "番号", "メモ"]
ROWS = [
    ["京都の寺に行った。", "001", "NA"],
    ["うどん、\n二杯", "1.50", ""],
    ['"引用"です', "-1", " "],
]


def _rows(table: pd.DataFrame) -> list[list[str]]:
    assert {str(kind) for kind in table.dtypes} == {"str"}
    assert not table.isna().to_numpy().any()
    return table.to_numpy(object).tolist()


def _separated(delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([COLUMNS, *ROWS])
    return text.getvalue().encode(encoding)


def _json_lines(encoding: str) -> bytes:
    lines = [json.dumps(dict(zip(COLUMNS, row)), ensure_ascii=False) for row in ROWS]
    return "\n\n".join(lines).encode(encoding)


def _excel(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _parquet(table: pyarrow.Table) -> bytes:
    file = io.BytesIO()
    pyarrow.parquet.write_table(table, file)
    return file.getvalue()


@pytest.fixture
def write(tmp_path):
    def write_file(content: bytes | str, name: str = "a.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp"])
@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".csv", lambda encoding: _separated(",", encoding)),
        (".TSV", lambda encoding: _separated("\t", encoding)),
        (".jsonl", _json_lines),
    ],
)
def test_text_files_in_every_encoding_give_the_same_cells(write, suffix, content, encoding):
    table = read_table(write(content(encoding), f"a{suffix}")).frame
    assert list(table.columns) == COLUMNS
    assert _rows(table) == ROWS


def test_excel_cells_become_what_a_person_reads_there(write):
    values = ["寺", 1, 2.0, 0.1, True, None, "NA", "001"]
    dates = [
        datetime.datetime(2024, 1, 31),
        datetime.datetime(2024, 1, 31, 9, 5),
        datetime.time(9, 5),
    ]
    row = [*values, *dates]
    header = [f"c{number}" for number in range(len(row))]
    content = _excel([[*header, None], [*row, None, "aside"], [None] * len(row), ["次"]])
    # The suffix of the name counts: an upload lies somewhere without one.
    table = read_table(write(content, "upload"), name="写真.xlsx").frame
    assert list(table.columns) == [*header, f"column_{len(row) + 2}"]
    assert _rows(table) == [
        [
            "寺",
            "1",
            "2",
            "0.1",
            "TRUE",
            "",
            "NA",
            "001",
            "2024-01-31 0:00:00",
            "2024-01-31 9:05:00",
            "9:05:00",
            "aside",
        ],
        ["次", *[""] * 11],
    ]


def test_parquet_of_every_type_becomes_text(write):
    day = datetime.date(2024, 1, 31)
    columns = {
        "text": ["寺", None],
        "whole": [1, None],
        "share": [0.25, 3.0],
        "day": [day, None],
        "yes": [True, None],
        "list": [[{"日": day}], None],
        "bytes": ["京都".encode(), None],
        "kind": pyarrow.array(["x", "y"]).dictionary_encode(),
    }
    table = read_table(write(_parquet(pyarrow.table(columns)), "a.parquet")).frame
    assert _rows(table) == [
        ["寺", "1", "0.25", "2024-01-31", "true", '[{"日": "2024-01-31"}]', "京都", "x"],
        ["", "", "3", "", "", "", "", "y"],
    ]


def test_json_values_become_text_and_the_last_line_may_add_a_column(write):
    lines = ['{"a": 1, "b": null}', '{"a": {"x": ["あ", 1.5]}}', '{"c": "\\ud800!", "a": 1e3}']
    table = read_table(write("\n".join(lines), "a.jsonl")).frame
    assert list(table.columns) == ["a", "b", "c"]
    assert _rows(table) == [["1", "", ""], ['{"x": ["あ", 1.5]}', "", ""], ["1000", "", "?!"]]


def test_pieces_are_the_whole_with_the_rows_of_the_file_as_index(write):
    path = write("text\n" + "\n".join(f"文{number}" for number in range(7)))
    pieces = list(iterate_table(path, chunk_rows=3))
    assert [list(piece.index) for piece in pieces] == [[0, 1, 2], [3, 4, 5], [6]]
    assert pd.concat(pieces).equals(read_table(path).frame)
    assert scan_table(path) == Reading(
        columns=("text",),
        num_rows=7,
        encoding=Encoding(codec="utf-8-sig", name="UTF-8", guessed=False),
        first_row=("文0",),
    )


def test_short_rows_empty_lines_and_nameless_columns(write):
    path = write("text,,b\n\n寺,1\n\n茶,2,3,,\n")
    table = read_table(path).frame
    assert list(table.columns) == ["text", "column_2", "b"]
    assert _rows(table) == [["寺", "1", ""], ["茶", "2", "3"]]


CELLS = st.lists(st.one_of(ANY_TEXT, MIXED_TEXT), min_size=2, max_size=2)


@settings(max_examples=30)
@example(rows=[["a\rb", '"'], ["\n", "\x00"]])
@given(rows=st.lists(CELLS, min_size=1, max_size=6))
@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".parquet"])
def test_any_text_comes_back(tmp_path_factory, suffix, rows):
    path = tmp_path_factory.mktemp("table") / f"a{suffix}"
    columns = ["a", "b"]
    if suffix == ".parquet":
        path.write_bytes(_parquet(pyarrow.table(dict(zip(columns, zip(*rows, strict=True))))))
    elif suffix == ".jsonl":
        lines = [json.dumps(dict(zip(columns, row, strict=True))) + "\n" for row in rows]
        path.write_text("".join(lines), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(
                file, delimiter={".csv": ",", ".tsv": "\t"}[suffix], quoting=csv.QUOTE_ALL
            )
            writer.writerows([columns, *rows])
    assert _rows(read_table(path).frame) == rows


@pytest.mark.parametrize(
    ("name", "content", "error", "received"),
    [
        ("a.txt", b"x", TableSuffixError, "a.txt"),
        ("a.csv", b"", TableEmptyError, "a.csv"),
        ("a.csv", b"\n\n", TableEmptyError, "a.csv"),
        ("a.jsonl", b"\n", TableEmptyError, "a.jsonl"),
        ("a.xlsx", _excel([]), TableEmptyError, "a.xlsx"),
        ("a.csv", b"text,label\n", TableNoRowsError, "(columns: text, label)"),
        ("a.xlsx", _excel([["text"]]), TableNoRowsError, "(columns: text)"),
        ("a.parquet", _parquet(pyarrow.table({"t": pyarrow.array([], "string")})), TableNoRowsError, "t"),
        ("a.csv", b"a," * 1001, TableTooManyColumnsError, "(1001)"),
        ("a.jsonl", "\n".join(f'{{"{n}": 1}}' for n in range(1002)).encode(), TableTooManyColumnsError, "(1001)"),
        ("a.csv", b"\x89PNG\xff", TableEncodingError, "a.csv"),
        ("a.csv", b"a,b\n1,2\n1,2,3\n", TableWidthError, "3 cells for 2 columns: a.csv (line 3)"),
        ("a.csv", b'a,b\n1,2\n"1,2\n3,4\n', TableLineError, "CSV: a.csv (line 3)"),
        ("a.csv", b'a\n"1"2\n', TableLineError, "(line 2)"),
        ("a.csv", b"a\n" + b"x" * 131_073, TableLineError, "(line 2)"),
        ("a.jsonl", b'{"a": 1}\n\n{"a": \n', TableLineError, "JSON: a.jsonl (line 3)"),
        ("a.jsonl", b"[1]\n", TableLineError, "(line 1)"),
        ("a.jsonl", b'{"a":' + b"[" * 100_000, TableLineError, "(line 1)"),
        ("a.xlsx", b"PK\x03\x04 no zip", FileUnreadableError, "a.xlsx (Excel)"),
        ("a.xlsx", _excel([["text"], ["寺"]])[:-40], FileUnreadableError, "(Excel)"),
        ("a.parquet", b"PAR1 no parquet", FileUnreadableError, "a.parquet (Parquet)"),
        ("a.parquet", b"", FileUnreadableError, "(Parquet)"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_sentence(write, name, content, error, received):
    path = write(content, name)
    with pytest.raises(error) as caught:
        read_table(path)
    assert received in str(caught.value)
    assert "/" not in str(caught.value)  # the person knows the name, not where an upload lies


def test_a_zip_of_something_else_is_no_excel_file(write):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(FileUnreadableError):
        read_table(write(file.getvalue(), "a.xlsx"))


def test_a_file_that_is_not_there_or_a_folder(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path / "none.xlsx"):
        with pytest.raises(FileMissingError):
            read_table(path)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(FileMissingError):
        read_table(tmp_path / "folder.csv")


def test_bytes_of_another_encoding_far_down_are_told_with_their_place(write):
    start = "text\n" + "京都に行きました。\n" * 10_000  # more than is looked at first
    path = write(start.encode() + "京都".encode("cp932"))
    # Before the first row is given on: nothing is computed of half a file.
    with pytest.raises(TableDecodingError, match=r"read as UTF-8: a\.csv \(after line \d{4}\)"):
        next(iterate_table(path))


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(TableTooLargeError, match=r"at most 100 MB.*a\.csv \(1,024 MB\)"):
        read_table(path)


def test_an_excel_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    write, monkeypatch
):
    monkeypatch.setattr(reader, "MAX_UNPACKED", 20 << 20)
    file = io.BytesIO(_excel([["text"], ["寺"]]))
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/bomb.xml", "w") as member,
    ):
        for _ in range(30):
            member.write(bytes(1 << 20))
    assert len(file.getvalue()) < 100_000
    path = write(file.getvalue(), "a.xlsx")
    for read in (read_table, scan_table):
        with pytest.raises(TableTooLargeError, match=r"a\.xlsx \(30 MB\)"):
            read(path)


def test_a_small_file_that_becomes_too_much_is_refused_on_the_way(write, monkeypatch):
    long = pyarrow.array(["あ" * 1000]).dictionary_encode()
    repeated = pyarrow.DictionaryArray.from_arrays(np.zeros(500, np.int32), long.dictionary)
    path = write(_parquet(pyarrow.table({"text": repeated})), "a.parquet")
    assert path.stat().st_size < 20_000
    monkeypatch.setattr(table_module, "MAX_CHARACTERS", 499_999)
    with pytest.raises(TableTooManyCellsError, match=r"499,999 characters\): a\.parquet"):
        read_table(path)
    monkeypatch.setattr(table_module, "MAX_CHARACTERS", 500_000)
    assert len(read_table(path).frame) == 500
    monkeypatch.setattr(table_module, "MAX_CELLS", 499)
    with pytest.raises(TableTooManyCellsError, match=r"499 cells"):
        read_table(path)


def test_a_line_without_an_end_is_refused(write, monkeypatch):
    monkeypatch.setattr(limits, "_MAX_LINE", 100)
    with pytest.raises(TableLineError, match=r"CSV: a\.csv \(line 2\)"):
        read_table(write("a\n" + "," * 101))
    assert len(read_table(write("a\n" + "x" * 98 + "\n")).frame) == 1
