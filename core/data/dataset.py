"""Labelled examples on disk.

A dataset is a folder with `train/`, `validation/` and `test/`, each holding `features.csv`
(column `feature`) and `labels.csv` (columns `label`, `group`): the 2019 article's format.
"""

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from core.data.knb import remove_topic_tag
from core.errors import (
    ColumnMissingError,
    FileMissingError,
    FileUnreadableError,
    RowMismatchError,
)
from core.files import read_json, replace_file, write_json
from core.types import Example

SPLIT_NAMES = ("train", "validation", "test")
_RECORD_FILE = "split.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Three sets of examples that share no group."""

    train: tuple[Example, ...]
    validation: tuple[Example, ...]
    test: tuple[Example, ...]

    def parts(self) -> dict[str, tuple[Example, ...]]:
        """Return the sets by name, in the order of `SPLIT_NAMES`."""
        return {name: getattr(self, name) for name in SPLIT_NAMES}


def without_topic_tags(examples: Iterable[Example]) -> tuple[Example, ...]:
    """Drop the topic tags, and the sentences that consist of nothing else."""
    cleaned = (replace(example, text=remove_topic_tag(example.text)) for example in examples)
    return tuple(example for example in cleaned if example.text.strip())


def prepare_split(split: Split, *, keep_tags: bool) -> Split:
    """Drop the topic tags from all parts unless they are to be kept."""
    if keep_tags:
        return split
    return Split(**{name: without_topic_tags(part) for name, part in split.parts().items()})


def write_dataset(folder: Path, split: Split, record: Mapping[str, object]) -> None:
    """Write the three parts as the article's CSV files (UTF-8).

    Args:
        record: where the examples came from and how they were split, for split.json.
    """
    for name, part in split.parts().items():
        features = pd.DataFrame({"feature": [example.text for example in part]})
        labels = pd.DataFrame(
            {
                "label": [example.label for example in part],
                "group": [example.group for example in part],
            }
        )
        # Left to itself, Python 3.11's csv does not quote a lone carriage return.
        has_return = any("\r" in example.text for example in part)
        quoting: Literal[0, 1] = csv.QUOTE_ALL if has_return else csv.QUOTE_MINIMAL
        for stem, table in (("features", features), ("labels", labels)):
            with replace_file(folder / name / f"{stem}.csv") as temporary:
                table.to_csv(temporary, index=False, lineterminator="\n", quoting=quoting)
    write_json(folder / _RECORD_FILE, record)


def read_split_record(folder: Path) -> dict[str, Any]:
    """Return what split.json says of a dataset; nothing for a folder that has none."""
    path = folder / _RECORD_FILE
    return read_json(path) if path.exists() else {}


def read_dataset(folder: Path) -> Split:
    """Read the three parts that `write_dataset` wrote.

    Raises:
        FileMissingError, FileUnreadableError, ColumnMissingError, RowMismatchError.
    """
    return Split(**{name: read_part(folder, name) for name in SPLIT_NAMES})


def read_part(folder: Path, name: str) -> tuple[Example, ...]:
    """Read one part ("train", "validation" or "test") of a dataset."""
    features = _read_csv(folder / name / "features.csv", ("feature",))
    labels = _read_csv(folder / name / "labels.csv", ("label",))
    if len(features) != len(labels):
        raise RowMismatchError(folder=folder / name, features=len(features), labels=len(labels))
    groups = labels["group"] if "group" in labels else [""] * len(labels)
    rows = zip(features["feature"], labels["label"], groups, strict=True)
    return tuple(Example(text=text, label=label, group=group) for text, label, group in rows)


def read_samples(path: Path) -> tuple[Example, ...]:
    """Read one CSV file with the columns `feature` and `label`."""
    table = _read_csv(path, ("feature", "label"))
    rows = zip(table["feature"], table["label"], strict=True)
    return tuple(Example(text=text, label=label) for text, label in rows)


def _read_csv(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    try:
        # Everything is text: the sentences "NA" and " " are sentences, not missing values.
        table = pd.read_csv(
            path,
            dtype=str,
            keep_default_na=False,
            skip_blank_lines=False,
            encoding="utf-8-sig",
        )
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise FileMissingError(path=path) from error
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror) from error
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise FileUnreadableError(path=path, reason="UTF-8 CSV") from error
    if not isinstance(table.index, pd.RangeIndex):  # pandas makes surplus columns the index
        raise FileUnreadableError(path=path, reason="UTF-8 CSV")
    for column in columns:
        if column not in table:
            raise ColumnMissingError(path=path, column=column, columns=", ".join(table.columns))
    return table


def fingerprint(examples: Iterable[Example]) -> str:
    """SHA-256 over texts, labels and groups: tells whether two sets of examples are the same."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(f"{example.text}\0{example.label}\0{example.group}\0".encode())
    return digest.hexdigest()
