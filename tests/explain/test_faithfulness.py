"""The judgement: next to a plain reference, on planted words, on nothing, and on chance itself."""

import math

import numpy as np
import pytest

from core.explain.classifier import Classifier
from core.explain.faithfulness import RandomBand, deletion_insertion, judge, random_band
from tests.fakes import AdditiveEngine
from tests.small_network import build_classifier, constant_classifier, small_config

BLANK_ID = 1
KEYWORD, SECOND, AGAINST, ORDINARY = 90, 91, 92, range(10, 60)
# Every ordinary word speaks a little for label 0: no two of them alike.
CONTRIBUTIONS = {number: (0.005 * (number - 9), 0.0, 0.0, 0.0) for number in ORDINARY}
CONTRIBUTIONS |= {
    KEYWORD: (3.0, 0.0, 0.0, 0.0),
    SECOND: (1.5, 0.0, 0.0, 0.0),
    AGAINST: (-2.0, 0.0, 1.0, 0.0),
}


def additive_classifier() -> Classifier:
    return Classifier(AdditiveEngine(CONTRIBUTIONS), blank_id=BLANK_ID, read_network=None)


def planted_text(size: int, seed: int = 0) -> np.ndarray:
    """Ordinary words, and at random places the three others."""
    rng = np.random.default_rng(seed)
    words = rng.choice(ORDINARY, size - 3, replace=False)
    return rng.permutation([*words, KEYWORD, SECOND, AGAINST]).astype(np.int32)


def true_scores(token_ids: np.ndarray) -> np.ndarray:
    return np.array([CONTRIBUTIONS[int(i)][0] for i in token_ids])


class Reference:
    """The definitions as loops: one text asked at a time."""

    def __init__(self, classifier, token_ids, target, groups=None):
        self.groups = [[n] for n in range(len(token_ids))] if groups is None else groups
        self.ask = lambda row: float(classifier.probabilities([row])[0, target])
        self.token_ids = token_ids

    def without(self, units):
        gone = {token for unit in units for token in self.groups[unit]}
        return self.ask(np.array([i for n, i in enumerate(self.token_ids) if n not in gone], int))

    def only(self, units):
        return self.without([unit for unit in range(len(self.groups)) if unit not in units])

    def measure(self, order):
        comprehensiveness, sufficiency = [], []
        for hundredths in (1, 5, 10, 20, 50):
            top = order[: max(1, math.ceil(hundredths * len(order) / 100))]
            comprehensiveness.append(self.without([]) - self.without(top))
            sufficiency.append(self.without([]) - self.only(top))
        return sum(comprehensiveness) / 5, sum(sufficiency) / 5

    def descending(self, scores):
        return sorted(range(len(scores)), key=lambda unit: -scores[unit])


def cases():
    rng = np.random.default_rng(3)
    pairs = [[number, number + 1] for number in range(0, 22, 2)]
    words = [[0, 1, 2], [3], [5, 4], [6], [7, 8, 9, 10, 11], [12, 13]]
    for masked in (True, False):
        config = small_config(masked=masked)
        classifier = build_classifier(config)
        for size, groups in [
            (1, None),
            (2, None),
            (14, None),
            (24, None),
            (22, pairs),
            (14, words),
        ]:
            ids = rng.integers(3, config.vocabulary_size, size).astype(np.int32)
            name = f"{'masked' if masked else 'unmasked'}-{size}-{len(groups or ids)}"
            yield pytest.param(classifier, ids, groups, id=name)
    for size in (5, 21, 40):
        yield pytest.param(additive_classifier(), planted_text(size), None, id=f"additive-{size}")


@pytest.mark.parametrize(("classifier", "token_ids", "groups"), list(cases()))
def test_the_figures_are_those_of_the_plain_reference(classifier, token_ids, groups):
    reference = Reference(classifier, token_ids, 2, groups)
    scores = np.random.default_rng(4).normal(size=len(reference.groups))
    band = random_band(classifier, token_ids, 2, groups=groups, num_orders=3)
    found = judge(classifier, token_ids, scores, 2, band=band, groups=groups)
    own = reference.measure(reference.descending(scores))
    assert (found.comprehensiveness, found.sufficiency) == pytest.approx(own, abs=1e-6)
    assert len({tuple(order) for order in band.orders.tolist()}) > (len(scores) > 2)
    random = [reference.measure(order) for order in band.orders.tolist()]
    assert band.comprehensiveness == pytest.approx([one for one, _ in random], abs=1e-6)
    assert band.sufficiency == pytest.approx([one for _, one in random], abs=1e-6)
    assert found.random_band == (band.comprehensiveness.min(), band.comprehensiveness.max())
    assert found.sufficiency_band == (band.sufficiency.min(), band.sufficiency.max())


@pytest.mark.parametrize(("classifier", "token_ids", "groups"), list(cases()))
def test_the_curves_are_those_of_the_plain_reference(classifier, token_ids, groups):
    reference = Reference(classifier, token_ids, 2, groups)
    size = len(reference.groups)
    scores = np.random.default_rng(5).normal(size=size)
    found = deletion_insertion(classifier, token_ids, scores, 2, groups=groups, num_orders=3)
    counts = (found.fractions * size).round().astype(int).tolist()
    if size <= 20:
        assert counts == list(range(size + 1))
    else:
        assert (counts[0], len(counts), counts[-1]) == (0, 21, size)
        assert set(np.diff(counts)) <= {1, 2, 3}
    orders = random_band(classifier, token_ids, 2, groups=groups, num_orders=3).orders.tolist()
    for curve, band, ask in [
        (found.deletion, found.deletion_band, reference.without),
        (found.insertion, found.insertion_band, reference.only),
    ]:
        order = reference.descending(scores)
        assert curve == pytest.approx([ask(order[:k]) for k in counts], abs=1e-6)
        random = np.array([[ask(order[:k]) for k in counts] for order in orders])
        assert band[0] == pytest.approx(random.min(axis=0), abs=1e-6)
        assert band[1] == pytest.approx(random.max(axis=0), abs=1e-6)


@pytest.mark.parametrize("size", [10, 20, 45])
def test_planted_words_are_good_and_the_reversed_order_is_bad(size):
    classifier, token_ids = additive_classifier(), planted_text(size)
    band = random_band(classifier, token_ids, 0)
    scores = true_scores(token_ids)
    assert token_ids[scores.argmax()] == KEYWORD
    good = judge(classifier, token_ids, scores, 0, band=band)
    bad = judge(classifier, token_ids, -scores, 0, band=band)
    assert (good.verdict, bad.verdict) == ("good", "bad")
    assert good.comprehensiveness > good.random_band[1]
    assert bad.comprehensiveness < bad.random_band[0]
    assert good.sufficiency < good.sufficiency_band[0]
    curves = deletion_insertion(classifier, token_ids, scores, 0)
    assert (curves.deletion <= curves.deletion_band[0] + 1e-9).all()
    assert (curves.deletion < curves.deletion_band[0] - 1e-3).any()
    assert (curves.insertion >= curves.insertion_band[1] - 1e-9).all()
    assert (curves.insertion > curves.insertion_band[1] + 1e-3).any()


@pytest.mark.parametrize("size", [14, 20, 45])
def test_one_planted_keyword_among_ordinary_words_is_good(size):
    classifier, token_ids = additive_classifier(), planted_text(size)
    token_ids = token_ids[(token_ids != SECOND) & (token_ids != AGAINST)]
    scores = true_scores(token_ids)
    band = random_band(classifier, token_ids, 0)
    assert judge(classifier, token_ids, scores, 0, band=band).verdict == "good"


def test_a_lone_keyword_is_no_better_than_the_random_orders_that_start_with_it():
    token_ids = np.array([KEYWORD, *range(100, 119)], np.int32)  # 19 words that do nothing
    classifier = additive_classifier()
    band = random_band(classifier, token_ids, 0)
    found = judge(classifier, token_ids, np.eye(20)[0], 0, band=band)
    assert (band.orders[:, 0] == 0).any()
    assert found.comprehensiveness == pytest.approx(found.random_band[1], abs=1e-9)
    assert found.verdict == "chance"


def test_the_judgement_is_of_the_label_that_is_asked_for():
    classifier, token_ids = additive_classifier(), planted_text(20)
    against = np.array([CONTRIBUTIONS[int(i)][2] for i in token_ids]) - true_scores(token_ids)
    verdicts = [
        judge(
            classifier, token_ids, against, target, band=random_band(classifier, token_ids, target)
        ).verdict
        for target in (0, 2)
    ]
    assert verdicts == ["bad", "good"]


@pytest.mark.parametrize("noise", [0.0, 1e-9])
@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 12, 40])
def test_constant_scores_cannot_be_told_from_chance(size, noise):
    config = small_config(masked=True)
    classifier = build_classifier(config) if size < 10 else additive_classifier()
    for seed in range(12):
        rng = np.random.default_rng(seed)
        token_ids = rng.integers(3, 100, size).astype(np.int32)
        band = random_band(classifier, token_ids, seed % 4, seed=seed)
        scores = 0.3 + noise * rng.normal(size=size)
        found = judge(classifier, token_ids, scores, seed % 4, band=band)
        assert found.verdict == "chance"
        for value, (low, high) in [
            (found.comprehensiveness, found.random_band),
            (found.sufficiency, found.sufficiency_band),
        ]:
            assert low - 1e-6 <= value <= high + 1e-6  # float32 of other batches


def test_equal_scores_are_ordered_at_random_not_by_their_place():
    """A reader's trap: the keyword stands first among equals."""
    classifier, token_ids = additive_classifier(), planted_text(45)
    token_ids = token_ids[np.argsort(-true_scores(token_ids))]
    band = random_band(classifier, token_ids, 0)
    found = judge(classifier, token_ids, np.zeros(45), 0, band=band)
    in_order = judge(classifier, token_ids, -np.arange(45.0), 0, band=band)
    assert in_order.verdict == "good"
    assert found.comprehensiveness < in_order.comprehensiveness / 2


def test_one_higher_score_among_equals_comes_first_in_every_order():
    classifier, token_ids = additive_classifier(), planted_text(20)
    keyword = (token_ids == KEYWORD).astype(float)
    band = random_band(classifier, token_ids, 0)
    found = judge(classifier, token_ids, keyword, 0, band=band)
    reference = Reference(classifier, token_ids, 0)
    first = int(keyword.argmax())
    loss = reference.without([]) - reference.without([first])
    # 1 % and 5 % of 20 units are the keyword alone; each wider set loses something more.
    assert found.comprehensiveness > loss
    orders = [[first, *(u for u in order if u != first)] for order in band.orders[:8].tolist()]
    mean = np.mean([reference.measure(order)[0] for order in orders])
    assert found.comprehensiveness == pytest.approx(mean, abs=1e-9)


@pytest.mark.parametrize("size", [1, 2, 15])
def test_a_model_that_looks_at_nothing_gives_chance(size):
    config = small_config(masked=True)
    classifier = constant_classifier(config)
    token_ids = np.arange(3, 3 + size, dtype=np.int32)
    band = random_band(classifier, token_ids, 1)
    found = judge(classifier, token_ids, np.arange(size, dtype=float), 1, band=band)
    assert found.verdict == "chance"
    assert found.comprehensiveness == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(
    ("beyond", "verdict"),
    [(0.0, "chance"), (-1e-7, "chance"), (-1e-5, "good")],
)
def test_float_noise_does_not_decide(beyond, verdict):
    classifier, token_ids = additive_classifier(), planted_text(10)
    scores = true_scores(token_ids)
    best = judge(
        classifier, token_ids, scores, 0, band=random_band(classifier, token_ids, 0)
    ).comprehensiveness
    band = RandomBand(
        orders=np.arange(10)[None],
        comprehensiveness=np.array([0.0, best + beyond]),
        sufficiency=np.zeros(2),
    )
    assert judge(classifier, token_ids, scores, 0, band=band).verdict == verdict
    low = RandomBand(
        orders=np.arange(10)[None],
        comprehensiveness=np.array([best - beyond, 1.0]),
        sufficiency=np.zeros(2),
    )
    opposite = "bad" if verdict == "good" else verdict
    assert judge(classifier, token_ids, scores, 0, band=low).verdict == opposite


def test_random_scores_are_taken_for_more_or_less_than_chance_in_5_percent():
    classifier = additive_classifier()
    verdicts = []
    for seed in range(200):
        token_ids = planted_text(12, seed)
        band = random_band(classifier, token_ids, 0, seed=seed)
        scores = np.random.default_rng(seed).random(12)  # as the random control
        verdicts.append(judge(classifier, token_ids, scores, 0, band=band).verdict)
    beyond = 200 - verdicts.count("chance")
    assert 1 <= beyond <= 24
    assert {"good", "bad"} < set(verdicts)


def test_the_band_of_another_seed_has_other_orders_and_that_of_the_same_one_the_same():
    classifier, token_ids = additive_classifier(), planted_text(20)
    first, again, other = (random_band(classifier, token_ids, 0, seed=seed) for seed in (0, 0, 1))
    assert first.orders.shape == (39, 20)
    assert np.array_equal(first.orders, again.orders)
    assert np.array_equal(first.comprehensiveness, again.comprehensiveness)
    assert not np.array_equal(first.orders, other.orders)
    assert (np.sort(first.orders, axis=1) == np.arange(20)).all()


def test_the_random_control_does_not_meet_its_own_order_in_the_band():
    token_ids = planted_text(20)
    for seed in range(20):
        band = random_band(additive_classifier(), token_ids, 0, seed=seed, num_orders=3)
        control = np.argsort(-np.random.default_rng(seed).random(20))
        assert not (band.orders == control).all(axis=1).any()
        assert not (band.orders == np.random.default_rng(seed).permutation(20)).all(axis=1).any()


def test_what_does_not_belong_together_is_refused():
    classifier, token_ids = additive_classifier(), planted_text(5)
    band = random_band(classifier, token_ids, 0, num_orders=2)
    with pytest.raises(ValueError, match=r"Received: 4, 5, 5"):
        judge(classifier, token_ids, np.zeros(4), 0, band=band)
    with pytest.raises(ValueError, match=r"Received: 2, 2, 5"):
        judge(classifier, token_ids, np.zeros(2), 0, band=band, groups=[[0, 1], [2, 3, 4]])
    for function in (
        lambda scores: judge(classifier, token_ids, scores, 0, band=band),
        lambda scores: deletion_insertion(classifier, token_ids, scores, 0),
    ):
        with pytest.raises(ValueError, match=r"finite.*nan"):
            function(np.array([0.1, np.nan, 0.2, 0.3, 0.4]))
