"""Counts and chips: where the model saw something else than what is written."""

import streamlit as st
from markupsafe import Markup

from core.types import Prediction
from core.ui.shell.words import word
from core.view.badges import count_changed, count_unknown, differences

_MAX_CHIPS = 8
_CHIPS = Markup('<p lang="ja" style="margin: 0; line-height: 2">{}: {}{}</p>')
_CHIP = Markup(
    '<span style="white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.1em 0.5em; '
    'border: 1px solid currentColor; border-radius: 1em; margin-inline-end: 0.4em">{} → {}</span>'
)


def badges_block(prediction: Prediction) -> None:
    """Draw the counts that are not 0, and what was written beside what was seen."""
    tokenized = prediction.tokenized
    counts = [
        word("badge_nfkc", count=count_changed(tokenized)) if count_changed(tokenized) else "",
        word("badge_unknown", count=count_unknown(tokenized)) if count_unknown(tokenized) else "",
        word("badge_truncated", count=prediction.num_truncated) if prediction.num_truncated else "",
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        for count in filter(None, counts):
            st.badge(count, color="orange", width="content")
    found = differences(tokenized)
    if not found:
        return
    chips = [
        _CHIP.format(
            difference.written,
            word("chips_unknown") if difference.seen is None else difference.seen,
        )
        for difference in found[:_MAX_CHIPS]
    ]
    more = len(found) - _MAX_CHIPS
    rest = word("chips_more", count=more) if more > 0 else ""
    st.html(_CHIPS.format(word("chips"), Markup("").join(chips), rest))
