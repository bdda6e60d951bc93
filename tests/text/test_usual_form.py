"""The usual form of a text, and where its characters stand in the original."""

import unicodedata

import pytest
from hypothesis import given, settings

from core.text.invisible import without_invisible
from core.text.usual_form import usual_form
from tests.strategies import ANY_TEXT, MIXED_TEXT


@pytest.mark.parametrize(
    ("text", "usual", "places"),
    [
        ("", "", [0]),
        ("京都", "京都", [0, 1, 2]),
        ("\u200b", "", [1]),
        ("\ufeff京\u200b\u2060都\u00ad", "京都", [1, 4, 6]),
        ("葛\U000e0100城", "葛城", [0, 2, 3]),
        ("あ～い", "あ〜い", [0, 1, 2, 3]),
        ("－５", "−５", [0, 1, 2]),
        ("—", "―", [0, 1]),
        ("ﾊﾞｽ", "バｽ", [0, 2, 3]),
        ("ﾊ\u200bﾟ\ufe0fは", "パは", [0, 4, 5]),
        ("か\u3099き\u3099", "がぎ", [0, 2, 4]),
        ("う\u3099ワ\u3099ゝ\u3099", "ゔヷゞ", [0, 2, 4, 6]),
        # What has no voiced form keeps its mark; a mark alone stays.
        ("あ\u3099ﾞ", "あ\u3099ﾞ", [0, 1, 2, 3]),
        ("京ﾞ", "京ﾞ", [0, 1, 2]),
        ("\u3099か", "\u3099か", [0, 1, 2]),
        # Only once: が and another mark.
        ("か\u3099\u3099", "が\u3099", [0, 2, 3]),
    ],
    ids=ascii,
)
def test_usual_form(text, usual, places):
    form = usual_form(text)
    assert (form.text, list(form.places)) == (usual, places)


@pytest.mark.parametrize("text", ["~", "-", "ー", "‐", "‑", "–", "─", "゛", "が", "ﾊｽ", "∥‖", "①"])
def test_other_signs_stay(text):
    assert usual_form(f"あ{text}").text == f"あ{text}"


def test_every_kana_with_a_mark_is_the_one_that_unicode_composes():
    kana = [chr(code) for code in range(0x3041, 0x3100)]
    composed = 0
    for character in kana:
        for mark in "\u3099\u309a":
            usual = unicodedata.normalize("NFC", character + mark)
            composed += len(usual) == 1
            assert usual_form(character + mark).text == usual
    assert composed == 58  # か…ほ, う, ゝ with ゛, は…ほ with ゜; the same of カタカナ, ワヰヱヲ


@settings(max_examples=300)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_the_places_cut_the_text_behind_its_first_character(text):
    form = usual_form(text)
    places = list(form.places)
    assert len(places) == len(form.text) + 1
    assert places == sorted(set(places))
    assert places[-1] == len(text)
    assert without_invisible(text[: places[0]]) == ""
    for number, character in enumerate(form.text):
        written = without_invisible(text[places[number] : places[number + 1]])
        assert written == character or usual_form(written).text == character


@settings(max_examples=200)
@given(text=ANY_TEXT | MIXED_TEXT)
def test_the_usual_form_is_its_own(text):
    assert usual_form(usual_form(text).text).text == usual_form(text).text
