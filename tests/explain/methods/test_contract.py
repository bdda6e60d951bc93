"""The methods: what each number is, and the contract that all of them keep."""

import numpy as np
import pytest

from core.explain.methods.attention import attention_on_padding, attention_received
from core.explain.methods.gradient_x_input import gradient_x_input
from core.explain.methods.integrated_gradients import integrated_gradients
from core.explain.methods.leave_one_out import leave_one_out
from core.explain.methods.lime import draw_subsets, fit_linear_model, lime
from core.explain.methods.method import Method
from core.explain.methods.output_max import output_maximum
from core.explain.methods.random_control import random_control
from core.explain.methods.registry import METHODS
from core.explain.methods.shapley import shapley
from core.explain.methods.softmax_max import softmax_maximum
from core.text.align import seen_token_ids, token_scores
from core.text.encode import encode
from tests.fakes import AdditiveEngine, make_classifier, make_tokenized
from tests.small_network import (
    build_classifier,
    constant_classifier,
    random_texts,
    small_config,
)

ANSWERS = ("predictions", "gradients")

# What a method that needs this of a classifier may ask of it.
ALLOWED = {
    "attention": {"run"},
    "predictions": {"probabilities", "without", "blank_id"},
    "gradients": {"network"},
    None: set(),
}


@pytest.fixture(params=[True, False], ids=["masked", "unmasked"])
def model(request):
    config = small_config(masked=request.param)
    return config, build_classifier(config)


def encode_one(config, size):
    return encode(random_texts(config, size), sequence_length=config.sequence_length)


def additive(contributions, **options):
    return make_classifier(AdditiveEngine(contributions, **options))


KYOTO = make_tokenized("▁", "京都", "へ")  # ids 2, 3, 4


def test_attention_received_in_closed_form():
    fake = additive({}, pull={3: 6.0, 4: 3.0}, padding_attention=0.2)
    scores = attention_received(fake, encode([KYOTO], sequence_length=5), 0)
    assert scores.scores == pytest.approx([0.1, 0.1, 0.08, 0.48, 0.24])
    assert scores.padding_share == pytest.approx(0.2)
    assert scores.signed is False


def test_one_query_is_its_row(model):
    config, classifier = model
    encoded = encode_one(config, 12)
    weights = classifier.run(encoded).attention_weights[0]  # (L, L)
    rows = [attention_received(classifier, encoded, 0, query=query) for query in range(12)]
    for number, row in enumerate(rows):
        assert np.array_equal(row.scores, weights[config.sequence_length - 12 + number])
        padding = weights[config.sequence_length - 12 + number, :-12].sum()
        assert row.padding_share == pytest.approx(padding, abs=1e-7)
    mean = attention_received(classifier, encoded, 0).scores
    assert np.mean([row.scores for row in rows], axis=0) == pytest.approx(mean, abs=1e-7)
    with pytest.raises(ValueError, match="Received: 12"):
        attention_received(classifier, encoded, 0, query=12)


def test_output_maximum_in_closed_form():
    fake = additive({3: (0.0, 2.5, -9.0, 1.0), 4: (-1.0, -2.0, -3.0, -0.5)})
    scores = output_maximum(fake, encode([KYOTO], sequence_length=5), 0)
    assert scores.scores == pytest.approx([0.0, 0.0, 0.0, 2.5, -0.5])
    assert scores.padding_share is None
    assert scores.signed is False


def test_softmax_maximum_in_closed_form():
    fake = additive({3: (0.0, 2.5, -9.0, 1.0), 4: (-1.0, -2.0, -3.0, -0.5)})
    scores = softmax_maximum(fake, encode([KYOTO], sequence_length=5), 0).scores
    powers = np.exp([0.0, 9.0, 3.0])
    assert scores[:2].tolist() == [0.0, 0.0]
    assert scores[2:] == pytest.approx(powers / powers.sum() - powers[0] / powers.sum())


def test_attention_received_is_the_mean_over_the_real_queries(model):
    config, classifier = model
    encoded = encode_one(config, 12)
    scores = attention_received(classifier, encoded, 0)
    weights = classifier.run(encoded).attention_weights[0]
    real = encoded.padding_mask[0]
    assert scores.scores == pytest.approx(weights[-12:].mean(axis=0), abs=1e-7)
    assert scores.scores.sum() == pytest.approx(1.0, abs=1e-5)
    tokens_share = token_scores(scores, encoded).sum()
    assert tokens_share + scores.padding_share == pytest.approx(1.0, abs=1e-5)
    assert attention_on_padding(weights[real], real) == pytest.approx(
        scores.padding_share, abs=1e-7
    )
    if config.masked:
        assert scores.padding_share == 0.0
    else:
        assert 0.1 < scores.padding_share < 0.9


def probability(logits, target):
    powers = np.exp(np.array(logits, float))
    return (powers / powers.sum())[target]


CONTRIBUTIONS = {3: (2.0, 0.0, -1.0, 0.0), 4: (-0.5, 1.0, 0.0, 0.0)}


@pytest.mark.parametrize("removal", ["delete", "unk", "blank"])
def test_leave_one_out_in_closed_form(removal):
    # <unk> and the blank (both 1 here) weigh something, so that the removals differ.
    fake = additive({**CONTRIBUTIONS, 1: (0.0, 0.0, 0.7, 0.0)})
    encoded = encode([KYOTO], sequence_length=5)
    scores = leave_one_out(fake, encoded, 0, removal=removal)
    whole = np.array([1.5, 1.0, -1.0, 0.0])
    stand_in = np.zeros(4) if removal == "delete" else np.array([0.0, 0.0, 0.7, 0.0])
    expected = [
        probability(whole, 0) - probability(whole - lost + stand_in, 0)
        for lost in (np.zeros(4), np.array(CONTRIBUTIONS[3]), np.array(CONTRIBUTIONS[4]))
    ]
    assert scores.scores[:2].tolist() == [0.0, 0.0]
    assert scores.scores[2:] == pytest.approx(expected)
    assert scores.signed is True


def test_shapley_sums_to_the_whole_minus_the_empty_text():
    fake = additive(CONTRIBUTIONS)
    scores = shapley(fake, encode([KYOTO], sequence_length=5), 0, num_pairs=50)
    # Two players that matter: the value is the mean over the two orders.
    alone = [probability(CONTRIBUTIONS[3], 0) - 0.25, probability(CONTRIBUTIONS[4], 0) - 0.25]
    whole = probability([1.5, 1.0, -1.0, 0.0], 0)
    last = [whole - 0.25 - alone[1], whole - 0.25 - alone[0]]
    # Every order comes with its reverse: each of the two comes first equally often.
    assert scores.scores[2] == pytest.approx(0.0, abs=1e-12)
    assert scores.scores[3] == pytest.approx((alone[0] + last[0]) / 2)
    assert scores.scores[4] == pytest.approx((alone[1] + last[1]) / 2)
    assert scores.scores.sum() == pytest.approx(whole - 0.25)
    assert scores.delta == pytest.approx(0.0, abs=1e-12)


def test_the_empty_text_is_one_blank_piece():
    fake = additive({1: (0.0, 3.0, 0.0, 0.0), 3: (1.0, 0.0, 0.0, 0.0)})
    text = make_tokenized("▁", "京都")
    total = shapley(fake, encode([text], sequence_length=2), 0).scores.sum()
    assert total == pytest.approx(
        probability([1.0, 0.0, 0.0, 0.0], 0) - probability([0.0, 3.0, 0.0, 0.0], 0)
    )


def test_limes_linear_model_finds_a_linear_game():
    present = draw_subsets(6, num_samples=4_000, seed=3)
    slopes = np.array([0.5, -0.25, 0.0, 0.125, 1.0, 0.0])
    assert fit_linear_model(present, present @ slopes + 0.3) == pytest.approx(slopes, abs=0.01)


def test_limes_subsets_are_the_whole_text_then_every_size_equally_often():
    present = draw_subsets(5, num_samples=10_001, seed=0)
    assert present[0].all()
    counts = np.bincount((~present[1:]).sum(axis=1), minlength=6)
    assert counts[0] == 0
    assert np.abs(counts[1:] / 10_000 - 0.2).max() < 0.02
    assert np.abs(present[1:].mean(axis=0) - 0.4).max() < 0.02


def test_lime_ranks_the_tokens_of_an_additive_model():
    fake = additive(CONTRIBUTIONS)
    scores = lime(fake, encode([KYOTO], sequence_length=5), 0).scores[2:]
    assert scores[1] > 0.1
    assert scores[2] < 0.0
    assert abs(scores[0]) < 0.02


def test_the_random_control_follows_its_seed():
    encoded = encode([KYOTO], sequence_length=5)
    fake = additive({})
    first, other = (random_control(fake, encoded, 0, seed=seed).scores for seed in (0, 1))
    assert first[2:].tolist() == np.random.default_rng(0).random(3).tolist()
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("baseline", ["padding", "unk", "mean"])
def test_integrated_gradients_add_up(model, baseline):
    config, classifier = model
    encoded = encode_one(config, 12)
    network = classifier.network
    rough, fine = (
        integrated_gradients(classifier, encoded, 1, baseline=baseline, num_steps=steps)
        for steps in (50, 800)
    )
    again = integrated_gradients(
        classifier, encoded, 1, baseline=baseline, num_steps=2, max_steps=50
    )
    once = integrated_gradients(classifier, encoded, 1, baseline=baseline, num_steps=2, max_steps=2)
    assert np.array_equal(again.scores, (rough if abs(once.delta) > 0.01 else once).scores)
    embedding = network.weights.embedding
    start = {"padding": embedding[0], "unk": embedding[1], "mean": embedding.mean(axis=0)}
    token_ids = seen_token_ids(encoded) if config.masked else encoded.token_ids[0]
    embedded = network.embed(token_ids)  # (P, D)
    beginning = embedded.copy()
    beginning[-12:] = start[baseline]
    before, after = network.probabilities(np.stack([beginning, embedded]))[:, 1]
    total = fine.scores.sum()
    assert fine.delta == pytest.approx(total - (after - before), abs=1e-6)
    assert abs(fine.delta) < 2e-4
    assert abs(rough.delta) < 0.01
    assert np.abs(rough.scores - fine.scores).max() < 0.02


def test_gradient_x_input_is_the_slope_along_the_tokens_own_vector(model):
    config, classifier = model
    encoded = encode_one(config, 6)
    scores = token_scores(gradient_x_input(classifier, encoded, 2), encoded)
    network = classifier.network
    token_ids = seen_token_ids(encoded) if config.masked else encoded.token_ids[0]
    embedded = network.embed(token_ids)  # (P, D)
    step = 0.02
    for number in range(6):
        place = len(embedded) - 6 + number
        pair = np.stack([embedded, embedded])
        pair[0, place] *= 1.0 + step
        pair[1, place] *= 1.0 - step
        more, less = network.probabilities(pair)[:, 2].astype(float)
        assert scores[number] == pytest.approx((more - less) / (2 * step), abs=3e-4, rel=0.02)


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


@pytest.mark.parametrize(("field", "value"), [("needs", "network"), ("unit", "logit")])
def test_a_declaration_that_nobody_knows_crashes(field, value):
    declared = {"needs": "attention", "sees_target": False, "unit": None, field: value}
    with pytest.raises(ValueError, match=f"Received: '{value}'"):
        Method(score=attention_received, **declared)


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
