"""What stands beside every page: the model and the language."""

import streamlit as st

from core.errors import LANGUAGES
from core.ui.address import start_choice, write_choice
from core.ui.loaders import model_names
from core.ui.words import LANGUAGE_KEY, language, word
from core.words import LANGUAGE_NAMES

_MODEL_KEY = "model"


def sidebar_block() -> str:
    """Draw the sidebar and return the name of the chosen model."""
    names = model_names()
    start_choice(LANGUAGE_KEY, LANGUAGES, default=language())
    start_choice(_MODEL_KEY, names, default=names[0])
    with st.sidebar:
        st.segmented_control(
            word("language"),
            LANGUAGES,
            required=True,
            format_func=LANGUAGE_NAMES.__getitem__,
            key=LANGUAGE_KEY,
            on_change=write_choice,
            args=(LANGUAGE_KEY,),
        )
        return st.selectbox(
            word("model"),
            names,
            key=_MODEL_KEY,
            help=word("model_help"),
            on_change=write_choice,
            args=(_MODEL_KEY,),
        )
