"""Seeded splits of examples into three parts that share no group."""

from collections import defaultdict
from collections.abc import Sequence

from sklearn.model_selection import StratifiedGroupKFold

from core.config import PROTOCOLS
from core.dataset import SPLIT_NAMES, Split
from core.types import Example

_NUM_FOLDS = 10


def split_examples(examples: Sequence[Example], *, protocol: str, seed: int) -> Split:
    """Split into about 80 / 10 / 10 %, the labels in proportion.

    Equal sentences always fall on the same side.

    Args:
        protocol: "grouped" keeps every article whole, "random" splits sentence by sentence.
    """
    if protocol not in PROTOCOLS:
        raise ValueError(f"protocol must be one of {PROTOCOLS}. Received: {protocol!r}")
    groups = _groups(examples, whole_articles=protocol == "grouped")
    folds = StratifiedGroupKFold(n_splits=_NUM_FOLDS, shuffle=True, random_state=seed)
    labels = [example.label for example in examples]
    fold_of = [0] * len(examples)
    for fold, (_, members) in enumerate(folds.split(labels, labels, groups)):
        for index in members:
            fold_of[index] = fold
    fold_names = {0: "test", 1: "validation"}
    parts: dict[str, list[Example]] = {name: [] for name in SPLIT_NAMES}
    for example, fold in zip(examples, fold_of, strict=True):
        parts[fold_names.get(fold, "train")].append(example)
    return Split(**{name: tuple(part) for name, part in parts.items()})


def _groups(examples: Sequence[Example], *, whole_articles: bool) -> list[int]:
    """Number the sets of examples that must stay together: same text or same article."""
    parent = list(range(len(examples)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, example in enumerate(examples):
        members["text", example.text].append(index)
        if whole_articles and example.group:
            members["article", example.group].append(index)
    for indices in members.values():
        for index in indices[1:]:
            parent[root(index)] = root(indices[0])
    return [root(index) for index in range(len(examples))]
