"""未学習の双子: would a network that has learnt nothing give the same map?"""

import math
from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.analyzer import Analyzer
from core.explain.explanation import Analysis
from core.explain.methods.registry import METHODS
from core.lab.randomization import UntrainedTwin, absolute_spearman, untrained_twin
from core.model.bundle import Bundle
from core.model.report import check_command
from core.types import TokenizedText
from core.ui.analyze.controls import Choices
from core.ui.analyze.randomization_check import check_badge, unchecked_block
from core.ui.parts.explaining import get_analysis
from core.ui.parts.model_figures import not_measured_block
from core.ui.parts.token_view import token_view
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.charts.randomization import randomization_chart
from core.view.highlight import is_nearly_uniform

_SHOWN_KEY = "twin_shown"
_SEED = 0


def twin_panel(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw the stored check of all methods and, on request, the twin's map of this text.

    Both networks explain the same label.
    """
    st.subheader(word("twin_heading"), help=word("twin_help"))
    record = analyzer.report.check("randomization")
    if record is None:
        not_measured_block(check_command(analyzer.bundle.folder, "randomization"))
    else:
        _check_block(record, analyzer.bundle, method=choices.method)
    st.toggle(word("twin_show"), key=_SHOWN_KEY)
    if st.session_state[_SHOWN_KEY]:
        _twin_block(analyzer, tokenized, choices)
    st.caption(word("twin_sources"))


def _check_block(record: Mapping[str, Any], bundle: Bundle, *, method: str) -> None:
    # A method that is gone has no word.
    figures = {name: figure for name, figure in record["methods"].items() if name in METHODS}
    suspicious = [name for name, figure in figures.items() if figure["suspicious"]]
    suspects = word("twin_joint").join(
        word("twin_figure", method=word(name), value=f"{figures[name]['full']:.2f}")
        for name in sorted(suspicious, key=lambda name: -figures[name]["full"])
    )
    finding = word("twin_suspects", suspects=suspects) if suspects else word("twin_no_suspects")
    st.write(finding)
    # One that came after the check was stored has no figure.
    unchecked = [name for name in METHODS if name not in figures]
    if unchecked:
        unchecked_block(unchecked, bundle)
    st.altair_chart(
        randomization_chart({**record, "methods": figures}, theme=theme(), word=word),
        width="stretch",
        key="randomization_chart",
        alt=word("twin_alt", finding=finding),
    )
    st.caption(
        word(
            "twin_dots",
            count=f"{record['sentences']:,}",
            threshold=f"{record['threshold']:.1f}",
        )
    )
    st.caption(word("twin_reading"))
    if method in (*suspicious, *unchecked):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(word("twin_now", method=word(method)), width="content")
            check_badge(figures.get(method))


def _twin_block(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    method, target = choices.method, choices.target
    twin: UntrainedTwin = computed_once(
        ("twin", analyzer.bundle.sha256, _SEED),
        lambda: untrained_twin(analyzer, seed=_SEED),
        note=word("twin_building"),
    )
    trained = get_analysis(analyzer, tokenized, method=method, target=target)
    # Not `get_analysis`: the twin goes by the name of the model that it is a twin of.
    untrained: Analysis = computed_once(
        ("twin_analysis", analyzer.bundle.sha256, _SEED, repr(tokenized), method, target),
        lambda: twin.analyze(tokenized, method=method, target=target),
        note=word("twin_building"),
    )
    for place, name, analysis in zip(
        st.columns(2, gap="medium"), ("trained", "untrained"), (trained, untrained), strict=True
    ):
        with place:
            st.markdown(f"**{word(f'twin_{name}')}**")
            st.write(
                word(
                    "twin_says",
                    label=escape_markdown(analysis.prediction.label),
                    confidence=f"{analysis.prediction.confidence:.2f}",
                )
            )
            token_view(analysis, key=f"twin_tokens_{name}")
            if is_nearly_uniform(analysis.attribution.token_scores):
                st.caption(word("nearly_uniform"))
    st.write(_agreement(trained, untrained))


def _agreement(trained: Analysis, untrained: Analysis) -> str:
    num_seen = trained.prediction.num_seen
    value = absolute_spearman(
        trained.attribution.token_scores[:num_seen], untrained.attribution.token_scores[:num_seen]
    )
    method = word(trained.attribution.method)
    if math.isnan(value):
        return word("twin_no_agreement", method=method)
    return word("twin_agreement", method=method, value=f"{value:.2f}")
