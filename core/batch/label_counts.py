"""How the labels of a file and those of a model fit together, counted piece by piece."""

import json
from collections import Counter
from typing import Any, Self

from core.batch.predict import BatchResult
from core.data.labels import label_key

_MAX_NAMES = 10_000  # kept of labels that the model lacks: a column may hold another in every row
_MAX_CHARACTERS = 200  # of such a name; longer ones that begin alike count as one
_NAMED = 10


class LabelCounts:
    """The counts so far.

    Attributes:
        known: rows of every label of the model, also where there are none (C).
        loose: rows whose label is the model's in another spelling, see `core.data.labels`.
        strangers: rows of every label that the model lacks.
        nameless: rows of still other such labels, beyond the first ten thousand.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.known: dict[str, int] = dict.fromkeys(labels, 0)
        self.loose = 0
        self.strangers: Counter[str] = Counter()
        self.nameless = 0

    @classmethod
    def of(cls, result: BatchResult) -> Self:
        """Count the rows of a result."""
        counts = cls(result.labels)
        counts.add(result)
        return counts

    def add(self, result: BatchResult) -> None:
        """Count the next rows."""
        cells = Counter(zip(result.true_labels, result.true_ids.tolist(), strict=True))
        for (cell, number), rows in cells.items():
            if number >= 0:
                label = result.labels[number]
                self.known[label] += rows
                self.loose += rows if cell != label else 0
            elif name := label_key(cell)[:_MAX_CHARACTERS]:
                self._add_stranger(name, rows)

    def add_note(self, note: str) -> None:
        """Count what `note` says of other rows."""
        told = json.loads(note)
        for label, rows in told["known"].items():
            self.known[label] += rows
        for name, rows in told["strangers"].items():
            self._add_stranger(name, rows)
        self.loose += told["loose"]
        self.nameless += told["nameless"]

    def note(self) -> str:
        """Return all of it as JSON: between machines, Ray would make a column of every name."""
        return json.dumps(
            {
                "known": self.known,
                "loose": self.loose,
                "strangers": self.strangers,
                "nameless": self.nameless,
            }
        )

    @property
    def num_strangers(self) -> int:
        """Rows with a label that the model lacks."""
        return self.strangers.total() + self.nameless

    @property
    def absent(self) -> tuple[str, ...]:
        """The labels of the model that no row has; none where no row has any label."""
        if not self.num_strangers and not any(self.known.values()):
            return ()
        return tuple(label for label, rows in self.known.items() if not rows)

    def record(self) -> dict[str, Any]:
        """Return what people are told, as JSON values.

        Of the labels that the model lacks, the ten with the most rows are named.
        """
        return {
            "loose_labels": self.loose,
            "unknown_labels": self.num_strangers,
            "unknown_label_kinds": len(self.strangers),
            "more_unknown_label_kinds": self.nameless > 0,
            "unknown_label_rows": dict(self.strangers.most_common(_NAMED)),
            "absent_labels": list(self.absent),
        }

    def _add_stranger(self, name: str, rows: int) -> None:
        if name in self.strangers or len(self.strangers) < _MAX_NAMES:
            self.strangers[name] += rows
        else:
            self.nameless += rows
