"""What stands under the highlighted text: what its colours mean, and whether to believe them."""

import streamlit as st

from core.analyzer import Analyzer
from core.explain.explanation import Analysis
from core.explain.faithfulness import Faithfulness
from core.explain.methods.integrated_gradients import LARGE_GAP
from core.ui.analyze.controls import Choices
from core.ui.parts.explaining import get_faithfulness
from core.ui.shell.words import word
from core.view.explanation_words import coloured_verdict, counts_sentence, legend_sentence
from core.view.highlight import is_nearly_uniform
from core.view.numbers import plain_number, signed_number


def legend_block(analysis: Analysis, choices: Choices, *, window: int) -> None:
    """Say what the colours mean, by how much the sum is off, and what the model did not see."""
    legend = legend_sentence(analysis, scale=choices.scale, unit=choices.unit, word=word)
    if is_nearly_uniform(analysis.attribution.token_scores):
        st.info(legend)
    else:
        st.caption(legend)
    delta = analysis.attribution.delta
    if delta is not None:
        number = signed_number(delta, digits=4)
        if abs(delta) > LARGE_GAP:
            st.warning(word("delta_large", delta=number))
        else:
            st.caption(word("delta", delta=number))
    if analysis.prediction.num_truncated:
        st.caption(word("truncated_note"))
    st.caption(
        counts_sentence(analysis, word=word),
        help=word("counts_help", window=window),
    )


def verdict_block(analyzer: Analyzer, analysis: Analysis, *, unit: str) -> None:
    """Say in one sentence whether the method does better than chance on this text."""
    verdict_line(get_faithfulness(analyzer, analysis, unit=unit))


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
