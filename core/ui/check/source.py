"""What 検査 asks the model about: sentences that come along, or a file that somebody brings."""

from pathlib import Path

import streamlit as st

from core.analyzer import Analyzer
from core.data.check_rows import Rows, read_file_rows, read_part_rows
from core.paths import DATA
from core.ui.check.upload import upload_block
from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.loaders import SAMPLES, TOPICS_TODAY
from core.ui.shell.words import word

DATASET = DATA / "knb"  # made by `python -m core corpus`, so it may be missing

_FILES = {"topics_today": TOPICS_TODAY, "samples": SAMPLES}
_SOURCE_KEY = "source"


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
        return upload_block(analyzer)
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
