"""What a training came to, epoch by epoch: the file history.csv."""

import csv
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from core.errors import FileUnreadableError
from core.files import read_text, replace_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """What one epoch came to; the `selection_*` figures are of the part that chooses it."""

    number: int
    loss: float
    accuracy: float
    selection_loss: float
    selection_accuracy: float


_COLUMNS = [field.name for field in fields(Epoch)]


def write_curves(path: Path, curves: Sequence[Epoch]) -> None:
    """Write one row per epoch."""
    with replace_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(epoch) for epoch in curves)


def read_curves(path: Path) -> tuple[Epoch, ...]:
    """Read what `write_curves` wrote.

    Raises:
        FileMissingError: there is no such file.
        FileUnreadableError: it is no such file, or one without an epoch.
    """
    try:
        curves = tuple(
            Epoch(number=int(row.pop("number")), **{name: float(row[name]) for name in row})
            for row in csv.DictReader(read_text(path).splitlines())
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FileUnreadableError(path=path, reason=f"{type(error).__name__}: {error}") from error
    if not curves:
        raise FileUnreadableError(path=path, reason=", ".join(_COLUMNS))
    return curves


def kept_epoch(curves: Sequence[Epoch]) -> Epoch:
    """Return the epoch whose weights `core.training.fit` keeps: the first of the best ones."""
    return max(curves, key=lambda epoch: epoch.selection_accuracy)
