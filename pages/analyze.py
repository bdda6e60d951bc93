"""分析: one text, its predicted category, and what the model looked at."""

import streamlit as st

from core.ui.routing import bootstrap_page

bootstrap_page("pages/analyze.py")

from core.ui import analysis_blocks as blocks  # noqa: E402 - nothing runs before the guard
from core.ui.loaders import get_analyzer  # noqa: E402
from core.ui.sidebar import sidebar_block  # noqa: E402
from core.ui.telling import told_in_one_sentence  # noqa: E402
from core.ui.words import word  # noqa: E402

with told_in_one_sentence():
    analyzer = get_analyzer(sidebar_block())

st.title(word("analyze_title"))
st.write(word("analyze_purpose"))
text = blocks.text_block()

prediction_place = st.container()
method = blocks.method_block()
analysis = blocks.analyze_or_explain(analyzer, text, method)
if analysis is not None:
    with prediction_place:
        blocks.prediction_block(analysis, calibrated=analyzer.bundle.temperature != 1.0)
    blocks.highlight_block(analysis, window=analyzer.bundle.model.sequence_length)
    blocks.table_block(analysis)
blocks.about_block(analyzer)
