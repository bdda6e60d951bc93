"""What stands beside every page: the model and the language."""

import streamlit as st

from core.errors import LANGUAGES
from core.ui.loaders import model_names
from core.ui.words import LANGUAGE_KEY, LANGUAGE_NAMES, language, word


def sidebar_block() -> str:
    """Draw the sidebar and return the name of the chosen model."""
    with st.sidebar:
        st.segmented_control(
            word("language"),
            LANGUAGES,
            default=language(),
            required=True,
            format_func=LANGUAGE_NAMES.__getitem__,
            key=LANGUAGE_KEY,
            bind="query-params",
        )
        return st.selectbox(
            word("model"),
            model_names(),
            key="model",
            help=word("model_help"),
            bind="query-params",
        )
