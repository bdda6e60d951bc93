"""What stands beside every page: the menu, the language, the model and the presentation."""

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from core.errors import LANGUAGES
from core.ui.shell.address import kept_address, start_choice, write_choice
from core.ui.shell.loaders import model_names
from core.ui.shell.presentation import presentation_toggle
from core.ui.shell.words import LANGUAGE_KEY, language, word
from core.words.lookup import LANGUAGE_NAMES

_MODEL_KEY = "model"


def menu_block(pages: Sequence[Page]) -> None:
    """Draw the menu; its links keep of the address what belongs to every page."""
    with st.sidebar, st.container(gap="xsmall"):
        for page in pages:
            st.page_link(page, query_params=kept_address(), width="stretch")


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
        name = st.selectbox(
            word("model"),
            names,
            key=_MODEL_KEY,
            help=word("model_help"),
            on_change=write_choice,
            args=(_MODEL_KEY,),
        )
        presentation_toggle()
    return name
