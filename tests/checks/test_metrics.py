"""Only rows that can be judged are measured, and each result once."""

import pytest

from core.checks.metrics import measure_batch
from tests.results import make_result

LABELS = ("グルメ", "京都", "スポーツ")


def test_only_rows_that_can_be_judged_count():
    result = make_result(
        ("京都", 0.9),
        ("グルメ", 0.6),
        None,
        ("京都", 0.8),
        ("京都", 0.8),
        true_labels=["京都", "京都", "京都", "天気", ""],
        groups=["A", "A", "A", "B", "B"],
    )
    metrics = measure_batch(result)
    assert (metrics.num_rows, metrics.accuracy.value) == (2, 0.5)
    # One article alone says next to nothing of others.
    assert metrics.accuracy.low == pytest.approx(0.0, abs=0.001)
    assert metrics.accuracy.high == pytest.approx(1.0, abs=0.001)
    assert metrics.labels == result.labels
    assert measure_batch(result) is metrics
