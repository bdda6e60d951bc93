"""Entering through app.py, whichever address was opened first.

A folder named `pages/` makes a fresh Streamlit server run a deep-linked page file without app.py:
every page begins with `bootstrap_page`, which goes round through app.py.
"""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import Page

_ENTERED = "_entered_via_app"
_GO_TO = "_go_to"


def bootstrap_page(path: str) -> None:
    """Go to app.py first where it has not run in this session yet."""
    if not st.session_state.get(_ENTERED):
        st.session_state[_GO_TO] = (path, dict(st.query_params))
        st.switch_page("app.py")


def go_to(path: str, query: Mapping[str, str]) -> None:
    """Go to a page from a callback, where `st.switch_page` does not always know the pages."""
    st.session_state[_GO_TO] = (path, dict(query))
    st.rerun()  # of the whole app: left to itself, a button of a fragment runs only that


def enter(pages: Sequence[Page]) -> Page:
    """Return the page to run; send a deep link to where it wanted to go.

    The menu is `core.ui.shell.sidebar.menu_block`: Streamlit's own forgets the address.
    """
    st.session_state[_ENTERED] = True
    page = st.navigation(list(pages), position="hidden")
    wanted = st.session_state.pop(_GO_TO, None)
    if wanted:
        path, query = wanted
        st.switch_page(path, query_params=query)
    return page
