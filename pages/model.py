"""モデル: what a model is, what it learnt from, what it cannot do."""

import streamlit as st

from core.ui.shell.routing import bootstrap_page

bootstrap_page("pages/model.py")

from core.ui.model.sections import model_section_block  # noqa: E402
from core.ui.shell.loaders import get_analyzer  # noqa: E402 - nothing runs before the guard
from core.ui.shell.messages import errors_in_one_sentence  # noqa: E402
from core.ui.shell.sidebar import sidebar_block  # noqa: E402
from core.ui.shell.words import word  # noqa: E402

with errors_in_one_sentence():
    analyzer = get_analyzer(sidebar_block())

with st.container(gap="xxsmall"):
    st.title(word("model_page_title"))
    st.caption(word("model_page_purpose"))
work_place, about_place = st.container(), st.container()
with about_place, st.expander(word("about")):
    st.write(word("model_page_about"))
    st.write(word("model_page_sources"))
with work_place, errors_in_one_sentence():
    model_section_block(analyzer)
