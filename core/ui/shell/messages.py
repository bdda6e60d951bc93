"""How a page says that something is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from core.errors import CoreError
from core.ui.shell.as_written import escape_markdown
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
