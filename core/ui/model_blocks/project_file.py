"""A file of the model's folder, as it is written."""

from pathlib import Path

import streamlit as st

from core.files import read_text
from core.ui.words import word
from core.view.page_markdown import page_parts


def project_file(path: Path) -> None:
    """Show a Markdown file under the page's own title."""
    for kind, part in page_parts(read_text(path), table_title=word("model_table")):
        if kind == "table":
            st.html(part)
        else:
            st.markdown(part)
