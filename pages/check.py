"""検査: how far a model can be trusted on a table of texts."""

import streamlit as st

from core.ui.shell.routing import bootstrap_page

bootstrap_page("pages/check.py")

from core.ui.check.cards import cards_block  # noqa: E402 - nothing runs before the guard
from core.ui.check.label_column import label_column_block  # noqa: E402
from core.ui.check.panels import check_panel_block  # noqa: E402
from core.ui.check.run import run_block  # noqa: E402
from core.ui.check.source import source_block  # noqa: E402
from core.ui.shell.loaders import get_analyzer  # noqa: E402
from core.ui.shell.messages import errors_in_one_sentence  # noqa: E402
from core.ui.shell.sidebar import sidebar_block  # noqa: E402
from core.ui.shell.words import word  # noqa: E402

with errors_in_one_sentence():
    analyzer = get_analyzer(sidebar_block())

with st.container(gap="xxsmall"):
    st.title(word("check_title"))
    st.caption(word("check_purpose"))
work_place, about_place = st.container(), st.container()
with about_place, st.expander(word("about")):
    st.write(word("check_about"))
    st.write(word("check_sources"))
with work_place, errors_in_one_sentence():
    rows = source_block(analyzer)
    if rows is not None:
        label_column_block(rows, analyzer.labels)
    result = None if rows is None else run_block(analyzer, rows)
    if result is not None:
        cards_block(analyzer, result)
        check_panel_block(analyzer, result)
