"""スライス: the parts of the file on which the model is worse, and their rows."""

from collections.abc import Sequence

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.checks.slices import (
    KINDS,
    MIN_ARTICLE_ROWS,
    MIN_ROWS,
    Slice,
    looked_at,
    slice_batch,
    worst_slice,
)
from core.ui.check.row_list import rows_block
from core.ui.shell.address import required_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.slices import NUMBER, SLICE, counted_slice_title, slices_chart
from core.view.check_words import slice_title

_KIND_KEY = "slices_kind"
_SHOWN_ARTICLES = 15
_ALL = "all"


def slices_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw the accuracy of every slice, name the worst one, and show the rows of the chosen one."""
    st.subheader(word("slices_heading"), help=word("slices_help"))
    if not result.judged.any():
        st.info(word("metrics_no_labels"))
        return
    slices = slice_batch(result)
    worst = worst_slice(slices)
    st.markdown(_worst_sentence(slices, worst))
    st.caption(word("slices_chance", looked=len(looked_at(slices)), min_rows=MIN_ROWS))
    kinds = [kind for kind in KINDS if kind != _ALL and any(one.kind == kind for one in slices)]
    if not kinds:
        st.caption(word("slices_none"))
        return
    kind = _kind_choice(kinds, default=kinds[0] if worst is None else worst.kind)
    shown = _shown(slices, kind)
    # Another file or another kind has other slices: its widgets start anew.
    parts = tuple((one.name, one.num_rows, one.accuracy.value) for one in shown)
    key = f"slices_{kind}_{hash((analyzer.bundle.sha256, parts))}"
    if worst in shown:
        st.session_state.setdefault(key, shown.index(worst))
    overall = slices[0].accuracy.value
    _chart(shown, worst, overall=overall, key=key)
    number = st.selectbox(
        word("slices_choose"),
        range(len(shown)),
        format_func=lambda number: _counted(shown[number]),
        key=key,
        persist_state="session",
        width=420,
    )
    rows = shown[number].rows
    # Kept, as all choices here, on the way to the page of a row and back.
    wrong_only = st.toggle(
        word("slices_wrong_only"), value=True, key="slices_wrong_only", persist_state="session"
    )
    if wrong_only:
        rows = rows[~result.right[rows]]
    rows_block(result, rows, key=f"{key}_rows")


def _worst_sentence(slices: Sequence[Slice], worst: Slice | None) -> str:
    """Name the worst slice in one sentence (Markdown), or say that none is beyond the noise."""
    overall = f"{slices[0].accuracy.value:.3f}"
    if worst is None:
        return word("slices_no_worst", overall=overall)
    return word(
        "slices_worst",
        name=escape_markdown(slice_title(worst, word=word)),
        accuracy=f"{worst.accuracy.value:.3f}",
        low=f"{worst.accuracy.low:.3f}",
        high=f"{worst.accuracy.high:.3f}",
        count=f"{worst.num_rows:,}",
        overall=overall,
    )


def _kind_choice(kinds: Sequence[str], *, default: str) -> str:
    if st.session_state.get(_KIND_KEY) not in kinds:
        st.session_state[_KIND_KEY] = default
    return required_choice(
        st.segmented_control(
            word("slices_kind"),
            kinds,
            required=True,
            format_func=lambda kind: word(f"slices_kind_{kind}"),
            key=_KIND_KEY,
            persist_state="session",
            wrap=True,
        )
    )


def _shown(slices: Sequence[Slice], kind: str) -> list[Slice]:
    """Return the slices of a kind; of many articles, the least accurate ones."""
    shown = [one for one in slices if one.kind == kind]
    if kind != "article":
        return shown
    shown.sort(key=lambda one: one.accuracy.value)
    if len(shown) > _SHOWN_ARTICLES:
        st.caption(
            word(
                "slices_few_articles",
                min_rows=MIN_ARTICLE_ROWS,
                count=len(shown),
                shown=_SHOWN_ARTICLES,
            )
        )
    return shown[:_SHOWN_ARTICLES]


def _chart(shown: Sequence[Slice], worst: Slice | None, *, overall: float, key: str) -> None:
    parts = [f"{_counted(one)} {one.accuracy.value:.3f}" for one in shown]
    chart_key = f"{key}_chart"
    st.altair_chart(
        slices_chart(shown, overall=overall, worst=worst, theme=theme(), word=word),
        width="stretch",
        key=chart_key,
        on_select=lambda: _take_slice(chart_key, key),
        alt=word(
            "slices_alt",
            parts=", ".join(parts),
            overall=word("slices_overall", accuracy=f"{overall:.3f}"),
        ),
    )


def _take_slice(chart_key: str, key: str) -> None:
    """Choose in the list what was clicked in the chart."""
    points = st.session_state[chart_key]["selection"][SLICE]
    if points:
        st.session_state[key] = points[0][NUMBER]


def _counted(one: Slice) -> str:
    return counted_slice_title(one, word=word)
