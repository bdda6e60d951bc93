"""The heat map of the attention weights, read from its Vega-Lite form."""

import json

import pytest

from core.view.charts.matrix import ROW, TOKEN
from tests.view.charts.chart_examples import PADDED, attention_map, matrix


def rows_of(chart, layer):
    return chart["datasets"][layer["data"]["name"]]


BARE = attention_map([0, 1, 2, 3])


def test_one_cell_per_query_and_key():
    chart = matrix(attention=BARE).to_dict()
    cells = rows_of(chart, chart["layer"][0])
    assert [cell["weight"] for cell in cells] == [number / 16 for number in range(16)]
    assert cells[6] == {
        "left": 2.03,
        "right": 2.97,
        "top": 1.03,
        "bottom": 1.97,
        TOKEN: 1,
        "query_token": "2: 、",
        "key_token": "3: 京都",
        "weight": 0.375,
    }
    assert chart["height"] == 4 * 26


def test_a_token_that_occurs_twice_keeps_two_rows():
    chart = matrix(attention=BARE).to_dict()
    cells = rows_of(chart, chart["layer"][0])
    tops = {cell["query_token"]: cell["top"] for cell in cells}
    assert tops["1: 京都"] == 0.03
    assert tops["3: 京都"] == 2.03


def axes(chart):
    encoding = chart["layer"][0]["encoding"]
    return encoding["x"], encoding["y"]


def labels_of(axis):
    return json.loads(axis["labelExpr"].partition("[indexof(")[0])


def test_columns_are_labelled_downwards_and_rows_across():
    x, y = axes(matrix(attention=BARE).to_dict())
    assert (x["axis"]["orient"], y["axis"]["orient"]) == ("top", "left")
    assert x["axis"]["values"] == y["axis"]["values"] == [0.5, 1.5, 2.5, 3.5]
    assert labels_of(y["axis"]) == [["京都"], ["、"], ["京都"], ['"]+x']]
    # All end at the cells: shorter ones begin with blank lines.
    assert labels_of(x["axis"]) == [
        ["", "", "京", "都"],
        ["", "", "", "、"],
        ["", "", "京", "都"],
        ['"', "]", "+", "x"],
    ]
    assert (x["axis"]["labelPadding"], y["axis"]["labelPadding"]) == (6 + 3 * 15, 6)
    assert (x["axis"]["labelOverlap"], y["axis"]["labelOverlap"]) == ("greedy", False)
    assert (x["scale"]["domain"], y["scale"]["domain"]) == ([0, 4.0], [0, 4.0])
    assert (x["scale"]["reverse"], y["scale"]["reverse"]) == (False, True)


def test_a_piece_stays_data_in_the_label_expression():
    _, y = axes(matrix(attention=BARE).to_dict())
    assert y["axis"]["labelExpr"].isascii()
    values = "[0.5, 1.5, 2.5, 3.5]"
    assert y["axis"]["labelExpr"].endswith(f"[indexof({values}, datum.value)]")


def test_long_labels_are_shortened_and_joined_characters_stay_together():
    chart = matrix(attention=attention_map([0, 1], ("インターナショナル", "👨‍👩‍👧"))).to_dict()
    x, y = axes(chart)
    assert labels_of(y["axis"]) == [["インターナショ…"], ["👨‍👩‍👧"]]
    assert labels_of(x["axis"])[1][-1] == "👨‍👩‍👧"
    assert rows_of(chart, chart["layer"][0])[0]["query_token"] == "1: インターナショナル"


def test_the_padding_is_one_framed_region_with_one_title():
    chart = matrix(attention=PADDED).to_dict()
    padding, tokens, _, region = chart["layer"]
    assert padding["transform"] == [{"filter": f"(datum['{TOKEN}'] < 0)"}]
    assert tokens["transform"] == [{"filter": f"(datum['{TOKEN}'] >= 0)"}]
    cells = rows_of(chart, tokens)
    # Four paddings are as wide as one token, and touch.
    assert [(c["left"], c["right"]) for c in cells[:3]] == [(0.0, 0.25), (0.25, 0.5), (0.53, 1.47)]
    assert cells[0]["query_token"] == cells[0]["key_token"] == "matrix_padding count=2"
    assert rows_of(chart, region) == [{"left": 0.0, "right": 0.5, "top": 0.0, "bottom": 4.5}]
    assert region["mark"]["filled"] is False
    x, y = axes(chart)
    assert x["axis"]["values"] == [1.0, 2.0, 3.0, 4.0, 0.25]
    assert labels_of(y["axis"])[-1] == ["matrix_padding count=2"]
    for theme, ink, quiet in (("light", "#1f2328", "#59636e"), ("dark", "#f0f3f6", "#a3acb5")):
        colour = axes(matrix(theme, attention=PADDED).to_dict())[1]["axis"]["labelColor"]
        assert colour["condition"]["test"].endswith("datum.value) < 4")
        assert (colour["condition"]["value"], colour["value"]) == (ink, quiet)


def test_only_rows_of_tokens_can_be_chosen():
    padded = matrix(attention=PADDED).to_dict()
    (parameter,) = padded["params"]
    assert parameter["name"] == ROW
    assert parameter["select"] == {"type": "point", "fields": [TOKEN]}
    assert parameter["views"] == [padded["layer"][1]["name"]]


def test_the_chosen_row_is_framed_whole():
    chart = matrix(attention=BARE, start=2).to_dict()
    (parameter,) = chart["params"]
    assert parameter["value"] == [{TOKEN: 2}]
    frame = chart["layer"][1]
    assert frame["transform"] == [{"filter": {"param": ROW, "empty": False}}]
    assert rows_of(chart, frame)[2] == {
        TOKEN: 2,
        "left": 0.0,
        "right": 4.0,
        "top": 2.0,
        "bottom": 3.0,
    }
    assert matrix(attention=BARE).to_dict()["params"][0]["value"] == []


def test_every_layer_has_the_same_axes():
    # Vega-Lite mixes the defaults of a layer without an axis into the others.
    for chart in (matrix(attention=BARE).to_dict(), matrix(attention=PADDED).to_dict()):
        for layer in chart["layer"]:
            for channel in ("x", "y"):
                first = chart["layer"][0]["encoding"][channel]
                assert layer["encoding"][channel] == first


def test_the_tooltip_has_the_weight_with_four_decimals():
    tooltip = matrix(attention=BARE).to_dict()["layer"][0]["encoding"]["tooltip"]
    assert [(part["title"], part["field"]) for part in tooltip] == [
        ("matrix_query", "query_token"),
        ("matrix_key", "key_token"),
        ("matrix_weight", "weight"),
    ]
    assert tooltip[2]["format"] == ".4f"


@pytest.mark.parametrize(
    ("theme", "range_"), [("light", ["#fdf3ec", "#d55e00"]), ("dark", ["#241910", "#ff8a3d"])]
)
def test_one_hue_from_nothing_upwards(theme, range_):
    colour = matrix(theme, attention=BARE).to_dict()["layer"][0]["encoding"]["color"]
    assert colour["scale"] == {"range": range_, "domainMin": 0, "nice": False}
    assert colour["legend"]["title"] == "matrix_weight"


def test_many_rows_are_lower_and_without_gaps():
    chart = matrix(attention=attention_map(list(range(41)), ("字",) * 41)).to_dict()
    assert chart["height"] == 41 * 16
    cell = rows_of(chart, chart["layer"][0])[1]
    assert (cell["left"], cell["right"]) == (1.0, 2.0)
