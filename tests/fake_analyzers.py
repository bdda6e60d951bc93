"""Analyzers that answer from a table, or the same to everything."""

from collections.abc import Mapping, Sequence

import numpy as np

from core.types import Prediction, TokenizedText
from tests.fakes import LABELS


class KyotoAnalyzer:
    """Gives every text its probability of 京都; グルメ gets the rest.

    Args:
        kyoto: text to probability.
    """

    labels = LABELS

    def __init__(self, kyoto: Mapping[str, float]) -> None:
        self._kyoto = kyoto
        self.calls: list[list[str]] = []

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        self.calls.append(list(texts))
        return [
            make_prediction(text, {"グルメ": 1.0 - self._kyoto[text], "京都": self._kyoto[text]})
            for text in texts
        ]


class ConstantAnalyzer:
    """Never reads the text: always as sure of the same label."""

    labels = LABELS

    def __init__(self, label: str, confidence: float) -> None:
        rest = (1.0 - confidence) / (len(LABELS) - 1)
        self._answer = {**dict.fromkeys(LABELS, rest), label: confidence}

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        return [make_prediction(text, self._answer) for text in texts]


def make_prediction(text: str, by_label: Mapping[str, float]) -> Prediction:
    """A prediction of an uncut text; labels that are not named get 0."""
    probabilities = np.array([by_label.get(label, 0.0) for label in LABELS])  # (C,)
    return Prediction(
        tokenized=TokenizedText(text=text, tokens=()),
        labels=LABELS,
        probabilities=probabilities,
        raw_probabilities=probabilities,
        num_truncated=0,
    )
