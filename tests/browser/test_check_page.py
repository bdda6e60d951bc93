"""What a person does on the page 検査, in a real browser."""

import csv
import io
import re

import pytest

from tests.browser.waiting import download, wait_until_drawn


@pytest.fixture
def open_check(open_page):
    """Return a function that opens 検査 at an address; see `open_page`."""

    def open_at(query="", **options):
        return open_page(f"/check{query}", ready=["[data-testid=stVegaLiteChart] svg"], **options)

    return open_at


def rows(page):
    return page.get_by_role("button", name=re.compile(r"^\d+ を開く$"))


def test_a_cell_leads_to_its_rows_to_analyze_and_back(open_check):
    page = open_check("?source=samples")
    cells = page.locator("[data-testid=stVegaLiteChart] svg path[aria-label*='行数: ']")
    labels = cells.evaluate_all("cells => cells.map(cell => cell.getAttribute('aria-label'))")
    counts = [int(re.search(r"行数: (\d+)", label)[1]) for label in labels]
    # The least common mistake: not the one that is open already.
    count = min(filter(None, counts))
    number = counts.index(count)
    predicted, true = re.match(r"予測: (\S+); 正解: (\S+);", labels[number]).groups()
    cells.nth(number).click()
    page.get_by_text(f"{count} 行", exact=True).wait_for()
    wait_until_drawn(page)
    assert rows(page).count() == min(count, 20)
    text = page.locator("[data-testid=stHtml] p[lang=ja]").first.inner_text()
    rows(page).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".token")
    assert page.get_by_label("テキスト").input_value() == text
    page.get_by_role("button", name="← 検査に戻る").click()
    page.get_by_text(f"{count} 行", exact=True).wait_for()
    wait_until_drawn(page)
    assert page.url.endswith("/check?source=samples")
    for title, value in (("正解", true), ("予測", predicted)):
        assert page.get_by_role("combobox", name=title, exact=True).input_value() == value


def test_a_stopped_file_keeps_nothing_and_completes_when_asked_again(open_page):
    page = open_page("/check?source=upload", ready=["[data-testid=stFileUploader]"])
    # Ten seconds of work on a quiet machine, so that there is a half way.
    lines = [
        f"清水寺と金閣寺を{number}日かけて歩き、{'鴨川の' * 20}うどんを食べた。,京都"
        for number in range(3_000)
    ]
    content = "\n".join(["本文,分類", *lines]).encode("cp932")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "長い.csv", "mimeType": "text/csv", "buffer": content})
    half_way = page.get_by_text(re.compile(r"^[1-9][\d,]* / 3,000 行$"))
    half_way.wait_for()
    page.get_by_role("button", name="中止").click()
    page.get_by_text("中止しました。").wait_for()
    assert page.locator("[data-testid=stVegaLiteChart]").count() == 0
    page.get_by_role("button", name="もう一度").click()
    half_way.wait_for()
    # Another file takes the place of the one that is being read.
    short = "文,分類\n清水寺へ行く。,京都\n=うどん,グルメ\n".encode()
    chooser.set_input_files({"name": "短い.csv", "mimeType": "text/csv", "buffer": short})
    page.get_by_text("正解のある 2 行で測定").wait_for()
    wait_until_drawn(page)
    page.get_by_text("全行", exact=True).click()
    file = download(page, "CSV で保存")
    assert file.suggested_filename == "短い-checked.csv"
    written = file.path().read_bytes()
    table = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert [row["文"] for row in table] == ["清水寺へ行く。", "'=うどん"]
    assert [row["predicted"] for row in table] == ["京都", "グルメ"]
    assert page.locator("[data-testid=stException]").count() == 0


def test_nothing_scrolls_sideways_on_a_phone(open_check):
    page = open_check(width=390, height=844, color_scheme="dark")
    widths = page.evaluate(
        "[document.documentElement.scrollWidth, "
        "document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    assert max(widths) <= 390
