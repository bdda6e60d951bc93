"""Entering through app.py, whichever address was opened first.

A folder named `pages/` makes a fresh Streamlit server run a deep-linked page file without app.py:
every page begins with `bootstrap_page`, which goes round through app.py.
"""

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

_ENTERED = "_entered_via_app"
_GO_TO = "_go_to"


def bootstrap_page(path: str) -> None:
    """Go to app.py first where it has not run in this session yet."""
    if not st.session_state.get(_ENTERED):
        st.session_state[_GO_TO] = (path, dict(st.query_params))
        st.switch_page("app.py")


def enter(pages: Sequence[Page]) -> Page:
    """Build the menu and return the page to run; send a deep link to where it wanted to go."""
    st.session_state[_ENTERED] = True
    page = st.navigation(list(pages))
    go_to = st.session_state.pop(_GO_TO, None)
    if go_to:
        path, query = go_to
        st.switch_page(path, query_params=query)
    return page
