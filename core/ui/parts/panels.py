"""A row of names of which one is open, kept in the address, and what stands under the open one."""

from collections.abc import Callable, Mapping

import streamlit as st

from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.messages import errors_in_one_sentence
from core.ui.shell.words import word


def panels_block(
    panels: Mapping[str, Callable[..., None]],
    *arguments: object,
    key: str,
    title: Callable[[str], str],
) -> None:
    """Draw the switch and the panel that it opens; only that one computes.

    The first one is open unless the address says otherwise.

    Args:
        arguments: what every panel is called with.
        key: of the session and of the address.
        title: returns the word on the screen for a name.
    """
    names = list(panels)
    start_choice(key, names, default=names[0])
    name = required_choice(
        st.segmented_control(
            word("panel"),
            names,
            required=True,
            format_func=title,
            key=key,
            label_visibility="collapsed",
            wrap=True,
            on_change=write_choice,
            args=(key,),
        )
    )
    _panel(panels[name], *arguments)


@st.fragment
def _panel(draw: Callable[..., None], *arguments: object) -> None:
    """Draw one panel: its widgets run it alone, with what the page last called it with."""
    with errors_in_one_sentence():
        draw(*arguments)
