"""ほかの方法: one strip per method, each judged against chance, and how far they agree."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st

from core.align import seen_token_ids
from core.analyzer import Analyzer
from core.attribution import METHODS
from core.explanation import Explanation, MethodResult
from core.faithfulness import Curves, Faithfulness, deletion_insertion
from core.types import TokenizedText
from core.ui.address import read_choice
from core.ui.telling import told_in_one_sentence
from core.ui.token_view import token_view
from core.ui.words import word
from core.units import UNITS
from core.view.agreement_chart import agreement_chart
from core.view.curves_chart import curves_chart
from core.view.highlight import SCALES, is_nearly_uniform
from core.view.numbers import plain_number, signed_number

_START = ("attention", "integrated_gradients", "leave_one_out", "shapley", "random")
_METHODS_KEY = "methods"
_CURVES_KEY = "curves_method"
_LARGE_DELTA = 0.01


@st.fragment
def methods_panel(analyzer: Analyzer, tokenized: TokenizedText, *, target: str) -> None:
    """Draw a strip per chosen method, the agreement of the methods, and the curves of one."""
    with told_in_one_sentence():
        st.subheader(word("methods_heading"), help=word("methods_help"))
        methods = _method_choice()
        if not methods:
            st.info(word("methods_none"))
            return
        unit = read_choice("unit", UNITS, default="piece")
        question = (analyzer.bundle.sha256, tokenized, methods, target, unit)
        explanation = _remembered(
            "methods_explanation",
            question,
            lambda: analyzer.explain(tokenized, methods=methods, target=target, unit=unit),
            working=word("methods_working", names=_joined(methods)),
        )
        st.caption(word("target_shown", target=target))
        checks = analyzer.report.get("checks", {}).get("randomization", {}).get("methods", {})
        for method, result in explanation.results.items():
            _strip(method, result, unit=unit, check=checks.get(method, {}))
        if len(methods) > 1:
            _agreement_block(explanation)
        _curves_block(analyzer, explanation, question)


def _joined(methods: tuple[str, ...]) -> str:
    return word("methods_joint").join(word(method) for method in methods)


def _method_choice() -> tuple[str, ...]:
    """Draw the list and return what is chosen, in the order of `METHODS`."""
    if _METHODS_KEY not in st.session_state:
        wanted = st.query_params.get(_METHODS_KEY, "").split(",")
        st.session_state[_METHODS_KEY] = [m for m in METHODS if m in wanted] or list(_START)
    chosen = st.multiselect(
        word("methods_choice"),
        list(METHODS),
        format_func=word,
        key=_METHODS_KEY,
        placeholder=word("methods_placeholder"),
        on_change=_write_methods,
    )
    return tuple(method for method in METHODS if method in chosen)


def _write_methods() -> None:
    st.query_params[_METHODS_KEY] = ",".join(st.session_state[_METHODS_KEY])


def _remembered(key: str, question: object, compute: Callable[[], Any], *, working: str) -> Any:
    """Return this session's last answer if the question is still the same, else compute it."""
    asked, answer = st.session_state.get(key, (None, None))
    if asked != question:
        with st.spinner(working, show_time=True):
            answer = compute()
        st.session_state[key] = (question, answer)
    return answer


def _strip(method: str, result: MethodResult, *, unit: str, check: dict[str, Any]) -> None:
    attribution = result.analysis.attribution
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{word(method)}**", help=word(f"help_{method}"), width="content")
        if attribution.signed:
            st.badge(word("methods_signed"), color="blue", help=word("methods_signed_help"))
        if check.get("suspicious"):
            st.badge(
                word("methods_suspicious"),
                color="orange",
                help=word("methods_suspicious_help", similarity=f"{check['full']:.2f}"),
            )
        st.caption(
            word("methods_seconds", seconds=f"{result.seconds:.2f}"),
            help=word("methods_seconds_help"),
            width="content",
        )
    # Without the block of the padding every strip begins at the same place.
    aligned = replace(result.analysis, attribution=replace(attribution, padding_share=None))
    scale = read_choice("scale", SCALES, default="relative")
    token_view(aligned, key=f"methods_strip_{method}", scale=scale, unit=unit)
    st.markdown(_verdict(result.faithfulness), help=_verdict_help(result.faithfulness))
    st.caption(" ".join(_notes(result)))


def _verdict(judged: Faithfulness) -> str:
    low, high = judged.random_band
    return word(
        f"verdict_{judged.verdict}",
        value=plain_number(judged.comprehensiveness),
        low=plain_number(low),
        high=plain_number(high),
    )


def _verdict_help(judged: Faithfulness) -> str:
    low, high = judged.sufficiency_band
    return word(
        "verdict_help",
        sufficiency=plain_number(judged.sufficiency),
        low=plain_number(low),
        high=plain_number(high),
    )


def _notes(result: MethodResult) -> list[str]:
    """Return the sentences under a verdict."""
    attribution, judged = result.analysis.attribution, result.faithfulness
    low, high = judged.sufficiency_band
    notes = [
        word(
            "methods_sufficiency",
            value=plain_number(judged.sufficiency),
            low=plain_number(low),
            high=plain_number(high),
        )
    ]
    if is_nearly_uniform(attribution.token_scores):
        notes.append(word("nearly_uniform"))
    if attribution.padding_share is not None:
        notes.append(word("methods_padding", share=f"{100 * attribution.padding_share:.2f}"))
    if attribution.delta is not None:
        delta = signed_number(attribution.delta, digits=4)
        large = abs(attribution.delta) > _LARGE_DELTA
        notes.append(word("delta_large" if large else "delta", delta=delta))
    return notes


def _agreement_block(explanation: Explanation) -> None:
    agreement = explanation.agreement
    titles = [word(method) for method in agreement.methods]
    left, right = st.columns(2, gap="large")
    for place, name, values, signed in (
        (left, "tau", agreement.kendall_tau, True),
        (right, "overlap", agreement.top_overlap, False),
    ):
        with place:
            st.markdown(f"**{word(f'methods_{name}')}**", help=word(f"methods_{name}_help"))
            st.altair_chart(
                agreement_chart(
                    titles,
                    values,
                    signed=signed,
                    theme=st.context.theme.type or "light",
                    value_title=word(f"methods_{name}_short"),
                    row_title=word("methods_one"),
                    column_title=word("methods_other"),
                ),
                width="stretch",
                key=f"methods_{name}_chart",
                alt=_agreement_alt(name, titles, values),
            )


def _agreement_alt(name: str, titles: list[str], values: np.ndarray) -> str:
    """Name the two methods that agree most."""
    others = np.where(np.eye(len(titles), dtype=bool), np.nan, values)
    if np.isnan(others).all():
        return word(f"methods_{name}")
    one, other = np.unravel_index(np.nanargmax(others), others.shape)
    return word(
        "methods_agreement_alt",
        heading=word(f"methods_{name}"),
        one=titles[one],
        other=titles[other],
        value=plain_number(others[one, other]),
    )


def _curves_block(analyzer: Analyzer, explanation: Explanation, question: tuple) -> None:
    st.markdown(f"**{word('methods_curves')}**", help=word("methods_curves_help"))
    method = st.selectbox(
        word("methods_curves_choice"),
        list(explanation.results),
        format_func=word,
        key=_CURVES_KEY,
        width=400,
    )
    curves = _remembered(
        "methods_curves",
        (question, method),
        lambda: _curves(analyzer, explanation, method),
        working=word("methods_curves_working", name=word(method)),
    )
    for place, name, curve, band in zip(
        st.columns(2, gap="large"),
        ("deletion", "insertion"),
        (curves.deletion, curves.insertion),
        (curves.deletion_band, curves.insertion_band),
        strict=True,
    ):
        with place:
            st.caption(word(f"methods_{name}", target=explanation.target))
            st.altair_chart(
                curves_chart(
                    curves.fractions,
                    curve,
                    band,
                    theme=st.context.theme.type or "light",
                    method_title=word(method),
                    band_title=word("methods_random_orders"),
                    fraction_title=word(f"methods_{name}_fraction"),
                ),
                width="stretch",
                key=f"methods_{name}_chart",
                alt=_curve_alt(name, curves.fractions, curve, band),
            )


def _curves(analyzer: Analyzer, explanation: Explanation, method: str) -> Curves:
    token_ids = seen_token_ids(analyzer.encode(explanation.prediction.tokenized))  # (T,)
    seen = [
        [token for token in unit.tokens if token < len(token_ids)] for unit in explanation.units
    ]
    scores = explanation.results[method].unit_scores  # (G,)
    return deletion_insertion(
        analyzer.classifier,
        token_ids,
        scores[~np.isnan(scores)],
        explanation.prediction.labels.index(explanation.target),
        groups=[tokens for tokens in seen if tokens],
    )


def _curve_alt(name: str, fractions: np.ndarray, curve: np.ndarray, band: np.ndarray) -> str:
    """Say where the curve is half way, and where chance is."""
    middle = int(np.abs(fractions - 0.5).argmin())
    return word(
        f"methods_{name}_alt",
        share=f"{100 * fractions[middle]:.0f}",
        value=f"{curve[middle]:.2f}",
        low=f"{band[0, middle]:.2f}",
        high=f"{band[1, middle]:.2f}",
    )
