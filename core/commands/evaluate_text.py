"""What `evaluate` prints for people: the figures of a part, and those of a protocol."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.stats.measure import LabelMetrics


def part_lines(record: Mapping[str, Any], *, engine: str) -> list[str]:
    """Return what stands above the table of labels."""
    model, tags = record["model"], "kept" if record["keep_tags"] else "removed"
    return [
        f"model:    {model['name']} ({model['sha256'][:12]}), engine {engine}",
        f"data:     {record['part']}, {record['num_examples']} sentences, split "
        f"{record['protocol']}, topic tags {tags}",
        f"accuracy: {record['accuracy']:.4f} (95 % interval {record['low']:.4f}–"
        f"{record['high']:.4f}), macro F1 {record['macro_f1']:.4f}",
        f"baseline: {record['majority_baseline']:.4f} (always {record['majority_label']})",
        _calibration_text(record),
    ]


def labels_text(per_label: Sequence["LabelMetrics"]) -> str:
    """Lay out the figures of every label."""
    rows = ["labels (precision, recall and F1 with 95 % intervals, sentences)"]
    for one in per_label:
        figures = "  ".join(
            f"{interval.value:.3f} ({interval.low:.3f}–{interval.high:.3f})"
            for interval in (one.precision, one.recall, one.f1)
        )
        rows.append(f"  {figures}  {one.support:5d}  {one.label}")
    return "\n".join(rows)


def warning_text(*, known: bool, selected: bool) -> str:
    """Say why the figures of a part are no proof."""
    if not known:
        return (
            "warning:  these are not the sentences of the split this model was trained on; it may "
            "have learnt some of them, so the accuracy may be too high"
        )
    if selected:
        return (
            "warning:  the epoch of this model was chosen on these very sentences; the accuracy "
            "is too high"
        )
    return "warning:  this model has learnt these very sentences; the accuracy says nothing"


def protocol_text(protocol: str, record: Mapping[str, Any]) -> str:
    """Lay out what one protocol found."""
    return "\n".join(
        [
            f"protocol: {protocol}, {record['num_examples']} examples, {record['folds']} folds, "
            f"{record['minutes']} minutes",
            f"accuracy: {record['accuracy']:.4f} (95 % interval {record['low']:.4f}–"
            f"{record['high']:.4f}), macro F1 {record['macro_f1']:.4f}",
            f"baseline: linear character n-grams {record['linear_baseline']:.4f}, majority "
            f"{record['majority_baseline']:.4f}",
            _calibration_text(record),
            confusion_text(record["labels"], record["confusion"]),
        ]
    )


def confusion_text(labels: Sequence[str], confusion: Sequence[Sequence[int]]) -> str:
    """Lay out which label was taken for which."""
    rows = ["confusion (rows true, columns predicted: " + ", ".join(labels) + ")"]
    for label, counts in zip(labels, confusion, strict=True):
        rows.append("  " + " ".join(f"{count:5d}" for count in counts) + f"  {label}")
    return "\n".join(rows)


def _calibration_text(record: Mapping[str, Any]) -> str:
    changes = ", ".join(
        f"{title} {record[f'{name}_before']:.4f} → {record[f'{name}_after']:.4f}"
        for name, title in (("ece", "ECE"), ("nll", "NLL"), ("brier", "Brier"))
    )
    return f"calibration: {changes} (raw → calibrated)"
