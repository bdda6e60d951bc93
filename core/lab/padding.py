"""余白の実験: the same text behind more or less padding."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.analyzer import Analyzer
from core.explain.classifier import Classifier
from core.explain.explanation import Analysis, analyze_encoded
from core.explain.methods.attention import attention_on_padding
from core.model.numpy_network import NumpyEngine
from core.stats.calibration import calibrate, softmax
from core.text.encode import encode
from core.types import EncodedBatch, Prediction, TokenizedText

MAX_PADDING = 66  # the window of the 2019 article


def analyze_padded(analyzer: Analyzer, tokenized: TokenizedText, *, num_padding: int) -> Analysis:
    """Analyse a text behind so many paddings, whatever the model's window.

    A masked model's engine drops the padding before the network reads it. An unmasked network
    reads all of it; its exported file knows one length only, so it runs in NumPy.

    Returns:
        The attention received; `attention_on_padding` is the share of the padding.

    Raises:
        ValueError: fewer than 0 paddings.
    """
    encoded = _encode_padded(analyzer, tokenized, num_padding)
    classifier = _classifier_of_length(analyzer, encoded.token_ids.shape[1])
    logits = classifier.run(encoded).logits[0]  # (C,)
    prediction = Prediction(
        tokenized=tokenized,
        labels=analyzer.labels,
        probabilities=calibrate(logits, analyzer.bundle.temperature),
        raw_probabilities=softmax(logits),
        num_truncated=len(tokenized.tokens) - int(encoded.padding_mask.sum()),
    )
    return analyze_encoded(
        classifier, encoded, prediction, method="attention", target=prediction.label
    )


def padding_shares(
    analyzer: Analyzer, tokenized: TokenizedText, numbers: Sequence[int]
) -> np.ndarray:
    """Give the share (0..1) of the tokens' attention that falls on each number of paddings."""
    shares = np.empty(len(numbers))  # (K,)
    for row, num_padding in enumerate(numbers):
        encoded = _encode_padded(analyzer, tokenized, num_padding)
        classifier = _classifier_of_length(analyzer, encoded.token_ids.shape[1])
        real = encoded.padding_mask[0]  # (L,)
        shares[row] = attention_on_padding(classifier.run(encoded).attention_weights[0][real], real)
    return shares


def window_padding(analyzer: Analyzer, tokenized: TokenizedText) -> int:
    """Say how many paddings fill this model's window up behind the text."""
    return max(analyzer.bundle.model.sequence_length - len(tokenized.tokens), 0)


def _encode_padded(analyzer: Analyzer, tokenized: TokenizedText, num_padding: int) -> EncodedBatch:
    if num_padding < 0:
        raise ValueError(f"num_padding must be at least 0. Received: {num_padding}")
    # More room must not show the model tokens that its window hides from it.
    seen = tokenized.tokens[: analyzer.bundle.model.sequence_length]
    encoded = encode([replace(tokenized, tokens=seen)], sequence_length=len(seen) + num_padding)
    return replace(encoded, texts=(tokenized,))


def _classifier_of_length(analyzer: Analyzer, sequence_length: int) -> Classifier:
    if analyzer.bundle.model.masked:
        return analyzer.classifier
    network = analyzer.classifier.network
    config = replace(analyzer.bundle.model, sequence_length=sequence_length)
    return Classifier(
        NumpyEngine(network, config),
        blank_id=analyzer.classifier.blank_id,
        read_network=lambda: network,
    )
