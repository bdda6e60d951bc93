"""The sections of モデル."""

import streamlit as st

from core.analyzer import Analyzer
from core.ui.model.card import card_block
from core.ui.model.curves import curves_block
from core.ui.model.layers import graph_block
from core.ui.model.sources import sources_block
from core.ui.model.versions import versions_block
from core.ui.model.vocabulary import vocabulary_block
from core.ui.parts.panels import panels_block
from core.ui.shell.words import word
from core.view.html.styles import COSINES_STYLE, MODEL_STYLE

SECTIONS = {
    "card": card_block,
    "graph": graph_block,
    "curves": curves_block,
    "vocabulary": vocabulary_block,
    "sources": sources_block,
    "versions": versions_block,
}

_SECTION_KEY = "section"


def model_section_block(analyzer: Analyzer) -> None:
    """Draw the switch and the section that it opens."""
    st.html(MODEL_STYLE)
    st.html(COSINES_STYLE)
    panels_block(
        SECTIONS, analyzer, key=_SECTION_KEY, title=lambda name: word(f"model_section_{name}")
    )
