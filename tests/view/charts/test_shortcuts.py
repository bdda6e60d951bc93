"""The bars of the pieces that decide, read from their Vega-Lite form."""

import pytest

from core.view.charts.shortcuts import NUMBER, SHORTCUT
from tests.view.charts.chart_examples import shortcuts


@pytest.mark.parametrize(
    ("theme", "warning", "accent"),
    [("light", "#b34700", "#0b57d0"), ("dark", "#ff8a3d", "#6ea3ff")],
)
def test_bar_is_a_piece_and_a_suspect_has_the_colour_of_a_warning(theme, warning, accent):
    chart = shortcuts(theme).to_dict()
    bars, words = chart["layer"]
    assert chart["datasets"][chart["data"]["name"]] == [
        {
            NUMBER: 0,
            "piece": "！ [グルメ]",
            "weight": 0.05,
            "count": 3,
            "flips": 0.5,
            "value": "0.050　3 行",
            "colour": warning,
        },
        {
            NUMBER: 1,
            "piece": "料理",
            "weight": 0.03,
            "count": 3,
            "flips": 0.5,
            "value": "0.030　3 行",
            "colour": accent,
        },
    ]
    assert bars["encoding"]["y"]["sort"] == ["！ [グルメ]", "料理"]
    assert bars["encoding"]["x"]["scale"]["domain"] == [0, 0.05]
    assert words["encoding"]["text"]["field"] == "value"


def test_click_chooses_a_piece_by_its_number():
    (parameter,) = shortcuts().to_dict()["params"]
    assert parameter["name"] == SHORTCUT
    assert parameter["select"] == {"type": "point", "fields": [NUMBER]}
