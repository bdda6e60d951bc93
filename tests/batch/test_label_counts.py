"""The labels of a file beside those of the model, the same piece by piece."""

import tracemalloc

from core.batch import label_counts
from core.batch.label_counts import LabelCounts
from tests.fakes import LABELS
from tests.results import make_result

FOOD, PHONE, KYOTO, SPORTS = LABELS
TRUE = [FOOD, " グルメ", KYOTO, "天気", "", "　天気", "ｽﾎﾟｰﾂ", "政治", "　", '["グルメ"]']


def _result(labels):
    return make_result(*[(KYOTO, 0.7)] * len(labels), true_labels=labels)


def test_the_counts_are_those_that_one_counts_by_hand():
    counts = LabelCounts.of(_result(TRUE))
    assert counts.known == {FOOD: 3, PHONE: 0, KYOTO: 1, SPORTS: 1}
    assert counts.record() == {
        "loose_labels": 3,
        "unknown_labels": 3,
        "unknown_label_kinds": 2,
        "more_unknown_label_kinds": False,
        "unknown_label_rows": {"天気": 2, "政治": 1},
        "absent_labels": [PHONE],
    }


def test_pieces_notes_and_the_whole_agree():
    whole = LabelCounts.of(_result(TRUE)).record()
    pieces, notes = LabelCounts(LABELS), LabelCounts(LABELS)
    for piece in (TRUE[:3], TRUE[3:4], TRUE[4:]):
        pieces.add(_result(piece))
        notes.add_note(LabelCounts.of(_result(piece)).note())
    assert pieces.record() == notes.record() == whole


def test_a_file_without_labels_lacks_none():
    assert LabelCounts.of(_result(["", " "])).record()["absent_labels"] == []
    assert LabelCounts.of(_result(["天気"])).record()["absent_labels"] == list(LABELS)


def test_the_commonest_are_named_first_and_ten_at_most():
    labels = [f"x{number:02d}" for number in range(12) for _ in range(number + 1)]
    record = LabelCounts.of(_result(labels)).record()
    assert list(record["unknown_label_rows"].items())[:2] == [("x11", 12), ("x10", 11)]
    assert len(record["unknown_label_rows"]) == 10
    assert (record["unknown_labels"], record["unknown_label_kinds"]) == (78, 12)


def test_another_label_in_every_row_fills_no_memory(monkeypatch):
    monkeypatch.setattr(label_counts, "_MAX_NAMES", 100)
    counts = LabelCounts(LABELS)
    tracemalloc.start()
    for start in range(0, 20_000, 1_000):
        counts.add(_result([f"{number}" * 300 for number in range(start, start + 1_000)]))
        if not start:
            first, _ = tracemalloc.get_traced_memory()
    last, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert last < first + 200_000
    counts.add(_result(["0" * 300, "天気"]))
    record = counts.record()
    assert (record["unknown_labels"], record["unknown_label_kinds"]) == (20_002, 100)
    assert record["more_unknown_label_kinds"]
    assert record["unknown_label_rows"]["0" * 200] == 2
