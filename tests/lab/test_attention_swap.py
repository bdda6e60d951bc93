"""Other attention in the place of the learnt one: what stays, what moves."""

from dataclasses import replace

import numpy as np
import pytest

from core.lab.attention_swap import swap_attention
from core.text.encode import encode
from core.types import EncodedBatch
from tests.small_network import build_classifier, random_texts, random_weights, small_config


def encode_one(config, size: int) -> EncodedBatch:
    return encode(random_texts(config, size), sequence_length=config.sequence_length)


@pytest.fixture(params=[True, False], ids=["masked", "unmasked"])
def config(request):
    return small_config(masked=request.param)


def test_learnt_weights_swapped_in_give_the_engines_answer(config):
    classifier, encoded = build_classifier(config), encode_one(config, 9)
    swap = swap_attention(classifier, encoded, num_shuffles=2)
    assert swap.learned == pytest.approx(classifier.run(encoded).logits[0], abs=1e-5)
    # They count: with others the answer is another.
    assert np.abs(swap.uniform - swap.learned).max() > 0.01
    assert np.abs(swap.shuffled - swap.learned).max(axis=1).min() > 0.01


def test_uniform_weights_are_those_of_a_network_whose_energies_are_all_alike(config):
    weights = random_weights(config)
    blind = build_classifier(config, replace(weights, energy=0.0 * weights.energy))
    encoded = encode_one(config, 9)
    swap = swap_attention(build_classifier(config, weights), encoded, num_shuffles=1)
    assert swap.uniform == pytest.approx(blind.run(encoded).logits[0], abs=1e-5)


def test_shuffling_weights_that_are_all_alike_changes_nothing(config):
    weights = random_weights(config)
    blind = build_classifier(config, replace(weights, energy=0.0 * weights.energy))
    swap = swap_attention(blind, encode_one(config, 9), num_shuffles=20)  # more than run together
    assert swap.shuffled.shape == (20, len(config.labels))
    assert np.abs(swap.shuffled - swap.learned).max() < 1e-5


def test_same_seed_same_shuffles(config):
    classifier, encoded = build_classifier(config), encode_one(config, 9)

    def shuffled(seed: int) -> np.ndarray:
        return swap_attention(classifier, encoded, num_shuffles=3, seed=seed).shuffled

    assert np.array_equal(shuffled(1), shuffled(1))
    assert np.abs(shuffled(1) - shuffled(2)).max() > 1e-3


def test_the_padding_of_a_masked_network_gets_nothing():
    config = small_config(masked=True)
    (text,) = random_texts(config, 9)
    tight, wide = (
        swap_attention(build_classifier(config), encode([text], sequence_length=length))
        for length in (9, 24)
    )
    assert wide.uniform == pytest.approx(tight.uniform, abs=1e-6)
    assert wide.shuffled == pytest.approx(tight.shuffled, abs=1e-6)


def test_what_is_refused():
    config = small_config(masked=True)
    two = encode(random_texts(config, 4, 5), sequence_length=config.sequence_length)
    with pytest.raises(ValueError, match="Received: 2, 100"):
        swap_attention(build_classifier(config), two)
    with pytest.raises(ValueError, match="Received: 1, 0"):
        swap_attention(build_classifier(config), encode_one(config, 4), num_shuffles=0)
