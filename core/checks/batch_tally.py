"""What a file of any length comes to, added up piece by piece."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TypedDict

import numpy as np

from core.batch.label_counts import LabelCounts
from core.batch.predict import BatchResult
from core.stats.measure import Metrics, measure


class ErrorCount(TypedDict):
    """How many rows failed for one reason; the number of the first, and what it was told."""

    rows: int
    first_row: int
    first: str


@dataclass(slots=True, kw_only=True)
class BatchTally:
    """The counts so far; of a judged row no more than its labels and its article are kept.

    Attributes:
        labels: the categories of the model (C).
    """

    labels: Sequence[str]
    rows: int = 0
    failed: int = 0
    out_of_scope: int = 0
    has_scope: bool = False
    errors: dict[str, ErrorCount] = field(default_factory=dict)
    _label_counts: LabelCounts = field(init=False)
    _true_ids: list[np.ndarray] = field(default_factory=list)
    _predicted_ids: list[np.ndarray] = field(default_factory=list)
    _groups: list[str] = field(default_factory=list)
    _known_groups: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._label_counts = LabelCounts(tuple(self.labels))

    def add(self, result: BatchResult, *, language: str) -> None:
        """Count the next rows of the file.

        Args:
            language: of the sentence that stands for all errors of its kind.
        """
        for row, error in enumerate(result.errors):
            if error is not None:
                kind = self.errors.setdefault(
                    type(error).__name__,
                    {"rows": 0, "first_row": self.rows + row, "first": error.sentence(language)},
                )
                kind["rows"] += 1
        judged = result.judged  # (N,)
        self.rows += len(result)
        self.failed += int((~result.answered).sum())
        self.out_of_scope += int(result.out_of_scope.sum())
        self.has_scope |= result.scope_threshold is not None
        self._label_counts.add(result)
        self._true_ids.append(result.true_ids[judged].astype(np.int16))
        self._predicted_ids.append(result.predicted_ids[judged].astype(np.int16))
        # One string an article, not one a row.
        known = self._known_groups
        self._groups += [
            known.setdefault(result.groups[row], result.groups[row])
            for row in np.flatnonzero(judged)
        ]

    def metrics(self) -> Metrics | None:
        """Return the figures of the rows with a label; None where there is none."""
        if not self._groups:
            return None
        return measure(
            np.concatenate(self._true_ids),
            np.concatenate(self._predicted_ids),
            self._groups,
            labels=self.labels,
        )

    def record(self) -> dict[str, object]:
        """Return all of it as JSON values."""
        metrics = self.metrics()
        record: dict[str, object] = {
            "rows": self.rows,
            "failed": self.failed,
            "errors": self.errors,
            "out_of_scope": self.out_of_scope if self.has_scope else None,
            "judged": 0 if metrics is None else metrics.num_rows,
            **self._label_counts.record(),
        }
        if metrics is None:
            return record
        return record | {
            "accuracy": asdict(metrics.accuracy),
            "macro_f1": asdict(metrics.macro_f1),
            "majority_label": metrics.majority_label,
            "majority_baseline": metrics.majority_baseline,
        }
