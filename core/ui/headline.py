"""A predicted category in large type."""

import html

import streamlit as st

from core.ui.words import word


def headline(label: str, confidence: float) -> None:
    """Write the category and under it its probability."""
    # The label comes from a model folder: it is text, whatever it holds.
    st.html(
        '<p style="font-size: clamp(1.8rem, 1.3rem + 2vw, 3rem); font-weight: 700; '
        f'line-height: 1.2; margin: 0">{html.escape(label)}</p>'
        '<p style="font-size: clamp(1.3rem, 1.1rem + 0.8vw, 1.9rem); margin: 0; '
        'font-variant-numeric: tabular-nums">'
        f"{html.escape(word('probability'))} {confidence:.2f}</p>"
    )
