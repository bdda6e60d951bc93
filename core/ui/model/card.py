"""カード: what the model is, what it learnt from, what it cannot do."""

from pathlib import Path

import streamlit as st

from core.analyzer import Analyzer
from core.files import read_text
from core.model.bundle import CARD_FILE
from core.ui.parts.model_figures import accuracy_sentence
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word
from core.view.page_markdown import page_parts


def card_block(analyzer: Analyzer) -> None:
    """Say the most important in the page's language, then show the folder's own card."""
    bundle = analyzer.bundle
    st.markdown(
        word(
            "model_card_is",
            name=escape_markdown(bundle.name),
            labels=escape_markdown(word("list_joint").join(bundle.model.labels)),
            window=bundle.model.sequence_length,
        )
    )
    st.markdown(_learnt_sentence(analyzer))
    st.markdown(accuracy_sentence(analyzer, analyzer.report))
    if bundle.train.select_on == "test":
        st.warning(word("accuracy_too_good"))
    st.markdown(word("model_card_cannot"))
    st.caption(word("model_card_note"))
    project_file(bundle.folder / CARD_FILE)


def _learnt_sentence(analyzer: Analyzer) -> str:
    """Say from which sentences the model learnt, and which chose its epoch."""
    train, data = analyzer.bundle.train, analyzer.bundle.record["data"]
    return word(
        "model_card_learnt",
        source=escape_markdown(str(data.get("source", "–"))),
        count=f"{sum(data['counts'][part] for part in train.train_on):,}",
        parts=word("list_joint").join(part_word(part) for part in train.train_on),
        selected=part_word(train.select_on),
    )


def part_word(part: str) -> str:
    """Return the word for a part of a split."""
    return word(f"part_{part}")


def project_file(path: Path) -> None:
    """Show a Markdown file under the page's own title."""
    for kind, part in page_parts(read_text(path), table_title=word("model_table")):
        if kind == "table":
            st.html(part)
        else:
            st.markdown(part)
