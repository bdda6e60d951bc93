"""The curve of a training, read from its Vega-Lite form."""

import pytest

from tests.view.charts.chart_examples import history


def rows(chart, layer):
    return chart["datasets"][chart["layer"][layer]["data"]["name"]]


@pytest.mark.parametrize(
    ("measure", "learnt", "selection"),
    [("accuracy", [0.6, 0.7, 0.8], [0.5, 0.7, 0.6]), ("loss", [1, 1 / 2, 1 / 3], [1.2] * 3)],
)
def test_both_parts_are_drawn_and_the_kept_epoch_is_marked(measure, learnt, selection):
    chart = history(measure=measure).to_dict()
    drawn = {
        part: [row["value"] for row in rows(chart, 1) if row["part"] == part]
        for part in ("curves_learnt", "part_validation")
    }
    assert drawn == {
        "curves_learnt": pytest.approx(learnt),
        "part_validation": pytest.approx(selection),
    }
    (mark,) = rows(chart, 0)
    assert (mark["epoch"], mark["word"]) == (2, "curves_kept_mark")
    top = chart["layer"][1]["encoding"]["y"]["scale"]["domain"][1]
    assert top > max(learnt + selection)


def test_the_type_is_as_large_as_asked_for():
    chart = history(measure="loss", font_size=24).to_dict()
    assert chart["layer"][2]["mark"]["fontSize"] == 24
    assert chart["layer"][1]["encoding"]["x"]["axis"]["labelFontSize"] == 24
    with pytest.raises(ValueError, match="Received: 'speed'"):
        history(measure="speed")
