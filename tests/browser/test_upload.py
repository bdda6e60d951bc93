"""Files that somebody brings to 検査: of any name, and read anew whenever they are brought anew."""

import re

import openpyxl
import pytest

from tests.browser.waiting import download, wait_until_still


def content(rows):
    lines = [f"清水寺へ{number}回行った。,京都" for number in range(rows)]
    return "\n".join(["文,分類", *lines]).encode()


def bring(page, name, rows):
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content(rows)}
    )
    page.get_by_text(f"正解のある {rows} 行で測定").wait_for()
    wait_until_still(page)


@pytest.fixture
def open_upload(open_page):
    return lambda **options: open_page(
        "/check?source=upload&check=rows", ready=["[data-testid=stFileUploader]"], **options
    )


NAMES = {
    "か\u3099くせい.csv": "がくせい-checked.csv",
    "😀 絵文字.csv": "😀 絵文字-checked.csv",
    "👨‍👩‍👧 家族.csv": None,  # Chromium writes _ for the joiners
    "\u202e逆.csv": "-逆-checked.csv",
    f"{'長い' * 40}.csv": f"{'長い' * 40}-checked.csv",
    "_:red[x]_**結果**.csv": None,
}


def test_a_file_of_any_name_is_read_and_saved(open_upload):
    page = open_upload()
    for rows, (name, saved) in enumerate(NAMES.items(), start=2):
        bring(page, name, rows)
        caption = page.locator("[data-testid=stCaptionContainer]").filter(
            has_text=f"列、{rows} 行を読みました"
        )
        assert name in caption.first.text_content()
        file = download(page, "CSV で保存")
        assert file.suggested_filename.endswith("-checked.csv")
        assert saved is None or file.suggested_filename == saved
        assert page.locator("[data-testid=stException]").count() == 0


def test_what_is_said_of_one_file_is_not_said_of_the_next(open_upload, tmp_path):
    page = open_upload()
    book = openpyxl.Workbook()
    book.active.title = "設定"
    book.active.append(["項目"])
    book.create_sheet("回答").append(["本文"])
    book["回答"].append(["清水寺へ行った。"])
    book.save(tmp_path / "a.xlsx")
    page.locator("input[type=file]").set_input_files(tmp_path / "a.xlsx")
    page.get_by_text("見出しだけで行のない表です").wait_for()
    (tmp_path / "b.csv").write_bytes("本文\n京都の寺\n".encode("euc_jp"))
    page.locator("input[type=file]").set_input_files(tmp_path / "b.csv")
    page.get_by_text("1 行を読みました。文字コードは EUC-JP だと推定しました").wait_for()
    assert page.locator("[data-testid=stAlertContentError]").count() == 0


def test_the_same_name_with_another_content_is_read_anew(open_upload):
    page = open_upload()
    bring(page, "同じ.csv", 3)
    bring(page, "同じ.csv", 4)
    assert page.get_by_role("button", name=re.compile(r"^\d+ を開く$")).count() == 4
    # Taken away and brought again, as it is and with another content.
    for rows in (4, 5):
        page.get_by_role("button", name="Remove 同じ.csv").click()
        page.get_by_text("正解のある").wait_for(state="detached")
        wait_until_still(page)
        bring(page, "同じ.csv", rows)
    # Another visitor's file of that name is another file.
    other = open_upload(other_browser=True)
    bring(other, "同じ.csv", 2)
    page.get_by_text("外れ", exact=True).click()
    wait_until_still(page)
    assert page.get_by_text("正解のある 5 行で測定").count() == 1


def test_the_same_rows_under_another_name_are_saved_under_that(open_upload):
    page = open_upload()
    bring(page, "一.csv", 3)
    bring(page, "二.csv", 3)
    page.get_by_text("二.csv", exact=False).first.wait_for()
    wait_until_still(page)
    assert download(page, "CSV で保存").suggested_filename == "二-checked.csv"


def test_three_thousand_labels_are_no_labels_and_that_is_said_before_the_work(open_upload):
    page = open_upload()
    lines = [
        f"{number}回目も清水寺へ、{'鴨川の' * 20}うどん。,id_{number}" for number in range(3_000)
    ]
    table = "\n".join(["本文,label", *lines]).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "番号.csv", "mimeType": "text/csv", "buffer": table}
    )
    page.get_by_text(
        "「label」には 3,000 種類の値があり、モデルの分類はそのうち 0 種類だけ"
    ).wait_for()
    assert page.get_by_role("button", name="混同行列を見る").count() == 0
    page.get_by_role("button", name="中止").click()
    page.get_by_text("中止しました。").wait_for()
    assert page.locator("[data-testid=stVegaLiteChart]").count() == 0
