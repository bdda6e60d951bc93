"""What a person does on the page 分析, in a real browser."""

import re

import pytest

from core.analyzer import Analyzer
from core.paths import MODELS
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from tests.browser.waiting import download, send, wait_for_text, wait_until_drawn


def test_typing_a_text_shows_category_chart_and_spans_and_a_hostile_one_stays_text(open_page):
    page = open_page()
    text = "新しい携帯電話に機種変更したら、メールの着信音が変わった。"
    send(page, text)
    wait_for_text(page, text)
    category = page.locator("[data-testid=stHtml] p").first
    assert category.inner_text() == "携帯電話"
    chart = page.locator("[data-testid=stVegaLiteChart]")
    assert re.match(
        r"棒グラフ: 確率の高い順に 携帯電話 [01]\.\d\d, ", chart.get_attribute("aria-label")
    )
    assert chart.locator("svg text", has_text="携帯電話").count() == 1
    strengths = page.locator(".token").evaluate_all(
        "tokens => tokens.map(t => Number(t.style.getPropertyValue('--strength')))"
    )
    assert max(strengths) == 1.0
    assert min(strengths) >= 0.0
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.get_by_text("Traceback").count() == 0

    text = "<style>body{display:none}</style><img src=x onerror=alert(1)> *寺* $x$ :smile:"
    send(page, text)
    wait_for_text(page, text)
    assert page.get_by_role("heading", name="分析").first.is_visible()
    assert page.locator("[data-testid=stException]").count() == 0


def focused_text(page):
    return page.evaluate(
        """() => {
            let element = document.activeElement
            while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
            return element.textContent
        }"""
    )


def test_a_clicked_token_is_deleted_and_comes_back(open_page):
    page = open_page()
    text = ARTICLE_EXAMPLES["グルメ"]
    page.locator(".token", has_text="うどん").first.click()
    page.get_by_role("menuitem", name="削除").click()
    wait_for_text(page, text.replace("うどん", ""))
    bars = page.locator("[data-testid=stVegaLiteChart] svg text")
    bars.get_by_text(re.compile(r"^[01]\.\d\d → [01]\.\d\d$")).first.wait_for()
    page.get_by_text("「うどん」を削除。分類").wait_for()
    page.get_by_role("button", name="元に戻す", exact=True).click()
    wait_for_text(page, text)
    page.get_by_role("button", name="やり直す").click()
    wait_for_text(page, text.replace("うどん", ""))
    assert page.locator("[data-testid=stException]").count() == 0


def test_values_and_menu_work_by_keyboard_alone_and_the_focus_stays(open_page):
    page = open_page()
    udon = page.locator(".token", has_text="うどん").first
    udon.hover()
    status = page.locator(".status")
    assert status.inner_text().startswith("うどん 0.")
    udon.focus()
    page.keyboard.press("ArrowLeft")
    assert status.inner_text().startswith("おいしい 0.")
    page.keyboard.press("Enter")
    assert focused_text(page) == "削除"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert focused_text(page) == "空白にする"
    page.keyboard.press("Escape")
    assert page.get_by_role("menu").count() == 0
    assert focused_text(page) == "おいしい"
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type("crispy")  # r and c are hotkeys of Streamlit's elsewhere
    # While kana become kanji, Enter is no OK.
    page.locator(".field").evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', isComposing: true, bubbles: true, composed: true}))"
    )
    assert page.locator(".field").is_visible()
    page.keyboard.press("Enter")
    wait_for_text(page, ARTICLE_EXAMPLES["グルメ"].replace("おいしい", "crispy"))
    assert page.evaluate("document.activeElement.shadowRoot !== null")


def test_attention_stands_still_when_the_label_changes_and_others_move(open_page):
    def strengths():
        return page.locator(".token").evaluate_all(
            "tokens => tokens.map(token => token.style.getPropertyValue('--strength'))"
        )

    page = open_page("/?target=スポーツ")
    page.get_by_text("どの分類を選んでも、値は同じです").wait_for()
    wait_until_drawn(page)
    attention = strengths()
    page.get_by_role("combobox", name="モデルが見たところ").click()
    page.get_by_role("option", name="勾配 × 入力").click()
    page.get_by_text("「スポーツ」についての値です").wait_for()
    wait_until_drawn(page)
    sports = strengths()
    assert sports != attention
    assert page.locator(".token.negative").count() > 0
    styles = page.locator(".token").evaluate_all(
        "tokens => tokens.map(t => [t.classList.contains('negative'), "
        "getComputedStyle(t).borderBottomStyle])"
    )
    assert {tuple(style) for style in styles} == {(True, "dashed"), (False, "solid")}
    page.get_by_role("combobox", name="説明する分類").click()
    page.get_by_role("option", name="予測された分類").click()
    page.get_by_text("「グルメ」についての値です").wait_for()
    wait_until_drawn(page)
    assert strengths() != sports


def test_the_buttons_work_and_a_text_of_no_use_gets_a_sentence(open_page):
    page = open_page()
    content = download(page, "CSV をダウンロード").path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    header, first, *rest = content.decode("utf-8-sig").splitlines()
    assert header == "token,weight,rank,normalized,attention,start,end,id"
    assert first.startswith("もちろん,0.")
    assert len(rest) == 19

    page.get_by_role("button", name="平安京").first.click()
    wait_for_text(page, ARTICLE_EXAMPLES["京都"])
    assert page.get_by_label("テキスト").input_value() == ARTICLE_EXAMPLES["京都"]

    send(page, "")
    page.get_by_text("分析する文字がありません").wait_for()
    assert page.locator("[data-testid=stException]").count() == 0
    send(page, "寺" * 100_000)
    page.get_by_text("受け取った文字数: 100,000").wait_for()
    assert len(page.get_by_label("テキスト").input_value()) == 100_000


def test_the_raw_probability_is_one_click_away_and_stays_in_the_address(open_page, samples):
    def change(prediction):
        return abs(prediction.raw_probabilities.max() - prediction.confidence)

    analyzer = Analyzer.load(MODELS / "default")
    prediction = max(analyzer.predict([sample.text for sample in samples]), key=change)
    calibrated, raw = f"{prediction.confidence:.2f}", f"{prediction.raw_probabilities.max():.2f}"
    assert raw != calibrated
    page = open_page()
    send(page, prediction.tokenized.text)
    wait_for_text(page, prediction.tokenized.text)
    bars = page.locator("[data-testid=stVegaLiteChart] svg text")
    bars.get_by_text(calibrated, exact=True).wait_for()
    page.get_by_role("radio", name="調整前").click()
    bars.get_by_text(raw, exact=True).wait_for()
    page.wait_for_url("**/?probabilities=raw")
    page.locator("[data-testid=stHtml] p", has_text=f"確率 {raw}").wait_for()


def test_a_first_deep_link_enters_through_the_app(open_page, fresh_server):
    page = open_page("/analyze?method=output_max&lang=en", at=fresh_server)
    page.get_by_text("These values are not weights").wait_for()
    assert page.get_by_role("heading", name="Analyse").first.is_visible()


def assert_all_on_the_first_screen(page, height):
    for place in (
        page.get_by_label("テキスト"),
        page.locator("[data-testid=stVegaLiteChart]"),
        page.get_by_role("combobox", name="モデルが見たところ"),
        page.locator(".text"),
    ):
        box = place.bounding_box()
        assert box["y"] >= 0.0
        assert box["y"] + box["height"] <= height


@pytest.mark.parametrize(
    ("width", "height", "color_scheme"), [(1280, 720, "dark"), (390, 844, "light")]
)
def test_nothing_scrolls_sideways(open_page, width, height, color_scheme):
    page = open_page(width=width, height=height, color_scheme=color_scheme)
    widths = page.evaluate(
        "[document.documentElement.scrollWidth, "
        "document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    assert max(widths) <= width
    if width == 1280:
        assert_all_on_the_first_screen(page, height)
