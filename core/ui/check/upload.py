"""A table that somebody brings to 検査: how it was read, and which column holds what."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.analyzer import Analyzer
from core.data.check_rows import Rows, read_file_rows
from core.data.columns import Columns, guess_columns
from core.data.encodings.encoding import ENCODING_NAMES
from core.data.excel.reader import sheet_names
from core.data.table import MAX_BYTES
from core.data.tables.limits import megabytes
from core.data.tables.readers import EXCEL_SUFFIXES
from core.data.tables.reading import ReadOptions
from core.errors import (
    CoreError,
    SheetEmptyError,
    TableDecodingError,
    TableEmptyError,
    TableEncodingError,
    TableNoRowsError,
)
from core.text.tokenizer import clean_text
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word

_UPLOADER_KEY = "check_uploader"
_UPLOAD_KEY = "check_upload"
_OPTIONS_KEY = "check_upload_options"
_NO_COLUMN = ""
_FOUND_OUT = ""  # an encoding that nobody has named
_NOTHING_THERE = (TableEmptyError, TableNoRowsError, SheetEmptyError)  # on this sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upload:
    """The one file that a session keeps; the uploader forgets its own on another page.

    Attributes:
        file_id: Streamlit's.
        options: what the person said of the file.
    """

    file_id: str
    options: ReadOptions
    rows: Rows


def upload_block(analyzer: Analyzer) -> Rows | None:
    """Draw the field for a file and what is to be said of it; None where none is chosen yet.

    Raises:
        CoreError: the file is of no use.
    """
    file = st.file_uploader(
        word("check_upload"),
        key=_UPLOADER_KEY,
        help=word("check_upload_help", size=megabytes(MAX_BYTES)),
        on_change=_forget_upload,
    )
    kept: _Upload | None = st.session_state.get(_UPLOAD_KEY)
    if file is not None:
        options = _chosen_options(file.file_id)
        if kept is None or (kept.file_id, kept.options) != (file.file_id, options):
            kept = _read(file, options, analyzer.labels)
            st.session_state[_UPLOAD_KEY] = kept
    if kept is None:
        st.info(word("check_upload_first"))
        return None
    return _columns_block(kept, analyzer, may_choose=file is not None)


def _forget_upload() -> None:
    st.session_state.pop(_UPLOAD_KEY, None)


def _chosen_options(file_id: str) -> ReadOptions:
    """Return what the person said of this file; what was said of another is of no use."""
    chosen_for, options = st.session_state.get(_OPTIONS_KEY, (None, ReadOptions()))
    return options if chosen_for == file_id else ReadOptions()


def _read(file: UploadedFile, options: ReadOptions, labels: tuple[str, ...]) -> _Upload:
    """Read a file; where that fails, draw the choices that may do better."""
    is_excel = Path(file.name).suffix.lower() in EXCEL_SUFFIXES
    with tempfile.TemporaryDirectory() as folder, st.spinner(word("check_reading")):
        path = Path(folder) / "table"
        path.write_bytes(file.getbuffer())
        try:
            rows = read_file_rows(path, name=clean_text(file.name), labels=labels, options=options)
        except CoreError as error:
            if options.encoding or isinstance(error, TableEncodingError | TableDecodingError):
                _encoding_block(options, file_id=file.file_id)
            elif is_excel and isinstance(error, _NOTHING_THERE):
                sheets = sheet_names(path, name=clean_text(file.name))
                _sheet_block(sheets, options.sheet, file_id=file.file_id)
            raise
    return _Upload(file_id=file.file_id, options=options, rows=rows)


def _columns_block(kept: _Upload, analyzer: Analyzer, *, may_choose: bool) -> Rows:
    """Draw how the file was read, and which column holds what until the person says otherwise.

    Args:
        may_choose: whether the file is still there to be read in another way.
    """
    rows, reading = kept.rows, kept.rows.reading
    assert reading is not None  # of a file
    names = list(rows.table.columns)
    guessed = guess_columns(rows.table, labels=analyzer.labels)
    # Another file or sheet has other columns; in another encoding they are called otherwise.
    codec = reading.encoding and reading.encoding.codec
    key = f"check_{rows.digest[:12]}_{reading.sheet}_{codec}"
    st.caption(
        word(
            "check_upload_is",
            name=escape_markdown(rows.source),
            reading=escape_markdown(reading.reading_sentence(word)),
        )
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if may_choose:
            _reading_block(kept)
        text = _column(word("check_column_text"), names, guessed.text, key=f"{key}_text")
        label, group = (
            _column(word(f"check_column_{part}"), [_NO_COLUMN, *names], guess, key=f"{key}_{part}")
            for part, guess in (("label", guessed.label), ("group", guessed.group))
        )
    rows = replace(rows, columns=Columns(text=text, label=label or None, group=group or None))
    if rows.passed_over:
        passed_over = clean_text(word("list_joint").join(rows.passed_over))
        st.info(escape_markdown(word("check_passed_over", columns=passed_over)))
    return rows


def _reading_block(kept: _Upload) -> None:
    """Draw the choices of how the file is read, where there is more than one way."""
    reading = kept.rows.reading
    assert reading is not None  # of a file
    _sheet_block(reading.sheets, reading.sheet, file_id=kept.file_id)
    if kept.options.encoding or (reading.encoding and reading.encoding.guessed):
        _encoding_block(kept.options, file_id=kept.file_id)


def _sheet_block(sheets: Sequence[str], chosen: str | None, *, file_id: str) -> None:
    if len(sheets) < 2:
        return
    key = f"check_sheet_{file_id}"
    st.selectbox(
        word("check_sheet"),
        sheets,
        index=sheets.index(chosen or sheets[0]),
        key=key,
        on_change=_choose,
        args=(file_id, "sheet", key),
        width=260,
    )


def _encoding_block(options: ReadOptions, *, file_id: str) -> None:
    key = f"check_encoding_{file_id}"
    st.selectbox(
        word("check_encoding"),
        [_FOUND_OUT, *ENCODING_NAMES],
        index=[_FOUND_OUT, *ENCODING_NAMES].index(options.encoding or _FOUND_OUT),
        format_func=lambda name: name or word("check_encoding_found"),
        key=key,
        on_change=_choose,
        args=(file_id, "encoding", key),
        width=260,
    )


def _choose(file_id: str, option: str, key: str) -> None:
    chosen = {option: st.session_state[key] or None}
    st.session_state[_OPTIONS_KEY] = file_id, replace(_chosen_options(file_id), **chosen)


def _column(title: str, names: list[str], guess: str | None, *, key: str) -> str:
    no_column = word("check_no_column")
    return st.selectbox(
        title,
        names,
        index=names.index(guess or _NO_COLUMN),
        format_func=lambda name: name or no_column,
        key=key,
        persist_state="session",
        width=260,
    )
