"""What a model has to beat: the majority label, and a linear model over character n-grams."""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from core.types import Example


class LinearBaseline:
    """TF-IDF of the character 1- to 4-grams into a linear support vector machine."""

    def __init__(self, examples: Sequence[Example], labels: Sequence[str]) -> None:
        self._labels = tuple(labels)
        self._model = make_pipeline(
            TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True),
            LinearSVC(C=0.5, random_state=0),
        )
        self._model.fit(
            [example.text for example in examples],
            [self._labels.index(example.label) for example in examples],
        )

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """Return one number per text and label, (N, C); the largest is the answer."""
        scores = np.full((len(texts), len(self._labels)), -np.inf)  # (N, C)
        decision = self._model.decision_function(list(texts))
        if decision.ndim == 1:  # two labels: one number, for the second of them
            decision = np.stack([-decision, decision], axis=1)
        scores[:, self._model.classes_] = decision
        return scores
