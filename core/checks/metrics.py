"""How good a model is on the rows of a file."""

from dataclasses import asdict
from functools import lru_cache
from typing import Any

import numpy as np

from core.batch.predict import BatchResult
from core.stats.calibration import (
    brier_score,
    expected_calibration_error,
    negative_log_likelihood,
    reliability_bins,
)
from core.stats.measure import Metrics, measure


# The same result is asked about by several blocks of a page; it is known by its identity.
@lru_cache(maxsize=4)
def measure_batch(result: BatchResult) -> Metrics:
    """Measure the rows that have an answer and a label to judge it by.

    Raises:
        ValueError: there are no such rows.
    """
    judged = np.flatnonzero(result.judged)
    return measure(
        result.true_ids[judged],
        result.predicted_ids[judged],
        [result.groups[row] for row in judged],
        labels=result.labels,
    )


def calibration_record(result: BatchResult) -> dict[str, Any]:
    """Measure the judged rows, in the form in which report.json holds such figures."""
    true_ids = result.true_ids[result.judged]  # (N,)
    record: dict[str, Any] = {"num_examples": len(true_ids)}
    for end, rows in (
        ("before", result.raw_probabilities[result.judged]),
        ("after", result.probabilities[result.judged]),
    ):
        record |= {
            f"ece_{end}": expected_calibration_error(rows, true_ids),
            f"nll_{end}": negative_log_likelihood(rows, true_ids),
            f"brier_{end}": brier_score(rows, true_ids),
            f"reliability_{end}": [asdict(bin_) for bin_ in reliability_bins(rows, true_ids)],
        }
    return record
