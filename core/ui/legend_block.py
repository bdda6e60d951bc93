"""What stands under the highlighted text: what its colours mean, and whether to believe them."""

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.attribution.integrated_gradients import LARGE_GAP
from core.explanation import Analysis
from core.ui.controls_block import View
from core.ui.explaining import get_faithfulness
from core.ui.verdict import verdict_help, verdict_sentence
from core.ui.words import word
from core.units import group_tokens, unit_scores
from core.view.highlight import is_nearly_uniform
from core.view.numbers import signed_number


def legend_block(analysis: Analysis, view: View, *, window: int) -> None:
    """Say what the colours mean, by how much the sum is off, and what the model did not see."""
    if is_nearly_uniform(analysis.attribution.token_scores):
        st.info(word("nearly_uniform"))
    else:
        st.caption(_legend(analysis, view))
    delta = analysis.attribution.delta
    if delta is not None:
        told = signed_number(delta, digits=4)
        if abs(delta) > LARGE_GAP:
            st.warning(word("delta_large", delta=told))
        else:
            st.caption(word("delta", delta=told))
    if analysis.prediction.num_truncated:
        st.caption(word("truncated_note"))
    st.caption(
        word(
            "counts",
            characters=len(analysis.text),
            tokens=len(analysis.spans),
            truncated=analysis.prediction.num_truncated,
            padding=f"{100 * analysis.attention_on_padding:.1f}",
        ),
        help=word("counts_help", window=window),
    )


def _legend(analysis: Analysis, view: View) -> str:
    attribution = analysis.attribution
    units = group_tokens(attribution.tokenized, view.unit)
    scores = unit_scores(attribution.token_scores, units)  # (G,)
    if view.method == "output_max":
        top, mean = f"{np.nanmax(scores):.4f}", f"{np.nanmean(scores):.4f}"
        return word("legend_output_max", top=top, mean=mean)
    if not attribution.signed:
        return word(f"legend_{view.scale}", top=f"{np.nanmax(scores):.4f}")
    strongest = scores[np.nanargmax(np.abs(scores))]
    legend = word(f"legend_{view.scale}", top=signed_number(strongest, digits=4))
    return f"{legend} {word('legend_signs')}"


def verdict_block(analyzer: Analyzer, analysis: Analysis, *, unit: str) -> None:
    """Say in one sentence whether the method does better than chance on this text."""
    judged = get_faithfulness(analyzer, analysis, unit=unit)
    st.markdown(verdict_sentence(judged), help=verdict_help(judged))
