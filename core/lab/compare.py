"""Two analyses side by side: which tokens belong together, and how far the numbers differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from core.types import Attribution, Prediction, Token

# The numbers of the left and of the right tokens that belong together.
_Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTokens:
    """Tokens of two texts that belong together.

    Attributes:
        left, right: their numbers in each text; none where the other side has no counterpart.
        left_score, right_score: the sum of their scores, NaN where there is no token or
            truncation hid one.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    left_score: float
    right_score: float

    @property
    def difference(self) -> float:
        """Right minus left; NaN where one of them is."""
        return self.right_score - self.left_score


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ComparedProbabilities:
    """The labels that both models know (K), and both probabilities of each (K,)."""

    labels: tuple[str, ...]
    left: np.ndarray
    right: np.ndarray

    @property
    def difference(self) -> np.ndarray:
        """Right minus left (K,)."""
        return self.right - self.left


def compare_probabilities(left: Prediction, right: Prediction) -> ComparedProbabilities:
    """Put the probabilities of the common labels side by side, in the left one's order."""
    labels = tuple(label for label in left.labels if label in right.labels)

    def of_labels(prediction: Prediction) -> np.ndarray:
        return prediction.probabilities[[prediction.labels.index(label) for label in labels]]

    return ComparedProbabilities(labels=labels, left=of_labels(left), right=of_labels(right))


def compare_tokens(left: Attribution, right: Attribution) -> tuple[ComparedTokens, ...]:
    """Put the tokens that at least one of the models saw side by side, in reading order.

    The same tokens go one by one. The same text in other tokens goes by the characters: the
    smallest groups that stand for the same ones. Two texts go by equal pieces, as
    `difflib.SequenceMatcher` matches them.
    """
    ours, theirs = _seen_tokens(left), _seen_tokens(right)
    same_text = left.tokenized.text == right.tokenized.text
    if same_text:
        # What only the model with the longer window saw is on both sides.
        end = max(token.end for token in (*ours, *theirs))
        ours, theirs = _tokens_before(left, end), _tokens_before(right, end)
    groups: list[_Group]
    if ours == theirs:
        groups = [((number,), (number,)) for number in range(len(ours))]
    elif same_text:
        groups = _group_by_characters(ours, theirs)
    else:
        groups = _pair_by_pieces(ours, theirs)
    return tuple(
        ComparedTokens(
            left=numbers,
            right=others,
            left_score=_sum(left.token_scores, numbers),
            right_score=_sum(right.token_scores, others),
        )
        for numbers, others in groups
    )


def _seen_tokens(attribution: Attribution) -> tuple[Token, ...]:
    num_seen = int((~np.isnan(attribution.token_scores)).sum())
    return attribution.tokenized.tokens[:num_seen]


def _tokens_before(attribution: Attribution, end: int) -> tuple[Token, ...]:
    return tuple(token for token in attribution.tokenized.tokens if token.end <= end)


def _sum(scores: np.ndarray, numbers: Sequence[int]) -> float:
    return float(scores[list(numbers)].sum()) if numbers else float("nan")


def _pair_by_pieces(left: Sequence[Token], right: Sequence[Token]) -> list[_Group]:
    pieces, others = [[token.piece for token in tokens] for tokens in (left, right)]
    groups: list[_Group] = []
    matcher = SequenceMatcher(a=pieces, b=others, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        numbers, other_numbers = range(start, end), range(other_start, other_end)
        if kind == "equal":
            groups += [((a,), (b,)) for a, b in zip(numbers, other_numbers, strict=True)]
        else:
            groups += [((a,), ()) for a in numbers] + [((), (b,)) for b in other_numbers]
    return groups


def _group_by_characters(left: Sequence[Token], right: Sequence[Token]) -> list[_Group]:
    """Cut wherever no token of either side goes across."""
    sides = (left, right)
    numbered = sorted(
        (token.start, token.end, side, number)
        for side, tokens in enumerate(sides)
        for number, token in enumerate(tokens)
    )
    groups: list[_Group] = []
    group: tuple[list[int], list[int]] = ([], [])
    begin = reached = 0
    for start, end, side, number in numbered:
        # A group of nothing but ▁, which stands for no character, waits for what follows.
        if start >= reached > begin:
            groups.append((tuple(group[0]), tuple(group[1])))
            group, begin = ([], []), start
        group[side].append(number)
        reached = max(reached, end)
    return [*groups, (tuple(group[0]), tuple(group[1]))]
