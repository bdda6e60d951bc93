"""How a page says that something was not measured of the model, and how to measure it."""

import streamlit as st

from core.ui.words import word


def not_measured_block(command: str) -> None:
    """Say that nothing is stored yet.

    Args:
        command: that measures it, see `core.model_report`.
    """
    st.info(not_measured_sentence(command))


def not_measured_sentence(command: str) -> str:
    """Return the sentence alone, for a place that has others beside it."""
    return word("check_missing", command=command)
