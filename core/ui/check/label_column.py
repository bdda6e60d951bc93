"""What to choose instead where the column of the labels holds no labels."""

import streamlit as st

from core.data.check_rows import Rows
from core.data.label_column import NoLabels, no_labels
from core.text.tokenizer import clean_text
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word


def label_column_block(rows: Rows, labels: tuple[str, ...]) -> None:
    """Say in one sentence that another column, or none, is to be chosen, where it is so.

    Args:
        labels: of the model.
    """
    found = _found(rows.key, labels, rows)
    if found is None:
        return
    key = "check_no_labels" if found.better is None else "check_no_labels_but"
    st.warning(
        word(
            key,
            column=escape_markdown(clean_text(found.column)),
            kinds=f"{found.kinds:,}",
            known=f"{found.known:,}",
            better=escape_markdown(clean_text(found.better or "")),
        )
    )


@st.cache_resource(show_spinner=False, max_entries=8)
def _found(key: tuple[object, ...], labels: tuple[str, ...], _rows: Rows) -> NoLabels | None:
    return no_labels(_rows.table, _rows.columns, labels=labels)
