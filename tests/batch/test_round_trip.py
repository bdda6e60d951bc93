"""Any table of texts, written by us and read again, is the same table; and gives the same answers."""

import csv
import io
import json

import openpyxl
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.batch.table import batch_frame, join_frames
from core.data.table import read_table
from core.view.tables.batch import WRITERS, open_writer
from tests.fakes import LABELS
from tests.results import make_result
from tests.run_main import run_main
from tests.strategies import ANY_TEXT, MIXED_TEXT

KYOTO = LABELS[2]
SIGNED = st.lists(st.sampled_from([*"'\"=+-@＝－", *",;|\t\r\n\0 　", "sep=", "寺"])).map("".join)
TEXTS = st.one_of(ANY_TEXT, MIXED_TEXT, SIGNED)
# A name that is empty is called by its number, a mark of byte order before the first is none of it.
NAMES = st.lists(
    TEXTS.filter(lambda name: name and not name.startswith("\ufeff")),
    min_size=1,
    max_size=3,
    unique=True,
)
FORMULAS = ["-5度の朝は鍋がうまい", "@京都駅で待つ", "=)笑った", "+1点で勝った", "'=のように書く"]


def _write(frame: pd.DataFrame, suffix: str) -> bytes:
    file = io.BytesIO()
    with open_writer(file, suffix) as write:
        write(frame)
    return file.getvalue()


def _answered(table: pd.DataFrame) -> pd.DataFrame:
    answers = [(KYOTO, 0.7), *[None] * (len(table) - 1)]
    return join_frames(table, batch_frame(make_result(*answers), language="ja"))


@st.composite
def tables(draw) -> pd.DataFrame:
    names = draw(NAMES)
    row = st.lists(TEXTS, min_size=len(names), max_size=len(names))
    return pd.DataFrame(draw(st.lists(row, min_size=1, max_size=4)), columns=names, dtype="str")


def _table(**columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(columns, dtype="str")


@settings(max_examples=50, deadline=None)
@example(table=_table(**{"a;b": ["x;y"], "c|d": ["\t"]}))
@example(table=_table(**{"sep=": ["寺"]}))
@example(table=_table(**{"SEP=0\r1": [","]}))
@example(table=_table(**{"=text": FORMULAS}))
@example(table=_table(text=["", "\r", "\n", "\r\n", '"', "\0", "''=", "\x85\u2028\x0b\x1c"]))
@example(table=_table(predicted=["=", "'="], error=["'", "-"]))
@given(table=tables())
@pytest.mark.parametrize("suffix", WRITERS)
def test_a_table_of_texts_comes_back(tmp_path_factory, suffix, table):
    path = tmp_path_factory.mktemp("round") / f"a{suffix}"
    for _ in range(2):  # answers behind answers: predicted, predicted_2
        answered = _answered(table)
        path.write_bytes(_write(answered, suffix))
        again = read_table(path).frame
        assert list(again.columns) == list(answered.columns)
        assert again[list(table.columns)].to_numpy().tolist() == table.to_numpy().tolist()
        table = again


def test_a_foreign_file_keeps_its_apostrophes(tmp_path):
    path = tmp_path / "a.csv"
    texts = [*FORMULAS, "''=", "'-"]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text", "predicted"], *([text, "x"] for text in texts)])
    assert read_table(path).frame["text"].tolist() == texts


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_texts_get_the_same_answers_the_second_time(capsys, tmp_path, suffix):
    source, first, second = (tmp_path / name for name in ("in.csv", f"1{suffix}", f"2{suffix}"))
    texts = [*FORMULAS, "　=京都", "＝寺に行った", "茶,\r\n'二'", ""]
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text", "id"], *([text, "-1"] for text in texts)])
    for path, out in ((source, first), (first, second)):
        result = run_main(capsys, "batch", path, "--out", out, "--json")
        assert (result.code, json.loads(result.out)["columns"]["text"]) == (0, "text")
    table = read_table(second).frame
    assert table["text"].tolist() == texts
    assert set(table["id"]) == {"-1"}
    names = [name for name in table if name.endswith("_2")]
    assert len(names) == 8 + len(LABELS)
    for name in names:
        assert table[name].tolist() == table[name.removesuffix("_2")].tolist(), name


def test_answers_that_a_spreadsheet_saved_lose_their_marks_too(tmp_path):
    table = _table(**{"=text": FORMULAS})
    (tmp_path / "a.csv").write_bytes(_write(_answered(table), ".csv"))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][0] == "'" + FORMULAS[0]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    again = read_table(tmp_path / "a.xlsx").frame
    assert again["=text"].tolist() == FORMULAS
