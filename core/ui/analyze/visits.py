"""履歴: the texts that were analysed in this visit, one click away."""

import streamlit as st

from core.ui.parts.open_text import put_text
from core.ui.parts.share import state_file_block
from core.ui.shell.address import write_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word
from core.view.json.shared_view import SharedView

MAX_TEXTS = 20

_VISITED_KEY = "visited"  # (text, reading), the newest first
_POPOVER_KEY = "visits_popover"
_SHOWN_CHARACTERS = 24


def remember_text(text: str, reading: str) -> None:
    """Keep a text that was analysed, as a "whole" or by "sentences"."""
    others = [visit for visit in _visited() if visit[0] != text]
    st.session_state[_VISITED_KEY] = ((text, reading), *others)[:MAX_TEXTS]


def visits_block(view: SharedView) -> None:
    """Draw the button that opens the list of the texts, and the file for any of them.

    Args:
        view: what the page shows; its text is not listed.
    """
    popover = st.popover(word("visits"), key=_POPOVER_KEY, on_change="rerun")
    if popover.open:
        with popover:
            _texts(view.text)
            state_file_block(view, key="visits_file")


def _texts(shown: str) -> None:
    st.caption(word("visits_about", limit=MAX_TEXTS))
    others = [visit for visit in _visited() if visit[0] != shown]
    if not others:
        st.write(word("visits_empty"))
        return
    for number, (text, reading) in enumerate(others):
        st.button(
            _label(text),
            key=f"visits_{number}",
            width="stretch",
            on_click=_open,
            args=(text, reading),
        )
    st.button(word("visits_clear"), key="visits_clear", type="tertiary", on_click=_clear)


def _open(text: str, reading: str) -> None:
    put_text(text, reading)
    write_choice("reading")
    st.session_state[_POPOVER_KEY] = False


def _visited() -> tuple[tuple[str, str], ...]:
    return st.session_state.get(_VISITED_KEY, ())


def _clear() -> None:
    st.session_state.pop(_VISITED_KEY, None)


def _label(text: str) -> str:
    # A button shows one line: blanks and line breaks of any kind are one blank there.
    line = " ".join(text.split())
    short = line if len(line) <= _SHOWN_CHARACTERS else line[:_SHOWN_CHARACTERS].rstrip() + "…"
    return escape_markdown(short)
