"""The look of the page, in which everything is drawn."""

import streamlit as st


def theme() -> str:
    """Return "light" or "dark", as the person's browser or menu has it."""
    return st.context.theme.type or "light"
