"""The curve of a training, read from its Vega-Lite form."""

import pytest

from core.history import Epoch
from core.view.history_chart import history_chart

HISTORY = tuple(
    Epoch(
        number=number,
        loss=1.0 / number,
        accuracy=0.5 + 0.1 * number,
        selection_loss=1.2,
        selection_accuracy=accuracy,
    )
    for number, accuracy in ((1, 0.5), (2, 0.7), (3, 0.6))
)


def chart_of(measure, **options):
    return history_chart(
        HISTORY,
        measure,
        theme="light",
        epoch_title="エポック",
        measure_title="値",
        learnt_title="学習",
        selection_title="検証",
        kept_title="残した回",
        **options,
    ).to_dict()


def rows(chart, layer):
    return chart["datasets"][chart["layer"][layer]["data"]["name"]]


@pytest.mark.parametrize(
    ("measure", "learnt", "selection"),
    [("accuracy", [0.6, 0.7, 0.8], [0.5, 0.7, 0.6]), ("loss", [1, 1 / 2, 1 / 3], [1.2] * 3)],
)
def test_both_parts_are_drawn_and_the_kept_epoch_is_marked(measure, learnt, selection):
    chart = chart_of(measure)
    drawn = {
        part: [row["value"] for row in rows(chart, 1) if row["part"] == part]
        for part in ("学習", "検証")
    }
    assert drawn == {"学習": pytest.approx(learnt), "検証": pytest.approx(selection)}
    (mark,) = rows(chart, 0)
    assert (mark["epoch"], mark["word"]) == (2, "残した回")
    top = chart["layer"][1]["encoding"]["y"]["scale"]["domain"][1]
    assert top > max(learnt + selection)


def test_the_type_is_as_large_as_asked_for():
    chart = chart_of("loss", font_size=24)
    assert chart["layer"][2]["mark"]["fontSize"] == 24
    assert chart["layer"][1]["encoding"]["x"]["axis"]["labelFontSize"] == 24
    with pytest.raises(ValueError, match="Received: 'speed'"):
        chart_of("speed")
