"""モデル: what a model is, what it learnt from, what it cannot do."""

import streamlit as st

from core.ui.routing import bootstrap_page

bootstrap_page("pages/model.py")

from core.ui.loaders import get_analyzer  # noqa: E402 - nothing runs before the guard
from core.ui.sidebar import sidebar_block  # noqa: E402
from core.ui.telling import told_in_one_sentence  # noqa: E402
from core.ui.words import word  # noqa: E402

with told_in_one_sentence():
    analyzer = get_analyzer(sidebar_block())

st.title(word("model_page_title"))
