"""The row of choices above the highlighted text."""

from dataclasses import dataclass

import streamlit as st

from core.explain.methods.registry import METHODS
from core.types import UNITS, Prediction
from core.ui.parts.prediction import chosen_probabilities
from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word
from core.view.highlight import SCALES, drawn_scale

_METHOD_KEY = "method"
_TARGET_KEY = "target"
_SCALE_KEY = "scale"
_UNIT_KEY = "unit"
_PREDICTED = ""  # the choice that follows the prediction; not in the address


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How a text is shown.

    Attributes:
        method: a key of `core.explain.methods.registry.METHODS`.
        target: the label that is explained.
        scale: one of `core.view.highlight.SCALES`.
        unit: one of `core.types.UNITS`.
        probabilities: one of `core.ui.parts.prediction.PROBABILITIES`.
    """

    method: str
    target: str
    scale: str
    unit: str
    probabilities: str


def controls_block(prediction: Prediction) -> Choices:
    """Draw the row of choices; return what is chosen there, and the probabilities above it."""
    labels = [_PREDICTED, *prediction.labels]
    start_choice(_METHOD_KEY, list(METHODS), default="attention")
    start_choice(_TARGET_KEY, labels, default=_PREDICTED)
    start_choice(_SCALE_KEY, SCALES, default="relative")
    start_choice(_UNIT_KEY, UNITS, default="piece")
    about_method = word(f"help_{st.session_state[_METHOD_KEY]}")
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        method = st.selectbox(
            word("looked_at"),
            list(METHODS),
            format_func=word,
            key=_METHOD_KEY,
            help="\n\n".join([word("looked_at_help"), about_method]),
            on_change=write_choice,
            args=(_METHOD_KEY,),
            width=190,
        )
        target = st.selectbox(
            word("target"),
            labels,
            format_func=lambda label: label or word("target_predicted"),
            key=_TARGET_KEY,
            help=word("target_help"),
            on_change=write_choice,
            args=(_TARGET_KEY,),
            width=170,
        )
        scale = required_choice(
            st.segmented_control(
                word("scale"),
                SCALES,
                required=True,
                format_func=lambda option: word(f"scale_{option}"),
                key=_SCALE_KEY,
                help=word("scale_help"),
                on_change=write_choice,
                args=(_SCALE_KEY,),
                width="content",
            )
        )
        unit = required_choice(
            st.segmented_control(
                word("unit"),
                UNITS,
                required=True,
                format_func=lambda option: word(f"unit_{option}"),
                key=_UNIT_KEY,
                help=word("unit_help"),
                on_change=write_choice,
                args=(_UNIT_KEY,),
                width="content",
            )
        )
    return Choices(
        method=method,
        target=target or prediction.label,
        scale=scale,
        unit=unit,
        probabilities=chosen_probabilities(),
    )


def remarks_block(choices: Choices) -> None:
    """Say what the choices mean for what is shown."""
    method = METHODS[choices.method]
    if method.warning is not None:
        st.warning(word(method.warning))
    if drawn_scale(choices.method, choices.scale) != choices.scale:
        st.info(word("no_absolute_scale"))
    if method.sees_target:
        st.caption(word("target_shown", target=escape_markdown(choices.target)))
    elif st.session_state[_TARGET_KEY] != _PREDICTED:
        st.info(word("target_blind"))
