"""The confusion matrix, read from its Vega-Lite form."""

import numpy as np

from core.view.confusion_chart import CELL, PREDICTED, TRUE, confusion_chart

LABELS = ("グルメ", "京都", "スポーツ")
CONFUSION = np.array([[6, 2, 0], [0, 5, 0], [0, 0, 0]])


def _chart(theme="light", labels=LABELS, confusion=CONFUSION):
    return confusion_chart(
        confusion,
        labels=labels,
        theme=theme,
        true_title="正解",
        predicted_title="予測",
        count_title="行",
        share_title="割合",
    ).to_dict()


def test_a_cell_knows_its_labels_its_count_and_its_share_of_the_row():
    chart = _chart()
    (rows,) = chart["datasets"].values()
    assert [(row[TRUE], row[PREDICTED], row["count"], row["share"]) for row in rows] == [
        ("グルメ", "グルメ", 6, 0.75),
        ("グルメ", "京都", 2, 0.25),
        ("グルメ", "スポーツ", 0, 0.0),
        ("京都", "グルメ", 0, 0.0),
        ("京都", "京都", 5, 1.0),
        ("京都", "スポーツ", 0, 0.0),
        *(("スポーツ", label, 0, 0.0) for label in LABELS),  # no rows: no share of them
    ]
    assert [row[TRUE] for row in rows if row["right"]] == list(LABELS)


def test_rows_are_true_columns_predicted_in_the_order_of_the_labels():
    cells, counts = _chart()["layer"]
    for layer in (cells, counts):
        assert (layer["encoding"]["y"]["field"], layer["encoding"]["y"]["title"]) == (TRUE, "正解")
        assert layer["encoding"]["x"]["field"] == PREDICTED
        assert layer["encoding"]["x"]["sort"] == layer["encoding"]["y"]["sort"] == list(LABELS)
        assert layer["encoding"]["x"]["axis"]["labelFontSize"] >= 14
        assert layer["encoding"]["x"]["axis"]["labelLimit"] == 0
    assert counts["encoding"]["text"]["field"] == "count"
    assert cells["encoding"]["color"]["field"] == "share"
    assert cells["encoding"]["color"]["scale"]["domain"] == [0, 1]


def test_a_click_gives_the_true_and_the_predicted_label():
    (selection,) = _chart()["params"]
    assert selection["name"] == CELL
    assert selection["select"] == {"type": "point", "fields": [TRUE, PREDICTED]}


def test_counts_are_legible_on_both_pages_and_many_labels_stand_aslant():
    for theme, ink in (("light", "#1f2328"), ("dark", "#f0f3f6")):
        _, counts = _chart(theme)["layer"]
        assert (counts["mark"]["color"], counts["mark"]["fontSize"]) == (ink, 16)
    labels = [f"とても長い分類{number}" for number in range(8)]
    many = _chart(labels=labels, confusion=np.eye(8, dtype=int))
    assert many["layer"][0]["encoding"]["x"]["axis"]["labelAngle"] == -45
    assert _chart()["layer"][0]["encoding"]["x"]["axis"]["labelAngle"] == 0
