"""The end of the page 分析: what it is and how good the model measured."""

from collections.abc import Mapping

import streamlit as st

from core.analyzer import Analyzer
from core.model.report import Figures
from core.ui.parts.model_figures import accuracy_sentence
from core.ui.shell.words import word
from core.view.tables.tokens import protocol_table


def about_block(analyzer: Analyzer) -> None:
    """Say what this is, how good the model measured, and where it all comes from."""
    with st.expander(word("about")):
        st.write(word("about_body"))
        report = analyzer.report
        st.write(accuracy_sentence(analyzer, report))
        if analyzer.bundle.train.select_on == "test":
            st.write(word("accuracy_too_good"))
        _protocols_table(report.protocols)
        _calibration_line(report.calibration)
        st.write(word("about_sources"))


def _protocols_table(protocols: Mapping[str, Figures]) -> None:
    """Set what the recipe reaches by each protocol beside its baselines."""
    if not protocols:
        return
    st.write(word("protocols_intro"))
    st.table(
        protocol_table(
            protocols,
            titles={name: word(f"evaluation_{name}") for name in protocols},
            columns=[
                word(key)
                for key in ("protocol", "accuracy_interval", "linear", "majority", "examples_count")
            ],
        )
    )


def _calibration_line(calibration: Figures) -> None:
    if calibration["temperature"] == 1.0:
        st.write(word("about_uncalibrated"))
        return
    st.write(
        word(
            "about_calibration",
            temperature=f"{calibration['temperature']:.2f}",
            before=f"{calibration['ece_before']:.3f}",
            after=f"{calibration['ece_after']:.3f}",
        )
    )
