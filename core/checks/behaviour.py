"""Behaviour tests: what a model must answer, must not change, and must move, case by case.

Source: Ribeiro et al. 2020, "Beyond accuracy: behavioral testing of NLP models with CheckList",
ACL. The cases are files, see data/behaviour/README.md.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.analyzer import Analyzer
from core.errors import (
    BrokenCaseError,
    ColumnMissingError,
    FileMissingError,
    FileUnreadableError,
    NoCasesError,
    UnknownLabelError,
)
from core.files import read_text
from core.stats.shares import counted_interval
from core.types import Prediction

KINDS = ("minimum", "invariance", "direction")
DIRECTIONS = ("raises", "lowers")

# A probability has moved when it has moved by more than this; less counts as staying.
TOLERANCE = 0.01
# From here on a probability cannot be asked to rise, nor from 1 - NEARLY_SURE on to fall.
NEARLY_SURE = 0.95

_COLUMNS = ("id", "kind", "text", "variant", "label", "direction")
_FILLED = {  # the columns that a kind of case needs; the others are empty
    "minimum": ("id", "text", "label"),
    "invariance": ("id", "text", "variant"),
    "direction": ("id", "text", "variant", "label", "direction"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that a model is asked.

    Attributes:
        kind: "minimum": the text has that label; "invariance": the variant is predicted like the
            text; "direction": the label of the variant is likelier or less likely than before.
        capability: what is tested, the name of the file.
        name: its id in the file.
        variant: the changed text; "" for "minimum".
        label: "" for "invariance".
        direction: "raises" or "lowers"; "" but for "direction".
    """

    kind: str
    capability: str
    name: str
    text: str
    variant: str = ""
    label: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaseResult:
    """What a model makes of a case.

    Attributes:
        before: the prediction of the text.
        after: that of the variant; None for "minimum".
        change: how the calibrated probability of the case's label ("direction") or of the label
            predicted before ("invariance") moved; None for "minimum".
        counted: False where there was no room to move and nothing moved the wrong way: such a case
            says nothing and counts neither as passed nor as failed.
        passed: whether the model does what is asked; False where it is not counted.
    """

    case: Case
    before: Prediction
    after: Prediction | None
    change: float | None
    counted: bool
    passed: bool

    @property
    def failed(self) -> bool:
        """Whether the case counts and the model does not do what is asked."""
        return self.counted and not self.passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many cases of one kind a model passes.

    Attributes:
        total: the cases that count.
        low, high: the ends of the 95 % interval of passed / total; NaN without cases.
        not_counted: the cases without room to move.
        mean_change: mean size of `CaseResult.change`; None for "minimum".
        control: the share that a model passes at best which gives every text the same answer.
    """

    kind: str
    passed: int
    total: int
    low: float
    high: float
    not_counted: int
    mean_change: float | None
    control: float


def read_cases(folder: Path) -> tuple[Case, ...]:
    """Read every CSV file of a folder: one file per capability, all its cases of one kind.

    Returns:
        The cases kind by kind, file by file.

    Raises:
        FileMissingError: there is no such folder.
        NoCasesError: it holds no case.
        FileUnreadableError, ColumnMissingError, BrokenCaseError: naming the file.
    """
    if not folder.is_dir():
        raise FileMissingError(path=folder)
    seen: set[str] = set()
    cases = [case for path in sorted(folder.glob("*.csv")) for case in _read_file(path, seen)]
    if not cases:
        raise NoCasesError(path=folder)
    return tuple(sorted(cases, key=lambda case: KINDS.index(case.kind)))


def answerable(cases: Iterable[Case], labels: Sequence[str]) -> tuple[Case, ...]:
    """Return the cases that ask for none but these labels."""
    return tuple(case for case in cases if case.label in ("", *labels))


def run_behaviour(analyzer: Analyzer, cases: Sequence[Case]) -> tuple[CaseResult, ...]:
    """Predict all texts and variants at once and judge every case.

    Raises:
        UnknownLabelError: a case asks for a label that the model does not have.
        EmptyTextError: a text gives no token.
    """
    for case in cases:
        if case.label not in ("", *analyzer.labels):
            raise UnknownLabelError(label=case.label, labels=", ".join(analyzer.labels))
    texts = list(dict.fromkeys(text for c in cases for text in (c.text, c.variant) if text))
    predictions = dict(zip(texts, analyzer.predict(texts), strict=True))
    return tuple(_judge(case, predictions) for case in cases)


def score(results: Sequence[CaseResult]) -> Score:
    """Count the results of one kind, of which there is at least one."""
    (kind,) = {result.case.kind for result in results}
    counted = [result for result in results if result.counted]
    passed = sum(result.passed for result in counted)
    low, high = counted_interval(passed, len(counted))
    changes = [abs(result.change) for result in results if result.change is not None]
    return Score(
        kind=kind,
        passed=passed,
        total=len(counted),
        low=low,
        high=high,
        not_counted=len(results) - len(counted),
        mean_change=sum(changes) / len(changes) if changes else None,
        control=_control(kind, results),
    )


def score_by_capability(results: Iterable[CaseResult]) -> dict[str, Score]:
    """Count the results of every capability, in their order."""
    groups: dict[str, list[CaseResult]] = {}
    for result in results:
        groups.setdefault(result.case.capability, []).append(result)
    return {capability: score(group) for capability, group in groups.items()}


def score_by_kind(results: Sequence[CaseResult]) -> dict[str, Score]:
    """Count the results of every kind there is, in the order of `KINDS`."""
    groups = {kind: [result for result in results if result.case.kind == kind] for kind in KINDS}
    return {kind: score(group) for kind, group in groups.items() if group}


def behaviour_record(results: Sequence[CaseResult], *, skipped: int) -> dict[str, object]:
    """Return the figures as JSON values.

    Args:
        skipped: the cases left out because they ask for labels that the model does not have.
    """
    failed: dict[str, list[str]] = {}
    for result in results:
        failed.setdefault(result.case.capability, [])
        if result.failed:
            failed[result.case.capability].append(result.case.name)
    return {
        "schema": 1,
        "num_cases": len(results),
        "skipped": skipped,
        "tolerance": TOLERANCE,
        "nearly_sure": NEARLY_SURE,
        "kinds": {kind: _score_record(of_kind) for kind, of_kind in score_by_kind(results).items()},
        "capabilities": {
            capability: {**_score_record(of_one), "failed": failed[capability]}
            for capability, of_one in score_by_capability(results).items()
        },
    }


def _score_record(of_one: Score) -> dict[str, object]:
    return {
        "kind": of_one.kind,
        "passed": of_one.passed,
        "total": of_one.total,
        "low": of_one.low if of_one.total else None,
        "high": of_one.high if of_one.total else None,
        "not_asked": of_one.not_counted,
        "mean_change": of_one.mean_change,
        "control": of_one.control,
    }


def _judge(case: Case, predictions: Mapping[str, Prediction]) -> CaseResult:
    before = predictions[case.text]
    if case.kind == "minimum":
        passed = before.label == case.label
        return CaseResult(
            case=case, before=before, after=None, change=None, counted=True, passed=passed
        )
    after = predictions[case.variant]
    if case.kind == "invariance":
        change = _change(before, after, before.label)
        counted, passed = True, after.label == before.label
    else:
        change = _change(before, after, case.label)
        counted, passed = _judge_direction(
            _probability(before, case.label), change, raises=case.direction == "raises"
        )
    return CaseResult(
        case=case, before=before, after=after, change=change, counted=counted, passed=passed
    )


def _judge_direction(start: float, change: float, *, raises: bool) -> tuple[bool, bool]:
    """Return whether a movement could be asked for, and whether it came."""
    wanted = change if raises else -change
    room = 1.0 - start if raises else start
    if room > 1.0 - NEARLY_SURE:
        return True, wanted > TOLERANCE
    return wanted < -TOLERANCE, False


def _probability(prediction: Prediction, label: str) -> float:
    return float(prediction.probabilities[prediction.labels.index(label)])


def _change(before: Prediction, after: Prediction, label: str) -> float:
    return _probability(after, label) - _probability(before, label)


def _control(kind: str, results: Sequence[CaseResult]) -> float:
    """Return what one answer to everything passes at best."""
    if kind == "minimum":
        return max(Counter(result.case.label for result in results).values()) / len(results)
    return 1.0 if kind == "invariance" else 0.0


def _read_file(path: Path, seen: set[str]) -> list[Case]:
    """Read one file.

    Args:
        seen: the ids so far; those of the file are added.
    """
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise FileUnreadableError(path=path, reason="CSV") from error
    columns = reader.fieldnames or ()
    for column in _COLUMNS:
        if column not in columns:
            raise ColumnMissingError(path=path, column=column, columns=", ".join(columns))
    return [_read_case(path, line, row, rows[0][1]["kind"], seen) for line, row in rows]


def _read_case(
    path: Path, line: int, row: Mapping[str | None, str | None], kind: str, seen: set[str]
) -> Case:
    def check(column: str, good: bool) -> None:
        if not good:
            raise BrokenCaseError(path=path, line=line, column=column, received=repr(cells[column]))

    # A row with surplus cells has them under None; one with too few has None in the cells.
    cells = {name: cell for name, cell in row.items() if name is not None and cell is not None}
    if len(cells) < len(row):
        raise BrokenCaseError(
            path=path, line=line, column=", ".join(_COLUMNS), received=repr([*row.values()])
        )
    check("kind", cells["kind"] == kind and kind in KINDS)
    for column in _COLUMNS:
        if column != "kind":
            check(column, bool(cells[column].strip()) == (column in _FILLED[kind]))
    check("id", cells["id"] not in seen)
    check("variant", cells["variant"] != cells["text"])
    check("direction", cells["direction"] in ("", *DIRECTIONS))
    seen.add(cells["id"])
    return Case(
        kind=kind,
        capability=path.stem,
        name=cells["id"],
        text=cells["text"],
        variant=cells["variant"],
        label=cells["label"],
        direction=cells["direction"],
    )
