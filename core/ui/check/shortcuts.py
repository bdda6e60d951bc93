"""近道: the pieces that decide the model most, label by label, and the rows that hold them."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.checks.shortcuts import SUSPECT_SCORE, UNKNOWN, Shortcut, find_shortcuts, sample_rows
from core.ui.check.row_list import rows_block
from core.ui.parts.table_file import table_file_button
from core.ui.shell.address import required_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.charts.shortcuts import NUMBER, SHORTCUT, shortcuts_chart

_BARS = 10
_LABEL_KEY = "shortcuts_label"


def shortcuts_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw what is suspected, the list of the chosen label, and the rows of the chosen piece."""
    st.subheader(word("shortcuts_heading"), help=word("shortcuts_help"))
    rows = np.flatnonzero(result.answered)  # (R,)
    if not len(rows):
        st.info(word("shortcuts_no_rows"))
        return
    texts = tuple(result.texts[row] for row in rows)
    num_used, shortcuts = computed_once(
        ("shortcuts", analyzer.bundle.sha256, _fingerprint(texts)),
        lambda: (len(sample_rows(analyzer, texts)), find_shortcuts(analyzer, texts)),
        note=word("shortcuts_working"),
    )
    st.caption(_about(num_used=num_used, num_texts=len(texts)))
    _suspects_block(shortcuts)
    st.markdown(word("shortcuts_reading"))
    label = _label_choice(analyzer.labels)
    found = shortcuts[label]
    if not found:
        st.info(word("shortcuts_none", label=escape_markdown(label)))
        return
    # Another file has other pieces.
    key = f"shortcuts_{hashlib.sha256(repr(found).encode()).hexdigest()[:12]}"
    _chart(found, key)
    _table(found)
    chosen = _choice(found, key)
    if chosen is not None:
        rows_block(result, rows[list(found[chosen].rows)], key=f"{key}_rows")


def _about(*, num_used: int, num_texts: int) -> str:
    if num_used == num_texts:
        return word("shortcuts_used_all", count=f"{num_used:,}")
    return word("shortcuts_used_some", count=f"{num_used:,}", total=f"{num_texts:,}")


def _fingerprint(texts: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8", "replace") + b"\0")
    return digest.hexdigest()


def _suspects_block(shortcuts: Mapping[str, Sequence[Shortcut]]) -> None:
    suspects = [
        word(
            "shortcuts_suspect",
            piece=escape_markdown(_title(one)),
            label=escape_markdown(one.label),
            count=one.count,
        )
        for found in shortcuts.values()
        for one in found
        if one.suspected
    ]
    if suspects:
        pieces = word("list_joint").join(suspects)
        st.warning(word("shortcuts_suspects", pieces=pieces, score=SUSPECT_SCORE))
    else:
        st.markdown(word("shortcuts_no_suspects"))


def _label_choice(labels: Sequence[str]) -> str:
    if st.session_state.get(_LABEL_KEY) not in labels:
        st.session_state[_LABEL_KEY] = labels[0]
    return required_choice(
        st.segmented_control(
            word("shortcuts_label"),
            labels,
            required=True,
            format_func=escape_markdown,
            key=_LABEL_KEY,
            wrap=True,
        )
    )


def _chart(found: Sequence[Shortcut], key: str) -> None:
    """Draw the heaviest pieces; what is clicked is chosen in the list below."""
    shown = found[:_BARS]
    values = [
        word("shortcuts_value", weight=f"{one.weight:.3f}", count=f"{one.count:,}") for one in shown
    ]
    titles = [_marked(one) for one in shown]
    bars = [f"{title} {value}" for title, value in zip(titles, values, strict=True)]
    chart_key = f"{key}_chart"
    st.altair_chart(
        shortcuts_chart(
            shown,
            titles=titles,
            values=values,
            theme=theme(),
            word=word,
        ),
        width="stretch",
        key=chart_key,
        on_select=lambda: _take_piece(chart_key, key),
        alt=word("shortcuts_alt", label=found[0].label, bars=", ".join(bars)),
    )


def _take_piece(chart_key: str, key: str) -> None:
    points = st.session_state[chart_key]["selection"][SHORTCUT]
    if points:
        st.session_state[key] = points[0][NUMBER]


def _table(found: Sequence[Shortcut]) -> None:
    rows = [
        {
            word("shortcuts_piece"): _marked(one),
            word("shortcuts_count"): one.count,
            word("shortcuts_share"): one.share,
            word("shortcuts_mean"): one.mean_score,
            word("shortcuts_others"): one.other_score,
            word("shortcuts_weight"): one.weight,
            word("shortcuts_flips"): one.flips,
        }
        for one in found
    ]
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        height="content",
        placeholder="–",
        key="shortcuts_table",
        column_config={
            word("shortcuts_share"): _number(2, word("shortcuts_share_help")),
            word("shortcuts_mean"): _number(3, word("shortcuts_mean_help")),
            word("shortcuts_others"): _number(3, word("shortcuts_others_help")),
            word("shortcuts_weight"): _number(4, word("shortcuts_weight_help")),
            word("shortcuts_flips"): _number(2, word("shortcuts_flips_help")),
        },
    )
    table_file_button(rows, name="shortcuts")


def _number(digits: int, help_text: str) -> ColumnConfig:
    return st.column_config.NumberColumn(format=f"%.{digits}f", help=help_text)


def _choice(found: Sequence[Shortcut], key: str) -> int | None:
    """Draw the list of the pieces, the keyboard's way to their rows; return the chosen one."""
    return st.selectbox(
        word("shortcuts_choice"),
        range(len(found)),
        index=None,
        format_func=lambda number: _marked(found[number]),
        key=key,
        placeholder=word("shortcuts_placeholder"),
        width=400,
    )


def _marked(shortcut: Shortcut) -> str:
    if not shortcut.suspected:
        return _title(shortcut)
    return word("shortcuts_marked", piece=_title(shortcut))


def _title(shortcut: Shortcut) -> str:
    return word("chips_unknown") if shortcut.piece == UNKNOWN else shortcut.piece
