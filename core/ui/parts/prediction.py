"""The predicted category in large type beside the bars of all probabilities."""

import numpy as np
import streamlit as st
from markupsafe import Markup

from core.types import Prediction
from core.ui.shell.address import read_choice, required_choice, start_choice, write_choice
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.probabilities import FONT_SIZE, probability_chart

PROBABILITIES = ("calibrated", "raw")

_PROBABILITIES_KEY = "probabilities"

_HEADLINE = Markup(
    '<p style="font-size: clamp(1.8rem, 1.3rem + 2vw, 3rem); font-weight: 700; '
    'line-height: 1.2; margin: 0">{}</p>'
    '<p style="font-size: clamp(1.3rem, 1.1rem + 0.8vw, 1.9rem); margin: 0; '
    'font-variant-numeric: tabular-nums">{} {:.2f}</p>'
)


def prediction_block(
    prediction: Prediction, *, calibrated: bool, before: Prediction | None = None
) -> None:
    """Draw the category and the bars.

    Args:
        calibrated: whether the model has a temperature, so that there are two kinds of
            probabilities to choose from.
        before: of the text as it was before it was edited.
    """
    left, right = st.columns([1, 2], gap="medium")
    with right:
        raw = _probability_choice(calibrated=calibrated) == "raw"
        probabilities = _chosen(prediction, raw=raw)
        bars_block(
            prediction.labels,
            probabilities,
            key="probability_chart",
            before=None if before is None else _chosen(before, raw=raw),
        )
    confidence = probabilities.max()
    with left:
        st.subheader(word("prediction"), help=word("prediction_help"))
        headline(prediction.label, confidence)
        if prediction.out_of_scope:
            st.markdown(
                word("scope_maybe_out"),
                help=word(
                    "scope_maybe_out_help",
                    score=f"{prediction.scope_score:.2f}",
                    threshold=f"{prediction.scope_threshold:.2f}",
                ),
            )
        elif prediction.out_of_scope is None and confidence < 0.5:
            st.caption(word("no_majority"))


def chosen_probabilities() -> str:
    """Return the one of `PROBABILITIES` that is chosen, also beside a model that has one kind."""
    return read_choice(_PROBABILITIES_KEY, PROBABILITIES, default="calibrated")


def _chosen(prediction: Prediction, *, raw: bool) -> np.ndarray:
    return prediction.raw_probabilities if raw else prediction.probabilities


def bars_block(
    labels: tuple[str, ...],
    probabilities: np.ndarray,
    *,
    key: str,
    before: np.ndarray | None = None,
    font_size: int = FONT_SIZE,
) -> None:
    """Draw one bar per label, and what they say for people who do not see them.

    Args:
        labels: the categories (C).
        probabilities: (C,).
        before: (C,), what the probabilities were before an edit.
        font_size: of all words and numbers, in pixels.
    """
    if before is None:
        order = np.argsort(-probabilities, kind="stable")
        bars = ", ".join(f"{labels[i]} {probabilities[i]:.2f}" for i in order)
        alt = word("chart_alt", bars=bars)
    else:
        order = np.argsort(-before, kind="stable")
        bars = ", ".join(f"{labels[i]} {before[i]:.2f} → {probabilities[i]:.2f}" for i in order)
        alt = word("edited_chart_alt", bars=bars)
    st.altair_chart(
        probability_chart(
            labels,
            probabilities,
            theme=theme(),
            word=word,
            before=before,
            font_size=font_size,
        ),
        width="stretch",
        key=key,
        alt=alt,
    )


def _probability_choice(*, calibrated: bool) -> str:
    """Draw the heading of the bars and, where there are two kinds of them, the switch."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if not calibrated:
            st.subheader(
                word("probability"), help=word("probability_help_uncalibrated"), width="content"
            )
            return "raw"
        explanation = [word("probability_help"), word("calibrated_help"), word("raw_help")]
        st.subheader(word("probability"), help="\n\n".join(explanation), width="content")
        start_choice(_PROBABILITIES_KEY, PROBABILITIES, default="calibrated")
        return required_choice(
            st.segmented_control(
                word("probability_kind"),
                PROBABILITIES,
                required=True,
                format_func=word,
                key=_PROBABILITIES_KEY,
                label_visibility="collapsed",
                on_change=write_choice,
                args=(_PROBABILITIES_KEY,),
            )
        )


def headline(label: str, confidence: float) -> None:
    """Write the category and under it its probability."""
    st.html(_HEADLINE.format(label, word("probability"), confidence))
