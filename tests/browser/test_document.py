"""What a person does with a long text, in a real browser."""

from tests.browser.waiting import wait_until_drawn

SENTENCES = ["京都の寺へ行きました。", "おいしいうどんを食べた。", "<b>携帯電話</b>を買う。"]


def open_document(open_page, text, **options):
    """Choose 文ごと and enter this text."""
    page = open_page(**options)
    page.get_by_role("radio", name="文ごと").click()
    page.locator(".strip .cell").first.wait_for()
    area = page.get_by_label("テキスト")
    area.fill(text)
    area.press("Control+Enter")
    return page


def cells(page, count):
    found = page.locator(".strip .cell")
    page.wait_for_function(
        """count => {
            const search = root => [...root.querySelectorAll('*')].flatMap(
                e => [e, ...(e.shadowRoot ? search(e.shadowRoot) : [])])
            return search(document).filter(e => e.closest('.strip')
                && e.classList.contains('cell')).length === count
        }""",
        arg=count,
    )
    return found


def go_back(page):
    page.get_by_role("button", name="文章に戻る").click()
    cells(page, 3)
    wait_until_drawn(page)


def test_cells_and_rows_open_their_sentence_by_mouse_and_keyboard_and_there_is_a_way_back(
    open_page,
):
    page = open_document(open_page, "".join(SENTENCES))
    cell = cells(page, 3).nth(2)
    cell.hover()
    assert page.locator(".status").inner_text().endswith(SENTENCES[2])
    cell.click()
    page.locator(".text").wait_for()
    assert page.get_by_label("テキスト").input_value() == SENTENCES[2]
    assert page.locator(".text").inner_text() == SENTENCES[2]
    go_back(page)
    assert page.get_by_label("テキスト").input_value() == "".join(SENTENCES)

    cells(page, 3).first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".status").inner_text().endswith(SENTENCES[1])
    page.keyboard.press("Enter")
    page.locator(".text").wait_for()
    assert page.get_by_label("テキスト").input_value() == SENTENCES[1]

    go_back(page)
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    # The marker column of the second row; the table is one canvas.
    page.mouse.click(box["x"] + 15, box["y"] + 35 * 1.15 * 2.5)
    page.locator(".text").wait_for()
    assert page.get_by_label("テキスト").input_value() == SENTENCES[1]


def test_stop_ends_the_work_and_again_begins_it(open_page):
    # One line: the field itself takes long over a thousand of them. The article's model is slow: it
    # is not done before the click, however busy the machine.
    page = open_document(
        open_page,
        "京都の寺へ行って、おいしいうどんを食べて、駅から帰りました。" * 1_100,
        path="/?model=article",
    )
    page.get_by_role("button", name="中止").click()
    page.get_by_text("中止しました。").wait_for()
    assert page.locator(".strip .cell").count() == 0
    page.get_by_role("button", name="もう一度").click()
    page.get_by_role("button", name="中止").wait_for()
    cells(page, 1_100)


def test_nothing_scrolls_sideways_on_a_phone(open_page):
    page = open_document(
        open_page, "".join(SENTENCES) * 200, width=390, height=844, color_scheme="dark"
    )
    cells(page, 600)
    widths = page.evaluate(
        "[document.documentElement.scrollWidth, "
        "document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    assert max(widths) <= 390
