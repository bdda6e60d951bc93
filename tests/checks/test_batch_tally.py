"""Piece by piece, a file comes to what it comes to as a whole."""

import pytest

from core.checks.batch_tally import BatchTally
from core.checks.metrics import measure_batch
from tests.fakes import LABELS
from tests.results import make_result

FOOD, PHONE, KYOTO, SPORTS = LABELS
ANSWERS = [(KYOTO, 0.7), None, (FOOD, 0.9), (FOOD, 0.8), (PHONE, 0.9), (KYOTO, 0.6)]
TRUE = [KYOTO, KYOTO, PHONE, FOOD, "寺", ""]
GROUPS = ["a", "a", "a", "b", "b", "c"]


def _tally(*pieces: slice) -> BatchTally:
    tally = BatchTally(labels=LABELS)
    for piece in pieces:
        result = make_result(*ANSWERS[piece], true_labels=TRUE[piece], groups=GROUPS[piece])
        tally.add(result, language="en")
    return tally


def test_the_counts_are_those_that_one_counts_by_hand():
    record = _tally(slice(0, 2), slice(2, 6)).record()
    assert (record["rows"], record["failed"], record["judged"]) == (6, 1, 3)
    assert record["unknown_labels"] == 1
    assert record["out_of_scope"] is None
    assert record["accuracy"]["value"] == pytest.approx(2 / 3)
    assert record["majority_baseline"] == pytest.approx(1 / 3)
    (kind,) = record["errors"].items()
    assert kind[0] == "EmptyTextError"
    assert (kind[1]["rows"], kind[1]["first_row"]) == (1, 1)
    assert kind[1]["first"].startswith("There is nothing")


def test_pieces_and_the_whole_agree():
    pieces = _tally(slice(0, 1), slice(1, 4), slice(4, 6))
    assert pieces.record() == _tally(slice(0, 6)).record()
    whole = measure_batch(make_result(*ANSWERS, true_labels=TRUE, groups=GROUPS))
    assert pieces.metrics().accuracy == whole.accuracy


def test_a_file_without_labels_has_no_figures():
    tally = BatchTally(labels=LABELS)
    tally.add(
        make_result((KYOTO, 0.7), (FOOD, 0.5), scope_scores=[2.0, 0.0], scope_threshold=1.0),
        language="ja",
    )
    record = tally.record()
    assert (record["judged"], record["out_of_scope"]) == (0, 1)
    assert "accuracy" not in record
