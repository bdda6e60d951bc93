"""Which pieces decide a model most: the list in which a shortcut shows itself.

Every piece is deleted from every text that holds it, wherever it stands there, and the predicted
label loses some of its probability: leave-one-out, over a whole set of texts. Why this method:

* it asks the classifier, and for the predicted label. Attention knows no label, so it would name
  the same pieces whatever they are good for.
* it measures a loss. Gradient × input, cheaper, names nearly the same pieces (the tags of a model
  trained with them stand at places 2, 3, 5 and 5 of their lists, here at 1, 2, 3 and 6), but a
  slope is next to 0 where the model is certain and says nothing of how much is lost.
* the same answers say whether the label changes, which anybody can check by deleting the piece.

It has the blind side of every deletion: where two pieces each suffice, deleting one changes little.

What is shown here as one piece: a token; or a tag with its brackets, as ［グルメ］, whatever the
tokens that it is cut into.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.analyzer import Analyzer
from core.errors import EmptyTextError
from core.types import UNK_ID, Token, TokenizedText

MAX_TEXTS = 1_000
UNKNOWN = "<unk>"  # all that the tokenizer does not know
MIN_COUNT = 2  # what a single text holds is no habit of the model

# A text is read once per piece: with long texts, or with padding that is read too, fewer of them
# take the same time.
_MAX_READ = 500_000  # tokens
_TEXTS = 64  # asked together, between two steps of the progress

_BRACKETS = {"[": "]", "【": "】"}  # full-width ［］ are [] to the tokenizer
_MAX_TAG = 8  # tokens between the brackets: what is longer is a remark, no tag

SUSPECT_SCORE = 0.1  # probability above the control


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """What one piece does to the texts that hold it, among those predicted as one label.

    Attributes:
        piece: as the tokenizer writes it, or `UNKNOWN`.
        count: how many of the texts hold it.
        num_texts: how many texts are predicted as the label.
        mean_score: F(text) - F(text without the piece), mean over the texts that hold it; F is the
            network's own probability of the label.
        other_score: the control: the same mean for all other pieces of these texts; None where
            they hold no other.
        weight: the sum of the piece's scores over all texts that are predicted as the label, per
            text: mean_score × the share of them that hold it.
        flips: the share of the texts that hold it whose prediction changes without it.
        rows: which of the given texts hold it, ascending (count).
    """

    piece: str
    label: str
    count: int
    num_texts: int
    mean_score: float
    other_score: float | None
    weight: float
    flips: float
    rows: tuple[int, ...]

    @property
    def share(self) -> float:
        """The share of the texts of this label that hold the piece."""
        return self.count / self.num_texts

    @property
    def suspected(self) -> bool:
        """Whether it decides though it is no word: a tag in brackets, digits, signs.

        It does where it is worth clearly more than what surrounds it. That a word decides is no
        fault in itself: whether it should is for a person to say.
        """
        above = self.mean_score - (self.other_score or 0.0)
        return above >= SUSPECT_SCORE and not _is_word(self.piece)


def find_shortcuts(
    analyzer: Analyzer,
    texts: Sequence[str],
    *,
    top: int = 20,
    max_texts: int = MAX_TEXTS,
    min_count: int = MIN_COUNT,
    seed: int = 0,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, tuple[Shortcut, ...]]:
    """List the pieces that decide most, for every label, the greatest weight first.

    The target of every text is its predicted label, so no true labels are needed. Of a long text
    the model's window counts; a text without a token is left out.

    Args:
        texts: as the model is to read them.
        top: pieces per label, at most. Those that speak against their label are not listed.
        max_texts, seed: see `sample_rows`.
        min_count: a piece that fewer texts of the label hold is not listed.
        on_progress: called with (texts done, all texts) before the first and after every few; an
            exception it raises ends the work.
    """
    rows = sample_rows(analyzer, texts, max_texts=max_texts, seed=seed)
    tallies = {label: _Tally() for label in analyzer.labels}
    on_progress(0, len(rows))
    # Texts of like length stand together: their variants run in fuller batches.
    by_length = sorted(rows, key=lambda row: len(texts[row]))
    for start in range(0, len(rows), _TEXTS):
        some = by_length[start : start + _TEXTS]
        for row, answer in zip(some, _answers(analyzer, [texts[r] for r in some]), strict=True):
            tallies[analyzer.labels[answer.target]].add(row, answer)
        on_progress(start + len(some), len(rows))
    return {
        label: tally.shortcuts(label, top=top, min_count=min_count)
        for label, tally in tallies.items()
    }


def shortcuts_record(
    shortcuts: Mapping[str, Sequence[Shortcut]],
) -> dict[str, list[dict[str, object]]]:
    """Return what `find_shortcuts` gives as JSON values, without the rows."""
    return {
        label: [
            {
                "piece": one.piece,
                "count": one.count,
                "num_texts": one.num_texts,
                "mean_score": one.mean_score,
                "other_score": one.other_score,
                "weight": one.weight,
                "flips": one.flips,
                "suspected": one.suspected,
            }
            for one in found
        ]
        for label, found in shortcuts.items()
    }


def sample_rows(
    analyzer: Analyzer, texts: Sequence[str], *, max_texts: int = MAX_TEXTS, seed: int = 0
) -> tuple[int, ...]:
    """Say which of the texts `find_shortcuts` reads: their numbers, ascending.

    All of them where they are few; else so many, drawn at random, as are read in about half a
    minute, and never more than `max_texts`.
    """
    chosen: list[int] = []
    window = analyzer.bundle.model.sequence_length
    read = 0
    for row in np.random.default_rng(seed).permutation(len(texts)).tolist():
        try:
            pieces = seen_pieces(analyzer, analyzer.tokenize(texts[row]))
        except EmptyTextError:
            continue
        size = sum(map(len, pieces.values()))
        read += (1 + len(pieces)) * (size if analyzer.bundle.model.masked else window)
        if chosen and (len(chosen) == max_texts or read > _MAX_READ):
            break
        chosen.append(row)
    return tuple(sorted(chosen))


def seen_pieces(analyzer: Analyzer, tokenized: TokenizedText) -> dict[str, list[int]]:
    """Name the different pieces of a text that the model sees, and the tokens of each."""
    tokens = tokenized.tokens[: analyzer.bundle.model.sequence_length]
    places: dict[str, list[int]] = defaultdict(list)
    start = 0
    for stop in _ends(tokens):
        places[_name(tokens[start:stop])] += range(start, stop)
        start = stop
    return dict(places)


def _ends(tokens: Sequence[Token]) -> Iterator[int]:
    """Give the number after the last token of every piece."""
    number = 0
    while number < len(tokens):
        closing = _BRACKETS.get(tokens[number].piece.removeprefix("▁"))
        inside = [token.piece for token in tokens[number + 1 : number + 2 + _MAX_TAG]]
        number += 2 + inside.index(closing) if closing in inside else 1
        yield number


def _name(tokens: Sequence[Token]) -> str:
    """Name a token, or the tokens of a tag: the brackets show even if the tokenizer knows none."""
    if len(tokens) == 1 and tokens[0].id == UNK_ID:
        return UNKNOWN
    name = "".join(token.piece for token in tokens)
    return name if len(tokens) == 1 else name.removeprefix("▁")


def _is_word(piece: str) -> bool:
    if piece == UNKNOWN:
        return False
    bare = piece.removeprefix("▁")
    tagged = bare[:1] in _BRACKETS and bare.endswith(_BRACKETS[bare[0]])
    return not tagged and any(character.isalpha() for character in bare)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Answer:
    """What one text (its P pieces) is worth without each of them.

    Attributes:
        target: the number of its predicted label.
        drops: (P,), what the label's probability loses.
        flips: bool (P,), whether another label wins.
    """

    target: int
    pieces: tuple[str, ...]
    drops: np.ndarray
    flips: np.ndarray


def _answers(analyzer: Analyzer, texts: Sequence[str]) -> Iterator[_Answer]:
    window = analyzer.bundle.model.sequence_length
    variants: list[np.ndarray] = []  # of every text: itself, then without each of its pieces
    pieces: list[tuple[str, ...]] = []
    for text in texts:
        tokenized = analyzer.tokenize(text)
        token_ids = np.array([token.id for token in tokenized.tokens[:window]], np.int32)  # (T,)
        places = seen_pieces(analyzer, tokenized)
        variants += [token_ids, *(np.delete(token_ids, gone) for gone in places.values())]
        pieces.append(tuple(places))
    probabilities = analyzer.classifier.probabilities(variants)  # (V, C)
    start = 0
    for names in pieces:
        whole, without = probabilities[start], probabilities[start + 1 : start + 1 + len(names)]
        target = int(whole.argmax())
        yield _Answer(
            target=target,
            pieces=names,
            drops=(whole - without)[:, target],
            flips=without.argmax(axis=1) != target,
        )
        start += 1 + len(names)


class _Tally:
    """The sums of all texts of one label."""

    def __init__(self) -> None:
        self._num_texts = 0
        self._rows: dict[str, list[int]] = defaultdict(list)
        self._drops: dict[str, float] = defaultdict(float)
        self._flips: dict[str, int] = defaultdict(int)
        self._other_drops: dict[str, float] = defaultdict(float)
        self._num_others: dict[str, int] = defaultdict(int)

    def add(self, row: int, answer: _Answer) -> None:
        self._num_texts += 1
        total = float(answer.drops.sum())
        for piece, drop, flip in zip(answer.pieces, answer.drops, answer.flips, strict=True):
            self._rows[piece].append(row)
            self._drops[piece] += float(drop)
            self._flips[piece] += int(flip)
            self._other_drops[piece] += total - float(drop)
            self._num_others[piece] += len(answer.pieces) - 1

    def shortcuts(self, label: str, *, top: int, min_count: int) -> tuple[Shortcut, ...]:
        found = [
            Shortcut(
                piece=piece,
                label=label,
                count=len(rows),
                num_texts=self._num_texts,
                mean_score=self._drops[piece] / len(rows),
                other_score=_mean(self._other_drops[piece], self._num_others[piece]),
                weight=self._drops[piece] / self._num_texts,
                flips=self._flips[piece] / len(rows),
                rows=tuple(sorted(rows)),
            )
            for piece, rows in self._rows.items()
            if len(rows) >= min_count and self._drops[piece] > 0.0
        ]
        return tuple(sorted(found, key=lambda one: (-one.weight, one.piece))[:top])


def _mean(total: float, count: int) -> float | None:
    return total / count if count else None
