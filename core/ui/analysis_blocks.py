"""The blocks of the page 分析."""

import html
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import streamlit as st

from core.analyzer import Analysis, Analyzer
from core.attribution import METHODS
from core.config import PROTOCOLS
from core.errors import CoreError, TextTooLongError
from core.ui.address import start_choice, write_choice
from core.ui.loaders import get_examples
from core.ui.token_view import token_view
from core.ui.words import language, word
from core.view.charts import probability_chart
from core.view.highlight import is_nearly_uniform
from core.view.tables import protocol_table, styled_token_table, token_csv

_MAX_CHARACTERS = 10_000

_TEXT_KEY = "text"
_METHOD_KEY = "method"
_DRAW_KEY = "examples_draw"
_BUTTON_CHARACTERS = 8
_PROBABILITIES_KEY = "probabilities"
_PROBABILITIES = ("calibrated", "raw")


def text_block() -> str:
    """Draw the text field and the examples; return the text to analyse."""
    st.session_state.setdefault(_TEXT_KEY, get_examples(draw=0)[0])
    with st.form("text_form", border=False):
        field, button = st.columns([6, 1], vertical_alignment="bottom")
        field.text_area(
            word("text"),
            key=_TEXT_KEY,
            height=80,
            placeholder=word("text_placeholder"),
        )
        button.form_submit_button(
            word("analyze_button"), type="primary", width="stretch", help=word("submit_hint")
        )
    _examples_block()
    return st.session_state[_TEXT_KEY]


def _examples_block() -> None:
    draw = st.session_state.setdefault(_DRAW_KEY, 0)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.caption(word("examples"), width="content")
        for number, text in enumerate(get_examples(draw=draw)):
            st.button(
                _button_label(text),
                key=f"example_{number}",
                help=_escape_markdown(text),
                on_click=_use_example,
                args=(text,),
            )
        st.button(
            word("another_examples"),
            key="another_examples",
            type="tertiary",
            help=word("another_examples_help"),
            on_click=_draw_examples,
        )


def _use_example(text: str) -> None:
    st.session_state[_TEXT_KEY] = text


def _draw_examples() -> None:
    st.session_state[_DRAW_KEY] += 1


def _button_label(text: str) -> str:
    short = text if len(text) <= _BUTTON_CHARACTERS else text[:_BUTTON_CHARACTERS] + "…"
    return _escape_markdown(short)


def _escape_markdown(text: str) -> str:
    return re.sub(r"([\\`*_\[\]$:~#<>|{}()!+.-])", r"\\\1", text)


def analyze_or_explain(analyzer: Analyzer, text: str, method: str) -> Analysis | None:
    """Analyse the text, or say in one sentence why not and return None."""
    try:
        # Not the field's max_chars: it drops a longer paste without a word.
        if len(text) > _MAX_CHARACTERS:
            raise TextTooLongError(limit=f"{_MAX_CHARACTERS:,}", received=f"{len(text):,}")
        return analyzer.analyze(text, method=method)
    except CoreError as error:
        st.info(error.sentence(language()))
        return None


def method_block() -> str:
    """Draw the heading with the selector of the view and return the method."""
    start_choice(_METHOD_KEY, list(METHODS), default="attention")
    explanation = [word("looked_at_help"), word("attention_help"), word("output_max_help")]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(word("looked_at"), help="\n\n".join(explanation), width="content")
        return st.segmented_control(
            word("view"),
            list(METHODS),
            required=True,
            format_func=word,
            key=_METHOD_KEY,
            label_visibility="collapsed",
            wrap=True,
            on_change=write_choice,
            args=(_METHOD_KEY,),
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
        start_choice(_PROBABILITIES_KEY, _PROBABILITIES, default="calibrated")
        return st.segmented_control(
            word("probability_kind"),
            _PROBABILITIES,
            required=True,
            format_func=word,
            key=_PROBABILITIES_KEY,
            label_visibility="collapsed",
            on_change=write_choice,
            args=(_PROBABILITIES_KEY,),
        )


def prediction_block(analysis: Analysis, *, calibrated: bool) -> None:
    """Draw the predicted category in large type beside the bars of all probabilities.

    Args:
        calibrated: whether the model has a temperature, so that there are two kinds of
            probabilities to choose from.
    """
    prediction = analysis.prediction
    left, right = st.columns([1, 2], gap="large")
    with right:
        raw = _probability_choice(calibrated=calibrated) == "raw"
        probabilities = prediction.raw_probabilities if raw else prediction.probabilities
        order = np.argsort(-probabilities)
        bars = ", ".join(f"{prediction.labels[i]} {probabilities[i]:.2f}" for i in order)
        st.altair_chart(
            probability_chart(
                prediction.labels,
                probabilities,
                theme=st.context.theme.type or "light",
                label_title=word("category"),
                probability_title=word("probability"),
            ),
            width="stretch",
            key="probability_chart",
            alt=word("chart_alt", bars=bars),
        )
    confidence = probabilities.max()
    with left:
        st.subheader(word("prediction"), help=word("prediction_help"))
        # The label comes from a model folder: it is text, whatever it holds.
        st.html(
            '<p style="font-size: clamp(2rem, 1.4rem + 2.4vw, 3.4rem); font-weight: 700; '
            f'line-height: 1.2; margin: 0">{html.escape(prediction.label)}</p>'
            '<p style="font-size: clamp(1.5rem, 1.2rem + 1vw, 2.1rem); margin: 0; '
            'font-variant-numeric: tabular-nums">'
            f"{html.escape(word('probability'))} {confidence:.2f}</p>"
        )
        if confidence < 0.5:
            st.caption(word("no_majority"))


def highlight_block(analysis: Analysis, *, window: int) -> None:
    """Draw the text with its tokens highlighted, the legend and the counts."""
    method = analysis.attribution.method
    scores = analysis.attribution.token_scores
    if method == "output_max":
        st.warning(word("not_a_weight"))
    token_view(analysis, key="token_view")
    if is_nearly_uniform(scores):
        st.info(word("nearly_uniform"))
    else:
        top, mean = f"{np.nanmax(scores):.4f}", f"{np.nanmean(scores):.4f}"
        st.caption(word(f"legend_{method}", top=top, mean=mean))
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


def table_block(analysis: Analysis) -> None:
    """Draw the article's table per token and its download."""
    st.subheader(word("table"), help=word("table_help"))
    st.dataframe(styled_token_table(analysis), hide_index=True, width="stretch")
    st.download_button(
        word("download_csv"),
        token_csv(analysis),
        file_name=f"chumoku-{analysis.attribution.method}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def about_block(analyzer: Analyzer) -> None:
    """Say what this is, how good the model measured, and where it all comes from."""
    with st.expander(word("about")):
        st.write(word("about_body"))
        report = analyzer.report
        test = report["test"]
        protocol = report["data"].get("protocol")
        st.write(
            word(
                "about_accuracy",
                name=analyzer.bundle.name,
                accuracy=f"{test['accuracy']:.3f}",
                low=f"{test['low']:.3f}",
                high=f"{test['high']:.3f}",
                count=test["num_examples"],
                protocol=word(f"protocol_{protocol if protocol in PROTOCOLS else 'unknown'}"),
                majority=test["majority_label"],
                baseline=f"{test['majority_baseline']:.3f}",
            )
        )
        if analyzer.bundle.train.select_on == "test":
            st.write(word("accuracy_too_good"))
        _protocols_table(report.get("protocols", {}))
        _calibration_line(report["calibration"])
        st.write(word("about_sources"))


def _protocols_table(protocols: Mapping[str, Mapping[str, Any]]) -> None:
    """Set what the recipe reaches by each protocol beside its baselines."""
    if not protocols:
        return
    st.write(word("protocols_intro"))
    st.table(
        protocol_table(
            protocols,
            titles={name: word(f"evaluation_{name}") for name in protocols},
            columns=[
                word(key)
                for key in ("protocol", "accuracy_interval", "linear", "majority", "examples_count")
            ],
        )
    )


def _calibration_line(calibration: Mapping[str, float]) -> None:
    if calibration["temperature"] == 1.0:
        st.write(word("about_uncalibrated"))
        return
    st.write(
        word(
            "about_calibration",
            temperature=f"{calibration['temperature']:.2f}",
            before=f"{calibration['ece_before']:.3f}",
            after=f"{calibration['ece_after']:.3f}",
        )
    )
