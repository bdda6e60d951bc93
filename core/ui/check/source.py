"""What 検査 asks the model about: sentences that come along, or a file that somebody brings."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.analyzer import Analyzer
from core.data.check_rows import Rows, read_file_rows, read_part_rows
from core.data.table import MAX_BYTES, Columns, guess_columns
from core.data.tables.rows import megabytes
from core.paths import DATA
from core.text.tokenizer import clean_text
from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import SAMPLES, TOPICS_TODAY
from core.ui.shell.words import word

DATASET = DATA / "knb"  # made by `python -m core corpus`, so it may be missing

_FILES = {"topics_today": TOPICS_TODAY, "samples": SAMPLES}
_SOURCE_KEY = "source"
_UPLOADER_KEY = "check_uploader"
_UPLOAD_KEY = "check_upload"
_NO_COLUMN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upload:
    """The one file that a session keeps; the uploader forgets its own on another page.

    Attributes:
        file_id: Streamlit's.
    """

    file_id: str
    rows: Rows


def source_block(analyzer: Analyzer) -> Rows | None:
    """Draw the choice of rows and return them; None where a file is still to be brought.

    Raises:
        CoreError: the file is of no use.
    """
    sources = [*_FILES, *(["test"] if (DATASET / "test").is_dir() else []), "upload"]
    start_choice(_SOURCE_KEY, sources, default=sources[0])
    source = required_choice(
        st.segmented_control(
            word("check_source"),
            sources,
            required=True,
            format_func=lambda name: word(f"check_source_{name}"),
            key=_SOURCE_KEY,
            wrap=True,
            on_change=write_choice,
            args=(_SOURCE_KEY,),
        )
    )
    if source == "upload":
        return _upload_block(analyzer)
    st.caption(word(f"check_about_{source}"))
    if source == "test":
        changed = (DATASET / "test" / "features.csv").stat().st_mtime
        return _read_test(changed, keep_tags=analyzer.bundle.train.keep_tags)
    path = _FILES[source]
    return _read_shipped(str(path), path.stat().st_mtime, analyzer.labels)


@st.cache_resource(show_spinner=False, max_entries=8)
def _read_shipped(path: str, changed: float, labels: tuple[str, ...]) -> Rows:
    return read_file_rows(Path(path), name=Path(path).name, labels=labels)


@st.cache_resource(show_spinner=False, max_entries=2)
def _read_test(changed: float, *, keep_tags: bool) -> Rows:
    return read_part_rows(DATASET, "test", keep_tags=keep_tags)


def _upload_block(analyzer: Analyzer) -> Rows | None:
    file = st.file_uploader(
        word("check_upload"),
        key=_UPLOADER_KEY,
        help=word("check_upload_help", size=megabytes(MAX_BYTES)),
        on_change=_forget_upload,
    )
    kept: _Upload | None = st.session_state.get(_UPLOAD_KEY)
    if file is not None and (kept is None or kept.file_id != file.file_id):
        with st.spinner(word("check_reading")):
            kept = _Upload(file_id=file.file_id, rows=_read_upload(file, analyzer.labels))
        st.session_state[_UPLOAD_KEY] = kept
    if kept is None:
        st.info(word("check_upload_first"))
        return None
    return _columns_block(kept.rows, analyzer)


def _forget_upload() -> None:
    st.session_state.pop(_UPLOAD_KEY, None)


def _read_upload(file: UploadedFile, labels: tuple[str, ...]) -> Rows:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        path.write_bytes(file.getbuffer())
        return read_file_rows(path, name=clean_text(file.name), labels=labels)


def _columns_block(rows: Rows, analyzer: Analyzer) -> Rows:
    """Draw which column holds what, guessed until the person says otherwise."""
    st.caption(
        word("check_upload_is", name=escape_markdown(rows.source), count=f"{len(rows.table):,}")
    )
    names = list(rows.table.columns)
    guessed = guess_columns(rows.table, labels=analyzer.labels)
    key = f"check_{rows.digest[:12]}"  # another file has other columns
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = _column(word("check_column_text"), names, guessed.text, key=f"{key}_text")
        label, group = (
            _column(word(f"check_column_{part}"), [_NO_COLUMN, *names], guess, key=f"{key}_{part}")
            for part, guess in (("label", guessed.label), ("group", guessed.group))
        )
    chosen = Columns(text=text, label=label or None, group=group or None)
    return replace(rows, columns=chosen)


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
