"""One text of a list: what is said of it, and the buttons that open it in the page 分析."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from core.text.tokenizer import clean_text
from core.ui.parts.open_text import open_in_analyze

_CHARACTERS = 200  # of a text; the page 分析 shows all
_TEXT_WIDTHS = {1: 5, 2: 3}  # beside one button or two, in widths of a button
_TEXT = Markup(
    '<p lang="ja" style="margin: 0; overflow-wrap: anywhere; white-space: pre-wrap">{}</p>'
)
_FACTS = Markup('<p style="margin: 0; opacity: 0.75; overflow-wrap: anywhere">{}</p>')


def text_row(shown: str, facts: str, *, opens: Mapping[str, str], key: str) -> None:
    """Draw one row.

    Args:
        shown: the text, or HTML of it.
        facts: what stands under it, as text.
        opens: the words of each button, one or two, and the text that it opens.
        key: of the buttons.
    """
    widths = [_TEXT_WIDTHS[len(opens)], *[1] * len(opens)]
    left, *places = st.columns(widths, gap="small", vertical_alignment="center")
    left.html(_TEXT.format(shown) + _FACTS.format(facts))
    for number, (place, (title, text)) in enumerate(zip(places, opens.items(), strict=True)):
        place.button(
            title,
            key=f"{key}_{number}",
            disabled=not text.strip(),
            on_click=open_in_analyze,
            args=(text,),
        )


def shortened(text: str) -> str:
    """Return a text or a label, or its beginning where it is long."""
    text = clean_text(text)
    return text if len(text) <= _CHARACTERS else text[:_CHARACTERS] + "…"
