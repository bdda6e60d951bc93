"""From anywhere into the page 分析 with a text, and back to 検査."""

from dataclasses import dataclass

import streamlit as st

from core.tokenizer import clean_text
from core.ui.routing import go_to
from core.ui.words import LANGUAGE_KEY, word

_LEFT_KEY = "check_left"
_KEPT_IN_ADDRESS = (LANGUAGE_KEY, "model")  # these belong to every page


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
    address = st.query_params.to_dict()
    text = clean_text(text)
    st.session_state[_LEFT_KEY] = _Left(address=address, text=text)
    put_text(text, "whole")
    go_to(
        "pages/analyze.py",
        {name: address[name] for name in _KEPT_IN_ADDRESS if name in address},
    )


def back_to_check_block(text: str) -> None:
    """Draw the way back where `text` is one that was opened from 検査."""
    left = st.session_state.get(_LEFT_KEY)
    if left is not None and left.text == text:
        st.button(word("check_back"), on_click=_go_back)


def _go_back() -> None:
    # The model and the language may have been changed meanwhile.
    now = {name: st.query_params[name] for name in _KEPT_IN_ADDRESS if name in st.query_params}
    go_to("pages/check.py", st.session_state.pop(_LEFT_KEY).address | now)
