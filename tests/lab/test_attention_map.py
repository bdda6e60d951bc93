"""The square of attention weights: which positions it holds, and what its checks see."""

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.explain.classifier import Classifier
from core.lab.attention_map import MAX_POSITIONS, AttentionMap, attention_map
from core.model.numpy_network import NumpyEngine, NumpyNetwork
from core.paths import MODELS
from core.text.encode import encode
from core.types import Token, TokenizedText
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from tests.fakes import make_tokenized
from tests.small_network import build_classifier, small_config

UDON = ARTICLE_EXAMPLES["グルメ"]


def small_classifier(*, masked: bool, sequence_length: int) -> Classifier:
    return build_classifier(
        small_config(masked=masked, sequence_length=sequence_length, vocabulary_size=40)
    )


def long_text(size: int) -> TokenizedText:
    tokens = [Token(piece="字", id=2 + n % 30, start=n, end=n + 1) for n in range(size)]
    return TokenizedText(text="字" * size, tokens=tuple(tokens))


TEXT = make_tokenized("▁", "京都", "へ", "京都")  # ids 2, 3, 4, 5


def test_a_masked_model_has_no_padding_to_show():
    classifier = small_classifier(masked=True, sequence_length=10)
    encoded = encode([TEXT], sequence_length=10)
    weights = classifier.run(encoded).attention_weights[0]
    for with_padding in (False, True):
        result = attention_map(classifier, encoded, with_padding=with_padding)
        assert result.token_index.tolist() == [0, 1, 2, 3]
        assert np.array_equal(result.weights, weights[6:, 6:])
        assert result.num_padding == 0
        assert result.num_tokens == 4
        assert result.tokenized is TEXT
        assert result.row_sum_gap < 1e-5
        assert result.reconstruction_gap < 1e-5


def test_an_unmasked_model_shows_its_padding_on_request_only():
    classifier = small_classifier(masked=False, sequence_length=10)
    encoded = encode([TEXT], sequence_length=10)
    weights = classifier.run(encoded).attention_weights[0]
    bare = attention_map(classifier, encoded, with_padding=False)
    assert bare.token_index.tolist() == [0, 1, 2, 3]
    assert np.array_equal(bare.weights, weights[6:, 6:])
    assert (bare.weights.sum(axis=1) < 0.9).all()  # the rest fell on the padding
    full = attention_map(classifier, encoded, with_padding=True)
    assert full.token_index.tolist() == [-1] * 6 + [0, 1, 2, 3]
    assert np.array_equal(full.weights, weights)
    for result in (bare, full):
        assert result.num_padding == 6
        assert result.num_tokens == 4
        assert result.row_sum_gap < 1e-5
        assert result.reconstruction_gap < 1e-5


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_first_tokens_are_kept_before_any_padding(side):
    classifier = small_classifier(masked=False, sequence_length=140)
    for size, tokens, padding in ((140, 128, 0), (130, 128, 0), (120, 120, 8)):
        encoded = encode([long_text(size)], sequence_length=140, padding_side=side)
        result = attention_map(classifier, encoded, with_padding=True)
        assert len(result.token_index) == tokens + padding == MAX_POSITIONS
        assert result.token_index[result.token_index >= 0].tolist() == list(range(tokens))
        assert result.num_padding == 140 - size
        assert result.row_sum_gap < 1e-5  # of the whole rows, what is not drawn included


def test_the_checks_see_weights_that_the_network_did_not_use():
    honest = small_classifier(masked=True, sequence_length=10)

    class Liar(NumpyNetwork):
        def run_ids(self, token_ids):
            outputs = super().run_ids(token_ids)
            return outputs | {"attention_weights": outputs["attention_weights"] * 0.9}

    config = small_config(masked=True, sequence_length=10, vocabulary_size=40)
    network = Liar(honest.network.weights, config)
    liar = Classifier(NumpyEngine(network, config), blank_id=2, read_network=lambda: network)
    encoded = encode([TEXT], sequence_length=10)
    result = attention_map(liar, encoded, with_padding=False)
    output = honest.run(encoded).attention_output[0]
    assert result.row_sum_gap == pytest.approx(0.1, abs=1e-6)
    assert result.reconstruction_gap == pytest.approx(0.1 * np.abs(output).max(), abs=1e-5)


@pytest.mark.parametrize(("name", "num_padding"), [("default", 0), ("article", 46)])
def test_the_shipped_models_pass_both_checks(name, num_padding):
    analyzer = Analyzer.load(MODELS / name)
    encoded = analyzer.encode(analyzer.tokenize(UDON))
    result = attention_map(analyzer.classifier, encoded, with_padding=True)
    assert result.num_padding == num_padding
    assert result.num_tokens == 20
    assert result.row_sum_gap < 1e-5
    assert result.reconstruction_gap < 1e-5


def test_one_text_is_needed():
    classifier = small_classifier(masked=True, sequence_length=10)
    with pytest.raises(ValueError, match=r"one text is needed\. Received: 2"):
        attention_map(classifier, encode([TEXT, TEXT], sequence_length=10), with_padding=False)


def test_weights_of_another_size_are_refused():
    with pytest.raises(ValueError, match=r"\(2, 2\)\. Received: \(3, 2\)"):
        AttentionMap(
            tokenized=TEXT,
            token_index=np.array([0, 1]),
            weights=np.zeros((3, 2)),
            num_padding=0,
            row_sum_gap=0.0,
            reconstruction_gap=0.0,
        )
