"""A long list, one page at a time."""

import math
from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

PAGE_ROWS = 20

_Rows = TypeVar("_Rows", bound=Sequence)


def page_of(rows: _Rows, *, key: str) -> _Rows:
    """Draw the switch between the pages, where there are several, and return the chosen one.

    Args:
        key: of the switch, which remembers its page; another list needs another one.
    """
    num_pages = math.ceil(len(rows) / PAGE_ROWS)
    if num_pages < 2:
        return rows
    if st.session_state.get(key, 1) > num_pages:
        st.session_state[key] = 1
    start = PAGE_ROWS * (st.pagination(num_pages, key=key, persist_state="session") - 1)
    return rows[start : start + PAGE_ROWS]
