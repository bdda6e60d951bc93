"""Answers to the rows of a file, and all that is said of them, built by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import numpy as np

from core.batch.predict import BatchResult
from core.checks.behaviour import Case, CaseResult
from core.checks.models import Duel
from core.checks.report import CheckReport, collect_report
from core.checks.shortcuts import Shortcut
from core.errors import CoreError, EmptyTextError
from core.model.report import ModelReport
from tests.fake_analyzers import make_prediction
from tests.fakes import LABELS, make_bundle


def make_result(
    *answers: tuple[str, float] | None,
    true_labels: Sequence[str] | None = None,
    texts: Sequence[str] | None = None,
    groups: Sequence[str] | None = None,
    labels: Sequence[str] = LABELS,
    scope_scores: Sequence[float] | None = None,
    scope_threshold: float | None = None,
) -> BatchResult:
    """One row per answer, of ten tokens each.

    Args:
        answers: the predicted label and its probability, the others share the rest equally; None
            for a row that failed, as an empty text does.
    """
    size = len(answers)
    probabilities = np.full((size, len(labels)), np.nan)  # (N, C)
    for row, answer in enumerate(answers):
        if answer is not None:
            label, confidence = answer
            probabilities[row] = (1.0 - confidence) / (len(labels) - 1)
            probabilities[row, labels.index(label)] = confidence
    errors: list[CoreError | None] = [
        EmptyTextError() if answer is None else None for answer in answers
    ]
    return BatchResult(
        source="rows.csv",
        labels=tuple(labels),
        texts=tuple(texts or (f"文{number}" for number in range(size))),
        true_labels=tuple(true_labels or [""] * size),
        groups=tuple(groups or [""] * size),
        probabilities=probabilities,
        raw_probabilities=probabilities.copy(),
        num_tokens=np.full(size, 10),
        num_unknown=np.zeros(size, np.int64),
        num_truncated=np.zeros(size, np.int64),
        scope_scores=np.array(
            [np.nan] * size if scope_scores is None else scope_scores, np.float64
        ),
        scope_threshold=scope_threshold,
        errors=tuple(errors),
    )


def make_report(
    result: BatchResult, *, duel: Duel | None = None, stored: Mapping[str, Any] | None = None
) -> CheckReport:
    """What is collected of a fake model with one shortcut and one failed behaviour test.

    Args:
        duel: the fake's answers beside those of another fake.
        stored: its report.json.
    """
    shortcut = Shortcut(
        piece="[グルメ]",
        label="グルメ",
        count=3,
        num_texts=4,
        mean_score=0.625,
        other_score=0.125,
        weight=0.46875,
        flips=0.75,
        rows=(0, 1, 2),
    )
    case = Case(
        kind="direction",
        capability="adding",
        name="adding-01",
        text="雨<b>",
        variant="寺の雨<b>",
        label="京都",
        direction="raises",
    )
    before, after = (make_prediction(case.text, {"グルメ": 1.0 - p, "京都": p}) for p in (0.3, 0.2))
    failed = CaseResult(
        case=case, before=before, after=after, change=-0.1, counted=True, passed=False
    )
    analyzer = SimpleNamespace(
        bundle=make_bundle(), labels=result.labels, report=ModelReport(content=stored or {})
    )
    other = SimpleNamespace(bundle=replace(make_bundle(), name="other", sha256="cd" * 32))
    with (
        patch("core.checks.report.sample_rows", lambda analyzer, texts: (0, 1)),
        patch("core.checks.report.find_shortcuts", lambda *a, **k: {"グルメ": (shortcut,)}),
        patch("core.checks.report.run_behaviour", lambda analyzer, cases: (failed,)),
        patch("core.checks.report.duel_with", lambda *a, **k: duel),
    ):
        return collect_report(
            analyzer,
            result,
            made_at=datetime(2026, 11, 23, 6, 5, tzinfo=UTC),
            cases=(case, replace(case, label="天気")),
            other=None if duel is None else other,
        )
