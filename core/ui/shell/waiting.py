"""Work beside the page: what a person does next does not wait for it."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

import streamlit as st

_THREADS = 2
_POLL_SECONDS = 0.05

_Result = TypeVar("_Result")


def computed_once(key: Hashable, compute: Callable[[], _Result], *, note: str) -> _Result:
    """Return what `compute` returns, which is remembered for all visitors under the key.

    It runs in another thread and shows the note meanwhile. The page writes again and again while
    it waits: only then does Streamlit let a click end this run and begin the next one. What was
    begun goes on, so that its result is there when it is asked for again.

    Args:
        key: everything that the result depends on.
        compute: must not call Streamlit.
    """
    future = _begun(key, compute)
    place = st.empty()
    while wait([future], timeout=_POLL_SECONDS).not_done:
        place.caption(note)
    place.empty()
    if future.exception() is not None:
        _begun.clear(key, compute)  # what failed is tried again, not remembered
    return future.result()


@st.cache_resource(max_entries=256, ttl="1h", show_spinner=False)
def _begun(key: Hashable, _compute: Callable[[], _Result]) -> Future[_Result]:
    return _pool().submit(_compute)


@st.cache_resource(show_spinner=False)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_THREADS)
