"""Every row through the model, with a progress bar and a button that stops it."""

from dataclasses import dataclass

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.batch.table import predict_frame
from core.data.check_rows import Rows
from core.ui.shell.words import word

_KEPT_KEY = "check_kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeptResult:
    """The one result that a session keeps.

    Attributes:
        key: of the model and the rows.
        result: None where the person stopped it.
    """

    key: tuple[object, ...]
    rows: Rows
    result: BatchResult | None


def run_block(analyzer: Analyzer, rows: Rows) -> BatchResult | None:
    """Return what the model says of the rows; None, and a button, where that was stopped."""
    # With its name: the same rows under another one are saved under that.
    key = (analyzer.bundle.sha256, rows.source, *rows.key)
    kept: _KeptResult | None = st.session_state.get(_KEPT_KEY)
    if kept is None or kept.key != key:
        # What was kept goes first: two results of a large file would be too much.
        st.session_state.pop(_KEPT_KEY, None)
        kept = _KeptResult(key=key, rows=rows, result=_predict(analyzer, rows, key))
        st.session_state[_KEPT_KEY] = kept
    if kept.result is None:
        st.info(word("check_stopped"))
        st.button(word("check_again"), on_click=_forget)
    return kept.result


def kept_rows() -> Rows:
    """Return the rows of the result that the page shows."""
    return st.session_state[_KEPT_KEY].rows


def _predict(analyzer: Analyzer, rows: Rows, key: tuple[object, ...]) -> BatchResult:
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=word("check_starting"))
        # A click starts the script anew, which ends this run at the next step of the bar.
        st.button(word("check_stop"), on_click=_stop, args=(key, rows))

    def show_progress(done: int, total: int) -> None:
        progress = word("check_progress", done=f"{done:,}", total=f"{total:,}")
        bar.progress(done / total, text=progress)

    try:
        return predict_frame(
            analyzer,
            rows.table,
            rows.columns,
            source=rows.source,
            reading=rows.reading,
            on_progress=show_progress,
        )
    finally:
        place.empty()


def _stop(key: tuple[object, ...], rows: Rows) -> None:
    st.session_state[_KEPT_KEY] = _KeptResult(key=key, rows=rows, result=None)


def _forget() -> None:
    del st.session_state[_KEPT_KEY]
