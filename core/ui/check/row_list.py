"""Rows of a file, the surest first, each opening in the page 分析."""

import math
from collections.abc import Sequence

import numpy as np
import streamlit as st

from core.batch.predict import BatchResult
from core.ui.check.text_row import shortened, text_row
from core.ui.shell.words import language, word

PAGE_ROWS = 20


def rows_block(result: BatchResult, numbers: Sequence[int] | np.ndarray, *, key: str) -> None:
    """Draw how many rows these are, and a page of them.

    Args:
        numbers: the rows to show, in any order.
        key: of the widgets; another list on the same page needs another one.
    """
    rows = sort_rows(result, numbers)
    st.markdown(f"**{word('check_rows', count=f'{len(rows):,}')}**")
    for row in rows[page_of(len(rows), key=f"{key}_page")].tolist():
        _row(result, row, key)


def sort_rows(result: BatchResult, numbers: Sequence[int] | np.ndarray) -> np.ndarray:
    """Return the row numbers, the highest probability first, those that failed at the end."""
    rows = np.asarray(numbers, np.int64)  # (R,)
    surest = np.nan_to_num(result.confidence[rows], nan=-1.0)  # (R,)
    return rows[np.argsort(-surest, kind="stable")]


def _row(result: BatchResult, row: int, key: str) -> None:
    text = result.texts[row]
    text_row(
        shortened(text),
        _facts(result, row),
        opens={word("check_open", number=row + 1): text},
        key=f"{key}_open_{row}",
    )


def _facts(result: BatchResult, row: int) -> str:
    """Say the true label, the predicted one with its probability, and what is odd about the row."""
    facts = []
    if result.true_labels[row]:
        facts.append(word("check_true", label=shortened(result.true_labels[row])))
    error = result.errors[row]
    if error is not None:
        facts.append(error.sentence(language()))
        return word("list_joint").join(facts)
    label = result.labels[int(result.predicted_ids[row])]
    facts.append(word("check_predicted", label=label, value=f"{result.confidence[row]:.2f}"))
    if result.out_of_scope[row]:
        facts.append(word("check_maybe_out"))
    if result.num_truncated[row]:
        facts.append(word("check_cut", count=result.num_truncated[row]))
    return word("list_joint").join(facts)


def page_of(num_rows: int, *, key: str) -> slice:
    """Draw the switch between the pages, where there are several, and return where one stands.

    Args:
        num_rows: of the whole list.
        key: of the switch, which remembers its page; another list needs another one.
    """
    num_pages = math.ceil(num_rows / PAGE_ROWS)
    if num_pages < 2:
        return slice(num_rows)
    if st.session_state.get(key, 1) > num_pages:
        st.session_state[key] = 1
    start = PAGE_ROWS * (st.pagination(num_pages, key=key, persist_state="session") - 1)
    return slice(start, start + PAGE_ROWS)
