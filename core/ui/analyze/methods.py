"""ほかの方法: one strip per method, each judged against chance, and how far they agree."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.explain.agreement import agree
from core.explain.explanation import Analysis, seen_groups
from core.explain.faithfulness import Curves, Faithfulness, deletion_insertion
from core.explain.methods.integrated_gradients import LARGE_GAP
from core.explain.methods.registry import METHODS
from core.text.align import seen_token_ids
from core.text.units import group_tokens, unit_scores
from core.types import TokenizedText
from core.ui.analyze.controls import Choices
from core.ui.analyze.legend import verdict_line
from core.ui.analyze.randomization_check import check_badge, unchecked_block
from core.ui.parts.explaining import get_faithfulness, text_key
from core.ui.parts.token_view import token_view
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.charts.agreement import agreement_chart
from core.view.charts.deletion_curves import deletion_curves_chart
from core.view.highlight import is_nearly_uniform
from core.view.numbers import plain_number, signed_number

_METHODS_KEY = "methods"
_CURVES_KEY = "curves_method"
_FEW = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Request:
    """What all methods are asked about, and the colours in which they answer."""

    analyzer: Analyzer
    tokenized: TokenizedText
    target: str
    unit: str
    scale: str

    @property
    def key(self) -> tuple[object, ...]:
        """All that the values depend on, for `computed_once`."""
        return self.analyzer.bundle.sha256, text_key(self.tokenized), self.target, self.unit


def methods_panel(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw a strip per chosen method, the agreement of the methods, and the curves of one.

    The numbers are those of `Analyzer.explain`; here every strip stands as soon as it can.
    """
    st.subheader(word("methods_heading"), help=word("methods_help"))
    methods = _method_choice()
    if not methods:
        st.info(word("methods_none"))
        return
    request = _Request(
        analyzer=analyzer,
        tokenized=tokenized,
        target=choices.target,
        unit=choices.unit,
        scale=choices.scale,
    )
    st.caption(word("target_shown", target=escape_markdown(choices.target)))
    report = analyzer.report  # read from its file every time
    checks = {method: report.randomization(method) for method in methods}
    unchecked = [method for method, check in checks.items() if check is None]
    if unchecked:
        unchecked_block(unchecked, analyzer.bundle)
    scores = {
        method: _strip(request, method, place=place, check=checks[method])
        for place, method in enumerate(methods, start=1)
    }
    if len(methods) > 1:
        _agreement_block(scores)
    _curves_block(request, scores)


def _method_choice() -> tuple[str, ...]:
    """Draw the list and return what is chosen, in the order of `METHODS`."""
    if _METHODS_KEY not in st.session_state:
        wanted = st.query_params.get(_METHODS_KEY, "").split(",")
        first = [name for name, method in METHODS.items() if method.open_first]
        st.session_state[_METHODS_KEY] = [m for m in METHODS if m in wanted] or first
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


def _strip(
    request: _Request, method: str, *, place: int, check: Mapping[str, Any] | None
) -> np.ndarray:
    """Draw one method and return the scores of the units that the model saw (G,)."""
    analysis, seconds = computed_once(
        ("timed_analysis", *request.key, method),
        lambda: _timed_analysis(request, method),
        note=word("methods_working", name=word(method)),
    )
    attribution = analysis.attribution
    _heading(analysis, seconds, place=place, check=check)
    # Without the block of the padding every strip begins at the same place.
    token_view(
        replace(analysis, attribution=replace(attribution, padding_share=None)),
        key=f"methods_strip_{method}",
        scale=request.scale,
        unit=request.unit,
    )
    judged = get_faithfulness(request.analyzer, analysis, unit=request.unit)
    verdict_line(judged)
    st.caption(" ".join(_notes(analysis, judged)))
    scores = unit_scores(attribution.token_scores, group_tokens(request.tokenized, request.unit))
    return scores[~np.isnan(scores)]


def _timed_analysis(request: _Request, method: str) -> tuple[Analysis, float]:
    started = time.perf_counter()
    analysis = request.analyzer.analyze(request.tokenized, method=method, target=request.target)
    return analysis, time.perf_counter() - started


def _heading(
    analysis: Analysis, seconds: float, *, place: int, check: Mapping[str, Any] | None
) -> None:
    method = analysis.attribution.method
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        name = word("methods_place", place=place, name=word(method))
        st.markdown(f"**{name}**", help=word(f"help_{method}"), width="content")
        if analysis.attribution.signed:
            st.badge(word("methods_signed"), color="blue", help=word("methods_signed_help"))
        check_badge(check)
        st.caption(
            word("methods_seconds", seconds=f"{seconds:.2f}"),
            help=word("methods_seconds_help"),
            width="content",
        )


def _notes(analysis: Analysis, judged: Faithfulness) -> list[str]:
    """Return the sentences under a verdict."""
    attribution = analysis.attribution
    low, high = judged.sufficiency_band
    notes = [
        word(
            "methods_sufficiency",
            value=plain_number(judged.sufficiency),
            low=plain_number(low),
            high=plain_number(high),
        )
    ]
    if not METHODS[attribution.method].sees_target:
        notes.append(word("target_blind"))
    if is_nearly_uniform(attribution.token_scores):
        notes.append(word("nearly_uniform"))
    if attribution.padding_share is not None:
        notes.append(word("methods_padding", share=f"{100 * attribution.padding_share:.2f}"))
    if attribution.delta is not None:
        delta = signed_number(attribution.delta, digits=4)
        large = abs(attribution.delta) > LARGE_GAP
        notes.append(word("delta_large" if large else "delta", delta=delta))
    return notes


def _agreement_block(scores: Mapping[str, np.ndarray]) -> None:
    agreement = agree(scores)
    titles = [word(method) for method in agreement.methods]
    # Many methods need the whole width each.
    few = len(titles) <= _FEW
    left, right = st.columns(2, gap="large") if few else (st.container(), st.container())
    for place, name, values in (
        (left, "tau", agreement.kendall_tau),
        (right, "overlap", agreement.top_overlap),
    ):
        with place:
            st.markdown(f"**{word(f'methods_{name}')}**", help=word(f"methods_{name}_help"))
            st.altair_chart(
                agreement_chart(
                    agreement.methods,
                    values,
                    measure=name,
                    theme=theme(),
                    word=word,
                ),
                width="stretch",
                key=f"methods_{name}_chart",
                alt=_agreement_alt(name, titles, values),
            )
    names = (word("methods_place", place=n, name=name) for n, name in enumerate(titles, start=1))
    # "1. " at the beginning would make a list of it.
    st.caption(escape_markdown(" / ".join(names)))


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


def _curves_block(request: _Request, scores: Mapping[str, np.ndarray]) -> None:
    st.markdown(f"**{word('methods_curves')}**", help=word("methods_curves_help"))
    method = st.selectbox(
        word("methods_curves_choice"),
        list(scores),
        format_func=word,
        key=_CURVES_KEY,
        width=400,
    )
    curves: Curves = computed_once(
        ("curves", *request.key, method),
        lambda: _curves(request, scores[method]),
        note=word("methods_curves_working", name=word(method)),
    )
    for place, name, curve, band in zip(
        st.columns(2, gap="large"),
        ("deletion", "insertion"),
        (curves.deletion, curves.insertion),
        (curves.deletion_band, curves.insertion_band),
        strict=True,
    ):
        with place:
            st.caption(word(f"methods_{name}", target=escape_markdown(request.target)))
            st.altair_chart(
                deletion_curves_chart(
                    curves.fractions,
                    curve,
                    band,
                    kind=name,
                    method=method,
                    theme=theme(),
                    word=word,
                ),
                width="stretch",
                key=f"methods_{name}_chart",
                alt=_curve_alt(name, curves.fractions, curve, band),
            )


def _curves(request: _Request, scores: np.ndarray) -> Curves:
    token_ids = seen_token_ids(request.analyzer.encode(request.tokenized))  # (T,)
    return deletion_insertion(
        request.analyzer.classifier,
        token_ids,
        scores,
        request.analyzer.labels.index(request.target),
        groups=seen_groups(group_tokens(request.tokenized, request.unit), len(token_ids)),
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
