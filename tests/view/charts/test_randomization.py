"""The dots of the randomisation check, read from their Vega-Lite form."""

import pytest

from tests.check_records import RANDOMIZATION
from tests.view.charts.chart_examples import randomization


def _layer_rows(chart, number):
    layer = chart["layer"][number]
    return chart["datasets"][layer["data"]["name"]]


def test_the_methods_stand_highest_first_and_one_without_a_value_last():
    rows = _layer_rows(randomization().to_dict(), 1)
    last = [row for row in rows if row["last"]]
    assert [(row["row"], row["method"], row["value"]) for row in last] == [
        (0, "output_max", 0.875),
        (1, "attention", 0.625),
        (2, "leave_one_out", 0.125),
        (3, "lime", None),
    ]


def test_a_value_and_its_verdict_are_written_with_the_name():
    last = [row for row in _layer_rows(randomization().to_dict(), 1) if row["last"]]
    assert [row["words"] for row in last] == [
        "0.88　twin_suspicious　output_max",
        "0.62　twin_suspicious　attention",
        "0.12　leave_one_out",
        "–　lime",
    ]


def test_every_stage_is_a_dot():
    rows = [
        row for row in _layer_rows(randomization().to_dict(), 1) if row["method"] == "leave_one_out"
    ]
    assert [(row["stage"], row["value"], row["last"]) for row in rows] == [
        ("twin_stage_classifier", 0.5, False),
        ("twin_stage_lstm", 0.375, False),
        ("twin_stage_attention", 0.25, False),
        ("twin_stage_embedding", 0.125, True),
    ]


def test_the_threshold_is_the_records_in_every_row():
    chart = randomization(record={**RANDOMIZATION, "threshold": 0.25}).to_dict()
    assert [piece["threshold"] for piece in _layer_rows(chart, 0)] == [0.25] * 4


@pytest.mark.parametrize(
    ("theme", "warning", "accent", "ink"),
    [("light", "#b34700", "#0b57d0", "#1f2328"), ("dark", "#ff8a3d", "#6ea3ff", "#f0f3f6")],
)
def test_a_suspicious_method_has_the_colour_of_a_warning(theme, warning, accent, ink):
    *_, ends, names = randomization(theme).to_dict()["layer"]
    for layer, otherwise in ((ends, accent), (names, ink)):
        colour = layer["encoding"]["color"]
        assert colour["condition"]["test"] == "datum.suspicious"
        assert (colour["condition"]["value"], colour["value"]) == (warning, otherwise)


def test_all_charts_have_the_same_scale():
    x = randomization().to_dict()["layer"][1]["encoding"]["x"]
    assert x["scale"] == {"domain": [0, 1.02], "nice": False}
