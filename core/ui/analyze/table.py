"""表: the article's table per token, and its download."""

import streamlit as st

from core.analyzer import Analyzer
from core.types import TokenizedText
from core.ui.analyze.controls import Choices
from core.ui.parts.explaining import get_analysis
from core.ui.shell.words import word
from core.view.tables.tokens import styled_token_table, token_csv


def table_panel(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw the table of the method that is chosen above, and its download."""
    analysis = get_analysis(analyzer, tokenized, method=choices.method, target=choices.target)
    st.subheader(word("table"), help=word("table_help"))
    st.dataframe(styled_token_table(analysis), hide_index=True, width="stretch")
    st.download_button(
        word("download_csv"),
        token_csv(analysis),
        file_name=f"chumoku-{analysis.attribution.method}.csv",
        mime="text/csv",
        on_click="ignore",
    )
