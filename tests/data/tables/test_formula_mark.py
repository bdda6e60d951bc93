"""The mark against formulas goes on and comes off, and no text becomes another on the way."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.data.answer_columns import COLUMNS, EVALUATION_COLUMNS, TOKEN_COLUMNS
from core.data.tables.formula_mark import is_own_output, mark_formula, unmark_formula
from tests.fakes import LABELS
from tests.strategies import ANY_TEXT, MIXED_TEXT

SIGNED = st.lists(st.sampled_from(["'", *"=+-@＝＋－＠", *"\t\r\n\0 　\xa0", "1"])).map("".join)
ANSWERS = [name for column in COLUMNS for name in column.names(LABELS)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("=1+1", "'=1+1"),
        ("-5度の朝は鍋がうまい", "'-5度の朝は鍋がうまい"),
        ("＝cmd|' /C calc'!A0", "'＝cmd|' /C calc'!A0"),
        ("－5度", "'－5度"),
        ("　+1点", "'　+1点"),
        ("\xa0=1", "'\xa0=1"),
        ("\n寺", "'\n寺"),
        ("\0寺", "'\0寺"),
        ("'=のように書く", "''=のように書く"),
        ("''@", "'''@"),
        ("'引用'", "'引用'"),
        ("' '=1", "' '=1"),
        ("−5度", "−5度"),  # a minus is no hyphen
        ("寺=京都", "寺=京都"),
        (" 寺", " 寺"),
        ("'", "'"),
        ("", ""),
    ],
)
def test_what_begins_a_formula_is_marked_and_nothing_else(text, marked):
    assert mark_formula(text) == marked
    assert unmark_formula(marked) == text


@example(text="'=")
@given(text=st.one_of(ANY_TEXT, MIXED_TEXT, SIGNED))
def test_marking_loses_nothing(text):
    marked = mark_formula(text)
    assert unmark_formula(marked) == text
    assert not re.match(r"\s*[=+\-@＝＋－＠]", marked)
    assert marked.removeprefix("'") == text or marked == text


@given(first=SIGNED, second=SIGNED)
def test_two_texts_never_become_one(first, second):
    assert (mark_formula(first) == mark_formula(second)) == (first == second)


def test_a_text_without_a_mark_stays():
    for text in ("=1+1", "寺", "'寺", "' 寺", "", "' '="):
        assert unmark_formula(text) == text


@pytest.mark.parametrize(
    "columns",
    [
        ["text", *ANSWERS],
        ["'=text", "predicted", *("predicted_2", *ANSWERS[1:])],
        ["text", *ANSWERS, *(f"{name}_2" for name in ANSWERS)],
        ANSWERS[::-1],  # moved
        ["text", "predicted", "confidence", "p_京都"],  # some of them deleted
        ["text", "label", *ANSWERS[1:]],  # the first renamed
        [*EVALUATION_COLUMNS, *LABELS],
        [*TOKEN_COLUMNS],
    ],
)
def test_the_heading_of_answers_is_known(columns):
    assert is_own_output(columns)


@pytest.mark.parametrize(
    "columns",
    [
        [],
        ["text", "label"],
        ["text", "predicted"],
        ["text", "predicted", "confidence"],
        ["text", "confidence", "p_京都"],
        ["text", "was predicted", "confidence", "p_京都"],
        ["text", "predicted", "confidence", "p_"],
        ["text", "tokens", "error", "p_value"],
        ["text", *EVALUATION_COLUMNS],
    ],
)
def test_other_headings_are_nobodys(columns):
    assert not is_own_output(columns)
