"""A page on a projector: large enough for the last row, and back with one key."""

import pytest

from tests.browser.waiting import wait_until_still

SMALLEST = 24
# Every page that scrolls; the lesson has tests of its own.
PAGES = {
    "分析": "/?panel=matrix",
    "比較": "/compare?",
    "検査": "/check?",
    "モデル": "/model?section=curves",
}
SIZES = """() => {
    const found = []
    const measure = root => root.querySelectorAll('*').forEach(element => {
        if (element.shadowRoot) measure(element.shadowRoot)
        const text = [...element.childNodes].filter(n => n.nodeType === Node.TEXT_NODE)
            .map(n => n.data.trim()).join('')
        const { width, height } = element.getBoundingClientRect()
        const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        if (!text || !shown || width <= 1 || height <= 1) return
        const matrix = element instanceof SVGElement ? element.getScreenCTM() : { a: 1, b: 0 }
        const scale = Math.hypot(matrix.a, matrix.b)
        found.push([parseFloat(getComputedStyle(element).fontSize) * scale, text.slice(0, 40)])
    })
    measure(document.body)
    return found
}"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_on_a_projector_is_smaller_than_24_pixels(open_page, name):
    page = open_page(f"{PAGES[name]}&present=1", ready=["h1", "[data-testid=stVegaLiteChart] svg"])
    wait_until_still(page)
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 20
    assert [(size, text) for size, text in sizes if size < SMALLEST - 0.01] == []
    for hidden in ("stSidebar", "stHeader", "stToolbar"):
        assert not page.locator(f"[data-testid={hidden}]").first.is_visible()


def is_a_slide(page):
    return page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"


def height_of_table_head(page):
    """In pixels; 40 on the page, where the words of a table have 15.75."""
    heads = page.locator("[data-testid=stDataFrame] canvas").nth(1)
    return heads.evaluate("canvas => parseFloat(canvas.style.height) * canvas.currentCSSZoom")


def test_the_switch_begins_and_esc_or_the_button_ends(open_page):
    page = open_page()
    switch = page.get_by_role("switch", name="発表モード")
    end = page.get_by_role("button", name="発表モードを終える")
    assert not is_a_slide(page)
    assert height_of_table_head(page) == 40
    for how in ("Esc", "✕"):
        switch.locator("xpath=ancestor::label").click()
        page.wait_for_url("**/?present=1")
        end.wait_for()
        assert is_a_slide(page)
        assert not switch.is_visible()
        assert height_of_table_head(page) >= 60
        if how == "Esc":
            # What is open closes first.
            page.locator(".token").first.click()
            page.keyboard.press("Escape")
            page.get_by_role("menu").wait_for(state="hidden")
            assert is_a_slide(page)
            page.keyboard.press("Escape")
        else:
            end.click()
        page.wait_for_url(lambda url: "present" not in url)
        end.wait_for(state="detached")
        switch.wait_for()
        assert not is_a_slide(page)


def test_a_click_on_an_enlarged_matrix_chooses_its_row(open_page):
    page = open_page("/?panel=matrix&present=1")
    chart = page.locator("[data-testid=stVegaLiteChart][aria-label^='注目の重み']")
    # The fourth row of twenty, the sixth cell.
    chart.locator("svg .mark-rect path").nth(20 * 3 + 5).click()
    page.get_by_text("「うどん」の行").wait_for()


def test_a_presenter_in_the_hand_turns_the_steps_of_the_lesson(open_page):
    page = open_page("/lesson?present=1", ready=[".lesson-question", ".dot"])
    page.keyboard.press("PageDown")
    page.wait_for_url("**step=2*")
    page.keyboard.press("PageUp")
    page.wait_for_url(lambda url: "step=" not in url)
