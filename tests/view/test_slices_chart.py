"""The accuracies of the slices, read from their Vega-Lite form."""

import numpy as np

from core.resampling import Interval
from core.slices import Slice
from core.view.slices_chart import NUMBER, SLICE, slices_chart


def _slice(value, low, high, count):
    return Slice(
        kind="length",
        name=(1, 5),
        rows=np.arange(count),
        accuracy=Interval(value=value, low=low, high=high),
        num_rows=count,
    )


def _chart(worst=None, overall=0.75):
    return slices_chart(
        [_slice(0.5, 0.25, 0.625, 20), _slice(0.875, 0.75, 1.0, 40)],
        titles=["短い", "長い"],
        overall=overall,
        worst=worst,
        theme="light",
        slice_title="部分",
        accuracy_title="正答率",
        interval_title="区間",
        count_title="行",
        overall_title="全体 0.750",
    ).to_dict()


def _layers(chart):
    names = ("fields", "overall", "overall_word", "intervals", "dots", "words")
    return dict(zip(names, chart["layer"], strict=True))


def _rows(chart, name):
    return chart["datasets"][_layers(chart)[name]["data"]["name"]]


def test_a_row_is_a_slice_with_its_interval():
    chart = _chart()
    rows = _rows(chart, "dots")
    assert [(row[NUMBER], row["words"], row["low"], row["high"], row["count"]) for row in rows] == [
        (0, "0.500　短い", 0.25, 0.625, 20),
        (1, "0.875　長い", 0.75, 1.0, 40),
    ]
    encoding = _layers(chart)["intervals"]["encoding"]
    assert (encoding["x"]["field"], encoding["x2"]["field"]) == ("low", "high")
    assert _layers(chart)["words"]["mark"]["fontSize"] >= 14


def test_the_whole_is_a_line_with_its_word():
    chart = _chart()
    assert {piece["accuracy"] for piece in _rows(chart, "overall")} == {0.75}
    assert [row["word"] for row in _rows(chart, "overall_word")] == ["全体 0.750"]
    # The word stays inside the chart.
    assert _layers(chart)["overall_word"]["mark"]["align"] == "right"
    assert _layers(_chart(overall=0.25))["overall_word"]["mark"]["align"] == "left"


def test_a_click_anywhere_in_the_row_gives_its_number():
    chart = _chart()
    (selection,) = chart["params"]
    assert (selection["name"], selection["select"]["fields"]) == (SLICE, [NUMBER])
    fields = _layers(chart)["fields"]["encoding"]
    assert (fields["x"]["field"], fields["x2"]["field"]) == ("left", "right")
    assert [(row["left"], row["right"]) for row in _rows(chart, "fields")] == [(0.0, 1.0)] * 2


def test_only_the_worst_slice_is_highlighted():
    for worst, number in ((1, 1), (None, -1)):
        colour = _layers(_chart(worst))["dots"]["encoding"]["color"]
        assert colour["condition"]["test"] == f"(datum['{NUMBER}'] === {number})"
        assert (colour["condition"]["value"], colour["value"]) == ("#b34700", "#0b57d0")
