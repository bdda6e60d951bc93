"""The reliability diagram, read from its Vega-Lite form."""

import pytest

from tests.view.charts.chart_examples import reliability


def _rows(chart, layer):
    return chart["datasets"][chart["layer"][layer]["data"]["name"]]


def test_points_are_the_bins_of_both_kinds():
    rows = _rows(reliability().to_dict(), 1)
    assert [(row["kind"], row["confidence"], row["accuracy"], row["count"]) for row in rows] == [
        ("calibrated", 0.46, 0.3, 10),
        ("calibrated", 0.95, 0.9, 40),
        ("raw", 0.65, 0.8, 50),
    ]


def test_the_diagonal_goes_from_the_lowest_bin_to_one():
    assert _rows(reliability().to_dict(), 0) == [
        {"confidence": 0.4, "accuracy": 0.4},
        {"confidence": 1.0, "accuracy": 1.0},
    ]


@pytest.mark.parametrize(
    ("chosen", "counts", "colours"),
    [
        ("calibrated", [10, 40], ["#0b57d0", "#9aa3ad"]),
        ("raw", [50], ["#9aa3ad", "#0b57d0"]),
    ],
)
def test_the_chosen_kind_has_the_accent_and_its_counts_below(chosen, counts, colours):
    chart = reliability(chosen=chosen).to_dict()
    colour = chart["layer"][1]["encoding"]["color"]["scale"]
    assert (colour["domain"], colour["range"]) == (["calibrated", "raw"], colours)
    bars = _rows(chart, 2)
    assert [row["count"] for row in bars] == counts
    # Below the diagram, in proportion to the counts.
    assert all(row["floor"] < row["top"] < 0 for row in bars)
    heights = [(row["top"] - row["floor"]) / row["count"] for row in bars]
    assert heights == pytest.approx([heights[0]] * len(bars))
    assert chart["layer"][3]["encoding"]["text"]["field"] == "count"
