"""The file of a table: its own sign for that, which writes live formulas, is switched off."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from core.ui.shell.words import word
from core.view.tables.rows import rows_csv


def table_file_button(rows: Sequence[Mapping[str, object]], *, name: str) -> None:
    """Draw the button under a table that saves it as CSV.

    Args:
        rows: what the table shows, by the words of its columns.
        name: of the table, in the name of the file and in the key of the button.
    """
    st.download_button(
        word("download_csv"),
        # Only when the button is pressed.
        partial(rows_csv, rows),
        file_name=f"chumoku-{name}.csv",
        mime="text/csv",
        key=f"table_file_{name}",
        on_click="ignore",
    )
