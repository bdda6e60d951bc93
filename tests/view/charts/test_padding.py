"""The share on padding against the number of paddings, read from its Vega-Lite form."""

import pytest

from tests.view.charts.chart_examples import padding


def rows_of(chart, number):
    return chart["datasets"][chart["layer"][number]["data"]["name"]]


def test_one_line_per_model():
    chart = padding().to_dict()
    assert chart["layer"][2]["mark"]["type"] == "line"
    assert rows_of(chart, 2) == [
        {"number": 0, "share": 0.0, "model": "padding_model_article"},
        {"number": 33, "share": 0.125, "model": "padding_model_article"},
        {"number": 66, "share": 0.25, "model": "padding_model_article"},
        {"number": 0, "share": 0.0, "model": "padding_model_default"},
        {"number": 33, "share": 0.0, "model": "padding_model_default"},
        {"number": 66, "share": 0.0, "model": "padding_model_default"},
    ]
    encoding = chart["layer"][2]["encoding"]
    assert encoding["x"]["scale"] == {"domain": [0, 66], "nice": False}
    assert encoding["y"]["scale"] == {"domainMin": 0}


def test_the_chosen_and_the_real_number_are_marked():
    chart = padding().to_dict()
    here, mark, _, words = chart["layer"]
    assert rows_of(chart, 0) == [{"number": 12}]
    assert (
        rows_of(chart, 1)
        == rows_of(chart, 3)
        == [{"number": 46, "title": "padding_window_mark count=46"}]
    )
    assert "strokeDash" not in here["mark"]
    assert mark["mark"]["strokeDash"] == [4, 4]
    assert words["encoding"]["text"]["field"] == "title"


def test_a_window_beyond_the_last_number_is_marked_at_the_edge():
    assert rows_of(padding(window=90).to_dict(), 1) == [
        {"number": 66, "title": "padding_window_mark count=90"}
    ]


@pytest.mark.parametrize(("window", "align", "dx"), [(10, "left", 6), (46, "right", -6)])
def test_the_words_lean_to_where_there_is_room(window, align, dx):
    words = padding(window=window).to_dict()["layer"][3]["mark"]
    assert (words["align"], words["dx"]) == (align, dx)


@pytest.mark.parametrize(
    ("theme", "colours"), [("light", ["#b34700", "#0b57d0"]), ("dark", ["#ff8a3d", "#6ea3ff"])]
)
def test_both_models_have_their_colour(theme, colours):
    scale = padding(theme).to_dict()["layer"][2]["encoding"]["color"]["scale"]
    assert scale == {"domain": ["padding_model_article", "padding_model_default"], "range": colours}
