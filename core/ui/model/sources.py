"""データとライセンス: what the model was made of, and under which licences."""

import streamlit as st

from core.analyzer import Analyzer
from core.files import read_text
from core.model.bundle import SOURCES_FILE
from core.paths import DATA
from core.ui.model.card import part_word, project_file
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word

_CORPUS_LICENCE = DATA / "KNBC-LICENCE.txt"
_FONT_LICENCE = DATA / "fonts" / "OFL.txt"


def sources_block(analyzer: Analyzer) -> None:
    """Say which sentences and which texts the model learnt from; show the licences."""
    record = analyzer.bundle.record
    data = record["data"]
    counts = [f"{part_word(part)} {count:,}" for part, count in data["counts"].items()]
    labels = [
        f"{escape_markdown(label)} {count:,}" for label, count in data.get("labels", {}).items()
    ]
    st.markdown(
        word(
            "sources_sentences",
            source=escape_markdown(str(data.get("source", "–"))),
            counts=word("list_joint").join(counts),
            labels=word("list_joint").join(labels),
        )
    )
    texts = record["embeddings"].get("sources", {})
    st.markdown(word("sources_texts", count=len(texts)))
    if record["encoder"]:
        st.markdown(word("sources_encoder", sentences=f"{record['encoder']['sentences']:,}"))
    st.markdown(word("sources_own_licence"))
    with st.expander(word("sources_file", file=SOURCES_FILE)):
        project_file(analyzer.bundle.folder / SOURCES_FILE)
    for path, title in (
        (_CORPUS_LICENCE, word("sources_corpus_licence")),
        (_FONT_LICENCE, word("sources_font_licence")),
    ):
        with st.expander(title):
            # Line breaks and stars are the licence's own.
            st.code(read_text(path), language=None, wrap_lines=True)
