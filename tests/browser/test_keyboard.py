"""The page 分析 without a mouse: all is reached, all is operated, and one sees where one is."""

from tests.browser.waiting import wait_for_text, wait_until_drawn

TEXT = "京都の寺を見て、携帯電話で写真を撮った。"
OTHER = "うどんを食べた。"
MOST_STOPS = 60

FOCUSED = """() => {
    let element = document.activeElement
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element
}"""
NAME = "element => element.ariaLabel || element.innerText?.trim() || element.tagName"
# A field without looks of its own wears the ring of its frame.
HAS_RING = """element => {
    const frames = [element]
    if (element.matches('input, textarea'))
        for (let box = element; frames.length < 3; box = box.parentElement)
            frames.push(box.parentElement)
    frames.push(element.closest('label') ?? element)
    frames.push(element.closest('canvas') ?? element)  // a table's cells are drawn, not laid out
    return frames.some(frame => {
        const { outlineStyle, outlineWidth, opacity } = getComputedStyle(frame)
        return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3 && opacity > 0
    })
}"""
STOP = (
    f"() => {{ const element = ({FOCUSED})(); return [({NAME})(element), ({HAS_RING})(element)] }}"
)


def focused(page):
    return page.evaluate_handle(FOCUSED).as_element().evaluate(NAME)


def open_still_page(open_page):
    page = open_page()
    # A ring grows in a fraction of a second, which nobody waits for here.
    page.add_style_tag(content="* { transition: none !important }")
    return page


def tab_to(page, name, *, key="Tab"):
    """Press Tab until something so named has the focus; every stop on the way shows itself."""
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        # In one go: a table passes the focus on to its first cell after a moment.
        name_of_stop, has_ring = page.evaluate(STOP)
        stops.append(name_of_stop)
        assert has_ring, f"nothing shows that the focus is on {stops[-1]}"
        if stops[-1].startswith(name):
            return stops
    raise AssertionError(f"{name} is not among {stops}")


def test_a_text_is_written_sent_and_looked_into_without_a_mouse(open_page):
    page = open_still_page(open_page)
    way = tab_to(page, "テキスト")
    assert way[1:6] == ["分析", "比較", "授業", "検査", "モデル"]
    assert "発表モード" in way
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Control+Enter")
    wait_for_text(page, TEXT)
    assert focused(page) == "テキスト"
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(OTHER)
    tab_to(page, "分析する")
    page.keyboard.press("Enter")
    wait_for_text(page, OTHER)

    tab_to(page, "履歴")
    page.keyboard.press("Enter")
    page.locator("[data-testid=stPopoverBody] :focus").wait_for()
    assert focused(page) == TEXT
    tab_to(page, "履歴を消す")
    page.keyboard.press("Escape")
    page.locator("[data-testid=stPopoverBody]").wait_for(state="detached")
    assert focused(page).startswith("履歴")

    tab_to(page, "モデルが見たところ")
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="出力の最大値").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?method=*")
    wait_until_drawn(page)
    tab_to(page, "相対")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "絶対"
    page.keyboard.press("Space")
    page.wait_for_url("**scale=absolute*")
    wait_until_drawn(page)
    assert page.get_by_role("radio", name="絶対").get_attribute("aria-checked") == "true"


def test_tokens_their_menu_and_the_panels_work_without_a_mouse(open_page):
    page = open_still_page(open_page)
    page.get_by_role("radio", name="トークン").focus()
    tab_to(page, "もちろん 0.")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert focused(page).startswith("おいしい 0.")
    assert page.locator(".status").inner_text().startswith("おいしい 0.")
    page.keyboard.press("End")
    assert focused(page).startswith("。 0.")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert focused(page) == "削除"
    page.keyboard.press("Escape")
    assert focused(page).startswith("もちろん 0.")
    tab_to(page, "表")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.get_by_role("heading", name="行列").wait_for()
    assert focused(page) == "行列"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="トークンごとの表").wait_for()
    wait_until_drawn(page)
    tab_to(page, "CSV をダウンロード")
    tab_to(page, "表", key="Shift+Tab")
    # Where a cell of the table has got the focus, as it may after a moment, one sees it there, too.
    page.get_by_role("heading", name="トークンごとの表").click()
    page.locator("canvas td").first.evaluate("cell => cell.focus()")
    cell, has_ring = page.evaluate(STOP)
    assert (cell, has_ring) == ("もちろん", True)
