"""Of an Excel file a person gets the sheet that they see, and hears what else is in it."""

from functools import partial

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill

from core.data.tables.readers import open_table
from core.data.tables.reading import ReadOptions
from core.errors import SheetEmptyError, SheetMissingError, TableEmptyError
from core.words.lookup import word_in

DATA = [["本文", "分類"], ["うどんがおいしい", "グルメ"]]


@pytest.fixture
def read(tmp_path):
    """Return the names, the rows and the sentence of a workbook."""

    def read_book(book, **options):
        path = tmp_path / "a.xlsx"
        book.save(path)
        table = open_table(path, options=ReadOptions(**options))
        rows = [list(row) for row in table.rows()]
        assert len(rows) == table.reading.num_rows
        sentence = table.reading.reading_sentence(partial(word_in, "ja"))
        return list(table.reading.columns), rows, sentence.split("行を読みました。", 1)[1]

    return read_book


def _book(**sheets):
    """Return a workbook of sheets, each of some rows; one whose name begins with _ is hidden."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.strip("_"))
        sheet.sheet_state = {0: "visible", 1: "hidden", 2: "veryHidden"}[name.count("_")]
        for row in rows:
            sheet.append(row)
    return book


def _sheet(*rows, merged=()):
    book = _book(表=rows)
    for cells in merged:
        book["表"].merge_cells(cells)
    return book


OTHER = [["項目", "値"], ["a", "b"]]


@pytest.mark.parametrize(
    ("sheets", "wanted", "said"),
    [
        ({"データ": DATA}, None, ""),
        ({"_設定": OTHER, "データ": DATA}, None, "シート「データ」を読みました。シート「設定」は隠れているので読んでいません。"),
        ({"__設定": OTHER, "データ": DATA}, None, "シート「データ」を読みました。シート「設定」は隠れているので読んでいません。"),
        ({"データ": DATA, "_設定": OTHER, "_控え": OTHER, "表紙": OTHER}, None,
         "シート「データ」を読みました。シート「設定, 控え」は隠れているので読んでいません。ほかのシート「表紙」は読んでいません。"),
        ({"データ": DATA, "Sheet2": [], "Sheet3": []}, None, ""),
        ({"データ": DATA, **{f"月{n}": OTHER for n in range(1, 13)}}, None,
         "シート「データ」を読みました。ほかのシート「月1, 月2, 月3, 月4, 月5, … (12)」は読んでいません。"),
        ({"空": [], "データ": DATA}, None, "シート「データ」を読みました。その前のシート「空」は空です。"),
        ({"表紙": OTHER, "データ": DATA}, "データ", "シート「データ」を読みました。ほかのシート「表紙」は読んでいません。"),
        ({"表紙": OTHER, "_データ": DATA}, "データ", "シート「データ」を読みました。ほかのシート「表紙」は読んでいません。"),
        ({"表紙": OTHER, "ﾃﾞｰﾀ 2": DATA}, " データ　２ ", "シート「ﾃﾞｰﾀ 2」を読みました。ほかのシート「表紙」は読んでいません。"),
        # The exact name wins.
        ({"データ２": OTHER, "データ2": DATA}, "データ2", "シート「データ2」を読みました。ほかのシート「データ２」は読んでいません。"),
    ],
)  # fmt: skip
def test_the_sheet_that_is_read_and_those_that_are_not(read, sheets, wanted, said):
    columns, rows, sentence = read(_book(**sheets), sheet=wanted)
    assert [columns, *rows] == DATA
    assert sentence == said


def test_sheets_can_be_chosen_where_there_are_several(tmp_path):
    book = _book(_設定=OTHER, データ=DATA)
    chart = book.create_chartsheet("図", 0)
    chart.add_chart(openpyxl.chart.BarChart())
    book.save(tmp_path / "a.xlsx")
    reading = open_table(tmp_path / "a.xlsx").reading
    assert (reading.sheet, reading.sheets) == ("データ", ("データ", "設定"))
    _book(データ=DATA).save(tmp_path / "b.xlsx")
    reading = open_table(tmp_path / "b.xlsx").reading
    assert (reading.sheet, reading.sheets) == (None, ())


def test_a_sheet_that_is_not_there_or_empty_is_told_with_the_others(read):
    book = _book(表紙=OTHER, 空=[], _設定=OTHER)
    with pytest.raises(SheetMissingError) as caught:
        read(book, sheet="データ")
    assert (
        caught.value.sentence("ja")
        == "シート「データ」がありません。あるシート: 表紙, 空, 設定: a.xlsx"
    )
    with pytest.raises(SheetEmptyError) as caught:
        read(book, sheet="空")
    assert caught.value.sentence("ja") == "シート「空」は空です。ほかのシート: 表紙, 設定: a.xlsx"
    # What is hidden is read only where somebody asks for it.
    with pytest.raises(SheetEmptyError, match="others are: 設定"):
        read(_book(空=[], _設定=OTHER))
    with pytest.raises(TableEmptyError):
        read(_book(空=[], また空=[]))


@pytest.mark.parametrize(
    ("rows", "merged", "table", "said"),
    [
        # Labels over rows.
        ([["本文", "分類"], ["a", "x"], ["b"], ["c"], ["d", "y"]], ["B2:B4"],
         [["本文", "分類"], ["a", "x"], ["b", "x"], ["c", "x"], ["d", "y"]],
         "結合されたセルの値を、その下の 2 個のセルにも入れました(最初は B3)。"),
        # A whole row over two: one row, as it looks.
        ([["本文", "分類"], ["a", "x"], [], ["b", "y"]], ["A2:A3", "B2:B3"],
         [["本文", "分類"], ["a", "x"], ["b", "y"]], ""),
        # An empty cell over rows fills nothing.
        ([["本文", "分類"], ["a"], ["b"]], ["B2:B3"], [["本文", "分類"], ["a", ""], ["b", ""]], ""),
        # A title over columns, over rows and columns.
        ([["題"], ["本文", "分類"], ["a", "x"]], ["A1:B1"], [["本文", "分類"], ["a", "x"]],
         "列の名前は 2 行目にあります。その上の 1 行は読んでいません。"),
        ([["題"], [], ["本文", "分類"], ["a", "x"]], ["A1:B2"], [["本文", "分類"], ["a", "x"]],
         "列の名前は 3 行目にあります。その上の 1 行は読んでいません。"),
        # A text over columns stays one text.
        ([["本文", "分類", "メモ"], ["a", None, "m"]], ["A2:B2"],
         [["本文", "分類", "メモ"], ["a", "", "m"]], ""),
        # A heading of two rows: names that go down beside names over several columns.
        ([["番号", "回答"], [None, "甲", "乙"], [1, "a", "x"]], ["A1:A2", "B1:C1"],
         [["番号", "甲", "乙"], ["1", "a", "x"]],
         "列の名前が何行かにわたるので、いちばん下の行の名前を使いました(その上の 1 行は、1 行目から)。"
         "結合されたセルの値を、その下の 1 個のセルにも入れました(最初は A2)。"),
        # The same without merged rows: the names below are known.
        ([["番号", "回答", None, "日"], [None, "本文", "分類"], [1, "a", "x", "火"]], ["B1:C1"],
         [["番号", "本文", "分類", "日"], ["1", "a", "x", "火"]],
         "列の名前が何行かにわたるので、いちばん下の行の名前を使いました(その上の 1 行は、1 行目から)。"),
        # One name over two columns, and no names below.
        ([["番号", "本文"], [1, "a", "x"], [2, "b", "y"]], ["B1:C1"],
         [["番号", "本文", "column_3"], ["1", "a", "x"], ["2", "b", "y"]],
         "名前のない 1 列には番号の名前を付けました(最初は「column_3」)。"),
    ],
)  # fmt: skip
def test_merged_cells(read, rows, merged, table, said):
    columns, found, sentence = read(_sheet(*rows, merged=merged))
    assert [columns, *found] == table
    assert sentence == said


def test_a_table_need_not_begin_at_a1(read):
    book = _sheet()
    for row, cells in enumerate(DATA, start=5):
        for column, cell in enumerate(cells, start=3):
            book["表"].cell(row, column, cell)
    assert read(book) == (DATA[0], DATA[1:], "")


def test_an_empty_row_parts_a_table_from_what_stands_above(read):
    columns, rows, sentence = read(_sheet(["作成", "広報課"], [], [], *DATA))
    assert [columns, *rows] == DATA
    assert sentence == "列の名前は 4 行目にあります。その上の 1 行は読んでいません。"


def test_hidden_rows_and_columns_are_read_and_said(read):
    book = _sheet(["本文", "分類", "裏"], ["a", "x", "1"], ["b", "y", "2"], ["c", "z", "3"])
    sheet = book["表"]
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet.row_dimensions[9].hidden = True  # nothing in it
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["F"].hidden = True
    columns, rows, sentence = read(book)
    assert (columns, len(rows)) == (["本文", "分類", "裏"], 3)
    assert (
        sentence
        == "隠れている 2 行も読みました(最初は 3 行目)。隠れている 1 列も読みました(最初は C 列)。"
    )


def test_formulas_without_results_are_said(read):
    book = _sheet(["本文", "分類"], ['="京都" & "の寺"', "京都"], ["寺", "京都"], ["=A2"])
    _, rows, sentence = read(book)
    # A row of nothing but a formula is a row.
    assert rows == [["", "京都"], ["寺", "京都"], ["", ""]]
    assert sentence == (
        "2 個のセルの式には結果が保存されていません(最初は A2)。Excel で開いて保存し直してください。"
    )


def test_comments_colours_and_empty_cells_are_nothing(read):
    book = _sheet(*DATA)
    sheet = book["表"]
    sheet["E2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["A40"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["B2"].comment = openpyxl.comments.Comment("メモ", "私")
    sheet["D9"] = ""
    assert read(book) == (DATA[0], DATA[1:], "")


# What XML can hold. A carriage return, openpyxl writes as a line feed; "_x000D_" it does not escape.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff_")
    | st.sampled_from("\t\n '=+-@\"<&\u3000\xa0_")
).filter(lambda text: "_x" not in text)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(TEXTS.filter(bool), min_size=2, max_size=2), min_size=1, max_size=5))
def test_any_text_comes_back(tmp_path_factory, rows):
    book = _sheet()
    for row, cells in enumerate([["text", "b"], *rows], start=1):
        for column, cell in enumerate(cells, start=1):
            written = book["表"].cell(row, column)
            written.value = cell
            written.data_type = "s"  # also where it begins with "="
    path = tmp_path_factory.mktemp("excel") / "a.xlsx"
    book.save(path)
    assert [list(row) for row in open_table(path).rows()] == rows
