"""The way into popovers without a mouse."""

from pathlib import Path

import streamlit as st

_guide = st.components.v2.component(
    "chumoku_popovers",
    js=(Path(__file__).parent / "popovers.js").read_text(encoding="utf-8"),
)


def popovers_block() -> None:
    """Move the focus into a popover that is opened by keyboard: Streamlit itself does not."""
    with st.container(key="popovers"):
        _guide(key="popovers_guide")
