"""Choices that the address restores, in the same words in every language.

Streamlit's own `bind="query-params"` writes the label that is shown, which changes with the
language; here the address holds the option itself (`?lang=en&method=output_max`).
"""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

_OF_EVERY_PAGE = ("lang", "model", "present")

_Option = TypeVar("_Option")


def kept_address() -> dict[str, str]:
    """Return what of the address belongs to every page, for the way to another one."""
    query = st.query_params
    return {name: query[name] for name in _OF_EVERY_PAGE if name in query}


def read_choice(key: str, options: Sequence[str], *, default: str) -> str:
    """Return the chosen option: the widget's, else the address's, else the default."""
    for chosen in (st.session_state.get(key), st.query_params.get(key)):
        if isinstance(chosen, str) and chosen in options:
            return chosen
    return default


def start_choice(key: str, options: Sequence[str], *, default: str) -> None:
    """Give a widget its first value; call it before the widget is drawn."""
    st.session_state[key] = read_choice(key, options, default=default)


def write_choice(key: str) -> None:
    """Put a widget's new value into the address, an empty one out of it: its `on_change`."""
    chosen = st.session_state[key]
    if chosen:
        st.query_params[key] = chosen
    else:
        st.query_params.pop(key, None)


def required_choice(chosen: _Option | None) -> _Option:
    """Return what a switch holds that always holds something: `required`, and with a first value.

    Streamlit's types allow None there, as it does not see that the session gave the first value.

    Raises:
        ValueError: nothing is chosen.
    """
    if chosen is None:
        raise ValueError("a switch needs a first value, see `start_choice`. Received: None")
    return chosen
