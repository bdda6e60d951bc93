"""Weights for the beginnings of words, learnt from a made-up corpus where the rule is known."""

import random

import budoux
import pytest

from core.text.units import word_boundaries
from core.training.units.knb_gold import GoldSentence
from core.training.units.word_boundaries import _WINDOWS, cross_validate, learn_weights

NOUNS = ["京都", "ラーメン", "電話", "試合", "Ｊ１"]
PARTICLES = ["が", "を", "に", "も"]


def _sentence(rng: random.Random, article: int) -> GoldSentence:
    words = [word for _ in range(6) for word in (rng.choice(NOUNS), rng.choice(PARTICLES))]
    starts = {len("".join(words[:number])) for number in range(1, len(words))}
    return GoldSentence(
        text="".join(words), article=f"KN{article}", words=frozenset(starts), bunsetsu=frozenset()
    )


@pytest.fixture(scope="module")
def corpus() -> list[GoldSentence]:
    rng = random.Random(0)
    return [_sentence(rng, article) for article in range(20) for _ in range(3)]


def test_the_rule_is_learnt_and_holds_for_another_width(corpus):
    weights = learn_weights(corpus)
    parser = budoux.Parser(weights)
    for sentence in corpus:
        assert word_boundaries(sentence.text, parser) == sentence.words
    assert word_boundaries("J1が京都に", parser) == {2, 3, 5}


def test_weights_are_what_the_parser_looks_up_and_always_the_same(corpus):
    weights = learn_weights(corpus)
    assert weights == learn_weights(corpus)
    assert list(weights) == [*_WINDOWS, "INTERCEPT"]
    for name, (start, end) in _WINDOWS.items():
        assert all(len(characters) == end - start for characters in weights[name])


def test_the_features_are_those_of_the_parser():
    # Each weight alone must move the decision at its own place and at no other.
    text = "あいうえおかきくけこ"
    for name, (start, end) in _WINDOWS.items():
        weights = {name: {text[4 + start : 4 + end]: 2}, "INTERCEPT": {"": -1}}
        assert word_boundaries(text, budoux.Parser(weights)) == {4}, name


def test_cross_validation_never_uses_the_article_itself(corpus):
    assert cross_validate(corpus) == [sentence.words for sentence in corpus]
    # An article with a rule of its own is cut as the others are, not as it says.
    odd = GoldSentence(
        text="京都が電話を", article="odd", words=frozenset({1, 4}), bunsetsu=frozenset()
    )
    *_, found = cross_validate([*corpus, *[odd] * 5])
    assert found == {2, 3, 5}
    assert word_boundaries(odd.text, budoux.Parser(learn_weights([odd] * 5))) == {1, 4}
