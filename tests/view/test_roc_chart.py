"""The ROC curve, read from its Vega-Lite form."""

import pytest

from core.view.roc_chart import roc_chart

CURVES = {"遠さ": [[0.0, 0.4], [0.1, 0.8], [1.0, 1.0]], "確率": [[0.0, 0.1], [1.0, 1.0]]}


@pytest.mark.parametrize(
    ("theme", "colours"),
    [("light", ["#0b57d0", "#9aa3ad"]), ("dark", ["#6ea3ff", "#6b7480"])],
)
def test_curves_points_and_the_limit_are_drawn(theme, colours):
    chart = roc_chart(
        CURVES,
        {"遠さ": (0.07, 0.803), "確率": (0.05, 0.2)},
        limit=0.1,
        theme=theme,
        score_title="測り方",
        known_title="誤報",
        foreign_title="見分けた",
    ).to_dict()
    line, lines, dots, words = (chart["datasets"][x["data"]["name"]] for x in chart["layer"])
    assert line == [{"known": 0.1}]
    assert [(row["score"], row["known"], row["foreign"]) for row in lines] == [
        (name, *point) for name, points in CURVES.items() for point in points
    ]
    assert [(row["score"], row["known"], row["told"]) for row in dots] == [
        ("遠さ", 0.07, "80 %"),
        ("確率", 0.05, "20 %"),
    ]
    assert words == dots
    colour = chart["layer"][1]["encoding"]["color"]
    assert colour["scale"] == {"domain": ["遠さ", "確率"], "range": colours}
    assert colour["legend"]["labelLimit"] == 0
    for layer in chart["layer"]:
        assert layer["encoding"]["x"]["axis"]["labelFontSize"] == 14
