"""Segments joined are the original text, and every token the model saw stands in one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.text.units import Unit
from core.types import Token, TokenizedText
from core.view.segments import Segment, cut_segments
from tests.fakes import make_tokenized
from tests.strategies import ANY_TEXT, MIXED_TEXT


def _text(text: str, *tokens: tuple[str, int, int]) -> TokenizedText:
    return TokenizedText(
        text=text,
        tokens=tuple(
            Token(piece=piece, id=2, start=start, end=end) for piece, start, end in tokens
        ),
    )


def test_the_leading_mark_is_an_empty_segment():
    assert cut_segments(make_tokenized("▁", "京都", "へ"), 0) == [
        Segment(text="", units=(0,)),
        Segment(text="京都", units=(1,)),
        Segment(text="へ", units=(2,)),
    ]


def test_no_tokens():
    assert cut_segments(_text(""), 0) == []
    assert cut_segments(_text(" \n"), 0) == [Segment(text=" \n", units=())]


def test_characters_that_normalisation_drops_belong_to_no_token():
    text = _text("  京 ", ("▁京", 2, 3))
    assert cut_segments(text, 0) == [
        Segment(text="  ", units=()),
        Segment(text="京", units=(0,)),
        Segment(text=" ", units=()),
    ]


def test_a_character_that_became_several_pieces_belongs_to_all_of_them():
    text = _text("㍿は", ("▁", 0, 0), ("株式", 0, 1), ("会社", 0, 1), ("は", 1, 2))
    assert cut_segments(text, 0) == [
        Segment(text="", units=(0,)),
        Segment(text="㍿", units=(1, 2)),
        Segment(text="は", units=(3,)),
    ]


def test_a_token_over_a_border_of_another_is_cut_there():
    text = _text("あ㍿", ("あ株", 0, 2), ("式会社", 1, 2))
    assert cut_segments(text, 0) == [
        Segment(text="あ", units=(0,)),
        Segment(text="㍿", units=(0, 1)),
    ]


def test_everything_from_the_first_truncated_token_on_is_one_segment():
    assert cut_segments(make_tokenized("▁", "京都", "へ", "行く"), 2) == [
        Segment(text="", units=(0,)),
        Segment(text="京都", units=(1,)),
        Segment(text="へ行く", units=(), truncated=True),
    ]


def test_a_character_that_was_seen_in_part_counts_as_seen():
    text = _text("㍿は", ("株式", 0, 1), ("会社", 0, 1), ("は", 1, 2))
    assert cut_segments(text, 2) == [
        Segment(text="㍿", units=(0,)),
        Segment(text="は", units=(), truncated=True),
    ]


def test_a_unit_of_several_tokens_is_one_segment():
    text = _text("京都へ 行く。", ("京都", 0, 2), ("へ", 2, 3), ("▁行", 4, 5), ("く", 5, 6))
    units = (Unit(tokens=(0, 1), start=0, end=3), Unit(tokens=(2, 3), start=4, end=6))
    assert cut_segments(text, 0, units) == [
        Segment(text="京都へ", units=(0,)),
        Segment(text=" ", units=()),
        Segment(text="行く", units=(1,)),
        Segment(text="。", units=()),
    ]


def test_a_unit_of_which_the_model_saw_the_beginning_ends_there():
    units = (Unit(tokens=(0, 1), start=0, end=3), Unit(tokens=(2,), start=3, end=5))
    assert cut_segments(make_tokenized("京都", "へ", "行く"), 2, units) == [
        Segment(text="京都", units=(0,)),
        Segment(text="へ行く", units=(), truncated=True),
    ]


# The first and the second character of a text are one token each, so the cut falls on ゛ or ﷺ.
@pytest.mark.parametrize("text", ["あ゛あ", "ﷺ", "㍿㍿", "か\u3099゛\n゛", "½㌔\ufeffﷺ "])
def test_any_truncation_of_expanding_characters_gives_the_text_back(tiny_tokenizer, text):
    tokenized = tiny_tokenizer.tokenize(text)
    for hidden in range(len(tokenized.tokens)):
        assert "".join(part.text for part in cut_segments(tokenized, hidden)) == text


@settings(max_examples=150)
@given(text=ANY_TEXT | MIXED_TEXT, data=st.data())
def test_any_text_comes_back_and_every_seen_token_has_its_characters(tiny_tokenizer, text, data):
    tokenized = tiny_tokenizer.tokenize(text)
    count = len(tokenized.tokens)
    hidden = data.draw(st.integers(0, max(count - 1, 0)))
    segments = cut_segments(tokenized, hidden)
    assert "".join(segment.text for segment in segments) == text
    covered = ["" for _ in range(count)]
    seen = set()
    for segment in segments:
        seen |= set(segment.units)
        for number in segment.units:
            covered[number] += segment.text
    assert seen == set(range(count - hidden))
    for token, characters in list(zip(tokenized.tokens, covered, strict=True))[: count - hidden]:
        assert characters == text[token.start : token.end]
    assert [segment.truncated for segment in segments[:-1]] == [False] * (len(segments) - 1)
    assert all(segment.text or segment.units for segment in segments)
