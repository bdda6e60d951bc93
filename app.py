"""The router: `streamlit run app.py`."""

import streamlit as st

from core.ui.shell.page import popovers_block, style_block
from core.ui.shell.presentation import presentation_block
from core.ui.shell.routing import enter
from core.ui.shell.sidebar import menu_block
from core.ui.shell.theme import theme_block
from core.ui.shell.words import word

st.set_page_config(page_icon="🔎", layout="wide")
pages = [
    st.Page("pages/analyze.py", title=word("analyze_title"), default=True),
    st.Page("pages/compare.py", title=word("compare_title"), url_path="compare"),
    st.Page("pages/lesson.py", title=word("lesson_title"), url_path="lesson"),
    st.Page("pages/check.py", title=word("check_title"), url_path="check"),
    st.Page("pages/model.py", title=word("model_page_title"), url_path="model"),
]
page = enter(pages)
st.set_page_config(page_title=f"{page.title}｜{word('app_name')}")
style_block()
menu_block(pages)
theme_block()
popovers_block()
presentation_block(zoom_charts=page.url_path != "lesson")
page.run()
