"""発表モード: the switch, the address and what ends it, through AppTest."""

import pytest

from tests.ui.pages import checked, new_script, open_app, send_event


def slide():
    """The parts of app.py that present; AppTest does not see there what stands above a page."""
    import streamlit as st

    from core.ui.shell.presentation import presentation_block, presentation_toggle
    from core.ui.shell.sidebar import menu_block

    pages = [st.Page(lambda: None, title=name, url_path=name) for name in ("one", "two")]
    st.navigation(pages, position="hidden")
    menu_block(pages)
    presentation_toggle()
    presentation_block()


@pytest.fixture
def page():
    return checked(new_script(slide).run())


def toggle(page):
    return page.toggle(key="present_toggle")


def end_buttons(page):
    return [c for c in page.get("bidi_component") if c.key == "present_end"]


def end(page):
    """Send what the browser sends for Esc and for ✕."""
    return checked(send_event(page, "present_end", "end", True))


def test_the_switch_writes_the_address_and_esc_takes_it_out(page):
    assert not toggle(page).value
    assert end_buttons(page) == []
    checked(toggle(page).set_value(True).run())
    assert page.query_params == {"present": "1"}
    assert len(end_buttons(page)) == 1
    end(page)
    assert page.query_params == {}
    assert not toggle(page).value
    assert end_buttons(page) == []
    checked(toggle(page).set_value(True).run())
    checked(toggle(page).set_value(False).run())
    assert page.query_params == {}


@pytest.mark.parametrize("value", ["0", "yes", ""])
def test_another_value_in_the_address_is_none(page, value):
    page.query_params["present"] = value
    checked(page.run())
    assert not toggle(page).value
    assert end_buttons(page) == []


def test_the_menu_takes_along_what_belongs_to_every_page_and_nothing_else(page):
    page.query_params |= {"present": "1", "lang": "en", "panel": "matrix", "model": "article"}
    checked(page.run())
    queries = [link.proto.query_string for link in page.get("page_link")]
    assert queries == ["lang=en&model=article&present=1"] * 2


@pytest.fixture
def app():
    return checked(open_app(present="1", lang="ja"))


def test_the_other_pages_go_on_presenting(app):
    for name in ("compare", "lesson", "check", "model"):
        checked(app.switch_page(f"pages/{name}.py").run())
        assert toggle(app).value, name
        assert app.query_params["present"] == "1", name


def test_the_other_language_goes_on_presenting(app):
    assert toggle(app).label == "発表モード"
    checked(app.segmented_control(key="lang").set_value("en").run())
    assert toggle(app).label == "Presentation mode"
    assert toggle(app).value
    assert app.query_params == {"present": "1", "lang": "en"}
