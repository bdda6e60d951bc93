"""The paired bars, read from their Vega-Lite form."""

import pytest

from tests.view.charts.chart_examples import compare


def _rows(chart):
    return chart["datasets"][chart["data"]["name"]]


def test_every_label_has_two_bars_and_their_difference():
    rows = _rows(compare().to_dict())
    assert [(row["label"], row["side"], row["probability"]) for row in rows] == [
        ("グルメ", "A", 0.25),
        ("グルメ", "B", 0.875),
        ("京都", "A", 0.5),
        ("京都", "B", 0.0),
        ("携帯電話", "A", 0.25),
        ("携帯電話", "B", 0.25),
    ]
    assert [row["difference"] for row in rows[::2]] == [0.625, -0.5, 0.0]
    assert [row["change"] for row in rows[::2]] == ["＋0.62", "−0.50", "±0.00"]
    assert [row["value"] for row in rows[:2]] == ["A 0.25", "B 0.88"]


def test_the_labels_stand_in_the_order_of_the_left():
    for layer in compare().to_dict()["layer"]:
        assert layer["encoding"]["y"]["sort"] == ["京都", "グルメ", "携帯電話"]


def test_the_sides_are_told_apart_by_words_too():
    bars, values, changes = compare().to_dict()["layer"]
    assert bars["encoding"]["yOffset"]["sort"] == ["A", "B"]
    assert values["encoding"]["text"]["field"] == "value"
    assert changes["encoding"]["text"]["field"] == "change"


def test_each_difference_is_written_once():
    changes = compare().to_dict()["layer"][2]
    assert changes["transform"] == [{"filter": "(datum.side === 'A')"}]


@pytest.mark.parametrize(
    ("theme", "accent", "others"), [("light", "#0b57d0", "#9aa3ad"), ("dark", "#6ea3ff", "#6b7480")]
)
def test_the_left_has_the_accent_colour(theme, accent, others):
    bars = compare(theme).to_dict()["layer"][0]
    assert bars["encoding"]["color"]["scale"]["range"] == [accent, others]


def test_the_tooltip_says_four_digits():
    tooltip = compare().to_dict()["layer"][0]["encoding"]["tooltip"]
    assert [(part["title"], part.get("format")) for part in tooltip] == [
        ("category", None),
        ("probability", ".4f"),
        ("compare_difference", "+.4f"),
    ]


def test_the_bars_of_three_labels_have_room():
    assert compare().to_dict()["height"] == 3 * 66
