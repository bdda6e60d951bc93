"""Layers counted by their formulas, held to the stored weights and to the published table."""

import pytest

from core.model.bundle import WEIGHTS_FILE, load_bundle
from core.model.layers import ARTICLE_LAYERS, layers
from core.model.weights import read_weights
from core.paths import MODELS
from tests.fakes import make_model_config


def counts(found):
    return {layer.name: layer.parameters for layer in found if layer.parameters}


def stored_counts(weights):
    lstm = [
        array.size
        for direction in (weights.forward, weights.backward)
        for array in (direction.kernel, direction.recurrent, direction.bias)
    ]
    attention = (
        weights.query,
        weights.key,
        weights.attention_bias,
        weights.energy,
        weights.energy_bias,
    )
    return {
        "embedding": weights.embedding.size,
        "attention": sum(array.size for array in attention),
        "bidirectional": sum(lstm),
        "logits": weights.classifier.size + weights.classifier_bias.size,
    }


@pytest.mark.parametrize("name", ["default", "article"])
def test_the_shipped_models_hold_as_many_numbers(name):
    model = load_bundle(MODELS / name).model
    found = layers(model)
    assert counts(found) == stored_counts(read_weights(MODELS / name / WEIGHTS_FILE))
    assert found[0].output_shape == (None, None if model.masked else 66)
    assert found[-1].output_shape == (None, 4)


def test_the_formulas_give_the_published_table():
    sizes = make_model_config(
        preset="article",
        vocabulary_size=196_253,
        sequence_length=66,
        embedding_dim=300,
        attention_units=32,
        lstm_units=356,
        masked=False,
        dropout=0.0,
        pooling="last",
        labels=("a", "b", "c", "d"),
    )
    assert layers(sizes) == ARTICLE_LAYERS
    assert sum(layer.parameters for layer in ARTICLE_LAYERS) == 60_769_153


def test_dropout_and_a_maximum_over_time_are_layers_that_learn_nothing():
    sizes = make_model_config(masked=True, dropout=0.5, pooling="max", lstm_units=3)
    assert [(layer.name, layer.output_shape) for layer in layers(sizes)[4:7]] == [
        ("bidirectional", (None, None, 6)),
        ("max_over_time", (None, 6)),
        ("state_dropout", (None, 6)),
    ]
    without = make_model_config(attention="uniform")
    assert "attention" not in counts(layers(without))
