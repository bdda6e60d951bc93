"""Long texts: every sentence predicted, one answer for the whole."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.analyzer import Analyzer
from core.errors import EmptyTextError
from core.stats.calibration import pool_probabilities
from core.text.limits import MAX_DOCUMENT_CHARACTERS, check_length
from core.text.sentences import split_sentences
from core.text.tokenizer import clean_text
from core.types import Prediction

_CHUNK = 64  # sentences between two reports: a twentieth of a second on a quiet machine


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePrediction:
    """Characters [start, end) of a document and what the model says about them.

    Attributes:
        prediction: None where the sentence gives no token (a line of invisible characters).
    """

    start: int
    end: int
    prediction: Prediction | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A long text and its sentences.

    Attributes:
        sentences: in order; every character is in exactly one of them.
        labels: the category names (C).
        probabilities: (C,), pooled from the calibrated ones of the sentences.
    """

    text: str
    sentences: tuple[SentencePrediction, ...]
    labels: tuple[str, ...]
    probabilities: np.ndarray

    def __post_init__(self) -> None:
        if self.probabilities.shape != (len(self.labels),):
            raise ValueError(
                f"one probability per label is needed. Received: {self.probabilities.shape}"
            )
        self.probabilities.setflags(write=False)

    @property
    def label(self) -> str:
        """The label with the highest pooled probability."""
        return self.labels[int(self.probabilities.argmax())]

    @property
    def confidence(self) -> float:
        """The pooled probability of the predicted label."""
        return float(self.probabilities.max())


def analyze_document(
    analyzer: Analyzer,
    text: str,
    *,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> Document:
    """Predict every sentence of a text, and one category for the whole.

    Pooled as `core.checks.protocols` pools an article: a short sentence counts as much as a
    long one.

    Args:
        on_progress: told how many sentences are done, and of how many. What it raises ends the
            work.

    Raises:
        TextTooLongError: more than `MAX_DOCUMENT_CHARACTERS`.
        EmptyTextError: no sentence gives a token.
    """
    check_length(text, limit=MAX_DOCUMENT_CHARACTERS)
    text = clean_text(text)  # character by character: positions stay
    spans = split_sentences(text)
    tokenized = [analyzer.tokenizer.tokenize(text[start:end]) for start, end in spans]
    # Equal lengths run together, the longest first: the wait gets shorter, not longer.
    order = [number for number, sentence in enumerate(tokenized) if sentence.tokens]
    order.sort(key=lambda number: len(tokenized[number].tokens), reverse=True)
    if not order:
        raise EmptyTextError()
    predictions: dict[int, Prediction] = {}
    for start in range(0, len(order), _CHUNK):
        chunk = order[start : start + _CHUNK]
        answers = analyzer.predict([tokenized[number] for number in chunk])
        predictions.update(zip(chunk, answers, strict=True))
        on_progress(len(predictions), len(order))
    return Document(
        text=text,
        sentences=tuple(
            SentencePrediction(start=start, end=end, prediction=predictions.get(number))
            for number, (start, end) in enumerate(spans)
        ),
        labels=analyzer.labels,
        probabilities=pool_probabilities(
            np.stack([answer.probabilities for answer in predictions.values()])  # (N, C)
        ),
    )
