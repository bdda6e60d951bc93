"""A row of names of which one is open, kept in the address."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.ui.address import start_choice, write_choice
from core.ui.words import word


def panel_switch(names: Sequence[str], *, key: str, told: Callable[[str], str]) -> str:
    """Draw the switch and return the open name, the first one unless the address says otherwise.

    Args:
        key: of the session and of the address.
        told: returns the word on the screen for a name.
    """
    start_choice(key, names, default=names[0])
    return st.segmented_control(
        word("panel"),
        names,
        required=True,
        format_func=told,
        key=key,
        label_visibility="collapsed",
        wrap=True,
        on_change=write_choice,
        args=(key,),
    )
