"""A judgement in one sentence, with the explanation of its numbers."""

import streamlit as st

from core.faithfulness import Faithfulness
from core.ui.words import word
from core.view.explanation_words import coloured_verdict
from core.view.numbers import plain_number


def verdict_line(judged: Faithfulness) -> None:
    """Say whether a method does better than chance, what is measured, and how sufficiency is."""
    low, high = judged.sufficiency_band
    st.markdown(
        coloured_verdict(judged, word=word),
        help=word(
            "verdict_help",
            sufficiency=plain_number(judged.sufficiency),
            low=plain_number(low),
            high=plain_number(high),
        ),
    )
