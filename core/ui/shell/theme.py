"""The look of the page, light or dark, and what follows when it changes."""

from pathlib import Path

import streamlit as st

_watcher = st.components.v2.component(
    "chumoku_theme",
    js=(Path(__file__).parent / "theme.js").read_text(encoding="utf-8"),
)


def theme() -> str:
    """Return "light" or "dark", as the person's browser or menu has it."""
    return st.context.theme.type or "light"


def theme_block() -> None:
    """Run the page again when its look changes: Streamlit itself does not."""
    with st.container(key="theme"):
        _watcher(
            key="theme_watcher",
            data={"look": theme()},
            on_look_change=lambda: None,  # the run that follows reads the new look
        )
