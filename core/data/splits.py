"""Seeded splits of examples into three parts that share no group, one or ten of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from sklearn.model_selection import StratifiedGroupKFold

from core.data.dataset import SPLIT_NAMES, Split
from core.errors import TooFewForFoldsError
from core.types import PROTOCOLS, Example

NUM_FOLDS = 10


def split_examples(examples: Sequence[Example], *, protocol: str, seed: int) -> Split:
    """Split into about 80 / 10 / 10 %: the first of `fold_examples`."""
    return fold_examples(examples, protocol=protocol, seed=seed)[0]


def fold_examples(examples: Sequence[Example], *, protocol: str, seed: int) -> list[Split]:
    """Return ten splits into about 80 / 10 / 10 %, the labels in proportion.

    Every example is in the test part of exactly one split and in the validation part of another.
    Equal sentences always fall on the same side.

    Args:
        protocol: "grouped" keeps every article whole, "random" splits sentence by sentence.

    Raises:
        TooFewForFoldsError: fewer than ten articles (or sentences), or no label has ten sentences.
    """
    if protocol not in PROTOCOLS:
        raise ValueError(f"protocol must be one of {PROTOCOLS}. Received: {protocol!r}")
    groups = _groups(examples, whole_articles=protocol == "grouped")
    labels = [example.label for example in examples]
    largest = max(Counter(labels).values(), default=0)
    if min(len(set(groups)), largest) < NUM_FOLDS:
        raise TooFewForFoldsError(folds=NUM_FOLDS, sentences=len(examples), groups=len(set(groups)))
    folds = StratifiedGroupKFold(n_splits=NUM_FOLDS, shuffle=True, random_state=seed)
    fold_of = [0] * len(examples)
    for fold, (_, members) in enumerate(folds.split(labels, labels, groups)):
        for index in members:
            fold_of[index] = fold
    return [_split(examples, fold_of, test=fold) for fold in range(NUM_FOLDS)]


def _split(examples: Sequence[Example], fold_of: Sequence[int], *, test: int) -> Split:
    fold_names = {test: "test", (test + 1) % NUM_FOLDS: "validation"}
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
