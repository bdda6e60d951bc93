"""The confusion matrix, read from its Vega-Lite form."""

import numpy as np

from core.view.charts.confusion import CELL, PREDICTED, TRUE
from tests.view.charts.chart_examples import CONFUSION_LABELS, confusion


def test_a_cell_knows_its_labels_its_count_and_its_share_of_the_row():
    chart = confusion().to_dict()
    (rows,) = chart["datasets"].values()
    assert [(row[TRUE], row[PREDICTED], row["count"], row["share"]) for row in rows] == [
        ("グルメ", "グルメ", 6, 0.75),
        ("グルメ", "京都", 2, 0.25),
        ("グルメ", "スポーツ", 0, 0.0),
        ("京都", "グルメ", 0, 0.0),
        ("京都", "京都", 5, 1.0),
        ("京都", "スポーツ", 0, 0.0),
        *(("スポーツ", label, 0, 0.0) for label in CONFUSION_LABELS),  # no rows: no share of them
    ]
    assert [row[TRUE] for row in rows if row["right"]] == list(CONFUSION_LABELS)


def test_rows_are_true_columns_predicted_in_the_order_of_the_labels():
    cells, counts = confusion().to_dict()["layer"]
    for layer in (cells, counts):
        x, y = layer["encoding"]["x"], layer["encoding"]["y"]
        assert (y["field"], y["title"]) == (TRUE, "check_cell_true")
        assert (x["field"], x["title"]) == (PREDICTED, "check_cell_predicted")
        assert x["sort"] == y["sort"] == list(CONFUSION_LABELS)
    assert counts["encoding"]["text"]["field"] == "count"
    assert cells["encoding"]["color"]["field"] == "share"
    assert cells["encoding"]["color"]["scale"]["domain"] == [0, 1]


def test_a_click_gives_the_true_and_the_predicted_label():
    (selection,) = confusion().to_dict()["params"]
    assert selection["name"] == CELL
    assert selection["select"] == {"type": "point", "fields": [TRUE, PREDICTED]}


def test_many_labels_stand_aslant():
    labels = [f"とても長い分類{number}" for number in range(8)]
    many = confusion(labels=labels, counts=np.eye(8, dtype=int)).to_dict()
    assert many["layer"][0]["encoding"]["x"]["axis"]["labelAngle"] == -45
    assert confusion().to_dict()["layer"][0]["encoding"]["x"]["axis"]["labelAngle"] == 0
