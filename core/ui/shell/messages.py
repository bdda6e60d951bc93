"""Text of a person inside Markdown, and how a page says that something is wrong."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from core.errors import CoreError
from core.ui.shell.words import language


def error_markdown(error: CoreError) -> str:
    """Return the sentence as Markdown that shows what was received as it is."""
    return escape_markdown(error.sentence(language()))


@contextmanager
def errors_in_one_sentence() -> Iterator[None]:
    """Show a `CoreError` of the block as one sentence and end the page there."""
    try:
        yield
    except CoreError as error:
        st.error(error_markdown(error))
        st.stop()


def escape_markdown(text: str) -> str:
    """Return Markdown that shows the text as it is."""
    return re.sub(r"([\\`*_\[\]$:~#<>|{}()!+.&-])", r"\\\1", text)
