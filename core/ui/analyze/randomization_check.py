"""Whether a method was found to look at the model, where its values are shown."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from core.model.bundle import Bundle
from core.model.report import check_command
from core.ui.shell.as_written import code_markdown
from core.ui.shell.words import word
from core.view.explanation_words import unchecked_sentence


def check_badge(figure: Mapping[str, Any] | None) -> None:
    """Draw a badge where a method is suspected not to look at the model, or was not checked.

    Args:
        figure: the method's of the stored check; None where there is none.
    """
    if figure is None:
        st.badge(word("methods_unchecked"), color="gray", help=word("methods_unchecked_help"))
    elif figure["suspicious"]:
        st.badge(
            word("methods_suspicious"),
            color="orange",
            help=word("methods_suspicious_help", similarity=f"{figure['full']:.2f}"),
        )


def unchecked_block(methods: Sequence[str], bundle: Bundle) -> None:
    """Name the methods that were not checked, and the command that checks them."""
    command = code_markdown(check_command(bundle.folder, "randomization"))
    st.info(unchecked_sentence(methods, command=command, word=word))
