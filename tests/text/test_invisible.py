"""The characters that nobody sees are those of Unicode's list, all of them and no others."""

import re
import unicodedata

import pytest

from core.text.invisible import INVISIBLE, is_blank, without_invisible

_CLASS = re.compile(f"[{INVISIBLE}]")
EVERY = [chr(code) for code in range(0x110000) if _CLASS.match(chr(code))]

# https://www.unicode.org/Public/16.0.0/ucd/DerivedCoreProperties.txt, Default_Ignorable_Code_Point
RANGES = """00AD 034F 061C 115F..1160 17B4..17B5 180B..180F 200B..200F 202A..202E 2060..206F 3164
FE00..FE0F FEFF FFA0 FFF0..FFF8 1BCA0..1BCA3 1D173..1D17A E0000..E0FFF"""


def test_the_list_is_unicodes():
    listed = set()
    for part in RANGES.split():
        first, _, last = part.partition("..")
        listed |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    assert set(EVERY) == listed
    assert len(listed) == 4174  # "Total code points" of that file


@pytest.mark.parametrize(
    "character",
    [
        *"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u180f\u200b\u200c\u200d\u200e\u200f",
        *"\u202a\u202e\u2060\u2065\u2066\u2069\u206f\u3164\ufe00\ufe0e\ufe0f\ufeff\uffa0\ufff0",
        *"\U0001bca0\U0001d173\U0001d17a\U000e0001\U000e0020\U000e007f\U000e0100\U000e01ef\U000e0fff",
    ],
    ids=ascii,
)
def test_what_nobody_sees(character):
    assert without_invisible(f"京{character}都{character}") == "京都"
    assert is_blank(f" {character}\n")


@pytest.mark.parametrize(
    "character",
    # Blanks, controls, marks, the replacement character and its neighbours are no such characters.
    [
        *" \u00a0\u2000\u2002\u2028\u202f\u205f\u3000\n\x00\x7f\u0300\u3099\u20e3\u2800\ufff9\ufffb\ufffd▁"
    ],
    ids=ascii,
)
def test_what_is_seen_or_has_a_width(character):
    assert without_invisible(f"京{character}都") == f"京{character}都"


def test_all_characters_that_unicode_calls_formats_are_invisible_but_for_marks_with_a_shape():
    formats = {chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) == "Cf"}
    shaped = formats - set(EVERY)
    # Signs that Arabic, Syriac, Kaithi and Egyptian writing draws, and annotation anchors.
    assert all(
        re.search("ARABIC|SYRIAC|KAITHI|EGYPTIAN|INTERLINEAR", unicodedata.name(c)) for c in shaped
    )


@pytest.mark.parametrize("text", ["", " ", "　\n", "\u200b", "\ufeff \u2060", "\u3164\uffa0"])
def test_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["京", " \u200b。", "▁", "゛", "\ufffd", "\u0301"])
def test_not_blank(text):
    assert not is_blank(text)
