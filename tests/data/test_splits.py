"""Splits are seeded, complete, in proportion, and keep together what belongs together."""

from collections import Counter, defaultdict

import pytest

from core.data.splits import NUM_FOLDS, fold_examples, split_examples
from core.errors import TooFewForFoldsError
from core.types import PROTOCOLS, Example

SHARES = {"京都": 36, "携帯電話": 30, "グルメ": 22, "スポーツ": 12}


@pytest.fixture(scope="module")
def corpus() -> tuple[Example, ...]:
    """100 articles of 8 sentences; two sentences stand in two articles of every label."""
    examples = []
    for label, articles in SHARES.items():
        for article in range(articles):
            texts = [f"{label}の{article}の{number}" for number in range(6)]
            texts += [f"同じ文{article % 2}" if article < 4 else "短い文" + texts[0], texts[0]]
            examples += [
                Example(text=text, label=label, group=f"{label}{article}") for text in texts
            ]
    return tuple(examples)


def _parts_of(split, key) -> dict:
    places = defaultdict(set)
    for name, part in split.parts().items():
        for example in part:
            places[key(example)].add(name)
    return places


def _assert_in_proportion(examples, split, *, tolerance: float) -> None:
    whole = Counter(example.label for example in examples)
    for name, share in (("train", 0.8), ("validation", 0.1), ("test", 0.1)):
        part = split.parts()[name]
        assert len(part) / len(examples) == pytest.approx(share, abs=tolerance)
        counts = Counter(example.label for example in part)
        for label, count in whole.items():
            assert counts[label] / len(part) == pytest.approx(
                count / len(examples), abs=tolerance
            ), (name, label)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_complete_and_disjoint(corpus, protocol):
    split = split_examples(corpus, protocol=protocol, seed=0)
    joined = [example for part in split.parts().values() for example in part]
    assert Counter(joined) == Counter(corpus)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_equal_sentences_stay_on_one_side(corpus, protocol):
    places = _parts_of(split_examples(corpus, protocol=protocol, seed=0), lambda e: e.text)
    assert Counter(example.text for example in corpus)["同じ文0"] == 8
    assert {len(names) for names in places.values()} == {1}


def test_grouped_keeps_articles_whole_and_random_does_not():
    examples = [
        Example(text=f"{label}{article}-{number}", label=label, group=f"{label}{article}")
        for label in SHARES
        for article in range(20)
        for number in range(6)
    ]
    grouped = _parts_of(split_examples(examples, protocol="grouped", seed=0), lambda e: e.group)
    assert {len(names) for names in grouped.values()} == {1}
    assert len(grouped) == 80
    random = _parts_of(split_examples(examples, protocol="random", seed=0), lambda e: e.group)
    assert max(len(names) for names in random.values()) == 3


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_labels_in_proportion(protocol):
    examples = [
        Example(text=f"{label}{article}-{number}", label=label, group=f"{label}{article}")
        for label, articles in SHARES.items()
        for article in range(articles)
        for number in range(5)
    ]
    split = split_examples(examples, protocol=protocol, seed=0)
    _assert_in_proportion(examples, split, tolerance=0.05)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_example_is_tested_once_and_chosen_on_once(corpus, protocol):
    splits = fold_examples(corpus, protocol=protocol, seed=0)
    assert len(splits) == NUM_FOLDS == 10
    whole = Counter(corpus)
    for name in ("validation", "test"):
        assert Counter(e for split in splits for e in split.parts()[name]) == whole
    for split in splits:
        assert Counter(e for part in split.parts().values() for e in part) == whole


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_equal_sentences_stay_on_one_side_in_every_fold(corpus, protocol):
    for split in fold_examples(corpus, protocol=protocol, seed=0):
        places = _parts_of(split, lambda e: e.text)
        assert {len(names) for names in places.values()} == {1}


def test_grouped_keeps_articles_whole_in_every_fold(corpus):
    for split in fold_examples(corpus, protocol="grouped", seed=0):
        places = _parts_of(split, lambda e: e.group)
        assert {len(names) for names in places.values()} == {1}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_no_fold_chooses_on_what_it_tests(corpus, protocol):
    splits = fold_examples(corpus, protocol=protocol, seed=0)
    chosen_on = [frozenset(split.validation) for split in splits]
    tested = [frozenset(split.test) for split in splits]
    # The part that one fold chooses on is the next one's test part.
    assert chosen_on == [*tested[1:], tested[0]]
    assert len(set(tested)) == NUM_FOLDS


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_one_split_is_the_first_of_the_ten(corpus, protocol):
    folds = fold_examples(corpus, protocol=protocol, seed=3)
    assert split_examples(corpus, protocol=protocol, seed=3) == folds[0]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_labels_in_proportion_in_every_fold(protocol):
    examples = [
        Example(text=f"{label}{article}-{number}", label=label, group=f"{label}{article}")
        for label, articles in SHARES.items()
        for article in range(articles)
        for number in range(5)
    ]
    for split in fold_examples(examples, protocol=protocol, seed=0):
        _assert_in_proportion(examples, split, tolerance=0.1)  # ten articles a part


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_seed_decides(corpus, protocol):
    first = split_examples(corpus, protocol=protocol, seed=0)
    assert split_examples(corpus, protocol=protocol, seed=0) == first
    assert split_examples(corpus, protocol=protocol, seed=1) != first


def test_the_order_inside_a_part_is_the_corpuss(samples):
    split = split_examples(samples, protocol="random", seed=0)
    place = {example: number for number, example in enumerate(samples)}
    for part in split.parts().values():
        numbers = [place[example] for example in part]
        assert numbers == sorted(numbers)


def test_examples_without_an_article_are_their_own(samples):
    assert {example.group for example in samples} == {""}
    split = split_examples(samples, protocol="grouped", seed=0)
    assert [len(part) for part in split.parts().values()] == pytest.approx([154, 19, 19], abs=3)


def test_an_unknown_protocol_is_refused(samples):
    with pytest.raises(ValueError, match="Received: 'shuffled'"):
        split_examples(samples, protocol="shuffled", seed=0)


@pytest.mark.parametrize(
    ("protocol", "num_articles", "num_sentences", "groups"),
    [("grouped", 9, 90, 9), ("random", 9, 9, 9), ("random", 20, 18, 18)],
    ids=["nine articles", "nine sentences", "nine of a label"],
)
def test_too_few_for_ten_folds_is_told(protocol, num_articles, num_sentences, groups):
    examples = [
        Example(text=f"{n}", label=("京都", "グルメ")[n % 2], group=f"{n % num_articles}")
        for n in range(num_sentences)
    ]
    with pytest.raises(TooFewForFoldsError) as error:
        fold_examples(examples, protocol=protocol, seed=0)
    assert error.value.received == {"folds": 10, "sentences": num_sentences, "groups": groups}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_real_corpus(knb_corpus, protocol):
    examples = knb_corpus
    split = split_examples(examples, protocol=protocol, seed=0)
    assert Counter(e for part in split.parts().values() for e in part) == Counter(examples)
    assert {len(names) for names in _parts_of(split, lambda e: e.text).values()} == {1}
    _assert_in_proportion(examples, split, tolerance=0.05 if protocol == "grouped" else 0.01)
    articles = _parts_of(split, lambda e: e.group).values()
    if protocol == "grouped":
        assert {len(names) for names in articles} == {1}
    else:
        assert max(len(names) for names in articles) == 3
