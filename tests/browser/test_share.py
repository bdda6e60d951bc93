"""A view that is taken into another browser: the same text, choices and numbers."""

import json

import pytest

from core.ui.shell.loaders import ARTICLE_EXAMPLES
from tests.browser.waiting import download, send, wait_for_text

UDON = ARTICLE_EXAMPLES["グルメ"]
TEXT = "*清水寺* で <b>抹茶</b> &amp; 100 %\nうどん"


def exported(page):
    """The numbers of the page as it gives them away."""
    return json.loads(download(page, "分析の結果(JSON)").path().read_text(encoding="utf-8"))


def copied_link(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    page.get_by_role("button", name="リンクをコピー").click()
    page.get_by_text("リンクをコピーしました").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


def test_a_copied_link_opens_the_same_view_in_another_browser(open_page, server):
    page = open_page("/?panel=export&method=integrated_gradients&target=スポーツ")
    send(page, TEXT)
    wait_for_text(page, TEXT)
    page.locator(".token", has_text="うどん").click()
    page.get_by_role("menuitem", name="削除").click()
    edited = TEXT.replace("うどん", "")
    wait_for_text(page, edited)
    page.get_by_text("「うどん」を削除。分類").wait_for()
    before = exported(page)
    link = copied_link(page, server)
    # The text stays out of the address of the one who copies.
    assert "text=" not in page.url
    assert link.startswith(f"{server}/?text=%2A")

    other = open_page(link.removeprefix(server), other_browser=True)
    wait_for_text(other, edited)
    assert other.get_by_label("テキスト").input_value() == TEXT
    other.get_by_text("「スポーツ」についての値です").wait_for()
    assert other.get_by_text("復元できない").count() == 0
    after = exported(other)
    assert after["text"] == before["text"] == edited
    assert after["model"] == before["model"]
    assert after["method"] == "integrated_gradients"
    assert after["probabilities"] == pytest.approx(before["probabilities"], abs=1e-6)
    scores = [[token["score"] for token in side["tokens"]] for side in (after, before)]
    assert scores[0] == pytest.approx(scores[1], abs=1e-6)

    send(other, UDON)
    wait_for_text(other, UDON)
    assert "text=" not in other.url
    other.get_by_role("button", name="履歴").click()
    other.get_by_role("button", name="*清水寺* で <b>抹茶</b> &amp;…", exact=True).click()
    wait_for_text(other, TEXT)
    assert other.locator("[data-testid=stException]").count() == 0


def test_without_a_clipboard_the_link_stands_in_a_field(open_page, server):
    page = open_page()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="リンクをコピー").click()
    field = page.get_by_label("リンク", exact=True)
    assert field.input_value().startswith(f"{server}/?text=%E3%82%82")
    chosen = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert field.evaluate(chosen) == field.input_value()
    page.keyboard.press("Escape")
    assert page.get_by_label("リンク", exact=True).count() == 0


def test_a_long_text_travels_as_a_file(open_page):
    long = "清水寺へ行った。" * 40
    page = open_page()
    send(page, long)
    wait_for_text(page, long)
    button = page.get_by_role("button", name="リンクをコピー")
    assert button.get_attribute("aria-disabled") == "true"
    button.press("Enter")
    page.get_by_text("受け取った文字数: 320").wait_for()
    page.get_by_role("button", name="履歴").click()
    path = download(page, "この画面を保存", exact=False).path()

    other = open_page("/?method=output_max")
    other.get_by_role("button", name="履歴").click()
    with other.expect_file_chooser() as chooser:
        other.locator("[data-testid=stFileUploaderDropzone]").click()
    chooser.value.set_files(path)
    wait_for_text(other, long)
    assert "method=attention" in other.url
    assert "text=" not in other.url


def test_a_file_that_is_opened_in_a_panel_changes_the_whole_page(open_page):
    page = open_page(f"/?panel=export&method=random&text={UDON}")
    path = download(page, "この画面を保存", exact=False).path()

    other = open_page("/?panel=export&method=lime")
    send(other, "清水寺へ行った。")
    wait_for_text(other, "清水寺へ行った。")
    with other.expect_file_chooser() as chooser:
        other.locator("[data-testid=stFileUploaderDropzone]").click()
    chooser.value.set_files(path)
    wait_for_text(other, UDON)
    assert "method=random" in other.url
    assert exported(other)["method"] == "random"
