"""The accuracies of the slices, read from their Vega-Lite form."""

from core.view.charts.slices import NUMBER, SLICE
from tests.view.charts.chart_examples import SLICES, slices


def _layers(chart):
    names = ("fields", "overall", "overall_word", "intervals", "dots", "words")
    return dict(zip(names, chart["layer"], strict=True))


def _rows(chart, name):
    return chart["datasets"][_layers(chart)[name]["data"]["name"]]


def test_a_row_is_a_slice_with_its_interval():
    chart = slices().to_dict()
    rows = _rows(chart, "dots")
    assert [(row[NUMBER], row["words"], row["low"], row["high"], row["count"]) for row in rows] == [
        (0, "0.500　slices_counted name=slices_name_length low=1 high=5 count=20", 0.25, 0.625, 20),
        (1, "0.875　slices_counted name=slices_name_length low=6 high=9 count=40", 0.75, 1.0, 40),
    ]
    encoding = _layers(chart)["intervals"]["encoding"]
    assert (encoding["x"]["field"], encoding["x2"]["field"]) == ("low", "high")


def test_the_whole_is_a_line_with_its_word():
    chart = slices().to_dict()
    assert {piece["accuracy"] for piece in _rows(chart, "overall")} == {0.75}
    assert [row["word"] for row in _rows(chart, "overall_word")] == [
        "slices_overall accuracy=0.750"
    ]
    # The word stays inside the chart.
    assert _layers(chart)["overall_word"]["mark"]["align"] == "right"
    assert _layers(slices(overall=0.25).to_dict())["overall_word"]["mark"]["align"] == "left"


def test_a_click_anywhere_in_the_row_gives_its_number():
    chart = slices().to_dict()
    (selection,) = chart["params"]
    assert (selection["name"], selection["select"]["fields"]) == (SLICE, [NUMBER])
    fields = _layers(chart)["fields"]["encoding"]
    assert (fields["x"]["field"], fields["x2"]["field"]) == ("left", "right")
    assert [(row["left"], row["right"]) for row in _rows(chart, "fields")] == [(0.0, 1.0)] * 2


def test_only_the_worst_slice_is_highlighted():
    for worst, number in ((SLICES[1], 1), (None, -1)):
        colour = _layers(slices(worst=worst).to_dict())["dots"]["encoding"]["color"]
        assert colour["condition"]["test"] == f"(datum['{NUMBER}'] === {number})"
        assert (colour["condition"]["value"], colour["value"]) == ("#b34700", "#0b57d0")
