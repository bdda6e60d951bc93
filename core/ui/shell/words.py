"""The words of the screen in the language that this visit has chosen."""

import streamlit as st

from core.errors import LANGUAGES
from core.ui.shell.address import read_choice
from core.words.lookup import word_in

LANGUAGE_KEY = "lang"


def language() -> str:
    """Return the chosen language: the switch's, the address's, the browser's, else Japanese."""
    locale = st.context.locale or "ja"
    default = "ja" if locale.startswith("ja") else "en"
    return read_choice(LANGUAGE_KEY, LANGUAGES, default=default)


def word(key: str, **values: object) -> str:
    """Return the word in the chosen language."""
    return word_in(language(), key, **values)
