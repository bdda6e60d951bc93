"""The columns that `batch` puts behind those of a file: what each is called, holds and means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_LABEL = "<label>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the answers; where <label> stands in its name, one for every label.

    Attributes:
        kind: of its cells.
        meaning: for people.
    """

    name: str
    kind: Literal["text", "number", "integer", "boolean"]
    meaning: str

    @property
    def of_each_label(self) -> bool:
        """Whether there is one for every label."""
        return _LABEL in self.name

    def names(self, labels: Sequence[str]) -> list[str]:
        """Return what it is called in a file, for every label where it has one for each."""
        if not self.of_each_label:
            return [self.name]
        return [self.name.replace(_LABEL, label) for label in labels]


# Whoever adds one adds its values to `core.batch.table` and its line to docs/checks.md. All three
# fields are part of what the shards of a cluster are known by (`core.batch.shards`): after a
# change, a job that is continued does its old shards anew.
COLUMNS = (
    Column(name="predicted", kind="text", meaning="the label with the highest probability"),
    Column(name="confidence", kind="number", meaning="its probability, calibrated"),
    Column(
        name="p_<label>",
        kind="number",
        meaning="calibrated probability of the label, a column for each",
    ),
    Column(name="tokens", kind="integer", meaning="how many tokens the text has"),
    Column(name="unknown", kind="integer", meaning="those that the tokenizer does not know"),
    Column(
        name="truncated", kind="integer", meaning="those that did not fit into the model's window"
    ),
    Column(
        name="scope_score",
        kind="number",
        meaning="how far from what the model was trained on, if measured",
    ),
    Column(
        name="out_of_scope", kind="boolean", meaning="whether that is above the model's threshold"
    ),
    Column(
        name="error", kind="text", meaning="why the row failed; its other answers are empty then"
    ),
)

# What other tables with texts begin with that this program writes as CSV: the answers of
# `evaluate`, and the tokens of one text.
EVALUATION_COLUMNS = ("protocol", "group", "text", "label", "predicted")
TOKEN_COLUMNS = ("token", "weight", "rank", "normalized", "attention", "start", "end", "id")


def answers_among(columns: Sequence[str]) -> dict[str, Column]:
    """Return the names that are called as columns of answers, and which; numbered ones, too."""
    found: dict[str, Column] = {}
    for answer in COLUMNS:
        name = re.escape(answer.name).replace(re.escape(_LABEL), ".+")
        pattern = re.compile(rf"{name}(?:_\d+)?", re.DOTALL)
        found |= {column: answer for column in columns if pattern.fullmatch(column)}
    return found
