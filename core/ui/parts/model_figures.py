"""What a page says of how a model measured: its accuracy, or what is not measured yet."""

import streamlit as st

from core.analyzer import Analyzer
from core.model.report import ModelReport
from core.types import PROTOCOLS
from core.ui.shell.as_written import code_markdown, escape_markdown
from core.ui.shell.words import word


def not_measured_block(command: str) -> None:
    """Say that nothing is stored yet.

    Args:
        command: that measures it, see `core.model.report`.
    """
    st.info(not_measured_sentence(command))


def not_measured_sentence(command: str) -> str:
    """Return the sentence alone (Markdown), for a place that has others beside it."""
    return word("check_missing", command=code_markdown(command))


def accuracy_sentence(analyzer: Analyzer, report: ModelReport) -> str:
    """Say how often the model answered its test part right, and what that is worth: Markdown."""
    test = report.test
    protocol = report.data.get("protocol")
    return word(
        "about_accuracy",
        name=escape_markdown(analyzer.bundle.name),
        accuracy=f"{test['accuracy']:.3f}",
        low=f"{test['low']:.3f}",
        high=f"{test['high']:.3f}",
        count=test["num_examples"],
        protocol=word(f"protocol_{protocol if protocol in PROTOCOLS else 'unknown'}"),
        majority=escape_markdown(test["majority_label"]),
        baseline=f"{test['majority_baseline']:.3f}",
    )
