"""Edits in id space: only the edited ids change, and the spans stay on the new text."""

from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import EmptyTextError
from core.lab.edits import OPERATIONS, Edit, Edits, Step, apply_edit, recut_pieces, surface
from core.types import UNK_ID, Token, TokenizedText
from tests.fakes import make_tokenized
from tests.strategies import ANY_TEXT, MIXED_TEXT, with_unseen

BLANK_ID = 7


class CharacterTokenizer:
    """Every character is a piece whose id is its code point; a blank is BLANK_ID."""

    def tokenize(self, text):
        tokens = tuple(
            Token(
                piece="▁" if character == " " else character,
                id=BLANK_ID if character == " " else ord(character),
                start=place,
                end=place + 1,
            )
            for place, character in enumerate(text)
        )
        return TokenizedText(text=text, tokens=tokens)


TOKENIZER = CharacterTokenizer()


def _text(text, *tokens):
    return TokenizedText(
        text=text,
        tokens=tuple(
            Token(piece=piece, id=number + 2, start=start, end=end)
            for number, (piece, start, end) in enumerate(tokens)
        ),
    )


def _edited(tokenized, operation, *tokens, replacement=""):
    edit = Edit(operation=operation, tokens=tokens, replacement=replacement)
    return apply_edit(tokenized, edit, TOKENIZER, BLANK_ID)


def _rows(tokenized):
    return [(token.piece, token.id, token.start, token.end) for token in tokenized.tokens]


UDON = make_tokenized("うどん", "を", "食べる")
SHARED = _text("a㍿は", ("a", 0, 1), ("株式", 1, 2), ("会社", 1, 2), ("は", 2, 3))


def test_a_deleted_token_takes_its_characters_with_it():
    edited = _edited(UDON, "delete", 1)
    assert edited.text == "うどん食べる"
    assert _rows(edited) == [("うどん", 2, 0, 3), ("食べる", 4, 3, 6)]


def test_unk_and_blank_stand_in_their_place():
    edited = _edited(UDON, "unk", 0)
    assert edited.text == "\ufffdを食べる"
    assert _rows(edited) == [("<unk>", UNK_ID, 0, 1), ("を", 3, 1, 2), ("食べる", 4, 2, 5)]
    edited = _edited(UDON, "blank", 2)
    assert edited.text == "うどんを "
    assert _rows(edited) == [("うどん", 2, 0, 3), ("を", 3, 3, 4), ("▁", BLANK_ID, 4, 5)]


def test_each_of_several_tokens_gets_its_stand_in():
    edited = _edited(UDON, "unk", 0, 1)
    assert edited.text == "\ufffd\ufffd食べる"
    assert [token.id for token in edited.tokens] == [UNK_ID, UNK_ID, 4]


def test_a_replacement_is_cut_by_the_tokenizer():
    edited = _edited(UDON, "replace", 0, replacement="寺へ")
    assert edited.text == "寺へを食べる"
    assert _rows(edited) == [
        ("寺", ord("寺"), 0, 1),
        ("へ", ord("へ"), 1, 2),
        ("を", 3, 2, 3),
        ("食べる", 4, 3, 6),
    ]


def test_one_replacement_stands_for_a_run_of_neighbours():
    assert _edited(UDON, "replace", 0, 1, replacement="寺").text == "寺食べる"
    assert _edited(UDON, "replace", 0, 2, replacement="寺").text == "寺を寺"


def test_a_token_that_shares_its_character_is_spelt_out_first():
    edited = _edited(SHARED, "delete", 1)
    assert edited.text == "a会社は"
    assert _rows(edited) == [("a", 2, 0, 1), ("会社", 4, 1, 3), ("は", 5, 3, 4)]
    assert _edited(SHARED, "unk", 2).text == "a株式\ufffdは"
    assert _edited(SHARED, "delete", 1, 2).text == "aは"
    assert _edited(SHARED, "replace", 1, 2, replacement="店").text == "a店は"


def test_shared_characters_stay_while_only_others_are_edited():
    edited = _edited(SHARED, "delete", 0)
    assert edited.text == "㍿は"
    assert _rows(edited) == [("株式", 3, 0, 1), ("会社", 4, 0, 1), ("は", 5, 1, 2)]


def test_a_blank_piece_among_shared_characters_is_spelt_as_a_blank():
    dakuten = _text("か゛", ("か", 0, 1), ("▁", 1, 2), ("\u3099", 1, 2))
    edited = _edited(dakuten, "delete", 2)
    assert edited.text == "か "
    assert _rows(edited) == [("か", 2, 0, 1), ("▁", 3, 1, 2)]


def test_a_mark_without_characters_goes_without_any():
    marked = make_tokenized("▁", "京都")
    assert _edited(marked, "delete", 0).text == "京都"
    assert _rows(_edited(marked, "unk", 0)) == [("<unk>", UNK_ID, 0, 1), ("京都", 3, 1, 3)]
    assert _rows(_edited(marked, "delete", 1)) == [("▁", 2, 0, 0)]


def test_characters_of_no_token_stay_where_they_are():
    gaps = _text("  京 都 ", ("京", 2, 3), ("都", 4, 5))
    edited = _edited(gaps, "delete", 0)
    assert edited.text == "   都 "
    assert _rows(edited) == [("都", 3, 3, 4)]


def test_the_last_token_cannot_be_deleted():
    with pytest.raises(EmptyTextError):
        _edited(make_tokenized("京都"), "delete", 0)
    with pytest.raises(EmptyTextError):
        _edited(UDON, "delete", 0, 1, 2)
    assert _edited(make_tokenized("京都"), "unk", 0).text == "\ufffd"


def test_a_replacement_must_hold_a_token():
    with pytest.raises(EmptyTextError):
        _edited(UDON, "replace", 0, replacement="")


@pytest.mark.parametrize(
    ("operation", "tokens"),
    [("remove", (0,)), ("delete", ()), ("delete", (1, 0)), ("delete", (0, 0)), ("delete", (-1,))],
)
def test_a_wrong_edit_crashes(operation, tokens):
    with pytest.raises(ValueError, match="Received: "):
        Edit(operation=operation, tokens=tokens)


def test_a_token_that_is_not_there_crashes():
    with pytest.raises(ValueError, match="Received: 3"):
        _edited(UDON, "delete", 3)


def test_recut_pieces_tells_what_another_cut_would_give(tiny_tokenizer):
    tokenized = tiny_tokenizer.tokenize("京都へ行く")
    assert recut_pieces(tokenized, tiny_tokenizer) is None
    edit = Edit(operation="unk", tokens=(0,))
    edited = apply_edit(tokenized, edit, tiny_tokenizer, tiny_tokenizer.blank_id)
    again = tuple(token.piece for token in tiny_tokenizer.tokenize(edited.text).tokens)
    assert recut_pieces(edited, tiny_tokenizer) == again
    assert "<unk>" not in again


def test_surface_is_what_the_tokens_stand_on():
    assert surface(UDON, (0, 1)) == "うどんを"
    assert surface(SHARED, (1, 2)) == "㍿"
    assert surface(make_tokenized("▁", "京都"), (0,)) == "▁"


def _step(text, operation, token):
    edit = Edit(operation=operation, tokens=(token,))
    return Step(edit=edit, tokenized=apply_edit(text, edit, TOKENIZER, BLANK_ID))


def test_history_goes_back_and_forth():
    start = Edits(original=UDON)
    first = _step(UDON, "delete", 0)
    second = _step(first.tokenized, "unk", 1)
    both = start.edited(first).edited(second)
    assert both.present == second.tokenized
    assert both.changes == ((UDON, first.edit), (first.tokenized, second.edit))
    assert both.undone().present == first.tokenized
    assert both.undone().undone() == Edits(original=UDON, future=(first, second))
    assert both.undone().redone() == both
    assert both.reset() == both.undone().undone()
    assert both.undone().reset().redone().redone() == both


def test_history_stays_at_its_ends():
    start = Edits(original=UDON)
    assert start.present == UDON
    assert start.undone() == start.redone() == start.reset() == start
    done = start.edited(_step(UDON, "delete", 0))
    assert done.redone() == done


def test_an_edit_forgets_what_was_undone():
    undone = Edits(original=UDON).edited(_step(UDON, "delete", 0)).undone()
    other = _step(UDON, "delete", 1)
    assert undone.edited(other) == Edits(original=UDON, past=(other,))


def _expected_ids(ids, edit, tokenizer, blank_id):
    """The ids after the edit, without any text."""
    new = {
        "delete": [],
        "unk": [UNK_ID],
        "blank": [blank_id],
        "replace": [token.id for token in tokenizer.tokenize(edit.replacement).tokens],
    }[edit.operation]
    result = []
    for number, token_id in enumerate(ids):
        if number not in edit.tokens:
            result.append(token_id)
        elif edit.operation != "replace" or number - 1 not in edit.tokens:
            result += new
    return result


@settings(max_examples=200)
@given(text=ANY_TEXT | MIXED_TEXT | with_unseen(MIXED_TEXT).map(itemgetter(1)), data=st.data())
def test_any_edits_of_any_text(tiny_tokenizer, text, data):
    blank_id = tiny_tokenizer.blank_id
    tokenized = tiny_tokenizer.tokenize(text)
    for _ in range(3):
        count = len(tokenized.tokens)
        if count == 0:
            return
        edit = Edit(
            operation=data.draw(st.sampled_from(OPERATIONS)),
            tokens=tuple(
                sorted(data.draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=4)))
            ),
            replacement=data.draw(st.sampled_from(["寺", "㍿へ", " 京 都", "゛"])),
        )
        ids = [token.id for token in tokenized.tokens]
        expected = _expected_ids(ids, edit, tiny_tokenizer, blank_id)
        if not expected:
            with pytest.raises(EmptyTextError):
                apply_edit(tokenized, edit, tiny_tokenizer, blank_id)
            return
        edited = apply_edit(tokenized, edit, tiny_tokenizer, blank_id)
        assert [token.id for token in edited.tokens] == expected
        starts = [token.start for token in edited.tokens]
        ends = [token.end for token in edited.tokens]
        assert starts == sorted(starts)
        assert ends == sorted(ends)
        assert ends[-1] <= len(edited.text)
        untouched = set(range(count)) - set(edit.tokens)
        # Every character that only unedited tokens or no token stood on is still there, in order.
        if edit.operation == "delete" and not _shares_characters(tokenized, edit.tokens):
            gone = {
                place
                for number in edit.tokens
                for place in range(tokenized.tokens[number].start, tokenized.tokens[number].end)
            }
            kept = [c for place, c in enumerate(tokenized.text) if place not in gone]
            assert edited.text == "".join(kept)
            for token, number in zip(edited.tokens, sorted(untouched), strict=True):
                old = tokenized.tokens[number]
                assert edited.text[token.start : token.end] == tokenized.text[old.start : old.end]
        tokenized = edited


def _shares_characters(tokenized, numbers):
    stands = [set(range(token.start, token.end)) for token in tokenized.tokens]
    return any(
        stands[number] & stands[other]
        for number in numbers
        for other in range(len(stands))
        if other != number
    )
