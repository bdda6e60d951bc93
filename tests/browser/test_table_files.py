"""Every file of a table opens in a spreadsheet as what it is, and no table has another."""

import csv
import io
import re
from urllib.parse import quote

import pytest

from tests.browser.waiting import download, wait_until_still

# Sentences, pieces and columns that a spreadsheet would run.
TEXT = "=1+1 です。-ω- は顔。+81 の電話。@京都 へ行く。うどんを食べた。"
ROWS = "".join(
    f"{start}{number}回目も清水寺へ行き、うどんを食べた。,京都,{start}記事\r\n"
    for number in range(8)
    for start in ("=", "+", "-", "@")
)
TABLE = f"=本文,分類,-記事\r\n{ROWS}".encode()
SAVE = re.compile(r"^(CSV をダウンロード|CSV で保存|トークンの表\(CSV\))$")
PAGES = {
    f"/?panel=table&text={quote(TEXT)}": 1,
    f"/?panel=export&text={quote(TEXT)}": 1,
    f"/?reading=sentences&text={quote(TEXT)}": 1,
    "/compare": 1,
    "/check?source=upload&check=rows": 1,
    "/check?source=upload&check=behaviour": 1,
    "/check?source=upload&check=shortcuts": 1,
}
FORMULA = re.compile(r"[=+\-@\t\r]")


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("path", PAGES)
def test_files_have_their_mark_and_no_formulas(open_page, path):
    page = open_page(path, ready=["[data-testid=stMain]"])
    if "upload" in path:
        page.locator("input[type=file]").set_input_files(
            {"name": "=表.csv", "mimeType": "text/csv", "buffer": TABLE}
        )
        page.get_by_text("正解のある 32 行で測定").wait_for()
    wait_until_still(page)
    labels = page.get_by_role("button", name=SAVE).all_inner_texts()
    assert len(labels) == PAGES[path]
    for label in labels:
        content = download(page, label).path().read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}
        assert [c for row in rows for c in row if FORMULA.match(c) and not is_number(c)] == []
    # The toolbars of the tables save nothing themselves.
    signs = page.locator("[data-testid=stElementToolbarButton] button")
    names = signs.evaluate_all("signs => signs.map(sign => sign.getAttribute('aria-label'))")
    assert not [name for name in names if "CSV" in name]
    assert page.locator("[data-testid=stDataFrame]").count() == 0 or names
