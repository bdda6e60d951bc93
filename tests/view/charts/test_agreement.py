"""The square of numbers that says how far methods agree."""

import pytest

from core.view.palette import SOFT_DIVERGING, SOFT_SEQUENTIAL
from tests.view.charts.chart_examples import agreement


def test_one_cell_per_pair_with_its_number():
    chart = agreement().to_dict()
    assert chart["datasets"][chart["data"]["name"]] == [
        {
            "row": row,
            "column": column,
            "row_name": one,
            "column_name": other,
            "value": value,
            "number": number,
        }
        for row, column, one, other, value, number in (
            (1, 1, "attention", "attention", 1.0, "1.00"),
            (1, 2, "attention", "lime", -0.456, "−0.46"),
            (2, 1, "lime", "attention", -0.001, "0.00"),
            (2, 2, "lime", "lime", None, "–"),
        )
    ]
    cells, numbers = chart["layer"]
    assert (cells["mark"]["type"], numbers["mark"]["type"]) == ("rect", "text")
    assert numbers["encoding"]["text"]["field"] == "number"
    assert (cells["encoding"]["y"]["field"], cells["encoding"]["x"]["field"]) == ("row", "column")
    assert chart["height"] == 72


def test_numbers_are_drawn_only_where_there_is_room():
    opacity = agreement().to_dict()["layer"][1]["encoding"]["opacity"]
    assert opacity == {"condition": {"test": "width >= 80", "value": 1}, "value": 0}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_scale_is_the_same_for_every_text(theme):
    for measure, domain, colours in (
        ("tau", [-1, 0, 1], SOFT_DIVERGING),
        ("overlap", [0, 1], SOFT_SEQUENTIAL),
    ):
        colour = agreement(theme, measure=measure).to_dict()["layer"][0]["encoding"]["color"]
        condition = colour["condition"]
        assert condition["scale"]["domain"] == domain
        assert condition["scale"]["range"] == list(colours[theme])
        assert condition["scale"]["interpolate"] == "rgb"
        # What cannot be compared has no colour.
        assert condition["test"] == "isValid(datum.value)"
        assert colour["value"] == "transparent"


def test_the_tooltip_names_both_methods():
    tooltip = agreement().to_dict()["layer"][0]["encoding"]["tooltip"]
    assert [(part["title"], part["field"]) for part in tooltip] == [
        ("methods_one", "row_name"),
        ("methods_other", "column_name"),
        ("methods_tau_short", "number"),
    ]
