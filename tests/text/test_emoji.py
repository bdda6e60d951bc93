"""Emoji of several characters are found whole, and keep what they are written with."""

import re
import unicodedata

import pytest

from core.text import emoji
from core.text.emoji import as_shown, emoji_stretches, with_joiners
from core.text.invisible import without_invisible

SEVERAL = [
    "👍🏽",
    "☝🏻",
    "👨‍👩‍👧",
    "👩🏽‍🚀",
    "🧑🏻‍❤️‍💋‍🧑🏿",
    "🙋‍♂️",
    "⛹🏾‍♀️",
    "🏳️‍🌈",
    "🇯🇵",
    "1️⃣",
    "#️⃣",
    "👁️‍🗨️",
    "🙂‍↔️",
    "🐦‍⬛",
]
ONE = ["❤️", "☕️", "🤣", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"]


@pytest.mark.parametrize("sign", SEVERAL)
def test_an_emoji_is_found_whole(sign):
    # Also where something that nobody sees stands in it.
    for written in (sign, "\u2060".join(sign)):
        text = f"京{written}都"
        (start, end), *more = emoji_stretches(text)
        assert (start, more) == (1, [])
        assert without_invisible(text[end:]) == "都"


@pytest.mark.parametrize("sign", [*SEVERAL, *ONE])
def test_an_emoji_is_shown_as_it_is_written(sign):
    assert as_shown(f"\u200b{sign}\u2060") == sign


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("京都", []),
        ("1\u200b2", []),
        ("★\u200d★→\u200d→", []),  # no emoji: a joiner joins nothing
        ("あ\u200dい", []),
        ("👨👩👧❤\ufe0f", []),  # of one character each
        ("🇯🇵🇺🇸🇯", [(0, 2), (2, 4)]),
        ("👍🏽👍", [(0, 2)]),
    ],
)
def test_stretches(text, stretches):
    assert emoji_stretches(text) == stretches


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("京\u200b都\ufeff", "京都"),
        ("葛\U000e0100城", "葛城"),
        ("あ\u200dい\ufe0f", "あい"),
        ("👨\u200d", "👨"),
        ("👨\u200b\u200d👩", "👨👩"),
        ("㊗\ufe0f", "㊗"),
        ("1\ufe0f", "1"),
    ],
)
def test_as_shown(text, shown):
    assert as_shown(text) == shown


@pytest.mark.parametrize(
    ("piece", "written", "expected"),
    [
        ("❤❤", "❤❤\ufe0f", "❤❤\ufe0f"),
        ("\u0304^👨👩", "￣^👨\u200d👩", "\u0304^👨\u200d👩"),
        ("↮❤❤", "↔\ufe0f\u0338❤❤\ufe0f", "↮❤❤\ufe0f"),
        ("😀x😂", "😀\u200bx\u2060😂", "😀x😂"),
    ],
)
def test_a_piece_gets_its_joiners_back(piece, written, expected):
    assert with_joiners(piece, written) == expected


def test_no_picture_changes_when_it_is_normalised():
    picture = re.compile(emoji._PICTURE)
    pictures = [chr(code) for code in range(0x110000) if picture.match(chr(code))]
    assert len(pictures) > 1500
    assert [p for p in pictures if unicodedata.normalize("NFKC", p) != p] == []


def test_a_long_run_of_joiners_takes_no_longer():
    assert emoji_stretches(("👨" + "\u200d" * 50_000 + "1") * 2 + "\u200b" * 100_000) == []
    assert emoji_stretches("👨" + "\u200d" * 50_000 + "👨") == [(0, 50_002)]
