"""Parquet's values come as a person sees them, whatever type they have."""

import io
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyarrow import feather, orc, parquet

from core.data.table import read_table, scan_table
from core.errors import (
    CoreError,
    FileMissingError,
    FileUnreadableError,
    ParquetEncryptedError,
    ParquetKindError,
    TableEmptyError,
    TableNoRowsError,
    TableTooManyColumnsError,
)
from core.words.lookup import word_in
from tests.strategies import ANY_TEXT, MIXED_TEXT

# The moment 2024-01-31 00:05 UTC, and the midnight before it in Tokyo.
MOMENT, MIDNIGHT = 1_706_659_500, 1_706_626_800


@pytest.fixture
def read(tmp_path):
    def read_arrow(table, **options):
        """The columns, the rows, and the names of the notes with their values."""
        path = tmp_path / "a.parquet"
        parquet.write_table(table, path, **options)
        read = read_table(path)
        notes = {note.name: dict(note.values) for note in read.reading.notes}
        return list(read.frame.columns), read.frame.to_numpy(object).tolist(), notes

    return read_arrow


@pytest.mark.parametrize(
    ("kind", "values", "texts"),
    [
        # Time zones: the clock on that wall, also at midnight.
        (pyarrow.timestamp("s", "Asia/Tokyo"), [MOMENT, MIDNIGHT, None], ["2024-01-31 09:05:00+09:00", "2024-01-31 00:00:00+09:00", ""]),
        (pyarrow.timestamp("ms", "+09:00"), [MOMENT * 1_000], ["2024-01-31 09:05:00+09:00"]),
        (pyarrow.timestamp("us", "UTC"), [MOMENT * 10**6], ["2024-01-31 00:05:00+00:00"]),
        (pyarrow.timestamp("us", "Nowhere/City"), [MOMENT * 10**6], ["2024-01-31 00:05:00+00:00"]),
        (pyarrow.timestamp("ns", "Asia/Tokyo"), [MOMENT * 10**9 + 1], ["2024-01-31 09:05:00.000000001+09:00"]),
        (pyarrow.timestamp("ns"), [MOMENT * 10**9, 1, 0], ["2024-01-31 00:05:00", "1970-01-01 00:00:00.000000001", "1970-01-01"]),
        (pyarrow.timestamp("us"), [2**60, 0], ["1152921504606846976", "1970-01-01"]),
        (pyarrow.date32(), [19_753, 2**30], ["2024-01-31", "1073741824"]),
        (pyarrow.time64("ns"), [32_700 * 10**9, 123_456_789, None], ["09:05:00", "00:00:00.123456789", ""]),
        (pyarrow.time32("s"), [32_700], ["09:05:00"]),
        (pyarrow.duration("s"), [60], ["0:01:00"]),
        (pyarrow.decimal128(22, 2), [Decimal("12345678901234567890.10"), Decimal(0)], ["12345678901234567890.10", "0.00"]),
        (pyarrow.decimal128(8, 8), [Decimal("0.00000001")], ["0.00000001"]),
        (pyarrow.float32(), [0.1, None, float("nan"), 3, 1e10], ["0.1", "", "", "3", "10000000000"]),
        (pyarrow.float64(), [0.1, 1e-5, 1e20, None], ["0.1", "0.00001", "100000000000000000000", ""]),
        (pyarrow.uint64(), [2**63, 2**64 - 1], ["9223372036854775808", "18446744073709551615"]),
        (pyarrow.large_string(), ["寺", None], ["寺", ""]),
        (pyarrow.string_view(), ["寺", None], ["寺", ""]),
        (pyarrow.null(), [None], [""]),
        (pyarrow.binary(), ["寺".encode(), None], ["寺", ""]),
        (pyarrow.dictionary(pyarrow.int8(), pyarrow.string()), ["寺", None, "寺"], ["寺", "", "寺"]),
    ],
    ids=str,
)  # fmt: skip
def test_values_are_what_a_person_sees(read, kind, values, texts):
    assert read(pyarrow.table({"a": pyarrow.array(values, kind)})) == (
        ["a"],
        [[text] for text in texts],
        {},
    )


def test_half_floats_too(read):
    halves = np.array([0.1, 1], np.float16)
    assert read(pyarrow.table({"a": halves}))[1] == [["0.1"], ["1"]]


@pytest.mark.parametrize(
    "kind",
    [
        pyarrow.list_(pyarrow.string()),
        pyarrow.large_list(pyarrow.string()),
        pyarrow.list_(pyarrow.dictionary(pyarrow.int32(), pyarrow.string())),
    ],
    ids=str,
)
def test_lists_of_one_are_their_value_and_the_others_are_said(read, kind):
    labels = pyarrow.array(
        [["グルメ"], ["京都", "グルメ"], [], None, ["寺"]], pyarrow.list_(pyarrow.string())
    )
    _, rows, notes = read(pyarrow.table({"label": labels.cast(kind)}))
    assert [row[0] for row in rows] == ["グルメ", '["京都", "グルメ"]', "", "", "寺"]
    assert notes == {
        "list_of_one": {"count": "2", "row": "1", "column": "label"},
        "as_json": {"count": "1", "row": "2", "column": "label"},
        "list_empty": {"count": "1", "row": "3", "column": "label"},
    }


def test_maps_are_objects(read):
    maps = pyarrow.array([[("a", 1), ("b", 2)], [], None], pyarrow.map_("string", "int32"))
    _, rows, notes = read(pyarrow.table({"m": maps}))
    assert rows == [['{"a": 1, "b": 2}'], [""], [""]]
    assert notes == {"as_json": {"count": "1", "row": "1", "column": "m"}}


def test_fields_of_structs_are_columns(read):
    data = pyarrow.array([{"text": "寺", "meta": {"score": 0.5}}, None, {"text": None}])
    columns, rows, notes = read(pyarrow.table({"id": [1, 2, 3], "data": data}))
    assert columns == ["id", "data.text", "data.meta.score"]
    assert rows == [["1", "寺", "0.5"], ["2", "", ""], ["3", "", ""]]
    assert notes == {}
    deep = pyarrow.array([{"b": {"c": {"d": {"e": {"f": 1}}}}}])
    columns, rows, notes = read(pyarrow.table({"a": deep}))
    assert (columns, rows, set(notes)) == (["a.b.c.d.e"], [['{"f": 1}']], {"as_json"})


def test_two_columns_never_have_one_name_and_none_is_without(read):
    one, two, three = (pyarrow.array([number]) for number in (1, 2, 3))
    columns, rows, notes = read(pyarrow.Table.from_arrays([one, two, three], ["a", "a", ""]))
    assert (columns, rows) == (["a", "a_2", "column_3"], [["1", "2", "3"]])
    assert notes == {
        "column_twice": {"count": "1", "column": "a", "name": "a_2"},
        "unnamed_column": {"count": "1", "column": "column_3"},
    }
    nested = pyarrow.table({"data.text": ["寺"], "data": [{"text": "茶"}]})
    assert read(nested)[0] == ["data.text", "data.text_2"]


def test_bytes_that_are_no_text_are_said(read):
    cells = [b"\xef\xbf\xbd", b"\x93\xfa", None, b"\xff"]
    _, rows, notes = read(pyarrow.table({"a": cells}))
    assert [row[0] for row in rows] == ["\ufffd", "\ufffd\ufffd", "", "\ufffd"]
    assert notes == {"bytes": {"count": "2", "row": "2", "column": "a"}}
    assert word_in("ja", "read_bytes", **notes["bytes"]) == (
        "UTF-8 の文字でないセル 2 個は、読めないところを � にしました(最初は 2 件目の「a」)。"
    )


def test_what_pandas_writes_comes_back_with_the_names_of_its_rows(tmp_path):
    path = tmp_path / "a.parquet"
    frame = pd.DataFrame({"text": ["寺", "茶", "京"], "n": pd.array([1, None, 3], dtype="Int64")})
    frame.to_parquet(path)
    assert read_table(path).frame.to_numpy(object).tolist() == [
        ["寺", "1"],
        ["茶", ""],
        ["京", "3"],
    ]
    frame.set_index("text").to_parquet(path)
    assert scan_table(path).columns == ("n", "text")
    frame.index = ["x", "y", "z"]
    frame.to_parquet(path)  # pandas calls an index without a name so
    assert scan_table(path).columns == ("text", "n", "__index_level_0__")


@pytest.mark.parametrize("compression", ["none", "gzip", "brotli", "zstd", "lz4"])
def test_every_compression_is_read(read, compression):
    assert read(pyarrow.table({"a": ["寺"]}), compression=compression)[1] == [["寺"]]


def _written(write):
    file = io.BytesIO()
    write(file)
    return file.getvalue()


TABLE = pyarrow.table({"text": [f"京都に行った。{number}" for number in range(1_000)]})
GZIP = bytearray(_written(lambda file: parquet.write_table(TABLE, file, compression="gzip")))
GZIP[200:300] = bytes(100)
NO_TEXT = pyarrow.Array.from_buffers(
    pyarrow.string(),
    1,
    [None, pyarrow.py_buffer(np.array([0, 1], np.int32)), pyarrow.py_buffer(b"\xff")],
)


@pytest.mark.parametrize(
    ("content", "error", "received"),
    [
        (_written(lambda file: feather.write_feather(TABLE, file)), ParquetKindError, "Arrow (Feather)"),
        (b"FEA1" + bytes(40), ParquetKindError, "Feather"),
        (_written(lambda file: orc.write_table(TABLE, file)), ParquetKindError, "ORC"),
        (b"PARE" + bytes(40) + b"\x08\0\0\0PARE", ParquetEncryptedError, "a.parquet"),
        (b"PAR1" + bytes(40) + b"\x08\0\0\0PAR1", FileUnreadableError, "a.parquet (Parquet)"),
        (b"PAR1", FileUnreadableError, "(Parquet)"),
        (b"text\n", FileUnreadableError, "(Parquet)"),
        (bytes(GZIP), FileUnreadableError, "a.parquet (Parquet)"),
        (_written(lambda file: parquet.write_table(pyarrow.table({"a": NO_TEXT}), file)), FileUnreadableError, "(Parquet, UTF-8)"),
        (_written(lambda file: parquet.write_table(pyarrow.table({}), file)), TableEmptyError, "a.parquet"),
        (_written(lambda file: parquet.write_table(TABLE[:0], file)), TableNoRowsError, "(columns: text)"),
        (_written(lambda file: parquet.write_table(pyarrow.table({f"{n}": [1] for n in range(1_001)}), file)), TableTooManyColumnsError, "(1001)"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told_in_one_sentence(tmp_path, content, error, received):
    path = tmp_path / "a.parquet"
    path.write_bytes(content)
    with pytest.raises(CoreError) as caught:
        read_table(path)
    assert type(caught.value) is error
    assert received in str(caught.value)


def test_a_folder_of_parquet_files_is_no_file(tmp_path):
    (tmp_path / "a.parquet").mkdir()
    with pytest.raises(FileMissingError, match=r"a\.parquet"):
        read_table(tmp_path / "a.parquet")


CELLS = st.one_of(ANY_TEXT, MIXED_TEXT, st.none())


@settings(max_examples=60)
@example(rows=[["\x00", None], ["\ufeff", ""]], kind=pyarrow.string(), row_group_size=1)
@given(
    rows=st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=6),
    kind=st.sampled_from(
        [
            *(pyarrow.string(), pyarrow.large_string(), pyarrow.string_view(), pyarrow.binary()),
            pyarrow.dictionary(pyarrow.int32(), pyarrow.string()),
        ]
    ),
    row_group_size=st.integers(1, 6),
)
def test_any_texts_come_back(tmp_path_factory, rows, kind, row_group_size):
    path = tmp_path_factory.mktemp("parquet") / "a.parquet"
    columns = [
        pyarrow.array(
            cells if kind != pyarrow.binary() else [c and c.encode() for c in cells], kind
        )
        for cells in zip(*rows, strict=True)
    ]
    table = pyarrow.Table.from_arrays(columns, ["本文", "b"])
    parquet.write_table(table, path, row_group_size=row_group_size)
    read = read_table(path).frame
    assert list(read.columns) == ["本文", "b"]
    assert read.to_numpy(object).tolist() == [[cell or "" for cell in row] for row in rows]
