"""The sentence of the lesson: any text of the class works in every step."""

import streamlit as st

from core.text.tokenizer import clean_text
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import get_examples
from core.ui.shell.words import word

TEXT_KEY = "lesson_text"

_FIELD_KEY = "lesson_field"
_POPOVER_KEY = "lesson_popover"


def lesson_text() -> str:
    """Return the sentence: the lesson's, a copied link's, say, else the one analysed last."""
    if TEXT_KEY not in st.session_state:
        last = st.session_state.get("text")
        st.session_state[TEXT_KEY] = clean_text(last or get_examples(draw=0)[0])
    return st.session_state[TEXT_KEY]


def is_writing() -> bool:
    """Say whether the field for another sentence is open."""
    return bool(st.session_state.get(_POPOVER_KEY))


def change_text_block() -> None:
    """Draw the button that opens a field for another sentence, and the examples."""
    if st.session_state.get(_FIELD_KEY) != lesson_text():
        st.session_state[_FIELD_KEY] = lesson_text()
    with st.popover(
        word("lesson_change_text"), key=_POPOVER_KEY, on_change="rerun", width="content"
    ):
        with st.form("lesson_form", border=False):
            st.text_area(
                word("text"), key=_FIELD_KEY, height=120, placeholder=word("text_placeholder")
            )
            st.form_submit_button(
                word("analyze_button"),
                type="primary",
                help=word("submit_hint"),
                on_click=_take_field,
            )
        for number, text in enumerate(get_examples(draw=0)):
            st.button(
                escape_markdown(text),
                key=f"lesson_example_{number}",
                type="tertiary",
                on_click=_take,
                args=(text,),
            )


def _take_field() -> None:
    _take(st.session_state[_FIELD_KEY])


def _take(text: str) -> None:
    st.session_state[TEXT_KEY] = clean_text(text)
    st.session_state[_POPOVER_KEY] = False
