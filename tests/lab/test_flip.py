"""The smallest flip: found where one is planted, next to trying every set, and never overstated."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from core.explain.classifier import Classifier
from core.lab import flip
from core.lab.flip import smallest_flip
from tests.fakes import AdditiveEngine
from tests.small_network import build_classifier, random_weights, small_config

BLANK_ID, UNK_ID = 1, 1
STRONG, MIDDLE, WEAK, OTHER, PLAIN = 20, 21, 22, 23, 24
CONTRIBUTIONS = {
    STRONG: (2.0, 0.0, 0.0, 0.0),
    MIDDLE: (1.0, 0.0, 0.0, 0.0),
    WEAK: (0.3, 0.0, 0.0, 0.0),
    OTHER: (0.0, 0.0, 1.1, 0.0),
}


def find(*token_ids: int, **options: object):
    engine = AdditiveEngine(options.pop("contributions", CONTRIBUTIONS))
    classifier = Classifier(engine, blank_id=BLANK_ID, read_network=None)
    return smallest_flip(classifier, np.array(token_ids, np.int32), **options)


def softmax(*logits: float) -> np.ndarray:
    powers = np.exp(logits)
    return powers / powers.sum()


def test_one_token_is_enough():
    found = find(PLAIN, STRONG, OTHER, PLAIN)
    assert (found.groups, found.label_id, found.exhaustive) == ((1,), 2, True)
    assert found.probability == pytest.approx(softmax(0.0, 0.0, 1.1, 0.0)[2])


def test_two_tokens_of_which_neither_is_enough():
    found = find(STRONG, PLAIN, OTHER, STRONG, WEAK)
    assert (found.groups, found.label_id, found.exhaustive) == ((0, 3), 2, True)
    assert found.probability == pytest.approx(softmax(0.3, 0.0, 1.1, 0.0)[2])


def test_the_pair_need_not_hold_the_strongest_token():
    """Two tokens that only together hold the category: no search by single effects sees them."""

    class Redundant(AdditiveEngine):
        def logits(self, rows):
            held = [60 in row or 61 in row for row in rows]
            return np.array(
                [[3.0 * h + 0.1 * (row == 62).sum(), 1.0] for h, row in zip(held, rows)]
            )

    classifier = Classifier(Redundant({}), blank_id=BLANK_ID, read_network=None)
    found = smallest_flip(classifier, np.array([62, 60, 62, 50, 61, 62]))
    assert (found.groups, found.label_id, found.exhaustive) == ((1, 4), 1, True)


def test_beyond_pairs_the_search_is_greedy_and_says_so():
    found = find(MIDDLE, OTHER, MIDDLE, WEAK, MIDDLE, MIDDLE)
    # 4.3 against 1.1: four must go.
    assert (found.groups, found.label_id) == ((0, 2, 4, 5), 2)
    assert found.exhaustive is False
    assert found.probability == pytest.approx(softmax(0.3, 0.0, 1.1, 0.0)[2])
    assert find(MIDDLE, OTHER, MIDDLE, WEAK, MIDDLE, MIDDLE, max_size=4) == found
    assert find(MIDDLE, OTHER, MIDDLE, WEAK, MIDDLE, MIDDLE, max_size=3) is None


@pytest.mark.parametrize("max_size", [1, 2, 5, 99])
def test_nothing_to_find(max_size):
    assert find(STRONG, MIDDLE, PLAIN, max_size=max_size) is None
    assert find(STRONG, max_size=max_size) is None


def test_none_up_to_the_size_asked_for():
    assert find(STRONG, OTHER, STRONG, max_size=1) is None
    assert find(STRONG, OTHER, STRONG, max_size=2).groups == (0, 2)


def test_equally_probable_categories_are_no_flip():
    # Without the token, all labels are alike; label 3 is the model's by nothing but one token.
    assert find(30, PLAIN, contributions={30: (0.0, 0.0, 0.0, 1.0)}) is None


def test_among_equally_small_flips_the_new_category_leads_by_most():
    contributions = {40: (1.0, 0.0, 0.0, 0.0), 41: (0.2, -0.9, 0.0, 0.0), 50: (0.0, 1.0, 0.9, 0.0)}
    # Without 40, label 2 leads by 0.7; without 41, label 1 is only level with what is left.
    found = find(50, 40, 41, contributions=contributions)
    assert (found.groups, found.label_id) == ((1,), 2)
    two_ways = {40: (1.0, 0.0, 0.0, 0.0), 41: (1.0, -2.0, 0.0, 0.0), 50: (0.0, 1.5, 1.6, 0.0)}
    # 2.0, -0.5, 1.6: without 40 label 2 leads by 0.6, without 41 label 2 by 0.1.
    assert find(41, 40, 50, contributions=two_ways).groups == (1,)


def test_of_several_equal_flips_the_first_in_the_text():
    contributions = {40: (1.0, 0.0), 50: (0.0, 1.5), 51: (0.0, 0.0)}
    engine = AdditiveEngine(contributions, num_labels=2)
    classifier = Classifier(engine, blank_id=BLANK_ID, read_network=None)
    ids = np.array([51, 40, 50, 40, 51])
    assert [smallest_flip(classifier, ids).groups for _ in range(3)] == [(1,)] * 3


def test_groups_go_together():
    ids = (STRONG, MIDDLE, PLAIN, STRONG, OTHER)
    assert find(*ids).groups == (0, 3)
    # With the second STRONG goes OTHER: nothing is left that speaks for another category.
    assert find(*ids, groups=[[0, 1], [2], [3, 4]]) is None
    found = find(*ids, groups=[[2], [0, 3], [1], [4]])
    assert (found.groups, found.label_id) == ((1,), 2)


def test_the_way_of_removing_is_the_one_asked_for():
    contributions = {**CONTRIBUTIONS, UNK_ID: (0.0, 0.0, 0.0, 2.5)}
    deleted = find(STRONG, OTHER, STRONG, contributions=contributions)
    replaced = find(STRONG, OTHER, STRONG, contributions=contributions, removal="unk")
    assert (deleted.groups, deleted.label_id) == ((0, 2), 2)
    assert (replaced.groups, replaced.label_id) == ((0,), 3)


def test_a_text_that_is_emptied_is_the_blank_piece():
    contributions = {**CONTRIBUTIONS, BLANK_ID: (0.0, 0.4, 0.0, 0.0)}
    found = find(STRONG, contributions=contributions)
    assert (found.groups, found.label_id, found.exhaustive) == ((0,), 1, True)


@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize("removal", ["delete", "unk", "blank"])
def test_every_set_of_two_was_tried(masked, removal):
    """Next to loops over all sets, on networks whose tokens hang together."""
    config = small_config(masked=masked, sequence_length=8)
    weights = random_weights(config)
    # No category is ahead by itself, and every token pulls.
    weights = replace(
        weights, embedding=4 * weights.embedding, classifier_bias=0 * weights.classifier_bias
    )
    classifier = build_classifier(config, weights)
    sizes = []
    for seed in range(8):
        ids = np.random.default_rng(seed).integers(3, config.vocabulary_size, 7).astype(np.int32)
        found = smallest_flip(classifier, ids, max_size=2, removal=removal)
        expected = _by_loops(classifier, ids, removal)
        if expected is None:
            assert found is None
        else:
            assert (found.groups, found.label_id) == expected[:2]
            assert found.probability == pytest.approx(expected[2], abs=1e-6)
            assert found.exhaustive is True
            sizes.append(len(found.groups))
    assert {1, 2} == set(sizes)


def _by_loops(classifier, ids, removal):
    label_id = classifier.probabilities([ids])[0].argmax()
    for size in (1, 2):
        found = []
        for chosen in combinations(range(len(ids)), size):
            removed = np.isin(np.arange(len(ids)), chosen)
            answer = classifier.without(ids, removed[None], removal=removal)[0]
            if answer.argmax() != label_id:
                second, first = np.sort(answer)[-2:]
                found.append((first - second, chosen, int(answer.argmax()), first))
        if found:
            return max(found)[1:]
    return None


def test_of_a_long_text_only_pairs_of_the_strongest_tokens_are_tried(monkeypatch):
    monkeypatch.setattr(flip, "_MAX_UNITS_FOR_ALL_PAIRS", 4)
    monkeypatch.setattr(flip, "_NUM_STRONGEST", 2)
    text = (STRONG, PLAIN, OTHER, STRONG, WEAK)
    assert find(*text) == flip.Flip(
        groups=(0, 3), label_id=2, probability=find(*text).probability, exhaustive=False
    )
    # A single token was still looked for everywhere.
    assert find(STRONG, PLAIN, OTHER, PLAIN, PLAIN).exhaustive is True
    # Exactly at the bound, all pairs are tried.
    assert find(STRONG, PLAIN, OTHER, STRONG).exhaustive is True


def test_a_long_text_asks_for_as_many_variants_as_stated():
    calls = []

    class Counting(AdditiveEngine):
        def logits(self, rows):
            calls.append(len(rows))
            return super().logits(rows)

    def count(size: int) -> int:
        calls.clear()
        contributions = {number: (1.0 + number / 1000, 0.0) for number in range(100, 100 + size)}
        classifier = Classifier(
            Counting(contributions, num_labels=2), blank_id=BLANK_ID, read_network=None
        )
        ids = np.arange(100, 100 + size)
        assert smallest_flip(classifier, ids, max_size=2) is None
        return sum(calls)

    assert count(66) == 1 + 66 + 66 * 65 // 2
    assert count(67) == 1 + 67 + 40 * 39 // 2
