"""A page with texts that Markdown would read, in every place where Streamlit reads it."""

import streamlit as st

from core.ui.shell.as_written import code_markdown, escape_markdown
from tests.strange_names import MARKS

for number, text in enumerate(MARKS):
    shown = escape_markdown(text)
    with st.container(key=f"text_{number}"):
        st.markdown(f"分類は **{shown}**、\n- {shown}\n- {code_markdown(text)}", help=shown)
        st.markdown(f"| | {shown} |\n|--|--|\n| **{shown}** | {shown} |")
        st.info(f"「{shown}」")
        st.button(shown, key=f"button_{number}")
        st.segmented_control("x", ["x"], format_func=lambda _, shown=shown: shown, key=f"s{number}")
        st.table({"x": [shown]}, hide_index=True)
        # No Markdown there.
        st.selectbox("x", ["x"], format_func=lambda _, text=text: text, key=f"list_{number}")
st.html("<p id='end'></p>")
