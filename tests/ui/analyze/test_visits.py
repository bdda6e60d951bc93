"""履歴 on the page 分析, driven through Streamlit's AppTest."""

import pytest

from core.ui.analyze.visits import MAX_TEXTS
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from tests.ui.pages import checked, new_app, submit

UDON = ARTICLE_EXAMPLES["グルメ"]


@pytest.fixture
def page():
    page = new_app()
    page.session_state["visits_popover"] = True
    return page.run()


def listed(page):
    return [
        b.label.replace("\\", "")
        for b in page.button
        if b.key[:7] == "visits_" and b.key[7:].isdigit()
    ]


def test_the_first_visit_has_no_other_text(page):
    assert listed(page) == []
    assert "ほかの文はまだありません。" in [text.value for text in page.markdown]
    assert any("ファイルには書き込まれません" in caption.value for caption in page.caption)


def test_texts_are_listed_newest_first_without_doubles_and_without_the_one_shown(page):
    first = UDON[:24] + "…"
    for text in ("寺", "*山*\n $川$", "寺", "", "海"):
        checked(submit(page, text))
    # The empty text was not analysed.
    assert listed(page) == ["寺", "*山* $川$", first]
    assert "\\*山\\*" in next(b.label for b in page.button if "山" in b.label)


def test_one_click_opens_a_text_as_it_was_read(page):
    page.segmented_control(key="reading").set_value("sentences").run()
    checked(submit(page, "寺へ行った。山へ行った。"))
    page.segmented_control(key="reading").set_value("whole").run()
    checked(submit(page, "海"))
    page.segmented_control(key="reading").set_value("sentences").run()
    checked(submit(page, "川へ行った。"))
    page.segmented_control(key="reading").set_value("whole").run()
    checked(submit(page, "空"))
    assert listed(page)[:2] == ["川へ行った。", "海"]
    page.button(key="visits_0").click().run()
    assert page.text_area(key="text").value == "川へ行った。"
    # It was analysed as a whole after it was read by sentences.
    assert page.segmented_control(key="reading").value == "whole"
    assert page.session_state["visits_popover"] is False


def test_the_list_has_an_end(page):
    page.session_state["visited"] = tuple((f"{n} 番目の文", "whole") for n in range(MAX_TEXTS))
    checked(submit(page, "新しい文"))
    assert len(page.session_state["visited"]) == MAX_TEXTS
    assert page.session_state["visited"][0] == ("新しい文", "whole")
    assert page.session_state["visited"][-1] == ("18 番目の文", "whole")


def test_it_can_be_cleared(page):
    checked(submit(page, "寺"))
    page.button(key="visits_clear").click().run()
    assert listed(page) == []
    checked(submit(page, "山"))
    assert listed(page) == ["寺"]
