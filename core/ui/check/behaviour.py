"""ふるまいテスト: what the model must answer, must not change, and must move, case by case."""

from collections.abc import Sequence

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.checks.behaviour import (
    NEARLY_SURE,
    TOLERANCE,
    CaseResult,
    Score,
    answerable,
    read_cases,
    run_behaviour,
    score_by_capability,
    score_by_kind,
)
from core.paths import DATA
from core.types import Prediction
from core.ui.check.text_row import text_row
from core.ui.parts.table_file import table_file_button
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.html.variant import variant_html
from core.view.numbers import signed_number
from core.words.lookup import WORDS

_ALL = ""


def behaviour_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw how many of the project's cases the model passes, and those that it fails.

    Args:
        result: not read: the cases are the same for every file.
    """
    st.subheader(word("behaviour_heading"), help=word("behaviour_help"))
    cases = read_cases(DATA / "behaviour")
    known_cases = answerable(cases, analyzer.labels)
    st.caption(_about(num_cases=len(known_cases), num_skipped=len(cases) - len(known_cases)))
    if not known_cases:
        return
    results: tuple[CaseResult, ...] = computed_once(
        ("behaviour", analyzer.bundle.sha256, hash(known_cases)),
        lambda: run_behaviour(analyzer, known_cases),
        note=word("behaviour_working"),
    )
    _kinds_block(score_by_kind(results))
    _table_block(score_by_capability(results))
    _failures_block([result for result in results if result.failed])


def _about(*, num_cases: int, num_skipped: int) -> str:
    sentence = word("behaviour_about", count=num_cases)
    return f"{sentence} {word('behaviour_skipped', count=num_skipped)}" if num_skipped else sentence


def _kinds_block(scores: dict[str, Score]) -> None:
    """Say what each kind asks and how many are passed, beside what reading nothing would pass."""
    lines = [
        word(
            "behaviour_kind_line",
            kind=word(f"behaviour_kind_{kind}"),
            meaning=word(f"behaviour_means_{kind}"),
            passed=of_kind.passed,
            total=of_kind.total,
            interval=_interval(of_kind),
            control=f"{100 * of_kind.control:.0f}",
        )
        for kind, of_kind in scores.items()
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.info(word("behaviour_control_note"))
    st.caption(
        word(
            "behaviour_rule",
            tolerance=TOLERANCE,
            sure=NEARLY_SURE,
            rest=f"{1 - NEARLY_SURE:.2f}",
            count=sum(of_kind.not_counted for of_kind in scores.values()),
        )
    )


def _table_block(scores: dict[str, Score]) -> None:
    rows = [
        {
            word("behaviour_capability"): _title(capability),
            word("behaviour_passed"): f"{of_one.passed} / {of_one.total}",
            word("behaviour_interval"): _interval(of_one),
            word("behaviour_kind"): word(f"behaviour_kind_{of_one.kind}"),
            word("behaviour_control"): of_one.control,
            word("behaviour_move"): of_one.mean_change,
        }
        for capability, of_one in scores.items()
    ]
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        height="content",
        placeholder="–",
        key="behaviour_table",
        column_config={
            word("behaviour_control"): st.column_config.NumberColumn(
                format="%.2f", help=word("behaviour_control_help")
            ),
            word("behaviour_move"): st.column_config.NumberColumn(
                format="%.3f", help=word("behaviour_move_help")
            ),
        },
    )
    table_file_button(rows, name="behaviour")


def _failures_block(failed: Sequence[CaseResult]) -> None:
    """Draw the list of the capabilities with failures, and those of the chosen one."""
    if not failed:
        st.success(word("behaviour_none_failed"))
        return
    counts: dict[str, int] = {_ALL: len(failed)}
    for result in failed:
        counts[result.case.capability] = counts.get(result.case.capability, 0) + 1

    def title(capability: str) -> str:
        name = word("behaviour_all") if capability == _ALL else _title(capability)
        return word("behaviour_choice", name=name, count=counts[capability])

    st.markdown(f"**{word('behaviour_failed', count=len(failed))}**")
    chosen = st.selectbox(
        word("behaviour_capability"),
        list(counts),
        format_func=title,
        # Another model fails others.
        key=f"behaviour_capability_{hash(tuple(counts.items()))}",
        width=400,
    )
    for result in failed:
        if chosen in (_ALL, result.case.capability):
            _failure(result)


def _failure(result: CaseResult) -> None:
    case = result.case
    shown = variant_html(case.text, case.variant) if case.variant else case.text
    opens = {word("behaviour_open"): case.text}
    if case.variant:
        opens = {
            word("behaviour_open_text"): case.text,
            word("behaviour_open_variant"): case.variant,
        }
    text_row(shown, _facts(result), opens=opens, key=f"behaviour_open_{case.name}")


def _facts(result: CaseResult) -> str:
    """Say what was expected and what came."""
    case, before = result.case, result.before
    if result.after is None or result.change is None:  # "minimum", which has no variant
        return word("behaviour_fact_minimum", label=case.label, predicted=_predicted(before))
    if case.kind == "invariance":
        return word(
            "behaviour_fact_invariance",
            before=_predicted(before),
            after=_predicted(result.after),
            label=before.label,
            change=signed_number(result.change),
        )
    return word(
        f"behaviour_fact_{case.direction}",
        label=case.label,
        change=signed_number(result.change, digits=3),
        before=_predicted(before),
        after=_predicted(result.after),
    )


def _predicted(prediction: Prediction) -> str:
    return word("behaviour_predicted", label=prediction.label, value=f"{prediction.confidence:.2f}")


def _interval(of_some: Score) -> str:
    return f"{of_some.low:.2f}–{of_some.high:.2f}" if of_some.total else "–"


def _title(capability: str) -> str:
    """Return the word for a capability; a file that somebody added has its name alone."""
    if f"behaviour_capability_{capability}" not in WORDS:
        return capability
    return word(f"behaviour_capability_{capability}")
