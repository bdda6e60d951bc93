"""A text file becomes the table that a person sees in it, and what is not read is said."""

import csv
import io
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data.table import read_table
from core.data.tables.readers import open_table
from core.errors import CoreError, TableLineError, TableWidthError
from core.words.lookup import word_in
from tests.strategies import MIXED_TEXT

NAMES = ["本文", "分類", "番号"]
ROWS = [["うどん、おいしい", "グルメ", "1"], ["試合に勝った", "スポーツ", "2"]]


@pytest.fixture
def read(tmp_path):
    """Return the names, the rows and the sentence of a file with this content."""

    def read_content(content, name="a.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        table = open_table(path)
        rows = [list(row) for row in table.rows()]
        assert len(rows) == table.reading.num_rows
        return (
            list(table.reading.columns),
            rows,
            table.reading.reading_sentence(partial(word_in, "ja")),
        )

    return read_content


def _lines(delimiter, rows=(NAMES, *ROWS)):
    return "".join(delimiter.join(row) + "\n" for row in rows)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_under_either_name(read, delimiter, name):
    columns, rows, sentence = read(_lines(delimiter), name)
    assert (columns, rows) == (NAMES, ROWS)
    usual = delimiter == {"a.csv": ",", "a.tsv": "\t"}[name]
    sign = {"\t": "TAB"}.get(delimiter, delimiter)
    assert sentence == "3 列、2 行を読みました。" + (
        "" if usual else f"区切りの文字は「{sign}」です。"
    )


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_excels_line_of_the_delimiter_decides(read, first):
    # Without it, the commas would.
    content = f"{first}\r\n本文,長い;分類\r\nうどん,そば;グルメ\r\n"
    assert read(content)[:2] == (["本文,長い", "分類"], [["うどん,そば", "グルメ"]])


@pytest.mark.parametrize(
    ("content", "columns", "rows"),
    [
        # Signs in the texts part nothing that the heading does not part.
        ("text\nうどん;おいしい\n寺;茶|酒\n", ["text"], [["うどん;おいしい"], ["寺;茶|酒"]]),
        ("text,label\nうどん;そば,グルメ\n寺;茶,京都\n", ["text", "label"], [["うどん;そば", "グルメ"], ["寺;茶", "京都"]]),
        ("text;label\nうどん, そば;グルメ\n寺, 茶;京都\n", ["text", "label"], [["うどん, そば", "グルメ"], ["寺, 茶", "京都"]]),
        ('a;b,c\n"x;y",1\n', ["a;b", "c"], [["x;y", "1"]]),
        ("text|label\n", ["text", "label"], []),
        # Every row ends with a delimiter, the heading does not (TablePress#198).
        ("い;ろ\n1,5;2,5;\n3,5;4,5;\n", ["い", "ろ"], [["1,5", "2,5"], ["3,5", "4,5"]]),
        ("い;ろ\n1\n2;0\n", ["い", "ろ"], [["1", ""], ["2", "0"]]),  # jasp-desktop#4353
        # A text that goes over lines and holds every sign.
        ('text\n"a;b\nc\td|e"\n', ["text"], [["a;b\nc\td|e"]]),
        # Two columns that a person sees, one of them empty to the end.
        ("text,label,,\nうどん,グルメ,,\n", ["text", "label"], [["うどん", "グルメ"]]),
        ("text,label,\nうどん,グルメ,メモ\n", ["text", "label", "column_3"], [["うどん", "グルメ", "メモ"]]),
        (",text\n1,うどん\n", ["column_1", "text"], [["1", "うどん"]]),
        (" text ,label　\nうどん ,グルメ\n", ["text", "label"], [["うどん ", "グルメ"]]),
        ("text,label,text,text_2\n1,2,3,4\n", ["text", "label", "text_3", "text_2"], [["1", "2", "3", "4"]]),
        ("text\r\nうどん\r\n", ["text"], [["うどん"]]),
        # No delimiter is named: a heading like any other.
        ("sep=\r\nうどん\r\n", ["sep="], [["うどん"]]),
        ('"sep="""\nうどん\n', ['sep="'], [["うどん"]]),
        ("text\rうどん\r寺\r", ["text"], [["うどん"], ["寺"]]),
    ],
)  # fmt: skip
def test_a_person_would_see_this_table(read, content, columns, rows):
    assert read(content)[:2] == (columns, rows)


@pytest.mark.parametrize(
    ("above", "sentence"),
    [
        ("\n\n", ""),
        (",,\n", ""),
        ("アンケート結果\n", "列の名前は 2 行目にあります。その上の 1 行は読んでいません。"),
        ("アンケート結果,,\n\n", "列の名前は 3 行目にあります。その上の 1 行は読んでいません。"),
        ("作成日,2026-11-28\n担当,山田\n\n", "列の名前は 4 行目にあります。その上の 2 行は読んでいません。"),
    ],
)  # fmt: skip
def test_what_stands_above_the_heading_is_said(read, above, sentence):
    # Names that we know, and names that nobody knows.
    for names in (NAMES, ["い", "ろ", "は"]) if "担当" not in above else (NAMES,):
        columns, rows, said = read(above + _lines(",", (names, *ROWS)))
        assert (columns, rows) == (names, ROWS)
        assert said == "3 列、2 行を読みました。" + sentence


def test_a_title_above_a_single_column(read):
    columns, rows, _ = read("アンケート結果\n\n本文\nうどん\n寺\n")
    assert (columns, rows) == (["本文"], [["うどん"], ["寺"]])


def test_two_exports_joined(read):
    columns, rows, sentence = read(_lines(",") + _lines(",") + "\n" + _lines(","))
    assert (columns, rows) == (NAMES, ROWS * 3)
    assert sentence == (
        "3 列、6 行を読みました。列の名前をくり返す 2 行は読んでいません(最初は 4 行目)。"
    )
    # One column: its name is a text like any other, unless nobody would write it as one.
    assert read("本文\nうどん\n本文\n寺\n")[1] == [["うどん"], ["寺"]]
    assert read("うどん\n寺\nうどん\n")[1] == [["寺"], ["うどん"]]


def test_short_rows_are_said_and_long_ones_refused_with_their_line(read):
    _, rows, sentence = read("text,label,note\nうどん,グルメ\n寺,京都,x\n茶\n")
    assert rows == [["うどん", "グルメ", ""], ["寺", "京都", "x"], ["茶", "", ""]]
    assert sentence.endswith("列が足りない 2 行は、残りを空として読みました(最初は 2 行目)。")
    with pytest.raises(TableWidthError, match=r"4 cells for 2 columns: a\.csv \(line 3\)"):
        read("text,label\nうどん,グルメ\n今日は,いい,天気,京都\n")


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # A letter: it opens here and closes there, or never.
        ('text\tlabel\n"おいしいうどん\tグルメ\n京都の寺"\t京都\n', [['"おいしいうどん', "グルメ"], ['京都の寺"', "京都"]]),
        ('text\tlabel\n12" のピザ\tグルメ\n', [['12" のピザ', "グルメ"]]),
        ('text\tlabel\n"うどん" と言う\tグルメ\n', [['"うどん" と言う', "グルメ"]]),
        # As spreadsheets and pandas write it.
        ('text\tlabel\n"""うどん"" と言う"\tグルメ\n', [['"うどん" と言う', "グルメ"]]),
        ('text\tlabel\n"うどん\n二杯"\tグルメ\n寺\t京都\n', [["うどん\n二杯", "グルメ"], ["寺", "京都"]]),
        ('"text"\t"label"\n"a\tb\nc"\t"グルメ"\n', [["a\tb\nc", "グルメ"]]),
    ],
)  # fmt: skip
def test_a_quotation_mark_between_tabs_is_a_letter_unless_a_table_needs_it(read, content, rows):
    for name in ("a.tsv", "a.csv"):
        assert read(content, name)[1] == rows


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("本文,分類\n京都の寺,京都\n", "最初の行: 京都の寺 | 京都"),
        ("id,text\n1,abc\n2,京都の寺\n", "2 行目: 2 | 京都の寺"),
        ("処理区分,件数\n1,2\n", "列の名前: 処理区分 | 件数"),
        (f"id,{'x' * 80},text\n1,{'y' * 80},京都の寺\n", "最初の行: 京都の寺"),
        (f"text\n{'京都の寺' * 20}\n", f"最初の行: {'京都の寺' * 15}…"),
    ],
)
def test_a_guessed_encoding_is_shown_by_what_tells_it(read, content, shown):
    assert f"文字コードは CP932 だと推定しました({shown})。" in read(content.encode("cp932"))[2]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('text,label\nうどん,グルメ\n"寺,京都\n茶,京都\n', 3),
        ('text,label\n"うどん"そば,グルメ\n', 2),
    ],
)
def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line(read, content, line):
    with pytest.raises(TableLineError, match=rf"as CSV: a\.csv \(line {line}\)"):
        read(content)


@settings(max_examples=200)
@given(
    rows=st.lists(st.lists(MIXED_TEXT, min_size=2, max_size=2), min_size=1, max_size=60),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_what_csv_writes_comes_back_whatever_the_delimiter(
    tmp_path_factory, rows, delimiter, newline
):
    path = tmp_path_factory.mktemp("table") / "a.csv"
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL)
    writer.writerows([["text", "label"], *rows])
    path.write_bytes(text.getvalue().encode())
    frame = read_table(path).frame
    assert list(frame.columns) == ["text", "label"]
    assert frame.to_numpy(object).tolist() == rows


@settings(max_examples=300)
@given(content=st.text(alphabet='ab寺,;\t|"\n\r=', max_size=60))
def test_whatever_is_written_every_filled_cell_is_read_or_said(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("table") / "a.csv"
    path.write_bytes(content.encode())
    try:
        table = open_table(path)
    except CoreError:
        return
    cells = [*table.reading.columns, *(cell for row in table.rows() for cell in row)]
    said = {note.name for note in table.reading.notes}
    if not said & {"above_heading", "heading_again"} and not content.lower().startswith("sep="):
        assert "".join(cells).count("寺") == content.count("寺")
