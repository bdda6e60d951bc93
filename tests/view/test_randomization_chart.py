"""The dots of the randomisation check, read from their Vega-Lite form."""

import pytest

from core.view.randomization_chart import randomization_chart
from tests.check_records import RANDOMIZATION

TITLES = {
    "attention": "注目度",
    "leave_one_out": "1 つ抜き",
    "lime": "LIME",
    "output_max": "最大値",
}


def _chart(theme="light", record=RANDOMIZATION):
    chart = randomization_chart(
        record,
        theme=theme,
        titles=TITLES,
        stages=["一", "二", "三", "四"],
        method_title="見方",
        stage_title="層",
        value_title="相関",
        threshold_title="境目",
        suspicious_title="疑いあり",
    )
    return chart.to_dict()


def _layer_rows(chart, number):
    layer = chart["layer"][number]
    return chart["datasets"][layer["data"]["name"]]


def test_the_methods_stand_highest_first_and_one_without_a_value_last():
    rows = _layer_rows(_chart(), 1)
    last = [row for row in rows if row["last"]]
    assert [(row["row"], row["method"], row["value"]) for row in last] == [
        (0, "最大値", 0.875),
        (1, "注目度", 0.625),
        (2, "1 つ抜き", 0.125),
        (3, "LIME", None),
    ]


def test_a_value_and_its_verdict_are_written_with_the_name():
    last = [row for row in _layer_rows(_chart(), 1) if row["last"]]
    assert [row["words"] for row in last] == [
        "0.88　疑いあり　最大値",
        "0.62　疑いあり　注目度",
        "0.12　1 つ抜き",
        "–　LIME",
    ]


def test_every_stage_is_a_dot():
    rows = [row for row in _layer_rows(_chart(), 1) if row["method"] == "1 つ抜き"]
    assert [(row["stage"], row["value"], row["last"]) for row in rows] == [
        ("一", 0.5, False),
        ("二", 0.375, False),
        ("三", 0.25, False),
        ("四", 0.125, True),
    ]


def test_the_threshold_is_the_records_in_every_row():
    chart = _chart(record={**RANDOMIZATION, "threshold": 0.25})
    assert [piece["threshold"] for piece in _layer_rows(chart, 0)] == [0.25] * 4


@pytest.mark.parametrize(
    ("theme", "warning", "accent", "ink"),
    [("light", "#b34700", "#0b57d0", "#1f2328"), ("dark", "#ff8a3d", "#6ea3ff", "#f0f3f6")],
)
def test_a_suspicious_method_has_the_colour_of_a_warning(theme, warning, accent, ink):
    *_, ends, names = _chart(theme)["layer"]
    for layer, otherwise in ((ends, accent), (names, ink)):
        colour = layer["encoding"]["color"]
        assert colour["condition"]["test"] == "datum.suspicious"
        assert (colour["condition"]["value"], colour["value"]) == (warning, otherwise)


def test_all_charts_have_the_same_scale_and_readable_words():
    chart = _chart()
    x = chart["layer"][1]["encoding"]["x"]
    assert x["scale"] == {"domain": [0, 1.02], "nice": False}
    assert x["axis"]["labelFontSize"] >= 14
    assert chart["layer"][-1]["mark"]["fontSize"] == 16
