"""比較: two texts, or one text through two models, with their differences."""

import streamlit as st

from core.ui.shell.routing import bootstrap_page

bootstrap_page("pages/compare.py")

from core.ui.compare import blocks  # noqa: E402 - nothing runs before the guard
from core.ui.shell.loaders import get_analyzer  # noqa: E402
from core.ui.shell.messages import errors_in_one_sentence  # noqa: E402
from core.ui.shell.sidebar import sidebar_block  # noqa: E402
from core.ui.shell.words import word  # noqa: E402

with errors_in_one_sentence():
    analyzer = get_analyzer(sidebar_block())

st.title(word("compare_title"))
st.write(word("compare_purpose"))

with errors_in_one_sentence():
    sides = blocks.sides_block(analyzer)
predictions = blocks.predictions_block(sides) if sides else None
if sides and predictions:
    compared = blocks.probabilities_block(sides, predictions)
    if compared:
        method, target = blocks.method_block(compared, predictions)
        with errors_in_one_sentence():
            left, right = blocks.highlights_block(sides, predictions, method=method, target=target)
        blocks.table_block(left.attribution, right.attribution)
blocks.about_comparison_block()
