"""The probability chart, read from its Vega-Lite form."""

import numpy as np
import pytest

from core.view.charts import probability_chart
from tests.fakes import LABELS

PROBABILITIES = (0.25, 0.125, 0.5, 0.125)


def _chart(theme: str = "light", labels=LABELS, probabilities=PROBABILITIES) -> dict:
    chart = probability_chart(
        labels,
        np.array(probabilities, np.float32),
        theme=theme,
        label_title="分類",
        probability_title="確率",
    )
    return chart.to_dict()


def _rows(chart: dict) -> list[dict]:
    return chart["datasets"][chart["data"]["name"]]


def test_the_data_are_the_probabilities():
    assert _rows(_chart()) == [
        {"label": "グルメ", "probability": 0.25, "predicted": False},
        {"label": "携帯電話", "probability": 0.125, "predicted": False},
        {"label": "京都", "probability": 0.5, "predicted": True},
        {"label": "スポーツ", "probability": 0.125, "predicted": False},
    ]


def test_a_tie_has_one_predicted_label():
    rows = _rows(_chart(probabilities=(0.25, 0.25, 0.25, 0.25)))
    assert [row["predicted"] for row in rows] == [True, False, False, False]


def test_bars_then_values_on_the_same_axes():
    bars, values = _chart()["layer"]
    assert (bars["mark"]["type"], values["mark"]["type"]) == ("bar", "text")
    for layer in (bars, values):
        assert layer["encoding"]["x"]["field"] == "probability"
        assert layer["encoding"]["y"]["field"] == "label"
        assert layer["encoding"]["y"]["sort"] == {"field": "probability", "order": "descending"}
    assert values["encoding"]["text"] == {
        "field": "probability",
        "format": ".2f",
        "type": "quantitative",
    }


def test_every_chart_has_the_same_scale():
    for probabilities in (PROBABILITIES, (1.0, 0.0, 0.0, 0.0)):
        for layer in _chart(probabilities=probabilities)["layer"]:
            assert layer["encoding"]["x"]["scale"] == {"domain": [0, 1.15], "nice": False}


def test_the_predicted_bar_has_the_accent_colour():
    for theme, accent, others in (("light", "#0b57d0", "#9aa3ad"), ("dark", "#6ea3ff", "#6b7480")):
        bars, _ = _chart(theme)["layer"]
        colour = bars["encoding"]["color"]
        assert colour["condition"]["test"] == "datum.predicted"
        assert (colour["condition"]["value"], colour["value"]) == (accent, others)


def test_words_are_large_and_legible_in_both_themes():
    for theme, ink in (("light", "#1f2328"), ("dark", "#f0f3f6")):
        bars, values = _chart(theme)["layer"]
        axis = bars["encoding"]["y"]["axis"]
        assert (axis["labelFontSize"], axis["labelLimit"], axis["labelColor"]) == (18, 0, ink)
        assert (values["mark"]["fontSize"], values["mark"]["color"]) == (18, ink)


def test_the_tooltip_speaks_the_persons_language():
    tooltip = _chart()["layer"][0]["encoding"]["tooltip"]
    assert [(part["title"], part["field"]) for part in tooltip] == [
        ("分類", "label"),
        ("確率", "probability"),
    ]
    assert tooltip[1]["format"] == ".4f"


@pytest.mark.parametrize("count", [2, 4])
def test_one_row_per_label(count):
    chart = _chart(labels=LABELS[:count], probabilities=PROBABILITIES[:count])
    assert chart["height"] == 36 * count
    assert len(_rows(chart)) == count


def test_an_unknown_theme_crashes():
    with pytest.raises(KeyError):
        _chart("sepia")
