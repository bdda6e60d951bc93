"""The share on padding against the number of paddings, read from its Vega-Lite form."""

import numpy as np
import pytest

from core.view.padding_chart import padding_chart


def chart_of(theme="light", window=46):
    return padding_chart(
        [0, 33, 66],
        {"記事": np.array([0.0, 0.125, 0.25]), "このアプリ": np.zeros(3)},
        theme=theme,
        chosen=12,
        window=window,
        window_title=f"実際の数 {window}",
        number_title="余白の数",
        share_title="割合",
        model_title="モデル",
    ).to_dict()


def rows_of(chart, number):
    return chart["datasets"][chart["layer"][number]["data"]["name"]]


def test_one_line_per_model():
    chart = chart_of()
    assert chart["layer"][2]["mark"]["type"] == "line"
    assert rows_of(chart, 2) == [
        {"number": 0, "share": 0.0, "model": "記事"},
        {"number": 33, "share": 0.125, "model": "記事"},
        {"number": 66, "share": 0.25, "model": "記事"},
        {"number": 0, "share": 0.0, "model": "このアプリ"},
        {"number": 33, "share": 0.0, "model": "このアプリ"},
        {"number": 66, "share": 0.0, "model": "このアプリ"},
    ]
    encoding = chart["layer"][2]["encoding"]
    assert encoding["x"]["scale"] == {"domain": [0, 66], "nice": False}
    assert encoding["y"]["scale"] == {"domainMin": 0}


def test_the_chosen_and_the_real_number_are_marked():
    chart = chart_of()
    here, mark, _, words = chart["layer"]
    assert rows_of(chart, 0) == [{"number": 12}]
    assert rows_of(chart, 1) == rows_of(chart, 3) == [{"number": 46, "title": "実際の数 46"}]
    assert "strokeDash" not in here["mark"]
    assert mark["mark"]["strokeDash"] == [4, 4]
    assert words["encoding"]["text"]["field"] == "title"


@pytest.mark.parametrize(("window", "align", "dx"), [(10, "left", 6), (46, "right", -6)])
def test_the_words_lean_to_where_there_is_room(window, align, dx):
    words = chart_of(window=window)["layer"][3]["mark"]
    assert (words["align"], words["dx"]) == (align, dx)


@pytest.mark.parametrize(
    ("theme", "colours"), [("light", ["#b34700", "#0b57d0"]), ("dark", ["#ff8a3d", "#6ea3ff"])]
)
def test_both_models_have_their_colour(theme, colours):
    scale = chart_of(theme)["layer"][2]["encoding"]["color"]["scale"]
    assert scale == {"domain": ["記事", "このアプリ"], "range": colours}
