"""Learn where Japanese words begin, as weights that BudouX's parser reads.

Logistic regression with an L1 penalty over the one, two and three characters around a place: the
features of BudouX (Apache License 2.0), which scores a place by the sum of their weights.
"""

from collections.abc import Sequence

import budoux
import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from core.text.units import widen, word_boundaries
from core.training.units.knb_gold import GoldSentence

Weights = dict[str, dict[str, int]]

# Names as BudouX has them; characters [start, end), counted from the place.
_WINDOWS = {
    "UW1": (-3, -2),
    "UW2": (-2, -1),
    "UW3": (-1, 0),
    "UW4": (0, 1),
    "UW5": (1, 2),
    "UW6": (2, 3),
    "BW1": (-2, 0),
    "BW2": (-1, 1),
    "BW3": (0, 2),
    "TW1": (-3, 0),
    "TW2": (-2, 1),
    "TW3": (-1, 2),
    "TW4": (0, 3),
}
_SCALE = 100  # BudouX's weights are whole numbers
_MIN_COUNT = 2  # a feature seen once is no rule
_PENALTY = (
    2.0  # scikit-learn's C; 1: two thirds of the weights, F1 0.003 lower; 0.3: a quarter, 0.015
)


def learn_weights(sentences: Sequence[GoldSentence]) -> Weights:
    """Learn from all sentences; the same sentences give the same weights."""
    features, starts_word, _ = _training_rows(sentences)
    return _fit(features, starts_word)


def cross_validate(sentences: Sequence[GoldSentence], *, num_folds: int = 5) -> list[set[int]]:
    """Find the words of every sentence with weights that never saw its article."""
    features, starts_word, sentence_of_row = _training_rows(sentences)
    articles = [sentence.article for sentence in sentences]
    folds = GroupKFold(num_folds, shuffle=True, random_state=0)
    found: list[set[int]] = [set() for _ in sentences]
    for train, held_out in folds.split(articles, groups=articles):
        rows = np.flatnonzero(np.isin(sentence_of_row, train))
        parser = budoux.Parser(_fit([features[row] for row in rows], starts_word[rows]))
        for number in held_out:
            found[number] = word_boundaries(sentences[number].text, parser)
    return found


def _training_rows(
    sentences: Sequence[GoldSentence],
) -> tuple[list[list[str]], np.ndarray, np.ndarray]:
    """Return the features of every place, whether a word begins there, and its sentence."""
    features: list[list[str]] = []
    starts_word: list[bool] = []
    sentence_of_row: list[int] = []
    for number, sentence in enumerate(sentences):
        text = widen(sentence.text)
        for place in range(1, len(text)):
            features.append(_features(text, place))
            starts_word.append(place in sentence.words)
            sentence_of_row.append(number)
    return features, np.array(starts_word), np.array(sentence_of_row)


def _features(text: str, place: int) -> list[str]:
    return [
        f"{name}:{text[place + start : place + end]}"
        for name, (start, end) in _WINDOWS.items()
        if place + start >= 0 and place + end <= len(text)
    ]


def _fit(features: Sequence[Sequence[str]], starts_word: np.ndarray) -> Weights:
    vectorizer = CountVectorizer(analyzer=list, min_df=_MIN_COUNT)
    counts = vectorizer.fit_transform(features)
    regression = LogisticRegression(
        l1_ratio=1.0, C=_PENALTY, solver="liblinear", random_state=0, max_iter=300
    ).fit(counts, starts_word)
    weights: Weights = {name: {} for name in _WINDOWS}
    for feature, column in sorted(vectorizer.vocabulary_.items()):
        if weight := round(_SCALE * float(regression.coef_[0, column])):
            name, characters = feature.split(":", 1)
            weights[name][characters] = weight
    # The parser adds minus half of all weights to every place: a group that it never looks
    # anything up in sets that to the intercept.
    total = sum(sum(group.values()) for group in weights.values())
    intercept = round(_SCALE * float(regression.intercept_[0]))
    weights["INTERCEPT"] = {"": -2 * intercept - total}
    return weights
