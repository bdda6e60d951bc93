"""文ごと: a long text, every sentence predicted, one category for the whole."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.analyzer import Analyzer
from core.batch.documents import Document, analyze_document
from core.errors import CoreError
from core.ui.analyze.sentence_strip import sentence_strip
from core.ui.analyze.visits import remember_text
from core.ui.parts.open_text import put_text
from core.ui.parts.prediction import bars_block, headline
from core.ui.parts.table_file import table_file_button
from core.ui.shell.address import write_choice
from core.ui.shell.messages import error_markdown
from core.ui.shell.words import word

_KEPT_KEY = "document_kept"
_LEFT_KEY = "document_left"
_STRIP_KEY = "document_strip"
_LIST_KEY = "document_list"


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeptDocument:
    """The one document that a session keeps.

    Attributes:
        key: of model and text.
        document: None where the person stopped it.
    """

    key: tuple[str, str]
    document: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """The way back from a sentence to its document."""

    document: str
    sentence: str


def document_block(analyzer: Analyzer, text: str) -> None:
    """Draw the document, or analyse it first, with a progress bar and a button that stops it."""
    key = (analyzer.bundle.sha256, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())
    kept = st.session_state.get(_KEPT_KEY)
    if kept is None or kept.key != key:
        try:
            kept = _KeptDocument(key=key, document=_analyze(analyzer, text, key))
        except CoreError as error:
            st.info(error_markdown(error))
            return
        st.session_state[_KEPT_KEY] = kept
    if kept.document is None:
        st.info(word("document_stopped"))
        st.button(word("document_again"), on_click=forget_stopped_document)
        return
    remember_text(text, "sentences")
    document = kept.document
    _whole_block(document, analyzer.report.protocol("documents"))
    _sentences_block(document, window=analyzer.bundle.model.sequence_length)


def forget_stopped_document() -> None:
    """Let a document that was stopped be analysed again; the `on_click` of 分析する."""
    kept = st.session_state.get(_KEPT_KEY)
    if kept is not None and kept.document is None:
        del st.session_state[_KEPT_KEY]


def back_to_document_block(text: str) -> None:
    """Draw the way back where `text` is a sentence that was opened from a document."""
    left = st.session_state.get(_LEFT_KEY)
    if left is not None and left.sentence == text:
        st.button(word("document_back"), on_click=_go_back)


def _analyze(analyzer: Analyzer, text: str, key: tuple[str, str]) -> Document:
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=word("document_starting"))
        # A click starts the script anew, which ends this run at the next step of the bar.
        st.button(word("document_stop"), on_click=_stop, args=(key,))

    def show_progress(done: int, total: int) -> None:
        progress = word("document_progress", done=f"{done:,}", total=f"{total:,}")
        bar.progress(done / total, text=progress)

    try:
        return analyze_document(analyzer, text, on_progress=show_progress)
    finally:
        place.empty()


def _stop(key: tuple[str, str]) -> None:
    st.session_state[_KEPT_KEY] = _KeptDocument(key=key, document=None)


def _open(document: Document, number: int) -> None:
    sentence = document.sentences[number]
    text = document.text[sentence.start : sentence.end].strip()
    st.session_state[_LEFT_KEY] = _Left(document=st.session_state["text"], sentence=text)
    _read(text, "whole")


def _go_back() -> None:
    _read(st.session_state.pop(_LEFT_KEY).document, "sentences")


def _read(text: str, reading: str) -> None:
    """Put a text into the field of 分析, to be read as a whole or sentence by sentence."""
    put_text(text, reading)
    write_choice("reading")


def _whole_block(document: Document, measured: Mapping[str, Any] | None) -> None:
    left, right = st.columns([1, 2], gap="medium")
    with left:
        st.subheader(word("document_whole"), help=word("document_whole_help"))
        headline(document.label, document.confidence)
    with right:
        st.subheader(word("probability"), help=word("probability_help"))
        bars_block(document.labels, document.probabilities, key="document_chart")
    if measured is None:
        st.caption(word("document_unmeasured"))
    else:
        st.caption(
            word(
                "document_measured",
                count=measured["num_examples"],
                accuracy=f"{measured['accuracy']:.2f}",
                low=f"{measured['low']:.2f}",
                high=f"{measured['high']:.2f}",
                ece=f"{measured['ece_after']:.2f}",
            )
        )


def _sentences_block(document: Document, *, window: int) -> None:
    count = f"{len(document.sentences):,}"
    st.subheader(word("document_sentences", count=count), help=word("document_sentences_help"))
    sentence_strip(document, key=_STRIP_KEY, on_open=lambda number: _open(document, number))
    if any(s.prediction is not None and s.prediction.num_truncated for s in document.sentences):
        st.caption(word("document_cut_note", window=window))
    st.write(word("document_list_hint"))
    rows = [
        {
            word("document_number"): number,
            word("document_sentence"): document.text[sentence.start : sentence.end].strip(),
            word("category"): sentence.prediction and sentence.prediction.label,
            word("probability"): sentence.prediction and sentence.prediction.confidence,
            word("document_cut"): sentence.prediction and sentence.prediction.num_truncated,
        }
        for number, sentence in enumerate(document.sentences, 1)
    ]
    st.dataframe(
        rows,
        key=_LIST_KEY,
        hide_index=True,
        placeholder="–",
        on_select=lambda: _open_row(document),
        selection_mode="single-row",
        column_config={
            word("document_sentence"): st.column_config.TextColumn(width="large"),
            word("probability"): st.column_config.NumberColumn(format="%.2f"),
        },
    )
    table_file_button(rows, name="sentences")


def _open_row(document: Document) -> None:
    for number in st.session_state[_LIST_KEY]["selection"]["rows"]:
        _open(document, number)
