"""The contract that all methods keep."""

import numpy as np
import pytest

from core.explain.methods.registry import METHODS
from core.text.align import token_scores
from core.text.encode import encode
from tests.explain.methods.additive_model import KYOTO, additive, encode_one
from tests.fakes import make_tokenized
from tests.small_network import build_classifier, constant_classifier, random_texts, small_config

ANSWERS = ("predictions", "gradients")

# What a method that needs this of a classifier may ask of it.
ALLOWED = {
    "attention": {"run"},
    "predictions": {"probabilities", "without", "blank_id"},
    "gradients": {"network"},
    None: set(),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("size", [1, 12, 40])
def test_every_method_keeps_the_contract(model, method, size):
    config, classifier = model
    encoded = encode_one(config, size)
    first, second = (METHODS[method].score(classifier, encoded, target) for target in (1, 1))
    assert first.scores.shape == (config.sequence_length,)
    assert np.array_equal(first.scores, second.scores)
    assert first.padding_share == second.padding_share
    assert first.padding_share is None or 0.0 <= first.padding_share <= 1.0
    assert (
        first.signed
        or first.scores[encoded.padding_mask[0]].min() > -1e-9
        or not METHODS[method].has_zero
    )
    per_token = token_scores(first, encoded)
    assert np.isnan(per_token).tolist() == [n >= config.sequence_length for n in range(size)]
    # The window is full or padded on the left: the seen tokens are its last positions.
    seen = min(size, config.sequence_length)
    assert np.array_equal(per_token[:seen], first.scores[-seen:].astype(np.float64))


@pytest.mark.parametrize("method", METHODS)
def test_a_method_that_sees_no_target_stands_still_when_the_label_is_switched(model, method):
    config, classifier = model
    encoded = encode_one(config, 12)
    first, second = (METHODS[method].score(classifier, encoded, target).scores for target in (0, 3))
    assert np.array_equal(first, second) != METHODS[method].sees_target


class _Guarded:
    """A classifier that refuses to be asked anything but `allowed`."""

    def __init__(self, classifier, allowed):
        self._classifier = classifier
        self._allowed = allowed

    def __getattr__(self, name):
        assert name in self._allowed, name
        return getattr(self._classifier, name)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_reads_what_it_needs_and_nothing_else(model, method):
    config, classifier = model
    encoded = encode_one(config, 12)
    declared = METHODS[method]
    scores = declared.score(classifier, encoded, 1).scores
    guarded = _Guarded(classifier, ALLOWED[declared.needs])
    assert np.array_equal(declared.score(guarded, encoded, 1).scores, scores)
    if declared.needs is None:
        # Nothing of the model is in it, and every draw is another.
        other = declared.score(guarded, encoded, 1, seed=1).scores
        assert not np.array_equal(other, scores)
    else:
        with pytest.raises(AssertionError):
            declared.score(_Guarded(classifier, set()), encoded, 1)


@pytest.mark.parametrize("method", METHODS)
def test_values_have_the_unit_that_is_declared(model, method):
    config, classifier = model
    encoded = encode_one(config, 12)
    scores = np.array(
        [METHODS[method].score(classifier, encoded, target).scores for target in range(4)]
    )  # (C, L)
    # What is shared out is 1 with the padding's; what the labels gain, the others lose.
    is_share = scores.min() >= 0.0 and np.allclose(scores.sum(axis=1), 1.0, atol=1e-5)
    is_probability = np.allclose(scores.sum(axis=0), 0.0, atol=1e-6)
    assert (is_share, is_probability) == (
        METHODS[method].unit == "share",
        METHODS[method].unit == "probability",
    )
    if METHODS[method].unit is not None:
        assert np.abs(scores).max() <= 1.0


@pytest.mark.parametrize(
    "method", [name for name, method in METHODS.items() if method.needs not in ANSWERS]
)
def test_unsigned_values_below_zero_have_no_zero(method):
    fake = additive({4: (-1.0, -2.0, -3.0, -0.5)})
    scores = METHODS[method].score(fake, encode([KYOTO], sequence_length=5), 0)
    assert scores.signed is False
    assert (scores.scores.min() < 0.0) != METHODS[method].has_zero


# The others only pay what the constant network's own vectors are worth: not zero.
@pytest.mark.parametrize(
    "method", [name for name, method in METHODS.items() if method.needs in ANSWERS]
)
def test_a_constant_model_gives_zeros(method):
    config = small_config(masked=True)
    encoded = encode_one(config, 12)
    scores = METHODS[method].score(constant_classifier(config), encoded, 0)
    assert np.abs(scores.scores).max() < 1e-6  # what float32 may leave of equal answers


# The fake has no network to take gradients of.
@pytest.mark.parametrize(
    "method",
    [name for name, method in METHODS.items() if method.needs in ("attention", "predictions")],
)
def test_a_planted_token_ranks_first(method):
    pieces = [f"語{number}" for number in range(9)]
    planted = 4  # its id is 6
    fake = additive({6: (3.0, 0.0, 0.0, 0.0)}, pull={6: 5.0})
    encoded = encode([make_tokenized(*pieces)], sequence_length=12)
    scores = token_scores(METHODS[method].score(fake, encoded, 0), encoded)
    assert int(scores.argmax()) == planted
    assert np.delete(scores, planted).max() < scores[planted] / 2


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("length", "side"), [(16, "right"), (64, "left"), (64, "right")])
def test_padding_does_not_change_the_token_scores(method, length, side):
    config = small_config(masked=True)
    classifier = build_classifier(config)
    text = random_texts(config, 7)
    encodings = (
        encode(text, sequence_length=16),
        encode(text, sequence_length=length, padding_side=side),
    )
    expected, got = (token_scores(METHODS[method].score(classifier, e, 0), e) for e in encodings)
    assert np.allclose(got, expected, atol=1e-6)
    assert np.ptp(expected) > 1e-3
