"""The sampled and the integrated methods against exact values and against shap and lime."""

from itertools import product
from math import factorial

import numpy as np
import pytest
from lime.lime_base import LimeBase
from scipy.stats import spearmanr
from sklearn.metrics.pairwise import pairwise_distances

from core.commands.bench.other_explainers import TextModel, lime_scores
from core.explain.methods.integrated_gradients import BASELINES, integrated_gradients
from core.explain.methods.lime import draw_subsets, fit_linear_model, lime
from core.explain.methods.shapley import shapley
from core.text.encode import encode
from core.types import PAD_ID, UNK_ID, Token, TokenizedText
from tests.commands.bench.uncompiled_shap import shap
from tests.fakes import make_classifier, make_tokenized
from tests.small_network import build_classifier, random_texts, small_config

CHARACTERS = "東京都大阪府北海道"


class AdditiveGame:
    """An engine whose probability of label 0 is 0.4 and what every token adds; label 1 has the rest."""

    def __init__(self, gains):
        self._gains = gains

    def logits(self, rows):
        first = np.array([0.4 + sum(self._gains.get(int(i), 0.0) for i in row) for row in rows])
        return np.log(np.stack([first, 1.0 - first], axis=1))


GAINS = {2: 0.2, 3: -0.15, 4: 0.05, 5: 0.0, 6: 0.11}
GAME_TEXT = make_tokenized(*"あいうえお")  # ids 2 to 6


@pytest.fixture(scope="module")
def game():
    return make_classifier(AdditiveGame(GAINS))


@pytest.fixture(scope="module", params=[True, False], ids=["masked", "unmasked"])
def model(request):
    config = small_config(masked=request.param, sequence_length=12)
    return config, build_classifier(config)


def encode_one(config, size):
    return encode(random_texts(config, size), sequence_length=config.sequence_length)


def all_subsets(size):
    return np.array(list(product([False, True], repeat=size)))  # (2^T, T)


def exact_shapley(classifier, token_ids, target):
    """Return the Shapley values (T,) by their definition, over all subsets."""
    size = len(token_ids)
    present = all_subsets(size)
    answers = classifier.without(token_ids, ~present)[:, target]
    value_of = dict(zip(map(tuple, present.tolist()), answers, strict=True))
    values = np.zeros(size)
    for subset in value_of:
        count = sum(subset)
        weight = (
            factorial(count) * factorial(size - count - 1) / factorial(size) if count < size else 0
        )
        for token in range(size):
            if not subset[token]:
                larger = (*subset[:token], True, *subset[token + 1 :])
                values[token] += weight * (value_of[larger] - value_of[subset])
    return values


def seen(scores, encoded):
    return scores.scores[encoded.padding_mask[0]]


def test_shapley_is_exact_for_an_additive_game_with_one_pair(game):
    encoded = encode([GAME_TEXT], sequence_length=8)
    scores = seen(shapley(game, encoded, 0, num_pairs=1), encoded)
    assert scores == pytest.approx(list(GAINS.values()), abs=1e-12)
    assert exact_shapley(game, np.arange(2, 7), 0) == pytest.approx(scores, abs=1e-12)


def test_shapley_over_many_seeds_is_the_exact_value(model):
    config, classifier = model
    encoded = encode_one(config, 6)
    token_ids = encoded.token_ids[0][encoded.padding_mask[0]]
    exact = exact_shapley(classifier, token_ids, 1)
    drawn = np.array([seen(shapley(classifier, encoded, 1, seed=s), encoded) for s in range(40)])
    error = drawn.std(axis=0, ddof=1) / np.sqrt(len(drawn))  # (T,), of the mean
    assert (np.abs(drawn.mean(axis=0) - exact) < 4 * error + 1e-6).all()
    # One default run is near already.
    assert np.abs(drawn - exact).max() < 0.25 * np.ptp(exact)
    assert drawn.sum(axis=1) == pytest.approx(np.full(40, exact.sum()), abs=1e-5)


def test_more_pairs_come_nearer_to_the_exact_shapley_values(model):
    config, classifier = model
    encoded = encode_one(config, 8)
    exact = exact_shapley(classifier, encoded.token_ids[0][encoded.padding_mask[0]], 1)
    few, many = (
        np.sqrt(
            np.mean(
                [
                    (seen(shapley(classifier, encoded, 1, num_pairs=n, seed=s), encoded) - exact)
                    ** 2
                    for s in range(5)
                ]
            )
        )
        for n in (5, 80)
    )
    # The error falls as 1/sqrt(n): here to a quarter.
    assert few / many == pytest.approx(4.0, rel=0.5)


def test_shaps_exact_explainer_gives_the_same_values(model):
    config, classifier = model
    encoded = encode_one(config, 6)
    token_ids = encoded.token_ids[0][encoded.padding_mask[0]]

    def answer(present):  # (N, T), 1 where a token is there
        return classifier.without(token_ids, present < 0.5)[:, 1]

    explain = shap.explainers.Exact(answer, shap.maskers.Independent(np.zeros((1, 6))))
    theirs = explain(np.ones((1, 6)), silent=True).values[0]
    assert theirs == pytest.approx(exact_shapley(classifier, token_ids, 1), abs=1e-6)
    ours = seen(shapley(classifier, encoded, 1, num_pairs=200), encoded)
    assert ours == pytest.approx(theirs, abs=0.05 * np.ptp(theirs))


def test_the_linear_model_is_limes(model):
    config, classifier = model
    encoded = encode_one(config, 9)
    token_ids = encoded.token_ids[0][encoded.padding_mask[0]]
    present = draw_subsets(9, num_samples=300, seed=3)
    answers = classifier.without(token_ids, ~present)  # (N, C)
    data = present.astype(float)
    distances = pairwise_distances(data, data[:1], metric="cosine").ravel() * 100
    base = LimeBase(lambda d: np.sqrt(np.exp(-(d**2) / 25**2)), random_state=0)
    _, weights, _, _ = base.explain_instance_with_data(data, answers, distances, 2, 9, "none")
    theirs = np.array([weight for _, weight in sorted(weights)])
    assert fit_linear_model(present, answers[:, 2]) == pytest.approx(theirs, abs=1e-9)
    assert np.abs(theirs).max() > 1e-3


class CharacterTokenizer:
    """Every character is a token; its id is its place among `CHARACTERS`, from 3 on."""

    def tokenize(self, text):
        tokens = [
            Token(piece=char, id=3 + CHARACTERS.index(char), start=n, end=n + 1)
            for n, char in enumerate(text)
        ]
        return TokenizedText(text=text, tokens=tuple(tokens))

    def token_ids(self, texts, *, num_threads):
        return [[token.id for token in self.tokenize(text).tokens] for text in texts]


def text_model(classifier, config):
    return TextModel(classifier, CharacterTokenizer(), window=config.sequence_length)


def test_lime_agrees_with_the_package_on_its_own_samples(model):
    config, classifier = model
    theirs = lime_scores(text_model(classifier, config), CHARACTERS, 0)  # 5,000 samples
    encoded = encode(
        [CharacterTokenizer().tokenize(CHARACTERS)], sequence_length=config.sequence_length
    )
    ours = seen(lime(classifier, encoded, 0, num_samples=5000), encoded)
    # Both draw their own samples: the difference is what drawing anew changes.
    again = np.array(
        [seen(lime(classifier, encoded, 0, num_samples=5000, seed=s), encoded) for s in range(1, 7)]
    )
    error = again.std(axis=0, ddof=1) * np.sqrt(2)  # (T,), of a difference of two
    assert (np.abs(ours - theirs) < 5 * error).all()
    assert spearmanr(ours, theirs).statistic > 0.9
    assert np.ptp(theirs) > 20 * error.max()
    few = seen(lime(classifier, encoded, 0), encoded)  # the default budget
    assert spearmanr(few, theirs).statistic > 0.8


def test_lime_of_an_additive_game_is_what_every_token_adds(game):
    encoded = encode([GAME_TEXT], sequence_length=8)
    scores = seen(lime(game, encoded, 0, num_samples=5000), encoded)
    # The ridge penalty shrinks a little.
    assert scores == pytest.approx(list(GAINS.values()), abs=0.005)


def path_of(classifier, encoded, baseline):
    """Where the way to the text begins and ends: (P, D) each."""
    network = classifier.network
    real = encoded.padding_mask[0]
    read = real if network.masked else np.full_like(real, True)
    end = network.embed(encoded.token_ids[0][read])
    matrix = network.weights.embedding
    vector = {"padding": matrix[PAD_ID], "unk": matrix[UNK_ID], "mean": matrix.mean(axis=0)}
    start = end.copy()
    start[real[read]] = vector[baseline]
    return start, end


@pytest.mark.parametrize("baseline", BASELINES)
def test_integrated_gradients_are_the_integral(model, baseline):
    config, classifier = model
    network = classifier.network
    encoded = encode_one(config, 7)
    got = integrated_gradients(classifier, encoded, 0, baseline=baseline)
    fine = integrated_gradients(classifier, encoded, 0, baseline=baseline, num_steps=400)
    start, end = path_of(classifier, encoded, baseline)
    places = np.linspace(0.0, 1.0, 2001)[:, None, None].astype(np.float32)
    slopes = network.gradients(start + places * (end - start), 0)  # (2001, P, D)
    mean = (slopes[:-1] + slopes[1:]).sum(axis=0) / 4000  # trapezoids
    expected = (mean * (end - start)).sum(axis=1)[-7:]
    largest = float(np.abs(expected).max())
    # A maximum over time has kinks: there the rule is not as good as it is on smooth ways.
    assert seen(got, encoded) == pytest.approx(expected, abs=0.01 * largest)
    assert seen(fine, encoded) == pytest.approx(expected, abs=0.001 * largest)
    before, after = network.probabilities(np.stack([start, end]))[:, 0].astype(float)
    assert abs(after - before) > 0.01
    assert seen(got, encoded).sum() == pytest.approx(after - before, rel=0.01)
    assert got.delta == pytest.approx(seen(got, encoded).sum() - (after - before), abs=1e-6)


def test_integrated_gradients_are_the_integral_of_the_answers_alone(model):
    """The same without a gradient: finite differences of the forward pass."""
    config, classifier = model
    encoded = encode_one(config, 4)
    got = seen(integrated_gradients(classifier, encoded, 0, num_steps=200), encoded)
    start, end = path_of(classifier, encoded, "padding")
    places = (np.arange(200) + 0.5)[:, None, None] / 200
    points = start + places * (end - start)  # (200, P, D)
    step = 0.002
    for token in range(1, 5):
        way = np.zeros_like(end)
        way[-token] = (end - start)[-token]
        ahead, behind = (
            classifier.network.probabilities((points + sign * step * way).astype(np.float32))[:, 0]
            for sign in (1, -1)
        )
        expected = (ahead - behind).mean() / (2 * step)
        assert got[-token] == pytest.approx(expected, abs=0.01 * np.abs(got).max())
