"""The reliability diagram, read from its Vega-Lite form."""

import pytest

from core.types import ReliabilityBin
from core.view.reliability_chart import reliability_chart

AFTER = (
    ReliabilityBin(low=0.4, high=0.5, count=10, confidence=0.46, accuracy=0.3),
    ReliabilityBin(low=0.9, high=1.0, count=40, confidence=0.95, accuracy=0.9),
)
BEFORE = (ReliabilityBin(low=0.6, high=0.7, count=50, confidence=0.65, accuracy=0.8),)


def _chart(chosen="較正後", theme="light"):
    return reliability_chart(
        {"較正後": AFTER, "調整前": BEFORE},
        chosen=chosen,
        theme=theme,
        kind_title="種類",
        confidence_title="確率",
        accuracy_title="正答率",
        count_title="文の数",
    ).to_dict()


def _rows(chart, layer):
    return chart["datasets"][chart["layer"][layer]["data"]["name"]]


def test_points_are_the_bins_of_both_kinds():
    rows = _rows(_chart(), 1)
    assert [(row["kind"], row["confidence"], row["accuracy"], row["count"]) for row in rows] == [
        ("較正後", 0.46, 0.3, 10),
        ("較正後", 0.95, 0.9, 40),
        ("調整前", 0.65, 0.8, 50),
    ]


def test_the_diagonal_goes_from_the_lowest_bin_to_one():
    assert _rows(_chart(), 0) == [
        {"confidence": 0.4, "accuracy": 0.4},
        {"confidence": 1.0, "accuracy": 1.0},
    ]


@pytest.mark.parametrize(
    ("chosen", "counts", "colours"),
    [
        ("較正後", [10, 40], ["#0b57d0", "#9aa3ad"]),
        ("調整前", [50], ["#9aa3ad", "#0b57d0"]),
    ],
)
def test_the_chosen_kind_has_the_accent_and_its_counts_below(chosen, counts, colours):
    chart = _chart(chosen)
    colour = chart["layer"][1]["encoding"]["color"]["scale"]
    assert (colour["domain"], colour["range"]) == (["較正後", "調整前"], colours)
    bars = _rows(chart, 2)
    assert [row["count"] for row in bars] == counts
    # Below the diagram, in proportion to the counts.
    assert all(row["floor"] < row["top"] < 0 for row in bars)
    heights = [(row["top"] - row["floor"]) / row["count"] for row in bars]
    assert heights == pytest.approx([heights[0]] * len(bars))
    text = chart["layer"][3]
    assert (text["encoding"]["text"]["field"], text["mark"]["fontSize"]) == ("count", 14)
