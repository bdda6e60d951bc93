"""The pieces that decide a model most: by hand, by brute force, and with a leak that is planted."""

import math

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from core.analyzer import Analyzer
from core.checks.shortcuts import (
    Shortcut,
    find_shortcuts,
    sample_rows,
    seen_pieces,
    shortcuts_record,
)
from core.model.config import ModelConfig
from core.model.engine import Engine
from core.model.numpy_network import NumpyEngine, NumpyNetwork
from core.text.encode import pad_ids
from core.types import UNK_ID, Token, TokenizedText
from tests.fakes import AdditiveEngine, make_bundle
from tests.small_network import random_weights, small_config

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ[]【】あ"


def token_id(character: str) -> int:
    return ALPHABET.index(character) + 3 if character in ALPHABET else UNK_ID


class Letters:
    """A tokenizer that makes every character a token; blank texts give none."""

    blank_id = 2

    def tokenize(self, text: str) -> TokenizedText:
        letters = enumerate(text.strip())
        return TokenizedText(
            text=text,
            tokens=tuple(Token(piece=c, id=token_id(c), start=n, end=n + 1) for n, c in letters),
        )


def make_analyzer(engine: Engine, **changes: object) -> Analyzer:
    return Analyzer(make_bundle(**changes), Letters(), engine)


def additive(**contributions: tuple[float, float]) -> Analyzer:
    """Two labels; a text's logits are the sums of what its letters add."""
    engine = AdditiveEngine(
        {token_id(letter): added for letter, added in contributions.items()}, num_labels=2
    )
    return make_analyzer(engine, labels=("first", "second"))


def sigmoid(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))


def test_every_figure_by_hand():
    analyzer = additive(A=(2.0, 0.0), C=(0.0, 0.5), D=(1.0, 0.0), S=(0.0, 3.0))
    found = find_shortcuts(analyzer, ["AC", "S", "ADA", "D", "", "DC"])
    # Both A of a text go at once; what speaks for the other label is not listed.
    with_c = sigmoid(1.5) - sigmoid(-0.5)
    with_d = sigmoid(5.0) - sigmoid(1.0)
    a, d = found["first"]
    assert (a.piece, a.label, a.count, a.num_texts, a.rows) == ("A", "first", 2, 4, (0, 2))
    assert a.mean_score == pytest.approx((with_c + with_d) / 2)
    assert a.weight == pytest.approx((with_c + with_d) / 4)
    assert a.share == 0.5
    others = (sigmoid(1.5) - sigmoid(2.0)) + (sigmoid(5.0) - sigmoid(4.0))
    assert (a.flips, a.other_score) == (0.5, pytest.approx(others / 2))
    of_d = [sigmoid(5.0) - sigmoid(4.0), sigmoid(1.0) - 0.5, sigmoid(0.5) - sigmoid(-0.5)]
    assert (d.piece, d.count, d.rows) == ("D", 3, (2, 3, 5))
    assert d.weight == pytest.approx(sum(of_d) / 4)
    assert d.flips == pytest.approx(1 / 3)
    assert found["second"] == ()  # S stands in one text only


def test_piece_that_stands_alone_has_no_control():
    analyzer = additive(S=(0.0, 3.0))
    (shortcut,) = find_shortcuts(analyzer, ["S", "SS"])["second"]
    assert (shortcut.count, shortcut.flips, shortcut.other_score) == (2, 1.0, None)


def test_constant_model_has_no_shortcuts():
    found = find_shortcuts(additive(), ["AB", "AC", "AD"])
    assert found == {"first": (), "second": ()}


def reference_probabilities(
    network: NumpyNetwork, config: ModelConfig, ids: list[int]
) -> np.ndarray:
    row = np.array(ids or [Letters.blank_id], np.int32)
    if not config.masked:
        row = pad_ids([row], sequence_length=config.sequence_length)[0]
    return network.probabilities(network.embed(row)[None])[0]


@pytest.mark.parametrize("masked", [True, False])
def test_figures_are_those_of_a_plain_loop(masked):
    config = small_config(masked=masked, labels=("first", "second", "third"))
    network = NumpyNetwork(random_weights(config), config)
    analyzer = Analyzer(
        make_bundle(**config.to_json() | {"labels": config.labels}),
        Letters(),
        NumpyEngine(network, config),
    )
    rng = np.random.default_rng(3)
    texts = ["".join(rng.choice(list("ABCDEFGH"), size)) for size in (3, 5, 1, 8, 30, 5, 9, 4)]
    found = find_shortcuts(analyzer, texts, top=100, min_count=1)
    drops: dict[tuple[str, str], dict[int, float]] = {}
    flips: dict[tuple[str, str], int] = {}
    for row, text in enumerate(texts):
        seen = text[: config.sequence_length]
        whole = reference_probabilities(network, config, [token_id(c) for c in seen])
        target = int(whole.argmax())
        for letter in set(seen):
            kept = [token_id(c) for c in seen if c != letter]
            answer = reference_probabilities(network, config, kept)
            key = (config.labels[target], letter)
            drops.setdefault(key, {})[row] = float(whole[target] - answer[target])
            flips[key] = flips.get(key, 0) + int(answer.argmax() != target)
    expected = {key: of for key, of in drops.items() if sum(of.values()) > 0}
    assert {(one.label, one.piece) for of in found.values() for one in of} == set(expected)
    for of_label in found.values():
        assert [one.weight for one in of_label] == sorted(
            (o.weight for o in of_label), reverse=True
        )
        for one in of_label:
            of_piece = expected[one.label, one.piece]
            assert one.rows == tuple(of_piece)
            assert one.mean_score == pytest.approx(np.mean(list(of_piece.values())), abs=1e-6)
            assert one.weight == pytest.approx(one.mean_score * one.share)
            assert one.flips == pytest.approx(flips[one.label, one.piece] / one.count)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("[AB]C", {"[AB]": [0, 1, 2, 3], "C": [4]}),
        ("C【D】C[D]", {"C": [0, 4], "【D】": [1, 2, 3], "[D]": [5, 6, 7]}),
        ("[]A", {"[]": [0, 1], "A": [2]}),
        ("[A", {"[": [0], "A": [1]}),
        ("[A】", {"[": [0], "A": [1], "】": [2]}),
        ("A]", {"A": [0], "]": [1]}),
        ("[ABCDEFGH]", {"[ABCDEFGH]": list(range(10))}),
        ("[ABCDEFGHI]", {c: [n] for n, c in enumerate("[ABCDEFGHI]")}),  # a remark, no tag
        ("A?!", {"A": [0], "<unk>": [1, 2]}),
        ("ABCD[EFGHIJKLM]", {c: [n] for n, c in enumerate("ABCD[EFGHIJKLM]")}),
        (
            "A" * 12 + "[BCDEF]",
            {"A": list(range(12)), **{c: [12 + n] for n, c in enumerate("[BCD")}},
        ),
    ],
)
def test_tag_is_one_piece_and_the_window_ends_the_text(text, pieces):
    analyzer = additive()  # a window of 16 tokens
    assert seen_pieces(analyzer, analyzer.tokenize(text)) == pieces


def shortcut(piece: str, *, mean_score: float = 0.5, other_score: float | None) -> Shortcut:
    return Shortcut(
        piece=piece,
        label="first",
        count=4,
        num_texts=8,
        mean_score=mean_score,
        other_score=other_score,
        weight=mean_score / 2,
        flips=0.75,
        rows=(0, 1, 2, 3),
    )


@pytest.mark.parametrize(
    ("piece", "mean_score", "other_score", "suspected"),
    [
        ("[グルメ]", 0.5, 0.0, True),
        ("[グルメ]", 0.5, None, True),
        ("[グルメ]", 0.5, 0.45, False),  # anything else in these texts does as much
        ("▁【1】", 0.5, 0.0, True),
        ("2005", 0.5, 0.0, True),
        ("...", 0.25, 0.0, True),
        ("。", 0.05, 0.0, False),
        ("<unk>", 0.5, 0.0, True),
        ("うどん", 1.0, 0.0, False),
        ("ー", 1.0, 0.0, False),
        ("[", 0.5, 0.0, True),
        ("▁", 0.5, 0.0, True),
    ],
)
def test_what_is_no_word_and_yet_decides_is_suspected(piece, mean_score, other_score, suspected):
    one = shortcut(piece, mean_score=mean_score, other_score=other_score)
    assert one.suspected is suspected


def test_few_texts_are_all_read_many_are_drawn():
    analyzer = additive(A=(1.0, 0.0))
    texts = [c * 3 for c in "ABCDEFGH"] + ["", "A"]
    assert sample_rows(analyzer, texts) == (0, 1, 2, 3, 4, 5, 6, 7, 9)
    drawn = sample_rows(analyzer, texts, max_texts=4, seed=1)
    assert len(drawn) == 4
    assert drawn == tuple(sorted(drawn)) == sample_rows(analyzer, texts, max_texts=4, seed=1)
    assert any(
        sample_rows(analyzer, texts, max_texts=4, seed=seed) != drawn for seed in range(2, 6)
    )


def test_padding_that_is_read_costs_texts(monkeypatch):
    monkeypatch.setattr("core.checks.shortcuts._MAX_READ", 64)
    texts = ["AB"] * 20
    engine = AdditiveEngine({})
    # 2 tokens, read 1 + 2 times; with padding every time 16.
    assert len(sample_rows(make_analyzer(engine, masked=True), texts)) == 64 // 6
    assert len(sample_rows(make_analyzer(engine, masked=False), texts)) == 64 // 48
    assert len(sample_rows(make_analyzer(engine, masked=False, sequence_length=50), texts)) == 1


def test_progress_is_told_and_can_end_the_work():
    told: list[tuple[int, int]] = []
    find_shortcuts(additive(), ["AB"] * 70, on_progress=lambda *at: told.append(at))
    assert told == [(0, 70), (64, 70), (70, 70)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_shortcuts(additive(), ["AB"], on_progress=stop)


def test_record_holds_the_figures_without_the_rows():
    one = shortcut("[グルメ]", other_score=None)
    assert shortcuts_record({"first": (one,), "second": ()}) == {
        "first": [
            {
                "piece": "[グルメ]",
                "count": 4,
                "num_texts": 8,
                "mean_score": 0.5,
                "other_score": None,
                "weight": 0.25,
                "flips": 0.75,
                "suspected": True,
            }
        ],
        "second": [],
    }


TAGS = ("［赤］", "［白］", "［春］", "［夏］")


@pytest.fixture(scope="module")
def ask_about_tags(samples, tiny_tokenizer):
    """Train a linear model on the tokens of the samples; ask it about texts with tags."""
    examples = samples[::2]
    labels = tuple(sorted({example.label for example in examples}))
    tagged = [TAGS[labels.index(example.label)] + example.text for example in examples]

    def ask(*, learn_tags: bool) -> dict[str, tuple[Shortcut, ...]]:
        texts = tagged if learn_tags else [example.text for example in examples]
        rows = [[token.id for token in tiny_tokenizer.tokenize(text).tokens] for text in texts]
        counts = np.array([np.bincount(row, minlength=1200) for row in rows])  # (N, V)
        model = LogisticRegression().fit(counts, [example.label for example in examples])
        engine = AdditiveEngine(dict(enumerate(model.coef_.T)))
        bundle = make_bundle(labels=labels, sequence_length=66)
        return find_shortcuts(Analyzer(bundle, tiny_tokenizer, engine), tagged)

    return ask


def test_planted_tags_stand_at_the_top_of_their_label_and_are_suspected(ask_about_tags):
    found = ask_about_tags(learn_tags=True)
    assert [of_label[0].piece for of_label in found.values()] == ["[赤]", "[白]", "[春]", "[夏]"]
    assert all(of_label[0].suspected for of_label in found.values())


def test_model_that_never_saw_the_tags_does_not_decide_by_them(ask_about_tags):
    found = ask_about_tags(learn_tags=False)
    assert all(len(of_label) > 10 for of_label in found.values())
    pieces = [one.piece for of_label in found.values() for one in of_label if one.suspected]
    assert not [piece for piece in pieces if piece.startswith("[")]
