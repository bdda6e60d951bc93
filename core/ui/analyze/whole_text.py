"""全体: one text as a whole, its category, and what the model looked at."""

from functools import partial

import streamlit as st

from core.analyzer import Analyzer
from core.ui.analyze.badges import badges_block
from core.ui.analyze.controls import controls_block, remarks_block
from core.ui.analyze.legend import legend_block, verdict_block
from core.ui.analyze.panels import panel_block
from core.ui.analyze.visits import remember_text
from core.ui.parts.edits import (
    announcement,
    edit_block,
    edits_or_reason,
    flip_block,
    take_edit,
)
from core.ui.parts.explaining import get_analysis
from core.ui.parts.prediction import prediction_block
from core.ui.parts.token_view import token_view
from core.ui.shell.messages import errors_in_one_sentence


def whole_text_block(analyzer: Analyzer, text: str) -> None:
    """Draw everything about the text, or the reason why it cannot be analysed."""
    edits = edits_or_reason(analyzer, text)
    if edits is None:
        return
    before, prediction = analyzer.predict([edits.original, edits.present])
    remember_text(text, "whole")
    prediction_block(
        prediction,
        calibrated=analyzer.bundle.temperature != 1.0,
        before=before if edits.past else None,
    )
    choices = controls_block(prediction)
    with errors_in_one_sentence():
        analysis = get_analysis(
            analyzer, edits.present, method=choices.method, target=choices.target
        )
    token_view(
        analysis,
        key="token_view",
        scale=choices.scale,
        unit=choices.unit,
        on_edit=partial(take_edit, analyzer),
        announcement=announcement(edits, before, prediction),
    )
    verdict_place = st.container()
    edit_block(analyzer, edits, unit=choices.unit)
    flip_place = st.container()
    remarks_block(choices)
    legend_block(analysis, choices, window=analyzer.bundle.model.sequence_length)
    badges_block(prediction)
    panel_block(analyzer, edits.present, choices)
    # Last, because they take longest: all else stands already.
    with flip_place:
        flip_block(analyzer, prediction, unit=choices.unit)
    with verdict_place:
        verdict_block(analyzer, analysis, unit=choices.unit)
