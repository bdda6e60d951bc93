"""The accuracies of every kind of attention, read from their Vega-Lite form."""

import pytest

from core.view.attention_check_chart import attention_check_chart
from tests.check_records import ATTENTION

TITLES = {"learned": "学習", "uniform": "一様", "none": "なし", "unmasked": "記事"}


def _chart(theme="light", record=ATTENTION):
    chart = attention_check_chart(
        record,
        theme=theme,
        titles=TITLES,
        variant_title="種類",
        accuracy_title="正答率",
        interval_title="区間",
        majority_title="最多 0.375",
    )
    return chart.to_dict()


def _layers(chart):
    names = ("majority", "majority_word", "intervals", "seeds", "dots", "words")
    return dict(zip(names, chart["layer"], strict=True))


def _rows(chart, name):
    return chart["datasets"][_layers(chart)[name]["data"]["name"]]


def test_a_row_is_a_variant_with_its_interval():
    rows = _rows(_chart(), "dots")
    assert [
        (row["row"], row["variant"], row["accuracy"], row["low"], row["high"]) for row in rows
    ] == [
        (0, "学習", 0.70, 0.62, 0.78),
        (1, "一様", 0.65, 0.57, 0.73),
        (2, "なし", 0.7033, 0.62, 0.79),
        (3, "記事", 0.75, 0.68, 0.82),
    ]
    assert [row["words"] for row in rows] == [
        "0.700　学習",
        "0.650　一様",
        "0.703　なし",
        "0.750　記事",
    ]


def test_every_seed_is_a_tick():
    rows = _rows(_chart(), "seeds")
    assert [row["accuracy"] for row in rows if row["row"] == 1] == [0.65, 0.66, 0.64]
    assert len(rows) == 12


def test_the_interval_goes_from_low_to_high():
    encoding = _layers(_chart())["intervals"]["encoding"]
    assert (encoding["x"]["field"], encoding["x2"]["field"]) == ("low", "high")


def test_the_majority_is_in_sight_and_named():
    chart = _chart()
    assert {piece["accuracy"] for piece in _rows(chart, "majority")} == {0.375}
    assert [row["word"] for row in _rows(chart, "majority_word")] == ["最多 0.375"]
    low, high = _layers(chart)["dots"]["encoding"]["x"]["scale"]["domain"]
    assert low < 0.375
    assert high > 0.82


@pytest.mark.parametrize(
    ("theme", "accent", "quiet", "ink"),
    [("light", "#0b57d0", "#59636e", "#1f2328"), ("dark", "#6ea3ff", "#a3acb5", "#f0f3f6")],
)
def test_learnt_attention_has_the_accent_and_the_words_are_legible(theme, accent, quiet, ink):
    layers = _layers(_chart(theme))
    colour = layers["dots"]["encoding"]["color"]
    assert colour["condition"]["test"] == "datum.reference"
    assert (colour["condition"]["value"], colour["value"]) == (accent, quiet)
    assert (layers["words"]["mark"]["fontSize"], layers["words"]["mark"]["color"]) == (16, ink)
    assert layers["dots"]["encoding"]["x"]["axis"]["labelFontSize"] >= 14
