"""分析: one text, its predicted category, and what the model looked at."""

import streamlit as st

from core.ui.shell.routing import bootstrap_page

bootstrap_page("pages/analyze.py")

from core.ui.analyze.about import about_block  # noqa: E402 - nothing runs before the guard
from core.ui.analyze.document import back_to_document_block, document_block  # noqa: E402
from core.ui.analyze.text import reading_block, text_block  # noqa: E402
from core.ui.analyze.visits import visits_block  # noqa: E402
from core.ui.analyze.whole_text import whole_text_block  # noqa: E402
from core.ui.parts.open_text import back_to_check_block  # noqa: E402
from core.ui.parts.share import current_view, link_button, restore_shared  # noqa: E402
from core.ui.shell.loaders import get_analyzer  # noqa: E402
from core.ui.shell.messages import errors_in_one_sentence  # noqa: E402
from core.ui.shell.sidebar import sidebar_block  # noqa: E402
from core.ui.shell.words import word  # noqa: E402

with errors_in_one_sentence():
    restore_shared()
    analyzer = get_analyzer(sidebar_block())

with st.container(gap="xxsmall"):
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.title(word("analyze_title"), width="content")
        title_place = st.container(
            horizontal=True, vertical_alignment="center", gap="xsmall", width="content"
        )
    st.caption(word("analyze_purpose"))
text, beside = text_block()
view = current_view(analyzer, text)
with title_place:
    link_button(view, key="link")
    reading = reading_block()
with beside:
    visits_block(view)
work_place, about_place = st.container(), st.container()
with about_place:
    about_block(analyzer)
with work_place:
    if reading == "sentences":
        document_block(analyzer, text)
    else:
        back_to_check_block(text)
        back_to_document_block(text)
        whole_text_block(analyzer, text)
