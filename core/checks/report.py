"""Everything that 検査 finds out about a model, in one record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from core.analyzer import Analyzer
from core.batch.label_counts import LabelCounts
from core.batch.predict import BatchResult
from core.checks.behaviour import Case, CaseResult, answerable, run_behaviour
from core.checks.metrics import measure_batch
from core.checks.models import Duel, duel_with
from core.checks.provenance import provenance, provenance_beside
from core.checks.shortcuts import Shortcut, find_shortcuts, sample_rows
from core.checks.slices import Slice, slice_batch, worst_slice
from core.model.bundle import Bundle
from core.model.report import ModelReport
from core.stats.calibration import (
    brier_score,
    expected_calibration_error,
    negative_log_likelihood,
    reliability_bins,
)
from core.stats.measure import Metrics
from core.stats.significance import Difference
from core.types import ReliabilityBin

_MISTAKES = 20
_SHORTCUTS = 5  # of every label
# The protocols that are set side by side: what the split is worth, and what the topic tags are.
_PROTOCOL_PAIRS = (
    ("random", "grouped_tagged"),
    ("random_untagged", "grouped"),
    ("random", "random_untagged"),
    ("grouped_tagged", "grouped"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How far some probabilities and the truth lie apart, see `core.stats.calibration`."""

    ece: float
    nll: float
    brier: float
    bins: tuple[ReliabilityBin, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CheckReport:
    """What is known of a model on the rows of a file.

    Attributes:
        bundle: the model: its name, identity, training and versions.
        result: the rows and the model's answers.
        provenance: whether the model may have learnt the rows, see `core.checks.provenance`.
        labels: how the labels of the rows and of the model fit together.
        metrics: of the judged rows; None where there are none, like `raw` and `calibrated`.
        slices: of the judged rows, see `core.checks.slices`; none where no row is judged.
        worst: the slice that is worse than the whole by more than the noise.
        raw, calibrated: of the network's own probabilities and of the scaled ones.
        scope: what is stored of the measure of foreign texts, None where nothing is.
        behaviour: the cases that the model was asked.
        num_skipped_cases: those that ask for labels that the model does not have.
        shortcuts: the pieces that decide most, by label.
        num_shortcut_texts: the rows that they were looked for in.
        other, other_provenance, duel: a second model, whether it may have learnt the rows, and
            what it says about them; or None.
        protocols: the stored records of the model's recipe, see `core.checks.protocols`.
        protocol_differences: by the names of two protocols, the first minus the second.
        mistakes: the numbers of the surest wrong rows.
    """

    made_at: datetime
    bundle: Bundle
    result: BatchResult
    provenance: str
    labels: LabelCounts
    metrics: Metrics | None
    slices: tuple[Slice, ...]
    worst: Slice | None
    raw: Calibration | None
    calibrated: Calibration | None
    scope: Mapping[str, Any] | None
    behaviour: tuple[CaseResult, ...]
    num_skipped_cases: int
    shortcuts: Mapping[str, tuple[Shortcut, ...]]
    num_shortcut_texts: int
    other: Bundle | None
    other_provenance: str | None
    duel: Duel | None
    protocols: Mapping[str, Mapping[str, Any]]
    protocol_differences: Mapping[tuple[str, str], Difference]
    mistakes: tuple[int, ...]


def collect_report(
    analyzer: Analyzer,
    result: BatchResult,
    *,
    made_at: datetime,
    cases: Sequence[Case] = (),
    other: Analyzer | None = None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> CheckReport:
    """Find out everything about a model and its answers.

    Args:
        made_at: the time that the report bears.
        cases: behaviour tests; those that ask for other labels are left out.
        other: a second model, to be asked about the same rows.
        on_progress: called with (steps done, all steps); an exception it raises ends the work.
    """
    stored = analyzer.report
    judged = result.judged
    slices = slice_batch(result) if judged.any() else ()
    known_cases = answerable(cases, analyzer.labels)
    sample = sample_rows(analyzer, result.texts)
    num_other = 0 if other is None else len(result)
    steps = len(sample) + num_other
    duel = None
    if other is not None:
        duel = duel_with(result, other, on_progress=lambda done, total: on_progress(done, steps))
    return CheckReport(
        made_at=made_at,
        bundle=analyzer.bundle,
        result=result,
        provenance=provenance(analyzer.bundle, result),
        labels=LabelCounts.of(result),
        metrics=measure_batch(result) if judged.any() else None,
        slices=slices,
        worst=worst_slice(slices) if slices else None,
        raw=_calibration(result, result.raw_probabilities) if judged.any() else None,
        calibrated=_calibration(result, result.probabilities) if judged.any() else None,
        scope=stored.check("scope"),
        behaviour=run_behaviour(analyzer, known_cases) if known_cases else (),
        num_skipped_cases=len(cases) - len(known_cases),
        shortcuts=find_shortcuts(
            analyzer,
            [result.texts[row] for row in sample],
            top=_SHORTCUTS,
            on_progress=lambda done, total: on_progress(num_other + done, steps),
        ),
        num_shortcut_texts=len(sample),
        other=None if other is None else other.bundle,
        other_provenance=(
            None if other is None else provenance_beside(other.bundle, analyzer.bundle, result)
        ),
        duel=duel,
        protocols=stored.protocols,
        protocol_differences=_protocol_differences(stored),
        mistakes=_surest_mistakes(result),
    )


def _calibration(result: BatchResult, probabilities: np.ndarray) -> Calibration:
    """Measure the judged rows of the probabilities (N, C)."""
    rows, true_ids = probabilities[result.judged], result.true_ids[result.judged]
    return Calibration(
        ece=expected_calibration_error(rows, true_ids),
        nll=negative_log_likelihood(rows, true_ids),
        brier=brier_score(rows, true_ids),
        bins=reliability_bins(rows, true_ids),
    )


def _protocol_differences(stored: ModelReport) -> dict[tuple[str, str], Difference]:
    """Compare the pairs of which both records hold what their articles came to."""
    differences = {names: stored.protocol_difference(*names) for names in _PROTOCOL_PAIRS}
    return {names: one for names, one in differences.items() if one is not None}


def _surest_mistakes(result: BatchResult) -> tuple[int, ...]:
    wrong = np.flatnonzero(result.judged & ~result.right)
    surest = np.argsort(-result.confidence[wrong], kind="stable")[:_MISTAKES]
    return tuple(wrong[surest].tolist())
