"""Where the classifier reads the LSTM: known for units that only rise, or only fall, with time."""

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.explain.classifier import Classifier
from core.lab.unit_places import unit_places
from core.model.numpy_network import NumpyEngine, NumpyNetwork
from core.model.weights import LstmWeights, NetworkWeights
from core.paths import MODELS
from core.text.encode import encode
from tests.fakes import make_model_config, make_tokenized


def _lstm(*candidates):
    """Units that add their candidate to the cell at every step, whatever they read."""
    size = len(candidates)
    return LstmWeights(
        kernel=np.zeros((2, 4 * size), np.float32),
        recurrent=np.zeros((size, 4 * size), np.float32),
        bias=np.concatenate([np.full(2 * size, 20.0), candidates, np.full(size, 20.0)]).astype(
            np.float32
        ),
    )


def _classifier(*, pooling, masked):
    """Two of the forward units rise, one falls; all backward units rise as they read on."""
    zeros = {
        name: np.zeros(shape, np.float32)
        for name, shape in {
            "embedding": (9, 2),
            "query": (2, 1),
            "key": (2, 1),
            "attention_bias": 1,
            "energy": 1,
            "energy_bias": 1,
            "classifier": (6, 4),
            "classifier_bias": 4,
        }.items()
    }
    lstms = {"forward": _lstm(0.1, 0.2, -0.1), "backward": _lstm(0.1, 0.1, 0.1)}
    config = make_model_config(
        sequence_length=5, embedding_dim=2, lstm_units=3, pooling=pooling, masked=masked
    )
    network = NumpyNetwork(NetworkWeights(**zeros, **lstms), config)
    return Classifier(NumpyEngine(network, config), blank_id=1, read_network=lambda: network)


@pytest.mark.parametrize(
    ("pooling", "masked", "pieces", "tokens", "padding"),
    [
        ("max", True, "うどん", [4, 0, 2], 0),
        ("max", False, "うどん", [0, 0, 2], 4),  # what comes first is padding
        ("last", True, "うどん", [3, 0, 3], 0),
        ("last", False, "うどん", [0, 0, 3], 3),
        ("last", False, "うどん屋で食", [3, 0, 0, 0, 3], 0),  # one token beyond the window
    ],
)
def test_every_unit_is_counted_where_it_is_read(pooling, masked, pieces, tokens, padding):
    encoded = encode([make_tokenized(*pieces)], sequence_length=5)
    places = unit_places(_classifier(pooling=pooling, masked=masked), encoded)
    assert places.tokens.tolist() == tokens
    assert places.padding == padding


def test_many_texts_at_once_are_those_of_single_texts():
    network = _classifier(pooling="last", masked=True).network
    assert network.unit_times(np.zeros((2, 4, 2), np.float32)).tolist() == [[3] * 3 + [0] * 3] * 2
    network = _classifier(pooling="max", masked=True).network
    assert (
        network.unit_times(np.zeros((20, 4, 2), np.float32)).tolist() == [[3, 3, 0, 0, 0, 0]] * 20
    )


def test_the_units_of_the_shipped_model_add_up():
    analyzer = Analyzer.load(MODELS / "default")
    tokenized = analyzer.tokenize("清水寺の近くでうどんを食べた。")
    places = unit_places(analyzer.classifier, analyzer.encode(tokenized))
    assert len(places.tokens) == len(tokenized.tokens)
    assert places.tokens.sum() == 2 * analyzer.bundle.model.lstm_units
    assert (places.tokens > 0).sum() > 2  # the largest values are not all at the ends


def test_two_texts_are_refused():
    texts = [make_tokenized("寺"), make_tokenized("塔")]
    with pytest.raises(ValueError, match="Received: 2"):
        unit_places(_classifier(pooling="max", masked=True), encode(texts, sequence_length=5))
