"""A predicted category in large type."""

import streamlit as st
from markupsafe import Markup

from core.ui.words import word

_HEADLINE = Markup(
    '<p style="font-size: clamp(1.8rem, 1.3rem + 2vw, 3rem); font-weight: 700; '
    'line-height: 1.2; margin: 0">{}</p>'
    '<p style="font-size: clamp(1.3rem, 1.1rem + 0.8vw, 1.9rem); margin: 0; '
    'font-variant-numeric: tabular-nums">{} {:.2f}</p>'
)


def headline(label: str, confidence: float) -> None:
    """Write the category and under it its probability."""
    st.html(_HEADLINE.format(label, word("probability"), confidence))
