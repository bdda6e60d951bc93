"""Which tokens belong together, and the differences."""

import numpy as np
import pytest

from core.lab.compare import compare_probabilities, compare_tokens
from core.types import Attribution, Prediction, Token, TokenizedText
from tests.fakes import make_tokenized

NAN = float("nan")


def make_attribution(tokenized, scores):
    """Tokens beyond the scores are truncated."""
    hidden = len(tokenized.tokens) - len(scores)
    return Attribution(
        method="attention",
        tokenized=tokenized,
        target="京都",
        token_scores=np.array([*scores, *[NAN] * hidden]),
        signed=False,
        padding_share=0.0,
    )


def make_prediction(labels, probabilities):
    return Prediction(
        tokenized=make_tokenized("寺"),
        labels=tuple(labels),
        probabilities=np.array(probabilities),
        raw_probabilities=np.array(probabilities),
        num_truncated=0,
    )


def cut(text, *spans):
    """A text and its tokens by their characters."""
    tokens = [Token(piece=text[a:b], id=2, start=a, end=b) for a, b in spans]
    return TokenizedText(text=text, tokens=tuple(tokens))


def pairs(left, right):
    return [(row.left, row.right) for row in compare_tokens(left, right)]


def test_the_same_tokens_go_one_by_one():
    text = make_tokenized("▁", "清水", "寺")
    rows = compare_tokens(
        make_attribution(text, [0.1, 0.6, 0.3]), make_attribution(text, [0.2, 0.25, 0.55])
    )
    assert [(row.left, row.right) for row in rows] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert [row.difference for row in rows] == pytest.approx([0.1, -0.35, 0.25])


def test_two_texts_go_by_equal_pieces_the_rest_stands_alone():
    left = make_attribution(make_tokenized("寺", "に", "行く", "。"), [0.1, 0.2, 0.3, 0.4])
    right = make_attribution(
        make_tokenized("駅", "前", "に", "行く", "よ"), [0.5, 0.1, 0.2, 0.1, 0.1]
    )
    assert pairs(left, right) == [
        ((0,), ()),
        ((), (0,)),
        ((), (1,)),
        ((1,), (2,)),
        ((2,), (3,)),
        ((3,), ()),
        ((), (4,)),
    ]
    rows = compare_tokens(left, right)
    assert [row.left_score for row in rows] == pytest.approx(
        [0.1, NAN, NAN, 0.2, 0.3, 0.4, NAN], nan_ok=True
    )
    assert [row.difference for row in rows] == pytest.approx(
        [NAN, NAN, NAN, 0.0, -0.2, NAN, NAN], nan_ok=True
    )


def test_texts_that_share_nothing_stand_one_after_the_other():
    left = make_attribution(make_tokenized("寺"), [1.0])
    right = make_attribution(make_tokenized("駅"), [1.0])
    assert pairs(left, right) == [((0,), ()), ((), (0,))]


def test_a_piece_that_is_everywhere_still_finds_its_partner():
    # SequenceMatcher's "junk" heuristic would drop pieces that make up over 1 % of 200.
    left = make_attribution(make_tokenized(*["の"] * 250), [0.004] * 250)
    right = make_attribution(make_tokenized(*["の"] * 249, "寺"), [0.004] * 250)
    assert pairs(left, right)[:249] == [((n,), (n,)) for n in range(249)]


def test_another_tokenizer_goes_by_the_characters_and_sums():
    text = "清水寺へ行く"
    left = make_attribution(cut(text, (0, 3), (3, 4), (4, 6)), [0.5, 0.25, 0.25])
    right = make_attribution(cut(text, (0, 2), (2, 3), (3, 5), (5, 6)), [0.1, 0.2, 0.3, 0.4])
    rows = compare_tokens(left, right)
    assert [(row.left, row.right) for row in rows] == [((0,), (0, 1)), ((1, 2), (2, 3))]
    assert [row.left_score for row in rows] == pytest.approx([0.5, 0.5])
    assert [row.right_score for row in rows] == pytest.approx([0.3, 0.7])


def test_the_empty_mark_goes_with_what_follows_it():
    text = "寺へ"
    left = make_attribution(cut(text, (0, 0), (0, 1), (1, 2)), [0.2, 0.3, 0.5])
    right = make_attribution(cut(text, (0, 1), (1, 1), (1, 2)), [0.6, 0.1, 0.3])
    rows = compare_tokens(left, right)
    assert [(row.left, row.right) for row in rows] == [((0, 1), (0,)), ((2,), (1, 2))]
    assert [row.difference for row in rows] == pytest.approx([0.1, -0.1])


def test_one_character_of_several_pieces_is_one_group():
    text = "㍿寺"
    left = make_attribution(cut(text, (0, 1), (0, 1), (1, 2)), [0.2, 0.3, 0.5])
    right = make_attribution(cut(text, (0, 1), (1, 2)), [0.4, 0.6])
    assert pairs(left, right) == [((0, 1), (0,)), ((2,), (1,))]


def test_characters_that_one_side_dropped_stand_alone():
    text = "寺 へ"
    left = make_attribution(cut(text, (0, 1), (2, 3)), [0.5, 0.5])
    right = make_attribution(cut(text, (0, 1), (1, 2), (2, 3)), [0.5, 0.2, 0.3])
    assert pairs(left, right) == [((0,), (0,)), ((), (1,)), ((1,), (2,))]


def test_a_longer_window_shows_what_the_shorter_one_hid():
    text = make_tokenized("寺", "に", "行く", "。")
    rows = compare_tokens(
        make_attribution(text, [0.6, 0.4]), make_attribution(text, [0.2, 0.3, 0.5])
    )
    assert [(row.left, row.right) for row in rows] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert [row.left_score for row in rows] == pytest.approx([0.6, 0.4, NAN], nan_ok=True)
    assert np.isnan(rows[2].difference)


def test_what_nobody_saw_of_two_texts_is_left_out():
    left = make_attribution(make_tokenized("寺", "に", "行く"), [0.6])
    right = make_attribution(make_tokenized("寺", "駅", "行く"), [0.3, 0.7])
    assert pairs(left, right) == [((0,), (0,)), ((), (1,))]


def test_the_probabilities_of_the_common_labels():
    compared = compare_probabilities(
        make_prediction(("京都", "食", "駅"), (0.2, 0.5, 0.3)),
        make_prediction(("駅", "京都"), (0.9, 0.1)),
    )
    assert compared.labels == ("京都", "駅")
    assert compared.left == pytest.approx([0.2, 0.3])
    assert compared.right == pytest.approx([0.1, 0.9])
    assert compared.difference == pytest.approx([-0.1, 0.6])


def test_no_common_label_is_no_row():
    compared = compare_probabilities(
        make_prediction(("京都",), (1.0,)), make_prediction(("駅",), (1.0,))
    )
    assert compared.labels == ()
    assert compared.difference.shape == (0,)
