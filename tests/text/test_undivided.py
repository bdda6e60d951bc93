"""Every character in at most one span."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.undivided import undivided_spans, unknown_runs
from core.types import UNK_ID


@pytest.mark.parametrize(
    ("spans", "stretches", "expected"),
    [
        ([], [], []),
        ([(0, 0), (0, 1), (1, 3)], [], [(0, 0), (0, 1), (1, 3)]),
        ([(0, 1), (0, 1), (1, 2)], [], [(0, 1), (0, 1), (1, 2)]),
        ([(0, 2), (1, 2), (2, 3)], [], [(0, 2), (0, 2), (2, 3)]),
        ([(0, 2), (1, 3), (2, 4), (4, 5)], [], [(0, 4), (0, 4), (0, 4), (4, 5)]),
        # A stretch draws in what lies on it, and does nothing where it lies in one span.
        ([(0, 1), (1, 2), (2, 3)], [(0, 2)], [(0, 2), (0, 2), (2, 3)]),
        ([(0, 3), (3, 4)], [(0, 1), (1, 3)], [(0, 3), (3, 4)]),
        ([(0, 2), (2, 4)], [(1, 3)], [(0, 4), (0, 4)]),
        # Characters of no token stay outside.
        ([(2, 3), (5, 6)], [], [(2, 3), (5, 6)]),
        ([(1, 1), (1, 2), (2, 3)], [(1, 3)], [(1, 1), (1, 3), (1, 3)]),
    ],
)
def test_spans_are_put_together(spans, stretches, expected):
    assert undivided_spans(spans, stretches) == expected


_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4))).map(
    lambda pairs: sorted((start, start + length) for start, length in pairs)
)


@given(spans=_SPANS, stretches=_SPANS)
def test_any_two_spans_are_equal_or_apart(spans, stretches):
    undivided = undivided_spans(spans, stretches)
    filled = sorted({span for span in undivided if span[0] < span[1]})
    assert all(one[1] <= other[0] for one, other in pairwise(filled))
    for (start, end), (whole_start, whole_end) in zip(spans, undivided, strict=True):
        assert whole_start <= start <= end <= whole_end


@pytest.mark.parametrize(
    ("text", "tokens", "runs"),
    [
        # （￣^￣）
        (
            "￣^￣",
            [("▁", 9, 0, 1), ("\u0304^", UNK_ID, 0, 2), ("▁", 9, 2, 3), ("\u0304", UNK_ID, 2, 3)],
            [(1, 3)],
        ),
        ("あ゛", [("あ", 8, 0, 1), ("▁", 9, 1, 2), ("\u3099", UNK_ID, 1, 2)], []),
        # A blank that somebody wrote cuts, and a mark ▁; a known piece too.
        ("😀 😀", [("😀", UNK_ID, 0, 1), ("▁", 9, 1, 2), ("😀", UNK_ID, 2, 3)], []),
        ("😀▁😀", [("😀", UNK_ID, 0, 1), ("▁", 9, 1, 2), ("😀", UNK_ID, 2, 3)], []),
        ("😀あ😀", [("😀", UNK_ID, 0, 1), ("あ", 8, 1, 2), ("😀", UNK_ID, 2, 3)], []),
        ("😀 \x08😀", [("😀", UNK_ID, 0, 1), ("▁", 9, 1, 3), ("😀", UNK_ID, 3, 4)], []),
        ("😀\ufffd😀", [("😀", UNK_ID, 0, 1), ("▁", 9, 1, 2), ("😀", UNK_ID, 2, 3)], []),
        ("😀\ufffdあ", [("😀", UNK_ID, 0, 1), ("▁", 9, 1, 2), ("あ", 8, 2, 3)], []),
    ],
)
def test_unknown_runs(text, tokens, runs):
    pieces, ids = [token[0] for token in tokens], [token[1] for token in tokens]
    assert unknown_runs(text, pieces, ids, [token[2:] for token in tokens]) == runs
