"""The probability chart, read from its Vega-Lite form."""

import pytest

from tests.fakes import LABELS
from tests.view.charts.chart_examples import PROBABILITIES, probability


def _rows(chart: dict, *columns: str) -> list[tuple]:
    return [
        tuple(row[column] for column in columns) for row in chart["datasets"][chart["data"]["name"]]
    ]


def test_the_data_are_the_probabilities():
    assert _rows(probability().to_dict(), "label", "probability", "value") == [
        ("グルメ", 0.25, "0.25"),
        ("携帯電話", 0.125, "0.12"),
        ("京都", 0.5, "0.50"),
        ("スポーツ", 0.125, "0.12"),
    ]


def test_the_most_probable_label_is_first_and_equal_ones_keep_their_order():
    sort = probability().to_dict()["encoding"]["y"]["sort"]
    assert sort == ["京都", "グルメ", "携帯電話", "スポーツ"]


def test_bars_then_values_on_the_same_axes():
    chart = probability().to_dict()
    bars, values = chart["layer"]
    assert (bars["mark"]["type"], values["mark"]["type"]) == ("bar", "text")
    assert chart["encoding"]["y"]["field"] == "label"
    assert bars["encoding"]["x"]["field"] == "probability"
    assert values["encoding"]["x"]["field"] == "end"
    assert values["encoding"]["text"] == {"field": "value", "type": "nominal"}
    assert _rows(chart, "end") == _rows(chart, "probability")


def test_every_chart_has_the_same_scale_with_room_for_the_numbers():
    for options in ({}, {"probabilities": (1.0, 0.0, 0.0, 0.0)}, {"before": PROBABILITIES}):
        for layer in probability(**options).to_dict()["layer"]:
            assert layer["encoding"]["x"]["scale"] == {
                "domain": [0, 1],
                "range": [0, {"expr": "width - 125"}],
                "nice": False,
            }


@pytest.mark.parametrize(
    ("theme", "accent", "others"),
    [("light", "#0b57d0", "#9aa3ad"), ("dark", "#6ea3ff", "#6b7480")],
)
def test_the_predicted_bar_has_the_accent_colour(theme, accent, others):
    chart = probability(theme).to_dict()
    assert _rows(chart, "colour") == [(others,), (others,), (accent,), (others,)]
    assert chart["layer"][0]["encoding"]["color"] == {
        "field": "colour",
        "scale": None,
        "type": "nominal",
    }


def test_a_tie_has_one_predicted_label():
    colours = _rows(probability(probabilities=(0.25, 0.25, 0.25, 0.25)).to_dict(), "colour")
    assert colours == [("#0b57d0",), ("#9aa3ad",), ("#9aa3ad",), ("#9aa3ad",)]


def test_the_tooltip_says_what_the_bars_show():
    tooltip = probability().to_dict()["encoding"]["tooltip"]
    assert [(part["title"], part["field"]) for part in tooltip] == [
        ("category", "label"),
        ("probability", "probability"),
    ]
    assert tooltip[1]["format"] == ".4f"
    shares = probability(shown="予測の割合").to_dict()["encoding"]["tooltip"]
    assert [part["title"] for part in shares] == ["category", "予測の割合"]
    edited = probability(before=PROBABILITIES).to_dict()["encoding"]["tooltip"]
    assert (edited[2]["title"], edited[2]["field"], edited[2]["format"]) == (
        "bars_before",
        "before",
        ".4f",
    )


BEFORE = (0.75, 0.125, 0.0625, 0.0625)


def test_an_edit_keeps_the_order_and_shows_both_numbers():
    chart = probability(before=BEFORE).to_dict()
    assert chart["encoding"]["y"]["sort"] == ["グルメ", "携帯電話", "京都", "スポーツ"]
    assert _rows(chart, "before", "value", "colour") == [
        (0.75, "0.75 → 0.25", "#9aa3ad"),
        (0.125, "0.12 → 0.12", "#9aa3ad"),
        (0.0625, "0.06 → 0.50", "#0b57d0"),
        (0.0625, "0.06 → 0.12", "#9aa3ad"),
    ]


def test_an_edit_marks_the_old_value_and_the_numbers_stand_behind_both():
    chart = probability(before=BEFORE).to_dict()
    tick = chart["layer"][2]
    assert (tick["mark"]["type"], tick["encoding"]["x"]["field"]) == ("tick", "before")
    assert _rows(chart, "end") == [(0.75,), (0.125,), (0.5,), (0.125,)]


@pytest.mark.parametrize("count", [2, 4])
def test_one_row_per_label(count):
    chart = probability(labels=LABELS[:count], probabilities=PROBABILITIES[:count]).to_dict()
    assert chart["height"] == 30 * count
    assert len(_rows(chart)) == count


def test_larger_words_have_larger_rows_and_margins():
    chart = probability(font_size=24).to_dict()
    bars, values = chart["layer"]
    assert chart["encoding"]["y"]["axis"]["labelFontSize"] == values["mark"]["fontSize"] == 24
    assert chart["height"] == 40 * len(LABELS)
    assert bars["encoding"]["x"]["scale"]["range"][1] == {"expr": "width - 167"}
