"""混同行列: how many rows of each category got which prediction, and the rows of one cell."""

import math
from collections.abc import Sequence

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.checks.metrics import measure_batch
from core.stats.intervals import Interval
from core.stats.measure import Metrics
from core.ui.check.row_list import rows_block
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.confusion import CELL, PREDICTED, TRUE, confusion_chart
from core.view.charts.probabilities import probability_chart

_TRUE_KEY = "check_cell_true"
_PREDICTED_KEY = "check_cell_predicted"
_ALL = ""
_JOINER = "\u2060"  # forbids a line break; a narrow cell of the table would break anywhere


def confusion_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw the matrix with its figures, or how often each category is predicted; then the rows."""
    st.subheader(word("check_matrix"), help=word("check_matrix_help"))
    if not result.answered.any():
        st.info(word("check_nothing_answered"))
        return
    if not result.judged.any():
        st.info(word("check_matrix_unlabelled"))
        _distribution(result)
        _rows_of_cell(result, _ALL, _choice(_PREDICTED_KEY, result.labels))
        return
    metrics = measure_batch(result)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        _chart(metrics)
    with right:
        _figures(metrics)
    _start_cell(metrics)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        true = _choice(_TRUE_KEY, result.labels)
        predicted = _choice(_PREDICTED_KEY, result.labels)
    _rows_of_cell(result, true, predicted)


def _chart(metrics: Metrics) -> None:
    mistakes = metrics.confusion - np.diag(np.diag(metrics.confusion))  # (C, C)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    st.altair_chart(
        confusion_chart(metrics.confusion, labels=metrics.labels, theme=theme(), word=word),
        width="stretch",
        key="check_matrix",
        on_select=_take_cell,
        alt=word(
            "check_matrix_alt",
            right=f"{np.trace(metrics.confusion):,}",
            total=f"{metrics.num_rows:,}",
            true=metrics.labels[true],
            predicted=metrics.labels[predicted],
            count=f"{mistakes.max():,}",
        ),
    )
    st.caption(word("check_matrix_hint"))


def _take_cell() -> None:
    """Choose in the lists what was clicked in the chart."""
    for point in st.session_state["check_matrix"]["selection"][CELL]:
        st.session_state[_TRUE_KEY] = point[TRUE]
        st.session_state[_PREDICTED_KEY] = point[PREDICTED]


def _start_cell(metrics: Metrics) -> None:
    """Choose the commonest mistake first."""
    chosen = [st.session_state.get(key) for key in (_TRUE_KEY, _PREDICTED_KEY)]
    if all(label in (_ALL, *metrics.labels) for label in chosen):
        return
    mistakes = metrics.confusion - np.diag(np.diag(metrics.confusion))  # (C, C)
    if not mistakes.any():
        return
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    st.session_state[_TRUE_KEY] = metrics.labels[true]
    st.session_state[_PREDICTED_KEY] = metrics.labels[predicted]


def _choice(key: str, labels: Sequence[str]) -> str:
    """Draw one of the two lists, which are also the keyboard's way to a cell."""
    if st.session_state.get(key, _ALL) not in (_ALL, *labels):  # of another model
        del st.session_state[key]
    any_label = word("check_any")
    return st.selectbox(
        word(key),
        [_ALL, *labels],
        format_func=lambda label: label or any_label,
        key=key,
        persist_state="session",
        width=260,
    )


def _rows_of_cell(result: BatchResult, true: str, predicted: str) -> None:
    """Draw the rows of a cell; of all rows, where both labels are left open."""
    chosen = result.answered.copy()  # (N,)
    if true != _ALL:
        chosen &= result.true_ids == result.labels.index(true)
    if predicted != _ALL:
        chosen &= result.predicted_ids == result.labels.index(predicted)
    if result.judged.any():
        chosen &= result.judged
    rows_block(result, np.flatnonzero(chosen), key=f"check_cell_{true}_{predicted}")


def _figures(metrics: Metrics) -> None:
    """Draw precision, recall and F1 per category beside what no model could do worse than."""
    st.markdown(
        word(
            "check_figures",
            accuracy=_interval(metrics.accuracy),
            f1=_interval(metrics.macro_f1),
            label=escape_markdown(metrics.majority_label),
            baseline=f"{metrics.majority_baseline:.2f}",
        )
    )
    with st.container(key="check_figures"):
        st.table(
            {
                word("category"): [escape_markdown(label) for label in metrics.labels],
                **{
                    word(f"check_{name}"): [
                        _interval(getattr(one, name)) for one in metrics.per_label
                    ]
                    for name in ("precision", "recall", "f1")
                },
                word("check_count"): [f"{one.support:,}" for one in metrics.per_label],
            },
            hide_index=True,
        )
    st.caption(word("check_figures_note"))


def _interval(figure: Interval) -> str:
    if math.isnan(figure.value):
        return "–"
    return f"{figure.value:.2f} ({figure.low:.2f}{_JOINER}–{_JOINER}{figure.high:.2f})"


def _distribution(result: BatchResult) -> None:
    counts = np.bincount(result.predicted_ids[result.answered], minlength=len(result.labels))
    shares = counts / counts.sum()  # (C,)
    order = (-shares).argsort(kind="stable")
    bars = [f"{result.labels[number]} {shares[number]:.2f}" for number in order]
    st.altair_chart(
        probability_chart(
            result.labels,
            shares,
            theme=theme(),
            word=word,
            shown=word("check_predicted_share"),
        ),
        width="stretch",
        key="check_distribution",
        alt=word("check_distribution_alt", bars=", ".join(bars)),
    )
    st.caption(word("check_distribution"))
