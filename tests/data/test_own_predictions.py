"""What a model predicted is known by its name, by the names beside it, or by its cells."""

import pandas as pd
import pytest

from core.data.answer_columns import COLUMNS
from core.data.columns import Columns, guess_columns
from core.data.own_predictions import answer_columns, copied_predictions, prediction_columns
from tests.fakes import LABELS

FOOD, PHONE, KYOTO, SPORTS = LABELS
ANSWERS = [name for column in COLUMNS for name in column.names(LABELS)]
JSON_KEYS = ["schema", "model", "text", "label", "probabilities", "raw_probabilities", "target"]


def _table(**columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(columns, dtype="str")


@pytest.mark.parametrize(
    "name",
    [
        *("predicted", "predicted_2", "predicted_10", "Predicted", "ｐｒｅｄｉｃｔｅｄ", "predicted_x"),
        *("prediction", "predictions", "pred", "preds", "y_pred", "ypred", "predicted_label"),
        *("predicted label", "prediction_class", "pred_category", "予測", "予測_2", " 予測 "),
        *("予測ラベル", "予測分類", "予測カテゴリ", "予測カテゴリー", "予測結果", "推定ラベル", "モデルの予測"),
    ],
)  # fmt: skip
def test_a_prediction_is_called_so(name):
    assert prediction_columns(["text", name, "label"]) == (name,)
    table = pd.DataFrame({"text": ["寺", "茶"], name: [KYOTO, FOOD]}, dtype="str")
    assert guess_columns(table, labels=LABELS) == Columns(text="text", label=None, group=None)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "label",
            "target",
            "正解",
            "true_label",
            "予測対象",
            "予測の正解",
            "predictor",
            "predict",
        ),
        *("prediction_target", "unpredicted", "spread", "prediction_error", "p_京都"),
    ],
)
def test_other_names_are_no_prediction(name):
    assert prediction_columns(["text", name]) == ()


@pytest.mark.parametrize(
    "columns",
    [
        JSON_KEYS,
        ["schema", "model", "text", "label", "probabilities", "sentences"],
        ["schema", "model", "text", "target", "unit", "tokens", "methods", "agreement"],
        ["schema", "model.name", "model.sha256", "text", "label", "probabilities.京都"],
        ["schema", "model_name", "text", "label", "probabilities_京都"],
        ["Unnamed: 0", "text", "label", "probabilities", "raw_probabilities", "num_tokens"],
        ["probabilities", "label", "model", "text", "schema", "正解"],
    ],
)
def test_label_and_target_of_our_json_are_predicted(columns):
    wanted = tuple(column for column in columns if column in ("label", "target"))
    assert prediction_columns(columns) == wanted
    assert "text" not in answer_columns(columns)
    assert "正解" not in answer_columns(columns)


@pytest.mark.parametrize(
    "columns",
    [
        ["text", "label"],
        ["text", "label", "probabilities"],  # of annotators, say
        ["model", "text", "label", "probabilities"],
        ["schema", "model", "text", "label", "tokens", "unit"],
        ["text", "label", "target", "method", "source"],
    ],
)
def test_label_and_target_of_other_files_are_not(columns):
    assert prediction_columns(columns) == ()


def test_all_that_batch_writes_is_known_however_often():
    twice = [f"{name}_2" for name in ANSWERS]
    columns = ["本文", "正解", *ANSWERS, *twice]
    assert answer_columns(columns) == {*ANSWERS, *twice}
    assert answer_columns(["text", "tokens", "error"]) == frozenset()


def test_the_texts_are_not_looked_for_among_the_answers():
    table = _table(q=["寺", "茶"], predicted=[PHONE, PHONE], confidence=["1", "1"])
    table = table.assign(p_京都=["0", "0"], tokens=["1", "1"], error=["文が長すぎます。", "長い。"])
    assert guess_columns(table, labels=LABELS).text == "q"


def test_a_copy_under_another_name_is_known_by_its_cells():
    table = _table(text=["寺", "茶", "月"], predicted=[KYOTO, FOOD, ""], k=[" 京都", FOOD, ""])
    assert copied_predictions(table) == ("k",)
    assert guess_columns(table, labels=LABELS).label is None
    table["k"] = [KYOTO, FOOD, FOOD]
    assert copied_predictions(table) == ()
    assert guess_columns(table, labels=LABELS).label == "k"


def test_a_copy_is_looked_for_in_all_rows():
    predicted = [KYOTO] * 3_000
    table = _table(text=["寺"] * 3_000, predicted=predicted, k=predicted)
    assert copied_predictions(table) == ("k",)
    for row in (10, 500, 2_999):
        table["k"] = [*predicted[:row], FOOD, *predicted[row + 1 :]]
        assert copied_predictions(table) == (), row
    table["k"] = ""
    assert copied_predictions(table) == ()


def test_a_renamed_prediction_is_the_likeliest_label_in_every_row():
    chances = {"p_グルメ": ["0.9", "0.2", ""], "p_京都": ["0.1", "0.8", ""]}
    for names in (chances, {f"probabilities.{name[2:]}": row for name, row in chances.items()}):
        table = _table(text=["茶", "寺", "月"], label=[FOOD, KYOTO, ""], **names)
        assert copied_predictions(table) == ("label",)
        assert guess_columns(table, labels=LABELS).label is None
        table["label"] = [FOOD, FOOD, ""]
        assert copied_predictions(table) == ()
        assert guess_columns(table, labels=LABELS).label == "label"


def test_true_labels_that_were_there_before_the_answers_may_all_be_right():
    answers = {name: ["0", "0"] for name in ANSWERS} | {"predicted": [FOOD, KYOTO]}
    answers |= {"p_グルメ": ["0.9", "0.1"], "p_京都": ["0.1", "0.9"]}
    before = _table(text=["茶", "寺"], label=[FOOD, KYOTO], **answers)
    assert guess_columns(before, labels=LABELS).label == "label"
    after = _table(text=["茶", "寺"], **answers, label=[FOOD, KYOTO])
    assert guess_columns(after, labels=LABELS).label is None


def test_labels_in_other_spellings_are_found_by_what_they_say():
    table = _table(q=["寺に行って茶を飲む"] * 3, k=["京都　", "ｽﾎﾟｰﾂ", '["グルメ"]'])
    assert guess_columns(table, labels=LABELS).label == "k"
