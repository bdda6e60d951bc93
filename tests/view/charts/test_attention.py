"""The accuracies of every kind of attention, read from their Vega-Lite form."""

import pytest

from tests.view.charts.chart_examples import attention_check


def _layers(chart):
    names = ("majority", "majority_word", "intervals", "seeds", "dots", "words")
    return dict(zip(names, chart["layer"], strict=True))


def _rows(chart, name):
    return chart["datasets"][_layers(chart)[name]["data"]["name"]]


def test_a_row_is_a_variant_with_its_interval():
    rows = _rows(attention_check().to_dict(), "dots")
    assert [
        (row["row"], row["variant"], row["accuracy"], row["low"], row["high"]) for row in rows
    ] == [
        (0, "buys_variant_learned", 0.70, 0.62, 0.78),
        (1, "buys_variant_uniform", 0.65, 0.57, 0.73),
        (2, "buys_variant_none", 0.7033, 0.62, 0.79),
        (3, "buys_variant_unmasked", 0.75, 0.68, 0.82),
    ]
    assert [row["words"] for row in rows] == [
        "0.700　buys_variant_learned",
        "0.650　buys_variant_uniform",
        "0.703　buys_variant_none",
        "0.750　buys_variant_unmasked",
    ]


def test_every_seed_is_a_tick():
    rows = _rows(attention_check().to_dict(), "seeds")
    assert [row["accuracy"] for row in rows if row["row"] == 1] == [0.65, 0.66, 0.64]
    assert len(rows) == 12


def test_the_interval_goes_from_low_to_high():
    encoding = _layers(attention_check().to_dict())["intervals"]["encoding"]
    assert (encoding["x"]["field"], encoding["x2"]["field"]) == ("low", "high")


def test_the_majority_is_in_sight_and_named():
    chart = attention_check().to_dict()
    assert {piece["accuracy"] for piece in _rows(chart, "majority")} == {0.375}
    assert [row["word"] for row in _rows(chart, "majority_word")] == ["buys_majority value=0.375"]
    low, high = _layers(chart)["dots"]["encoding"]["x"]["scale"]["domain"]
    assert low < 0.375
    assert high > 0.82


@pytest.mark.parametrize(
    ("theme", "accent", "quiet"),
    [("light", "#0b57d0", "#59636e"), ("dark", "#6ea3ff", "#a3acb5")],
)
def test_learnt_attention_has_the_accent(theme, accent, quiet):
    dots = _layers(attention_check(theme).to_dict())["dots"]
    colour = dots["encoding"]["color"]
    assert colour["condition"]["test"] == "datum.reference"
    assert (colour["condition"]["value"], colour["value"]) == (accent, quiet)
