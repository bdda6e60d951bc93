"""Parts of a file, each with its accuracy: where a model is worse than it is on the whole.

all         every judged row
length      by the number of tokens
unknown     whether the tokenizer does not know a piece of the text
tag         whether a topic tag of the KNB corpus begins the text
confidence  by the probability of the predicted label
article     every article with enough rows
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from core.batch.predict import BatchResult
from core.data.knb import remove_topic_tag
from core.stats.evaluate import accuracy_interval
from core.stats.intervals import (
    Interval,
    article_numbers,
    ratio,
    resampled_sums,
    sums_by_article,
)
from core.stats.shares import share_interval

Kind = Literal["all", "length", "unknown", "tag", "confidence", "article"]
KINDS: tuple[Kind, ...] = ("all", "length", "unknown", "tag", "confidence", "article")
MIN_ROWS = 20  # of a slice that may be named the worst
MIN_ARTICLE_ROWS = 10  # of an article that is shown

_LENGTHS = ((1, 5), (6, 10), (11, 20), (21, 40), (41, None))  # tokens, both ends included
_CONFIDENCES = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.0))  # [low, high), the last [low, high]
# Not confidence: where it is low, many errors are what the model promises.
_JUDGED_KINDS = ("length", "unknown", "tag", "article")


_Name = str | bool | tuple[float, float | None]
_Cut = tuple[Kind, _Name, np.ndarray]  # with the mask (N,)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slice:
    """Some rows of a file and how many of them are predicted right.

    Attributes:
        kind: what the rows have in common.
        name: of length and confidence, the bounds (low, high), high being None where there is
            none; of unknown and tag, whether there is one; of article, its name; of all, "".
        rows: int64 (n,), the row numbers in the result.
        accuracy: with its interval over whole articles; within one article, over its rows.
    """

    kind: Kind
    name: _Name
    rows: np.ndarray
    accuracy: Interval
    num_rows: int

    def __post_init__(self) -> None:
        if self.rows.shape != (self.num_rows,):
            raise ValueError(f"rows must be ({self.num_rows},). Received: {self.rows.shape}")
        self.rows.setflags(write=False)


# The same result is asked about by several blocks of a page; it is known by its identity.
@lru_cache(maxsize=4)
def slice_batch(result: BatchResult) -> tuple[Slice, ...]:
    """Cut the judged rows into slices, in the order of `KINDS`; the first one holds all rows.

    A slice without rows is left out, and so is one that holds all of them.

    Raises:
        ValueError: no row is judged.
    """
    judged = np.flatnonzero(result.judged)  # (N,)
    if not judged.size:
        raise ValueError("judged rows are needed. Received: none")
    right = result.right[judged]  # (N,)
    groups = [result.groups[row] for row in judged]
    cuts: list[_Cut] = [("all", "", np.ones(len(judged), bool))]
    cuts += [cut for cut in _cuts(result, judged) if cut[2].any() and not cut[2].all()]
    inside = np.stack([mask for _, _, mask in cuts], axis=1)  # (N, S)
    figures = np.concatenate([inside, inside & right[:, None]], axis=1)  # (N, 2 S)
    sums = sums_by_article(figures, article_numbers(groups))  # (G, 2 S)
    resamples = resampled_sums(sums)  # (R, 2 S)
    accuracies = ratio(resamples[:, len(cuts) :], resamples[:, : len(cuts)])  # (R, S)
    found = []
    for number, (kind, name, mask) in enumerate(cuts):
        ends = share_interval(sums[:, len(cuts) + number], sums[:, number], accuracies[:, number])
        found.append(_slice(kind, name, judged[mask], right[mask], ends))
    for name, rows in _articles(groups).items():
        ends = accuracy_interval(right[rows], [""] * len(rows))
        found.append(_slice("article", name, judged[rows], right[rows], ends))
    return tuple(found)


def looked_at(slices: Iterable[Slice]) -> tuple[Slice, ...]:
    """Return the slices that are large enough, and of a kind, to be named the worst."""
    return tuple(one for one in slices if one.kind in _JUDGED_KINDS and one.num_rows >= MIN_ROWS)


def worst_slice(slices: Sequence[Slice]) -> Slice | None:
    """Return the slice with the lowest accuracy of those that are worse than the whole.

    Worse: the whole interval lies below the accuracy of all rows. Of many slices some look so by
    chance; `looked_at` says how many there were.

    Args:
        slices: as `slice_batch` returns them, with the one of all rows.

    Returns:
        None where no slice is worse by more than the noise.
    """
    (overall,) = [one.accuracy.value for one in slices if one.kind == "all"]
    worse = [one for one in looked_at(slices) if one.accuracy.high < overall]
    return min(worse, key=lambda one: one.accuracy.value, default=None)


def _cuts(result: BatchResult, judged: np.ndarray) -> Iterator[_Cut]:
    tokens = result.num_tokens[judged]  # (N,)
    for least, most in _LENGTHS:
        yield "length", (least, most), (tokens >= least) & (tokens <= (most or np.inf))
    unknown = result.num_unknown[judged] > 0  # (N,)
    tagged = np.array([_has_tag(result.texts[row]) for row in judged])  # (N,)
    flags: tuple[tuple[Kind, np.ndarray], ...] = (("unknown", unknown), ("tag", tagged))
    for kind, mask in flags:
        yield kind, False, ~mask
        yield kind, True, mask
    confidence = result.confidence[judged]  # (N,)
    for low, high in _CONFIDENCES:
        yield "confidence", (low, high), (confidence >= low) & ((confidence < high) | (high == 1.0))


def _has_tag(text: str) -> bool:
    return remove_topic_tag(text) != text


def _articles(groups: Sequence[str]) -> dict[str, np.ndarray]:
    """Return the places in `groups` of every article that has enough rows, but not all of them."""
    places: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        places.setdefault(group, []).append(place)
    return {
        group: np.array(rows)
        for group, rows in places.items()
        if group and MIN_ARTICLE_ROWS <= len(rows) < len(groups)
    }


def _slice(
    kind: Kind,
    name: _Name,
    rows: np.ndarray,
    right: np.ndarray,
    ends: tuple[float, float],
) -> Slice:
    return Slice(
        kind=kind,
        name=name,
        rows=rows,
        accuracy=Interval.of(right.mean(), ends),
        num_rows=len(rows),
    )
