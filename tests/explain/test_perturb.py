"""Variants in id space."""

import numpy as np
import pytest

from core.explain.perturb import remove_groups, remove_tokens

IDS = np.array([11, 12, 13], np.int32)
REMOVED = np.array([[False, True, False], [True, True, True], [False, False, False]])


@pytest.mark.parametrize(
    ("removal", "expected"),
    [
        ("delete", [[11, 13], [], [11, 12, 13]]),
        ("unk", [[11, 1, 13], [1, 1, 1], [11, 12, 13]]),
        ("blank", [[11, 7, 13], [7, 7, 7], [11, 12, 13]]),
    ],
)
def test_tokens_go_as_the_removal_says(removal, expected):
    rows = remove_tokens(IDS, REMOVED, removal=removal, blank_id=7)
    assert [row.tolist() for row in rows] == expected
    assert all(row.dtype == np.int32 for row in rows)


def test_an_unknown_removal_is_refused():
    with pytest.raises(ValueError, match="Received: 'mask'"):
        remove_tokens(IDS, REMOVED, removal="mask", blank_id=7)


def test_groups_become_their_tokens():
    removed = np.array([[True, False], [False, True], [True, True], [False, False]])
    assert remove_groups([(0, 2), (3,)], removed, 5).tolist() == [
        [True, False, True, False, False],
        [False, False, False, True, False],
        [True, False, True, True, False],
        [False, False, False, False, False],
    ]
