"""The ROC curve, read from its Vega-Lite form."""

import pytest

from tests.view.charts.chart_examples import ROC, roc


@pytest.mark.parametrize(
    ("theme", "colours"),
    [("light", ["#0b57d0", "#9aa3ad"]), ("dark", ["#6ea3ff", "#6b7480"])],
)
def test_curves_points_and_the_limit_are_drawn(theme, colours):
    chart = roc(theme).to_dict()
    line, lines, dots, words = (chart["datasets"][x["data"]["name"]] for x in chart["layer"])
    assert line == [{"known": 0.1}]
    assert [(row["score"], row["known"], row["foreign"]) for row in lines] == [
        (f"scope_{name}", *point) for name, points in ROC["roc"].items() for point in points
    ]
    assert [(row["score"], row["known"], row["told"]) for row in dots] == [
        ("scope_score", 0.07, "80 %"),
        ("scope_baseline", 0.05, "20 %"),
    ]
    assert words == dots
    colour = chart["layer"][1]["encoding"]["color"]
    assert colour["scale"] == {"domain": ["scope_score", "scope_baseline"], "range": colours}
    for channel, title in (("x", "scope_false_alarms"), ("y", "scope_detected")):
        assert chart["layer"][1]["encoding"][channel]["axis"]["title"] == title
