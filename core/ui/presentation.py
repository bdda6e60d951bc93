"""発表モード: large type and nothing but the page, for a projector."""

import streamlit as st

PRESENT_KEY = "present"


def presenting() -> bool:
    """Say whether the page is shown on a projector, as the address has it."""
    return st.query_params.get(PRESENT_KEY) == "1"


def presentation_block() -> None:
    """Draw what turns a page into a slide."""
