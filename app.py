"""The router: `streamlit run app.py`."""

import streamlit as st

from core.ui.presentation import presentation_block
from core.ui.routing import enter
from core.ui.words import language, word

st.set_page_config(page_icon="🔎", layout="wide")
page = enter(
    [
        st.Page("pages/analyze.py", title=word("analyze_title"), default=True),
        st.Page("pages/compare.py", title=word("compare_title"), url_path="compare"),
        st.Page("pages/lesson.py", title=word("lesson_title"), url_path="lesson"),
        st.Page("pages/check.py", title=word("check_title"), url_path="check"),
        st.Page("pages/model.py", title=word("model_page_title"), url_path="model"),
    ]
)
st.set_page_config(page_title=f"{page.title}｜{word('app_name')}")
# Streamlit leaves a hand's breadth above and beside the page; on a projector that is a line lost.
st.html(
    "<style>[data-testid='stMainBlockContainer'] { padding: 3rem clamp(1rem, 4vw, 4rem) }</style>"
)
# Streamlit's page says lang="en"; screen readers and line breaking need the language of the words.
st.html(
    f"<script>document.documentElement.lang = '{language()}'</script>",
    unsafe_allow_javascript=True,
)
presentation_block()
page.run()
