"""The text field of the page 分析, its examples, and whether it is read whole or by sentences."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.ui.analyze.document import forget_stopped_document
from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import get_examples
from core.ui.shell.words import word

READINGS = ("whole", "sentences")

_TEXT_KEY = "text"
_DRAW_KEY = "examples_draw"
_READING_KEY = "reading"
_BUTTON_CHARACTERS = 6


def reading_block() -> str:
    """Draw the switch between the text as a whole and its sentences; return one of `READINGS`."""
    start_choice(_READING_KEY, READINGS, default="whole")
    return required_choice(
        st.segmented_control(
            word("reading"),
            READINGS,
            required=True,
            format_func=lambda reading: word(f"reading_{reading}"),
            key=_READING_KEY,
            label_visibility="collapsed",
            width="content",
            on_change=write_choice,
            args=(_READING_KEY,),
        )
    )


def text_block() -> tuple[str, DeltaGenerator]:
    """Draw the text field and the examples.

    Returns:
        The text to analyse, and the place beside the examples.
    """
    st.session_state.setdefault(_TEXT_KEY, get_examples(draw=0)[0])
    with st.container(gap="xsmall"):
        with st.form("text_form", border=False):
            field, button = st.columns([6, 1], vertical_alignment="bottom")
            field.text_area(
                word("text"),
                key=_TEXT_KEY,
                height=68,
                placeholder=word("text_placeholder"),
                label_visibility="collapsed",
                persist_state="session",
            )
            button.form_submit_button(
                word("analyze_button"),
                type="primary",
                width="stretch",
                help=word("submit_hint"),
                on_click=forget_stopped_document,
            )
        with st.container(
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
            gap="xsmall",
        ):
            with st.container(
                horizontal=True, vertical_alignment="center", gap="xsmall", width="content"
            ):
                _examples()
            beside = st.container(
                horizontal=True, vertical_alignment="center", gap="xsmall", width="content"
            )
    return st.session_state[_TEXT_KEY], beside


def _examples() -> None:
    draw = st.session_state.setdefault(_DRAW_KEY, 0)
    st.caption(word("examples"), width="content")
    for number, text in enumerate(get_examples(draw=draw)):
        st.button(
            _button_label(text),
            key=f"example_{number}",
            help=escape_markdown(text),
            on_click=_use_example,
            args=(text,),
        )
    st.button(
        word("another_examples"),
        key="another_examples",
        type="tertiary",
        help=word("another_examples_help"),
        on_click=_draw_examples,
    )


def _use_example(text: str) -> None:
    st.session_state[_TEXT_KEY] = text


def _draw_examples() -> None:
    st.session_state[_DRAW_KEY] += 1


def _button_label(text: str) -> str:
    short = text if len(text) <= _BUTTON_CHARACTERS else text[:_BUTTON_CHARACTERS] + "…"
    return escape_markdown(short)
