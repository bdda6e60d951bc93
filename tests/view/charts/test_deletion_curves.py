"""The deletion and insertion curves, read from their Vega-Lite form."""

import pytest

from tests.view.charts.chart_examples import curves


def test_the_data_are_the_curve_and_its_band():
    chart = curves().to_dict()
    rows = chart["datasets"][chart["data"]["name"]]
    assert rows[1] == {
        "fraction": 0.5,
        "probability": 0.25,
        "low": 0.5,
        "high": 0.75,
        "band": "0.5000–0.7500",
        "method": "attention",
        "random": "methods_random_orders",
    }
    assert [row["fraction"] for row in rows] == [0.0, 0.5, 1.0]


def test_the_line_lies_over_the_band_on_a_full_scale():
    band, line = curves().to_dict()["layer"]
    assert (band["mark"]["type"], line["mark"]["type"]) == ("area", "line")
    assert (band["encoding"]["y"]["field"], band["encoding"]["y2"]["field"]) == ("low", "high")
    assert line["encoding"]["y"]["field"] == "probability"
    for layer in (band, line):
        assert layer["encoding"]["y"]["scale"] == {"domain": [0, 1], "nice": False}
        assert layer["encoding"]["x"]["scale"] == {"domain": [0, 1], "nice": False}
        assert layer["encoding"]["x"]["axis"]["title"] == "methods_deletion_fraction"


@pytest.mark.parametrize(
    ("theme", "colours"), [("light", ["#b34700", "#9aa3ad"]), ("dark", ["#ff8a3d", "#6b7480"])]
)
def test_the_band_is_grey_and_both_are_named(theme, colours):
    for layer in curves(theme).to_dict()["layer"]:
        scale = layer["encoding"]["color"]["scale"]
        assert scale == {"domain": ["attention", "methods_random_orders"], "range": colours}


def test_the_tooltip_has_four_decimals():
    tooltip = curves().to_dict()["layer"][1]["encoding"]["tooltip"]
    assert [(part["title"], part["field"], part.get("format")) for part in tooltip] == [
        ("methods_deletion_fraction", "fraction", ".0%"),
        ("attention", "probability", ".4f"),
        ("methods_random_orders", "band", None),
    ]
