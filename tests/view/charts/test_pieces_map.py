"""The map of pieces: words that do not cover one another, and what Vega-Lite is told."""

import numpy as np
import pytest

from core.view.charts.label_places import place_labels, text_width
from tests.view.charts.chart_examples import pieces_map

WORDS = (
    "もちろん",
    "、",
    "おいしい",
    "うどん",
    "を",
    "食べる",
    "こと",
    "第一",
    "の",
    "目的",
    "に",
    "し",
    "て",
    "行く",
    "だ",
    "が",
)


def boxes(places, labels, font_size):
    return [
        (
            place.x - text_width(label, font_size=font_size) / 2,
            place.y - font_size / 2,
            place.x + text_width(label, font_size=font_size) / 2,
            place.y + font_size / 2,
        )
        for place, label in zip(places, labels, strict=True)
    ]


def touching(one, other):
    return min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(
        one[1], other[1]
    )


def test_text_width_knows_wide_and_narrow_signs():
    assert text_width("うど", font_size=24) == 48
    assert 24 < text_width("ab", font_size=24) < 36


@pytest.mark.parametrize(("width", "height", "font_size"), [(700, 300, 24), (300, 300, 18)])
@pytest.mark.parametrize("seed", range(3))
def test_twenty_words_cover_neither_one_another_nor_the_frame(width, height, font_size, seed):
    rng = np.random.default_rng(seed)
    labels = (*WORDS, "携帯電話", "▁", "abc", "？")
    # Half of the dots in one crowd.
    dots = np.concatenate([rng.normal(0.4, 0.06, (10, 2)), rng.uniform(0.05, 0.95, (10, 2))])
    places = place_labels(
        dots * [width, height], labels, width=width, height=height, font_size=font_size
    )
    found = boxes(places, labels, font_size)
    covered = [
        (labels[i], labels[j]) for i in range(20) for j in range(i) if touching(found[i], found[j])
    ]
    assert covered == []
    assert all(box[0] >= 0 and box[2] <= width for box in found)
    assert all(box[1] >= 0 and box[3] <= height for box in found)


def test_a_lone_word_stands_right_of_its_dot():
    (place,) = place_labels(
        np.array([[100.0, 50.0]]), ["うどん"], width=400, height=100, font_size=20
    )
    assert place.y == 50
    assert 100 < place.line_x < place.x
    assert place.x - 30 < 115  # it begins beside the dot


def test_the_chart_keeps_the_order_of_the_points_and_the_asked_size():
    chart = pieces_map().to_dict()
    dots = chart["datasets"][chart["layer"][-1]["data"]["name"]]
    assert [row["piece"] for row in dots] == ["左下", "右上", "中"]
    assert [row["x"] for row in dots] == pytest.approx([0.06, 0.94, 0.5])
    # Pixels count downwards: the highest point has the smallest y.
    assert [row["y"] for row in dots] == pytest.approx([0.94, 0.06, 0.94])
    words = [layer for layer in chart["layer"] if layer["mark"]["type"] == "text"]
    assert [layer["mark"]["fontSize"] for layer in words] == [24, 24]
    # Of the two placements one is seen: the wide or the narrow one.
    assert [layer["mark"]["opacity"]["expr"] for layer in words] == [
        "width >= 700 ? 1 : 0",
        "width < 700 ? 1 : 0",
    ]


def test_points_on_one_spot_are_drawn_in_the_middle():
    chart = pieces_map(points=[(0.0, 0.0)] * 2, pieces=["甲", "乙"]).to_dict()
    dots = chart["datasets"][chart["layer"][-1]["data"]["name"]]
    assert {(row["x"], row["y"]) for row in dots} == {(0.5, 0.5)}
