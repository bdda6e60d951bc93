"""注目の効果: what the attention layer buys, and whether attention is an explanation."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.analyzer import Analyzer
from core.model.report import check_command
from core.types import TokenizedText
from core.ui.analyze.controls import Choices
from core.ui.parts.model_figures import not_measured_block
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.attention import attention_check_chart
from core.view.numbers import signed_number


def attention_panel(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw the stored accuracies of every kind of attention.

    Args:
        tokenized, choices: not read: the figures are the same for every text.
    """
    st.subheader(word("buys_heading"), help=word("buys_help"))
    record = analyzer.report.check("attention")
    if record is None:
        not_measured_block(check_command(analyzer.bundle.folder, "attention"))
    else:
        _check_block(record)
    st.write(word("debate_against"))
    st.write(word("debate_for"))


def _check_block(record: Mapping[str, Any]) -> None:
    variants = record["variants"]
    titles = {name: word(f"buys_variant_{name}") for name in variants}
    learned = variants["learned"]
    findings = [
        _difference(titles[name], row, learned)
        for name, row in variants.items()
        if name != "learned"
    ]
    accuracies = [f"{titles[name]} {row['accuracy']:.3f}" for name, row in variants.items()]
    majority = word("buys_majority", value=f"{record['majority_baseline']:.3f}")
    st.altair_chart(
        attention_check_chart(record, theme=theme(), word=word),
        width="stretch",
        key="attention_check_chart",
        alt=word(
            "buys_alt", accuracies=", ".join([*accuracies, majority]), finding=" ".join(findings)
        ),
    )
    st.markdown("\n".join(f"- {sentence}" for sentence in findings))
    st.caption(
        word(
            "buys_measured",
            count=f"{record['num_examples']:,}",
            seeds=len(record["seeds"]),
        )
    )


def _difference(title: str, row: Mapping[str, Any], learned: Mapping[str, Any]) -> str:
    """Say whether a variant differs from learned attention by more than the noise.

    The interval is over articles alone: that of the seeds is told by whether they overlap.
    """
    low, high = row["difference_low"], row["difference_high"]
    verdict = "same"
    if low > 0.0 and min(row["accuracies"]) > max(learned["accuracies"]):
        verdict = "better"
    if high < 0.0 and max(row["accuracies"]) < min(learned["accuracies"]):
        verdict = "worse"
    return word(
        f"buys_{verdict}",
        variant=title,
        difference=signed_number(row["difference"], digits=3),
        low=signed_number(low, digits=3),
        high=signed_number(high, digits=3),
    )
