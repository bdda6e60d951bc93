"""全行: every row of the file, filtered, and the answers as files."""

from functools import partial

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.batch.table import batch_frame, join_frames
from core.data.check_rows import Rows
from core.ui.check.file_stem import file_stem
from core.ui.check.row_list import rows_block
from core.ui.check.run import kept_rows
from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.words import language, word
from core.view.tables.batch import frame_csv, frame_parquet

_FILTERS = ("all", "wrong", "failed", "flagged")
_FILTER_KEY = "rows"
_FILES = {"csv": (frame_csv, "text/csv"), "parquet": (frame_parquet, "application/octet-stream")}


def rows_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw the filter, the rows, and the buttons that save what the model says of all of them."""
    st.subheader(word("check_panel_rows"), help=word("check_rows_help"))
    start_choice(_FILTER_KEY, _FILTERS, default="all")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = required_choice(
            st.segmented_control(
                word("check_filter"),
                _FILTERS,
                required=True,
                format_func=lambda name: word(f"check_filter_{name}"),
                key=_FILTER_KEY,
                wrap=True,
                on_change=write_choice,
                args=(_FILTER_KEY,),
            )
        )
        _downloads(result, language())
    rows_block(result, _numbers(result, chosen), key=f"check_rows_{chosen}")


def _numbers(result: BatchResult, chosen: str) -> np.ndarray:
    masks = {
        "all": np.ones(len(result), bool),
        "wrong": result.judged & ~result.right,
        "failed": ~result.answered,
        "flagged": result.out_of_scope,
    }
    return np.flatnonzero(masks[chosen])


def _downloads(result: BatchResult, spoken: str) -> None:
    rows = kept_rows()
    stem = file_stem(result.source)
    for suffix, (_, mime) in _FILES.items():
        st.download_button(
            word(f"check_save_{suffix}"),
            # Only when the button is pressed, in a thread that knows no language.
            partial(_file, suffix, rows, result, language=spoken),
            file_name=f"{stem}-checked.{suffix}",
            mime=mime,
            key=f"check_save_{suffix}",
            help=word("check_save_help"),
            on_click="ignore",
        )


def _file(suffix: str, rows: Rows, result: BatchResult, *, language: str) -> bytes:
    write, _ = _FILES[suffix]
    return write(join_frames(rows.table, batch_frame(result, language=language)))
