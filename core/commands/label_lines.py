"""What `batch` and `checks` say of the labels of a file, as lines of their summaries."""

from core.commands.common import Record

_NAMED = 10
_LONGEST = 40  # characters of a name


def label_lines(record: Record) -> list[str]:
    """Name the labels that only the file or only the model has, and count other spellings.

    Args:
        record: holds what `core.batch.label_counts.LabelCounts.record` returns.
    """
    lines = []
    if record["loose_labels"]:
        lines.append(
            f"labels:   {record['loose_labels']:,} matched but for their spelling (blanks, width, "
            "invisible characters)"
        )
    if record["unknown_labels"]:
        named = record["unknown_label_rows"]
        names = [f"{_short(name)} {rows:,}" for name, rows in named.items()]
        if more := record["unknown_label_kinds"] - len(named):
            at_least = "at least " if record["more_unknown_label_kinds"] else ""
            names.append(f"and {at_least}{more:,} more")
        lines.append(
            f"labels:   {record['unknown_labels']:,} unknown to the model: {', '.join(names)}"
        )
    if absent := record["absent_labels"]:
        names = [_short(name) for name in absent[:_NAMED]]
        if more := len(absent) - len(names):
            names.append(f"and {more:,} more")
        lines.append(f"labels:   without a row in the file: {', '.join(names)}")
    return lines


def _short(name: str) -> str:
    """Return a name on one line."""
    name = " ".join(name.split())
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
