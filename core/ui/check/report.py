"""報告書: everything about the model on these rows as one HTML file."""

from datetime import datetime
from functools import partial

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.checks.behaviour import read_cases
from core.checks.provenance import rows_fingerprint
from core.checks.report import collect_report
from core.paths import DATA
from core.ui.check.file_stem import file_stem
from core.ui.shell.loaders import get_analyzer, model_names
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import language, word
from core.view.html.report import report_html
from core.words.lookup import word_in

_NONE = ""
_WANTED_KEY = "report_asked"


def report_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw the button that makes the report and, when it is made, the one that saves it."""
    st.subheader(word("report_heading"), help=word("report_help"))
    names = [name for name in model_names() if name != analyzer.bundle.folder.name]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(
            word("report_with"),
            [_NONE, *names],
            format_func=lambda name: name or word("report_without"),
            key="report_with",
            width=300,
        )
        other = get_analyzer(name) if name else None
        spoken = language()
        key = (
            "report",
            analyzer.bundle.sha256,
            other and other.bundle.sha256,
            result.source,
            rows_fingerprint(result),
            spoken,
        )
        st.button(word("report_make"), type="primary", on_click=_ask, args=(key,))
    if st.session_state.get(_WANTED_KEY) != key:
        return
    page = computed_once(
        key,
        lambda: _make(analyzer, result, other, spoken),
        note=word("report_making"),
    )
    file_name = f"chumoku-{analyzer.bundle.name}-{file_stem(result.source)}.html"
    st.download_button(
        word("report_download", size=f"{len(page) / 1000:,.0f} kB"),
        page,
        file_name=f"{file_stem(file_name)}.html",
        mime="text/html",
        key="report_download",
        on_click="ignore",
    )


def _ask(key: tuple[object, ...]) -> None:
    st.session_state[_WANTED_KEY] = key


def _make(analyzer: Analyzer, result: BatchResult, other: Analyzer | None, spoken: str) -> bytes:
    report = collect_report(
        analyzer,
        result,
        made_at=datetime.now().astimezone(),
        cases=read_cases(DATA / "behaviour"),
        other=other,
    )
    page = report_html(report, language=spoken, word=partial(word_in, spoken))
    return page.encode()
