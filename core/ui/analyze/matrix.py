"""行列: every token's attention to every other one, and the strip of one row."""

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.explain.explanation import Analysis
from core.lab.attention_map import AttentionMap, attention_map
from core.types import TokenizedText
from core.ui.analyze.controls import Choices
from core.ui.parts.token_view import token_view
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.matrix import ROW, TOKEN, matrix_chart
from core.view.highlight import is_nearly_uniform

_ALL = -1  # no row is chosen: the mean of all
_TOLERANCE = 1e-5
_START_KEY = "matrix_start"


def matrix_panel(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw the heat map of the attention weights and, under it, the text as one row sees it."""
    st.subheader(word("matrix_heading"), help=word("matrix_help"))
    # Another text has other rows: its widgets start anew.
    key = f"matrix_{hash((analyzer.bundle.sha256, tokenized))}"
    attention = _attention(analyzer, tokenized, key)
    whole = analyzer.analyze(tokenized, target=choices.target)
    st.markdown(_takeaway(whole, escape=True))
    _chart(attention, key, alt=word("matrix_alt", takeaway=_takeaway(whole, escape=False)))
    row = _row_choice(attention, key)
    shown = whole
    if row != _ALL:
        shown = analyzer.analyze(tokenized, target=choices.target, query=row)
    _strip(shown, row)
    _checks(attention)


def _attention(analyzer: Analyzer, tokenized: TokenizedText, key: str) -> AttentionMap:
    """Draw the switch for the padding, or say why there is none."""
    encoded = analyzer.encode(tokenized)
    bare = attention_map(analyzer.classifier, encoded, with_padding=False)
    if bare.num_tokens < encoded.padding_mask.sum():
        st.caption(word("matrix_cropped", count=bare.num_tokens))
    if analyzer.bundle.model.masked:
        st.caption(word("matrix_padding_unread"))
        return bare
    if not bare.num_padding:
        st.caption(word("matrix_no_padding"))
        return bare
    if not st.toggle(
        word("matrix_with_padding", count=bare.num_padding),
        key="matrix_with_padding",
        help=word("matrix_with_padding_help"),
        on_change=_restart_chart,
        args=(key,),
    ):
        return bare
    return attention_map(analyzer.classifier, encoded, with_padding=True)


def _takeaway(whole: Analysis, *, escape: bool) -> str:
    scores = whole.attribution.token_scores
    if is_nearly_uniform(scores):
        return word(
            "matrix_takeaway_uniform",
            low=f"{np.nanmin(scores):.4f}",
            high=f"{np.nanmax(scores):.4f}",
        )
    best = int(np.nanargmax(scores))
    piece = whole.prediction.tokenized.tokens[best].piece
    return word(
        "matrix_takeaway",
        token=escape_markdown(piece) if escape else piece,
        score=f"{scores[best]:.2f}",
    )


def _chart(attention: AttentionMap, key: str, *, alt: str) -> None:
    # The list starts the chart anew with its row; a click in the chart leaves the chart as it is.
    version, start = _start_of(key)
    chart_key = f"{key}_chart_{version}"
    st.altair_chart(
        matrix_chart(
            attention,
            theme=theme(),
            word=word,
            start=None if start == _ALL else start,
        ),
        width="stretch",
        key=chart_key,
        on_select=lambda: _take_row(chart_key, key),
        alt=alt,
    )


def _take_row(chart_key: str, key: str) -> None:
    points = st.session_state[chart_key]["selection"][ROW]
    st.session_state[f"{key}_row"] = points[0][TOKEN] if points else _ALL


def _start_of(key: str) -> tuple[int, int]:
    """Return how often this text's chart was started, and with which row."""
    owner, version, start = st.session_state.get(_START_KEY, (key, 0, _ALL))
    return (version, start) if owner == key else (0, _ALL)


def _restart_chart(key: str, row: int | None = None) -> None:
    if row is not None:
        st.session_state[f"{key}_row"] = row
    version, _ = _start_of(key)
    st.session_state[_START_KEY] = (key, version + 1, st.session_state[f"{key}_row"])


def _row_choice(attention: AttentionMap, key: str) -> int:
    """Draw the list of the rows, which is also the keyboard's way to them; return the chosen."""
    tokens = attention.tokenized.tokens
    rows = [number for number in attention.token_index.tolist() if number >= 0]

    def title(row: int) -> str:
        if row == _ALL:
            return word("matrix_all_rows")
        return f"{row + 1}: {tokens[row].piece}"

    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            word("matrix_row"),
            [_ALL, *rows],
            format_func=title,
            key=f"{key}_row",
            on_change=_restart_chart,
            args=(key,),
            help=word("matrix_row_help"),
            width=400,
        )
        st.button(
            word("matrix_back"),
            key="matrix_back",
            disabled=chosen == _ALL,
            on_click=_restart_chart,
            args=(key, _ALL),
        )
    return chosen


def _strip(shown: Analysis, row: int) -> None:
    tokens = shown.prediction.tokenized.tokens
    if row == _ALL:
        st.markdown(word("matrix_strip_all"))
    else:
        st.markdown(word("matrix_strip_row", token=escape_markdown(tokens[row].piece)))
    token_view(shown, key="matrix_strip")
    if is_nearly_uniform(shown.attribution.token_scores):
        st.info(word("nearly_uniform"))


def _checks(attention: AttentionMap) -> None:
    st.caption(
        word(
            "matrix_checks",
            rows=f"{attention.row_sum_gap:.1e}",
            output=f"{attention.reconstruction_gap:.1e}",
        ),
        help=word("matrix_checks_help"),
    )
    if max(attention.row_sum_gap, attention.reconstruction_gap) >= _TOLERANCE:
        st.error(word("matrix_checks_failed", limit=f"{_TOLERANCE:.0e}"))
