"""バージョンと確認: the files as recorded and as they lie there now, and the libraries."""

from importlib.metadata import PackageNotFoundError, version

import streamlit as st

from core.analyzer import Analyzer
from core.files import sha256_of
from core.model.bundle import CONFIG_FILE
from core.model.integrity import check_files
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word
from core.view.tables.versions import file_table, library_table


def versions_block(analyzer: Analyzer) -> None:
    """Compute every checksum anew and say whether it is the recorded one."""
    bundle = analyzer.bundle
    checks = check_files(bundle.folder)
    wrong = [check.name for check in checks if not check.agrees]
    if sha256_of(bundle.folder / CONFIG_FILE) != bundle.sha256:
        wrong.insert(0, CONFIG_FILE)
    if wrong:
        files = escape_markdown(word("list_joint").join(wrong))
        st.error(word("versions_differ", files=files))
    else:
        st.success(word("versions_agree", count=len(checks) + 1))
    st.markdown(word("versions_identity"))
    st.code(bundle.sha256, language=None, wrap_lines=True)
    st.table(
        file_table(
            checks,
            agrees=word("versions_same"),
            differs=word("versions_other"),
            columns=[word(key) for key in ("versions_file", "versions_now", "versions_recorded")],
        ),
        hide_index=True,
    )
    st.markdown(word("versions_libraries"))
    recorded = bundle.record["versions"]
    st.table(
        library_table(
            {escape_markdown(name): escape_markdown(then) for name, then in recorded.items()},
            {escape_markdown(name): escape_markdown(_installed(name)) for name in recorded},
            columns=[
                word(key) for key in ("versions_library", "versions_training", "versions_here")
            ],
        ),
        hide_index=True,
    )
    st.markdown(word("versions_command"))
    st.code(bundle.record["command"], language="shell", wrap_lines=True)


def _installed(library: str) -> str:
    """Return the version that is installed here, without importing it; "–" where none is."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "–"
