"""The paired bars, read from their Vega-Lite form."""

import numpy as np
import pytest

from core.compare import ComparedProbabilities
from core.view.compare_chart import compare_chart

COMPARED = ComparedProbabilities(
    labels=("グルメ", "京都", "携帯電話"),
    left=np.array([0.25, 0.5, 0.25]),
    right=np.array([0.875, 0.0, 0.25]),
)


def _chart(theme="light"):
    chart = compare_chart(
        COMPARED,
        theme=theme,
        sides=("A", "B"),
        label_title="分類",
        probability_title="確率",
        difference_title="差",
    )
    return chart.to_dict()


def _rows(chart):
    return chart["datasets"][chart["data"]["name"]]


def test_every_label_has_two_bars_and_their_difference():
    rows = _rows(_chart())
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
    for layer in _chart()["layer"]:
        assert layer["encoding"]["y"]["sort"] == ["京都", "グルメ", "携帯電話"]


def test_the_sides_are_told_apart_by_words_too():
    bars, values, changes = _chart()["layer"]
    assert bars["encoding"]["yOffset"]["sort"] == ["A", "B"]
    assert values["encoding"]["text"]["field"] == "value"
    assert changes["encoding"]["text"]["field"] == "change"


def test_each_difference_is_written_once():
    changes = _chart()["layer"][2]
    assert changes["transform"] == [{"filter": "(datum.side === 'A')"}]


@pytest.mark.parametrize(
    ("theme", "accent", "others", "ink"),
    [("light", "#0b57d0", "#9aa3ad", "#1f2328"), ("dark", "#6ea3ff", "#6b7480", "#f0f3f6")],
)
def test_words_are_large_and_legible_in_both_themes(theme, accent, others, ink):
    bars, values, changes = _chart(theme)["layer"]
    assert bars["encoding"]["color"]["scale"]["range"] == [accent, others]
    assert bars["encoding"]["y"]["axis"]["labelFontSize"] == 16
    assert bars["encoding"]["y"]["axis"]["labelColor"] == ink
    for text in (values, changes):
        assert text["mark"]["fontSize"] >= 16
        assert text["mark"]["color"] == ink


def test_the_tooltip_says_four_digits():
    tooltip = _chart()["layer"][0]["encoding"]["tooltip"]
    assert [(part["title"], part.get("format")) for part in tooltip] == [
        ("分類", None),
        ("確率", ".4f"),
        ("差", "+.4f"),
    ]


def test_the_bars_of_three_labels_have_room():
    assert _chart()["height"] == 3 * 66
