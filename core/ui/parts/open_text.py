"""From anywhere into the page 分析 with a text, and back to 検査."""

from dataclasses import dataclass

import streamlit as st

from core.text.tokenizer import clean_text
from core.ui.shell.address import kept_address
from core.ui.shell.routing import go_to
from core.ui.shell.words import word

_LEFT_KEY = "check_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """The way back from a row to 検査: its address, and the text that was opened."""

    address: dict[str, str]
    text: str


def put_text(text: str, reading: str) -> None:
    """Put a text into the field of 分析, to be read as a "whole" or by "sentences"."""
    st.session_state["text"] = text
    st.session_state["reading"] = reading


def open_in_analyze(text: str) -> None:
    """Put a text into 分析 and go there: the `on_click` of a button on 検査."""
    kept = kept_address()
    address = {name: value for name, value in st.query_params.items() if name not in kept}
    text = clean_text(text)
    st.session_state[_LEFT_KEY] = _Left(address=address, text=text)
    put_text(text, "whole")
    go_to("pages/analyze.py", kept)


def back_to_check_block(text: str) -> None:
    """Draw the way back where `text` is one that was opened from 検査."""
    left = st.session_state.get(_LEFT_KEY)
    if left is not None and left.text == text:
        st.button(word("check_back"), on_click=_go_back)


def _go_back() -> None:
    # The model and the language may have been changed meanwhile.
    go_to("pages/check.py", st.session_state.pop(_LEFT_KEY).address | kept_address())
