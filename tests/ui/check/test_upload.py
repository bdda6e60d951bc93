"""A file can be read in more than one way: the page says how, and lets the person choose."""

import io

import openpyxl

from core.ui.shell.as_written import escape_markdown
from tests.ui.check.uploads import FILE, upload
from tests.ui.pages import says


def _box(page, label):
    (box,) = [box for box in page.selectbox if box.label == label]
    return box


def _workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_another_sheet_can_be_chosen_and_has_its_own_rows_and_columns():
    page = upload(
        _workbook(
            表紙=[["題名"], ["うどんの店"]],
            回答=[["本文", "分類"], ["寺に行った", "京都"], ["試合に勝った", "スポーツ"]],
            空=[],
        ),
        "a.xlsx",
    )
    assert says(page, escape_markdown("シート「表紙」を読みました。"))
    sheet = _box(page, "シート")
    assert (sheet.value, sheet.options) == ("表紙", ["表紙", "回答", "空"])
    assert page.session_state["check_kept"].result.texts == ("うどんの店",)
    page = sheet.set_value("回答").run()
    assert not page.exception
    assert page.session_state["check_kept"].result.texts == ("寺に行った", "試合に勝った")
    assert [box.value for box in page.selectbox if "列" in box.label] == ["本文", "分類", ""]
    # One that holds nothing is said, and the choice stays.
    page = _box(page, "シート").set_value("空").run()
    assert len(page.error) == 1
    page = _box(page, "シート").set_value("表紙").run()
    assert page.session_state["check_kept"].result.texts == ("うどんの店",)
    # What was chosen belongs to that file alone.
    page.file_uploader(key="check_uploader").upload("b.csv", FILE.encode())
    page = page.run()
    assert not page.error
    assert says(page, escape_markdown("2 列、6 行を読みました。"))


def test_where_the_first_sheet_is_a_title_another_can_be_chosen():
    page = upload(_workbook(表紙=[["アンケート"]], 回答=[["本文"], ["寺に行った"]]), "a.xlsx")
    assert len(page.error) == 1
    page = _box(page, "シート").set_value("回答").run()
    assert not page.error
    assert page.session_state["check_kept"].result.texts == ("寺に行った",)


def test_an_encoding_can_be_chosen_where_it_is_a_guess_or_cannot_be_told():
    page = upload(FILE.encode("euc_jp"))
    encoding = _box(page, "文字コード")
    assert encoding.value == ""
    page = encoding.set_value("EUC-JP").run()
    assert page.session_state["check_kept"].result.texts[0] == "清水寺に行きました。"
    assert not says(page, "推定")
    page = upload("text,label\n我喜欢吃乌冬面,美食\n".encode("gb18030"))
    assert len(page.error) == 1
    encoding = _box(page, "文字コード")
    page = encoding.set_value("GB18030").run()
    assert not page.error
    assert page.session_state["check_kept"].result.texts == ("我喜欢吃乌冬面",)
