"""What was written, what the model saw, and how often they differ."""

import pytest
from hypothesis import given, settings

from core.types import UNK_ID, Token, TokenizedText
from core.view.badges import Difference, count_changed, count_unknown, differences
from tests.fakes import make_tokenized
from tests.strategies import ANY_TEXT, MIXED_TEXT


def _text(text, *tokens):
    return TokenizedText(
        text=text,
        tokens=tuple(
            Token(piece=piece, id=token_id, start=start, end=end)
            for piece, token_id, start, end in tokens
        ),
    )


def test_a_text_as_the_model_sees_it_has_no_differences():
    tokenized = make_tokenized("▁", "京都", "へ")
    assert differences(tokenized) == ()
    assert (count_changed(tokenized), count_unknown(tokenized)) == (0, 0)


def test_one_character_that_became_several_pieces_is_one_difference():
    tokenized = _text("㍿は", ("株式", 5, 0, 1), ("会社", 6, 0, 1), ("は", 7, 1, 2))
    assert differences(tokenized) == (Difference(written="㍿", seen="株式会社"),)
    assert count_changed(tokenized) == 1


def test_only_the_characters_that_changed_are_counted():
    tokenized = _text("ＦＵLL", ("FULL", 5, 0, 4))
    assert differences(tokenized) == (Difference(written="ＦＵLL", seen="FULL"),)
    assert count_changed(tokenized) == 2


def test_characters_that_were_joined_have_all_changed():
    assert count_changed(_text("か\u3099", ("が", 5, 0, 2))) == 2


@pytest.mark.parametrize("blank", [" ", "\u3000", "\n", "  ", " \u200b", "\u3000\ufeff"])
def test_the_mark_of_a_blank_is_no_difference(blank):
    tokenized = _text(
        f"京{blank}都",
        ("京", 5, 0, 1),
        ("▁", 6, 1, 1 + len(blank)),
        ("都", 7, 1 + len(blank), 2 + len(blank)),
    )
    assert differences(tokenized) == ()
    assert count_changed(tokenized) == 0


def test_what_nobody_sees_is_no_difference():
    tokenized = _text(
        "葛\U000e0100城\u00adは❤\ufe0f",
        ("葛城", 5, 0, 4),
        ("は", 6, 4, 5),
        ("❤\ufe0f", UNK_ID, 5, 7),
    )
    assert differences(tokenized) == (Difference(written="❤\ufe0f", seen=None),)
    assert (count_changed(tokenized), count_unknown(tokenized)) == (0, 1)
    family = _text("👩\u200d👦", ("👩", 5, 0, 3), ("👦", 6, 0, 3))
    assert (differences(family), count_changed(family)) == ((), 0)


def test_what_is_written_is_told_without_what_nobody_sees():
    tokenized = _text("ﾊ\u202eﾞ\u200b", ("バ", 5, 0, 4))
    assert differences(tokenized) == (Difference(written="ﾊﾞ", seen="バ"),)


def test_unknown_tokens_are_counted_each_and_shown_once():
    tokenized = _text("😀京😀", ("😀", UNK_ID, 0, 1), ("京", 5, 1, 2), ("😀", UNK_ID, 2, 3))
    assert differences(tokenized) == (Difference(written="😀", seen=None),)
    assert (count_changed(tokenized), count_unknown(tokenized)) == (0, 2)


def test_a_token_made_unknown_by_hand_is_not_changed_by_normalisation():
    tokenized = _text("\ufffd京", ("<unk>", UNK_ID, 0, 1), ("京", 5, 1, 2))
    assert (count_changed(tokenized), count_unknown(tokenized)) == (0, 1)


@settings(max_examples=100)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_any_text_has_at_most_its_characters_changed(tiny_tokenizer, text):
    tokenized = tiny_tokenizer.tokenize(text)
    assert 0 <= count_changed(tokenized) <= len(text)
    known = [difference for difference in differences(tokenized) if difference.seen is not None]
    assert (count_changed(tokenized) > 0) >= bool(known)
