"""対象外: how well the model tells foreign texts, and which rows it takes for such."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.model.report import check_command
from core.ui.check.row_list import rows_block
from core.ui.parts.model_figures import not_measured_block
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.roc import roc_chart
from core.view.tables.tokens import foreign_kinds_table

_KINDS = (
    "news",
    "politics",
    "business",
    "law",
    "science",
    "medicine",
    "code",
    "english",
    "random_kana",
    "random_symbols",
    "other_languages",
)


def scope_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw what was measured of the stored score, and the rows of the file that it flags."""
    st.subheader(word("scope_heading"), help=word("scope_heading_help"))
    record = analyzer.report.check("scope")
    if record is None:
        not_measured_block(check_command(analyzer.bundle.folder, "scope"))
    else:
        _measured_block(record)
    if result.scope_threshold is not None:
        st.markdown(
            f"**{word('scope_rows')}**",
            help=word("scope_rows_help", threshold=f"{result.scope_threshold:.2f}"),
        )
        rows_block(result, np.flatnonzero(result.out_of_scope), key="scope_rows")


def _measured_block(record: Mapping[str, Any]) -> None:
    figures = {"score": record["test"], "baseline": record["test"]["baseline"]}
    for name, row in figures.items():
        st.markdown(
            word(
                "scope_told",
                score=word(f"scope_{name}"),
                detected=_share_text(row["detected"]),
                false_alarms=_share_text(row["false_alarms"]),
                auroc=f"{row['auroc']:.2f}",
            )
        )
    parts = [word(f"scope_feature_{name}") for name in record["method"].split("+")]
    st.caption(word("scope_method", parts=word("list_joint").join(parts)))
    if record["learnt"]:
        st.caption(word("scope_learnt"))
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.altair_chart(
            roc_chart(record, theme=theme(), word=word),
            width="stretch",
            key="scope_roc",
            alt=word(
                "scope_roc_alt",
                **{
                    f"{name}_{figure}": f"{100 * row[figure]['share']:.0f}"
                    for name, row in figures.items()
                    for figure in ("detected", "false_alarms")
                },
            ),
        )
    with right:
        st.table(
            foreign_kinds_table(
                record["kinds"],
                titles={kind: _kind(kind) for kind in record["kinds"]},
                columns=[word("scope_kind"), word("scope_flagged")],
            )
        )
        st.caption(word("scope_refused", count=record["refused"]))


def _share_text(row: Mapping[str, Any]) -> str:
    return word(
        "scope_share",
        share=f"{100 * row['share']:.1f}",
        low=f"{100 * row['low']:.1f}",
        high=f"{100 * row['high']:.1f}",
        count=f"{row['total']:,}",
    )


def _kind(kind: str) -> str:
    """Return the word for a kind of data/out_of_scope.csv; the name of any other, as Markdown."""
    return word(f"scope_kind_{kind}") if kind in _KINDS else escape_markdown(kind)
