"""What the methods ask."""

import numpy as np
import pytest

from core.explain.classifier import Classifier
from core.stats.calibration import softmax
from core.text.encode import encode
from tests.fakes import AdditiveEngine, make_classifier, no_network
from tests.small_network import build_classifier, random_texts, small_config


class CountingEngine(AdditiveEngine):
    """Remembers every row it was asked about."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.calls = []

    def logits(self, rows):
        self.calls += [row.tolist() for row in rows]
        return super().logits(rows)


def ids(*numbers):
    return np.array(numbers, np.int32)


def test_equal_rows_are_asked_once_and_all_are_answered_in_order():
    engine = CountingEngine({5: (1.0, 0.0, 0.0, 0.0), 6: (0.0, 2.0, 0.0, 0.0)})
    classifier = Classifier(engine, blank_id=9, read_network=no_network)
    answers = classifier.probabilities([ids(6), ids(5, 6), ids(6), ids(), ids(9), ids(5, 6)])
    assert engine.calls == [[6], [5, 6], [9]]
    six, both, blank = softmax(np.array([[0, 2.0, 0, 0], [1.0, 2.0, 0, 0], [0, 0, 0, 0]]))
    assert answers == pytest.approx(np.stack([six, both, six, blank, blank, both]))


def test_without_takes_tokens_out():
    classifier = make_classifier(AdditiveEngine({5: (1.0, 0, 0, 0), 6: (0, 2.0, 0, 0)}))
    removed = np.array([[True, False], [False, False]])
    assert classifier.without(ids(5, 6), removed) == pytest.approx(
        classifier.probabilities([ids(6), ids(5, 6)])
    )


@pytest.mark.parametrize("masked", [True, False])
def test_ids_without_padding_get_the_answer_of_the_encoded_text(masked):
    config = small_config(masked=masked)
    classifier = build_classifier(config)
    texts = random_texts(config, 1, 7, 24, 7)
    rows = [ids(*(token.id for token in text.tokens)) for text in texts]
    expected = classifier.run(encode(texts, sequence_length=24)).probabilities
    assert classifier.probabilities(rows) == pytest.approx(expected, abs=1e-6)
    assert np.ptp(expected[:, 0]) > 0.01


def test_the_network_is_read_once_and_only_when_asked_for():
    read = []
    classifier = Classifier(
        AdditiveEngine({}), blank_id=1, read_network=lambda: read.append(1) or "network"
    )
    classifier.probabilities([ids(3)])
    assert read == []
    assert (classifier.network, classifier.network, read) == ("network", "network", [1])
