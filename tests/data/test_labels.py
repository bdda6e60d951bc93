"""A label is the name that a person sees; what is another name stays another label."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data.labels import label_key, match_labels
from tests.fakes import LABELS
from tests.strategies import ANY_TEXT, MIXED_TEXT

FOOD, PHONE, KYOTO, SPORTS = LABELS
BLANKS = "\t\n\r \x0b\x0c\x1c\x85\xa0\u1680\u2000\u2003\u2028\u2029\u202f\u205f\u3000"
UNSEEN = (
    "\0\x01\x7f\xad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u202e\u2060\u2066\u3164"
    "\ufe0f\ufeff\uffa0\ufff0\U000e0001\U000e0100"
)


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        (" グルメ", FOOD),
        ("京都　", KYOTO),
        ("ｽﾎﾟｰﾂ", SPORTS),
        (unicodedata.normalize("NFD", "グルメ"), FOOD),
        ("\ufeff京都", KYOTO),
        ("京\u200b都", KYOTO),
        ("京\U000e0100都", KYOTO),
        ('["グルメ"]', FOOD),
        ("['グルメ']", FOOD),
        ('[ " 京都 " ]', KYOTO),
        *((f"{blank}京都{blank}", KYOTO) for blank in BLANKS),
        *((f"{sign}京{sign}都{sign}", KYOTO) for sign in UNSEEN),
    ],
)
def test_another_spelling_is_the_same_label(cell, label):
    assert match_labels([cell], LABELS) == {cell: LABELS.index(label)}


@pytest.mark.parametrize(
    "cell",
    [
        *("", " ", "\u200b", "　\n", "天気", "京 都", "京都府", "グルメ・京都", "きょうと"),
        *("[]", '["グルメ", "京都"]', "[グルメ]", '[["グルメ"]]', '["グルメ"', "[1]", '["a" "b", c]'),
    ],
)  # fmt: skip
def test_another_name_is_no_label_of_the_model(cell):
    assert match_labels([cell], LABELS) == {cell: -1}


def test_the_case_counts_and_blanks_inside_are_one():
    labels = ("iPhone 15", "IPHONE 15", "Ｐ１")
    found = match_labels(["iPhone　 15", "iPhone15", "IPHONE\t15", "p1", "P1"], labels)
    assert [found[cell] for cell in ("iPhone　 15", "iPhone15", "IPHONE\t15", "p1", "P1")] == [
        *(0, -1, 1),
        *(-1, 2),
    ]


def test_of_labels_that_look_the_same_only_the_very_name_counts():
    labels = ("ｽﾎﾟｰﾂ", "スポーツ", " ", "京都")
    cells = ["ｽﾎﾟｰﾂ", "スポーツ", "スポーツ ", " ", "　", "京都 ", "['京都']"]
    found = match_labels(cells, labels)
    assert [found[cell] for cell in cells] == [0, 1, -1, 2, -1, 3, 3]


@given(cell=st.one_of(ANY_TEXT, MIXED_TEXT), before=st.text(BLANKS + UNSEEN, max_size=3))
def test_what_nobody_sees_changes_nothing(cell, before):
    key = label_key(cell)
    if not key.startswith("["):  # a list in a list is another thing
        assert label_key(key) == key
    if not cell.strip().startswith("["):
        assert label_key(f"{before}{cell}{before}") == key
