"""The one rule for all panels: only the open one is drawn, alone, and its error is a sentence."""

import pytest

from core.ui.analyze.panels import PANELS
from core.ui.check.panels import PANELS as CHECK_PANELS
from core.ui.model.sections import SECTIONS
from tests.ui.pages import new_script


def _script():
    import streamlit as st

    from core.errors import ModelMissingError
    from core.ui.parts.panels import panels_block

    def first(text, choices):
        st.session_state["drawn"] = [*st.session_state.get("drawn", []), (text, choices)]
        st.write("first")

    def failing(text, choices):
        st.write("before")
        raise ModelMissingError(received="nowhere")

    panels_block(
        {"first": first, "failing": failing}, "text", "choices", key="panel", title=str.upper
    )


def open_page(**address):
    page = new_script(_script)
    page.query_params |= address
    page.run()
    assert not page.exception
    return page


def written(page):
    return [element.value for element in page.markdown]


def test_the_first_panel_is_open_and_called_with_what_it_is_given():
    page = open_page()
    assert written(page) == ["first"]
    assert page.session_state["drawn"] == [("text", "choices")]
    assert page.segmented_control(key="panel").options == ["FIRST", "FAILING"]


def test_the_address_opens_a_panel_and_its_error_is_told_in_one_sentence():
    page = open_page(panel="failing")
    assert written(page) == ["before"]
    assert "drawn" not in page.session_state
    (error,) = page.error
    assert error.value.endswith("nowhere")
    page.segmented_control(key="panel").set_value("first").run()
    assert (written(page), len(page.error)) == (["first"], 0)
    assert page.query_params["panel"] == "first"


@pytest.mark.parametrize(
    "draw",
    [*PANELS.values(), *CHECK_PANELS.values(), *SECTIONS.values()],
    ids=lambda draw: draw.__module__.removeprefix("core.ui."),
)
def test_no_panel_decides_on_fragments_for_itself(draw):
    # `st.fragment` wraps: what is wrapped would run apart from the rest of its panel.
    assert not hasattr(draw, "__wrapped__")
