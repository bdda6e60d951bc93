"""The vocabulary of a loaded model."""

from core.analyzer import Analyzer
from core.vocabulary import Vocabulary


def get_vocabulary(analyzer: Analyzer) -> Vocabulary:
    """Return the pieces of a model with the vectors of its own embedding."""
    weights = analyzer.classifier.network.weights
    return Vocabulary(analyzer.tokenizer.pieces, weights.embedding)
