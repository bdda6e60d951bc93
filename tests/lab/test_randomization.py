"""The untrained twin: what is drawn anew, and what is compared with what."""

import json
from dataclasses import fields, replace

import numpy as np
import pytest
from scipy.stats import spearmanr

from core.explain.methods.gradient_x_input import gradient_x_input
from core.explain.methods.method import Method
from core.explain.methods.registry import METHODS
from core.lab.randomization import (
    MIN_TOKENS,
    STAGES,
    StageAgreement,
    absolute_spearman,
    agreement_by_method,
    choose_texts,
    randomization_record,
    randomized_weights,
)
from core.model.weights import NetworkWeights
from core.text.align import position_scores, seen_token_ids, token_scores
from core.text.encode import encode
from core.types import PositionScores
from tests.fakes import make_tokenized
from tests.small_network import build_classifier, random_texts, random_weights, small_config

OF_STAGE = {
    "classifier": {"classifier", "classifier_bias"},
    "lstm": {"forward", "backward"},
    "attention": {"query", "key", "attention_bias", "energy", "energy_bias"},
    "embedding": {"embedding"},
}


@pytest.fixture(scope="module")
def config():
    return small_config(masked=True)


@pytest.fixture(scope="module")
def weights(config):
    return random_weights(config)


def changed_fields(one, other):
    return {
        f.name for f in fields(NetworkWeights) if getattr(one, f.name) is not getattr(other, f.name)
    }


@pytest.mark.parametrize("stages", range(5))
def test_the_first_stages_are_drawn_anew_and_nothing_else(weights, stages):
    twin = randomized_weights(weights, stages=stages, seed=0)
    expected = set().union(*(OF_STAGE[name] for name in STAGES[:stages]))
    assert changed_fields(twin, weights) == expected
    assert set().union(*OF_STAGE.values()) == {f.name for f in fields(NetworkWeights)}


def test_a_stage_is_drawn_the_same_however_many_follow(weights):
    first = randomized_weights(weights, stages=2, seed=5)
    whole = randomized_weights(weights, stages=4, seed=5)
    other = randomized_weights(weights, stages=4, seed=6)
    assert np.array_equal(first.classifier, whole.classifier)
    assert np.array_equal(first.backward.kernel, whole.backward.kernel)
    assert not np.array_equal(first.forward.kernel, first.backward.kernel)
    for name in ("classifier", "query", "key", "energy", "embedding"):
        assert not np.isclose(getattr(whole, name), getattr(other, name)).any()


@pytest.mark.parametrize("stages", [-1, 5])
def test_another_number_of_stages_is_refused(weights, stages):
    with pytest.raises(ValueError, match=f"Received: {stages}"):
        randomized_weights(weights, stages=stages, seed=0)


@pytest.mark.slow
def test_the_twin_is_drawn_as_keras_draws():
    # Inside the function: the other tests do not wait for TensorFlow.
    import keras

    from core.training.network import build_network

    keras.utils.set_random_seed(0)
    sizes = {"embedding_dim": 96, "lstm_units": 64, "attention_units": 80}
    config = small_config(masked=True, **sizes)
    twin = randomized_weights(random_weights(config), stages=4, seed=0)
    network = build_network(config)
    drawn = {
        "embedding": [twin.embedding],
        "attention": [
            twin.query,
            twin.key,
            twin.attention_bias,
            twin.energy[:, None],
            twin.energy_bias,
        ],
        "bidirectional": [
            array
            for direction in (twin.forward, twin.backward)
            for array in (direction.kernel, direction.recurrent, direction.bias)
        ],
        "logits": [twin.classifier, twin.classifier_bias],
    }
    for layer, arrays in drawn.items():
        for ours, theirs in zip(arrays, network.get_layer(layer).get_weights(), strict=True):
            assert (ours.shape, ours.dtype) == (theirs.shape, theirs.dtype)
            if ours.ndim == 1:  # biases are not drawn
                assert np.array_equal(ours, theirs)
                continue
            # The error of a standard deviation of n draws is 1/sqrt(2 n) of it.
            close = 5.0 / np.sqrt(2 * ours.size)
            assert ours.std() == pytest.approx(theirs.std(), rel=close)
            if ours.size > 1000:  # enough to tell one distribution from another
                parts = [np.quantile(abs(drawn), (0.5, 0.99)) for drawn in (ours, theirs)]
                assert parts[0] == pytest.approx(parts[1], rel=0.05)
            assert abs(ours.mean()) < 5.0 * ours.std() / np.sqrt(ours.size)
    for direction in (twin.forward, twin.backward):
        rows = direction.recurrent  # (H, 4 H)
        assert rows @ rows.T == pytest.approx(np.eye(64), abs=1e-5)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1.0, 2.0, 5.0], [0.1, 0.2, 0.9], 1.0),
        ([1.0, 2.0, 5.0], [3.0, 2.0, 1.0], 1.0),  # the wrong way round is agreement too
        ([1.0, 2.0, 3.0, 4.0], [2.0, 4.0, 1.0, 3.0], 0.0),
        ([1.0, 2.0, 3.0], [2.0, 1.0, 3.0], 0.5),
        ([1.0, 1.0 + 1e-9, 2.0], [5.0, 5.0, 6.0], 1.0),  # float noise is no order
    ],
)
def test_the_correlation_of_two_maps(one, other, expected):
    assert absolute_spearman(np.array(one), np.array(other)) == pytest.approx(expected)


@pytest.mark.parametrize("flat", [[0.7, 0.7, 0.7], [0.7, 0.7 + 1e-9, 0.7]])
def test_a_constant_map_has_no_correlation(flat):
    for maps in ((flat, [1.0, 2.0, 3.0]), ([1.0, 2.0, 3.0], flat)):
        assert np.isnan(absolute_spearman(*map(np.array, maps)))


def map_of(method, classifier, encoded, target):
    return token_scores(method(classifier, encoded, target), encoded)


@pytest.mark.parametrize("masked", [True, False])
def test_the_figures_are_the_mean_over_texts_of_each_twin_and_the_trained_label(masked):
    config = small_config(masked=masked)
    drawn = random_weights(config)
    # Without its bias and with larger vectors the network does not give one label to all texts.
    weights = replace(
        drawn, classifier_bias=0.0 * drawn.classifier_bias, embedding=4.0 * drawn.embedding
    )
    texts = random_texts(config, 6, 9, 12, 7)
    seeds = (3, 5)  # no two scores of a map lie within its noise, where the order may be another
    got = agreement_by_method(
        texts,
        weights,
        config,
        blank_id=2,
        seeds=seeds,
        methods={"gradient_x_input": METHODS["gradient_x_input"]},
    )["gradient_x_input"]
    trained = build_classifier(config, weights)
    targets = set()
    for stage in range(4):
        expected = []
        for number, text in enumerate(texts):
            encoded = encode([text], sequence_length=config.sequence_length)
            target = int(trained.run(encoded).probabilities[0].argmax())
            targets.add(target)
            twin = randomized_weights(weights, stages=stage + 1, seed=seeds[number % 2])
            maps = [
                map_of(gradient_x_input, classifier, encoded, target)
                for classifier in (trained, build_classifier(config, twin))
            ]
            expected.append(abs(spearmanr(*maps).statistic))
        assert min(expected) < 0.9
        assert got.stages[stage] == pytest.approx(np.mean(expected), abs=1e-9)
    assert got.undefined == 0
    assert len(targets) > 1


def test_attention_changes_only_when_its_own_layer_or_the_one_below_does(config, weights):
    texts = random_texts(config, 8, 10, 12)
    got = agreement_by_method(
        texts, weights, config, blank_id=2, seeds=[0], methods={"attention": METHODS["attention"]}
    )["attention"]
    assert got.stages[:2] == pytest.approx((1.0, 1.0))
    assert max(got.stages[2:]) < 0.9


def read_ids(classifier, encoded, target):
    """Scores that know the text and nothing of the model, so they agree fully."""
    values = seen_token_ids(encoded).astype(float)
    return PositionScores(scores=position_scores(values, encoded), signed=False, padding_share=None)


def constant_when_trained(classifier, encoded, target):
    """Constant for texts of an even number of tokens."""
    ids = seen_token_ids(encoded).astype(float)
    values = ids if len(ids) % 2 else np.full(len(ids), 0.3)
    return PositionScores(scores=position_scores(values, encoded), signed=False, padding_share=None)


def constant(classifier, encoded, target):
    values = np.full(len(seen_token_ids(encoded)), 0.7)
    return PositionScores(scores=position_scores(values, encoded), signed=False, padding_share=None)


def as_methods(**scorers):
    return {
        name: Method(score=scorer, needs="attention", sees_target=False, unit=None)
        for name, scorer in scorers.items()
    }


def test_a_method_that_reads_no_model_is_suspicious_and_constant_maps_are_left_out(config, weights):
    texts = random_texts(config, 5, 6, 7, 8)
    methods = as_methods(ids=read_ids, half=constant_when_trained, flat=constant)
    got = agreement_by_method(texts, weights, config, blank_id=2, seeds=[0], methods=methods)
    assert list(got) == ["ids", "half", "flat"]
    assert got["ids"].stages == pytest.approx((1.0,) * 4)
    assert (got["ids"].undefined, got["ids"].suspicious) == (0, True)
    assert got["half"].stages == pytest.approx((1.0,) * 4)
    assert got["half"].undefined == 2
    assert got["flat"] == StageAgreement(stages=(None,) * 4, undefined=4)
    assert got["flat"].suspicious is False


def test_the_control_is_drawn_anew_for_every_network(config, weights):
    # Kept at one seed, it would agree with itself perfectly.
    texts = random_texts(config, *[12] * 30)
    got = agreement_by_method(
        texts, weights, config, blank_id=2, seeds=[0], methods={"random": METHODS["random"]}
    )["random"]
    # |ρ| of two random orders of 12: 0.24 on average, ± 0.035 for the mean of 30.
    assert all(0.1 < value < 0.38 for value in got.stages)
    assert got.suspicious is False


def test_progress_is_told_after_every_text(config, weights):
    done = []
    agreement_by_method(
        random_texts(config, 5, 5),
        weights,
        config,
        blank_id=2,
        seeds=[0],
        methods=as_methods(ids=read_ids),
        on_text=done.append,
    )
    assert done == [1, 2]


def test_texts_are_chosen_by_their_length_and_always_the_same():
    texts = [make_tokenized(*"字" * size) for size in range(1, 31)]
    chosen = choose_texts(texts, count=8, window=24)
    assert chosen == choose_texts(texts, count=8, window=24)
    sizes = [len(text.tokens) for text in chosen]
    assert len(set(sizes)) == 8
    assert sizes != sorted(sizes)
    everything = choose_texts(texts, count=99, window=24)
    assert sorted(len(text.tokens) for text in everything) == list(range(MIN_TOKENS, 25))


def test_the_record_is_json_with_badges_above_the_threshold():
    agreements = {
        "stuck": StageAgreement(stages=(1.0, 0.9, 0.8, 0.51), undefined=0),
        "moving": StageAgreement(stages=(0.9, 0.7, 0.6, 0.5), undefined=3),
        "flat": StageAgreement(stages=(None,) * 4, undefined=7),
    }
    record = randomization_record(agreements, sentences=7, seeds=[0, 1])
    assert json.loads(json.dumps(record, allow_nan=False)) == {
        "schema": 1,
        "sentences": 7,
        "min_tokens": 5,
        "seeds": [0, 1],
        "threshold": 0.5,
        "methods": {
            "stuck": {
                "stages": [1.0, 0.9, 0.8, 0.51],
                "full": 0.51,
                "suspicious": True,
                "undefined": 0,
            },
            "moving": {
                "stages": [0.9, 0.7, 0.6, 0.5],
                "full": 0.5,
                "suspicious": False,
                "undefined": 3,
            },
            "flat": {
                "stages": [None] * 4,
                "full": None,
                "suspicious": False,
                "undefined": 7,
            },
        },
    }


def test_a_text_longer_than_the_window_is_refused(config, weights):
    # Truncated tokens have no score: the maps would not be of one length.
    with pytest.raises(ValueError, match="finite"):
        agreement_by_method(
            random_texts(config, config.sequence_length + 1),
            weights,
            config,
            blank_id=2,
            seeds=[0],
            methods=as_methods(ids=read_ids),
        )
