"""A model whose scores are known in closed form, and texts for it."""

import numpy as np

from core.text.encode import encode
from tests.fakes import AdditiveEngine, make_classifier, make_tokenized
from tests.small_network import random_texts

KYOTO = make_tokenized("▁", "京都", "へ")  # ids 2, 3, 4
CONTRIBUTIONS = {3: (2.0, 0.0, -1.0, 0.0), 4: (-0.5, 1.0, 0.0, 0.0)}


def additive(contributions, **options):
    return make_classifier(AdditiveEngine(contributions, **options))


def probability(logits, target):
    powers = np.exp(np.array(logits, float))
    return (powers / powers.sum())[target]


def encode_one(config, size):
    return encode(random_texts(config, size), sequence_length=config.sequence_length)
