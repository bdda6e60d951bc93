"""The deletion and insertion curves, read from their Vega-Lite form."""

import numpy as np
import pytest

from core.view.curves_chart import curves_chart


def chart_of(theme="light"):
    return curves_chart(
        np.array([0.0, 0.5, 1.0]),
        np.array([0.9, 0.25, 0.125]),
        np.array([[0.9, 0.5, 0.125], [0.9, 0.75, 0.125]]),
        theme=theme,
        method_title="注目度",
        band_title="ランダムな順",
        fraction_title="削除した割合",
    ).to_dict()


def test_the_data_are_the_curve_and_its_band():
    chart = chart_of()
    rows = chart["datasets"][chart["data"]["name"]]
    assert rows[1] == {
        "fraction": 0.5,
        "probability": 0.25,
        "low": 0.5,
        "high": 0.75,
        "band": "0.5000–0.7500",
        "method": "注目度",
        "random": "ランダムな順",
    }
    assert [row["fraction"] for row in rows] == [0.0, 0.5, 1.0]


def test_the_line_lies_over_the_band_on_a_full_scale():
    band, line = chart_of()["layer"]
    assert (band["mark"]["type"], line["mark"]["type"]) == ("area", "line")
    assert (band["encoding"]["y"]["field"], band["encoding"]["y2"]["field"]) == ("low", "high")
    assert line["encoding"]["y"]["field"] == "probability"
    for layer in (band, line):
        assert layer["encoding"]["y"]["scale"] == {"domain": [0, 1], "nice": False}
        assert layer["encoding"]["x"]["scale"] == {"domain": [0, 1], "nice": False}
        assert layer["encoding"]["x"]["axis"]["title"] == "削除した割合"


@pytest.mark.parametrize(
    ("theme", "colours"), [("light", ["#b34700", "#9aa3ad"]), ("dark", ["#ff8a3d", "#6b7480"])]
)
def test_the_band_is_grey_and_both_are_named(theme, colours):
    for layer in chart_of(theme)["layer"]:
        scale = layer["encoding"]["color"]["scale"]
        assert scale == {"domain": ["注目度", "ランダムな順"], "range": colours}
        assert layer["encoding"]["color"]["legend"]["labelFontSize"] == 14


def test_the_tooltip_has_four_decimals():
    tooltip = chart_of()["layer"][1]["encoding"]["tooltip"]
    assert [(part["title"], part["field"], part.get("format")) for part in tooltip] == [
        ("削除した割合", "fraction", ".0%"),
        ("注目度", "probability", ".4f"),
        ("ランダムな順", "band", None),
    ]
