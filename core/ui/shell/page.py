"""What every page has around its words: its style, its language, the way into popovers."""

from pathlib import Path

import streamlit as st

from core.ui.shell.words import language

_FOLDER = Path(__file__).parent

_guide = st.components.v2.component(
    "chumoku_popovers", js=(_FOLDER / "popovers.js").read_text(encoding="utf-8")
)


def style_block() -> None:
    """Load the style of all pages, and say in which language they speak.

    Streamlit's page says lang="en"; screen readers and line breaking need that of the words.
    """
    st.html(_FOLDER / "page.css")
    st.html(
        f"<script>document.documentElement.lang = '{language()}'</script>",
        unsafe_allow_javascript=True,
    )


def popovers_block() -> None:
    """Move the focus into a popover that is opened by keyboard: Streamlit itself does not."""
    with st.container(key="popovers"):
        _guide(key="popovers_guide")
