"""A column that cannot hold labels is told from one that may, however many values it has."""

import pandas as pd
import pytest

from core.data.label_column import NoLabels, no_labels
from core.data.table import Columns
from tests.fakes import LABELS

COLUMNS = Columns(text="文", label="番号", group=None)


def table(values, **others):
    return pd.DataFrame({"文": ["京都"] * len(values), "番号": values, **others}, dtype="str")


@pytest.mark.parametrize("kinds", [20, 30, 300, 3_000, 100_000])
def test_many_values_are_no_labels(kinds):
    found = no_labels(table([f"A-{n}" for n in range(kinds)]), COLUMNS, labels=LABELS)
    assert found == NoLabels(column="番号", kinds=kinds, known=0, better=None)


def test_a_value_counts_once_however_often_and_however_it_is_written():
    values = [f" {n} " for n in range(30)] + [f"{n}" for n in range(30)] + ["", " ", "京都", "ｸﾞﾙﾒ"]
    found = no_labels(table(values), COLUMNS, labels=LABELS)
    assert (found.kinds, found.known) == (32, 2)


def test_long_values_are_no_labels():
    values = [f"{n}番目。" + "長い文です。" * 200 for n in range(25)]
    assert no_labels(table(values), COLUMNS, labels=LABELS).kinds == 25


def test_the_column_of_the_labels_is_named():
    values = [str(n) for n in range(40)]
    others = {"分類": ["京都", "グルメ ", "政治", "京都"] * 10, "半分": ["京都", "政治"] * 20}
    assert no_labels(table(values, **others), COLUMNS, labels=LABELS).better == "分類"
    assert no_labels(table(values, 半分=others["半分"]), COLUMNS, labels=LABELS).better is None
    # Labels as texts are no column to choose: the texts stand there.
    assert no_labels(table(values), COLUMNS, labels=LABELS).better is None


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (["京都", "グルメ", "政治"] * 40, LABELS),
        ([str(n) for n in range(19)], LABELS),
        ([str(n) for n in range(40)], tuple(str(n) for n in range(20))),
        ([""] * 40, LABELS),
    ],
)
def test_few_values_or_those_of_the_model_may_be_labels(values, labels):
    assert no_labels(table(values), COLUMNS, labels=labels) is None


def test_without_a_column_there_is_nothing_to_say():
    columns = Columns(text="文", label=None, group=None)
    assert no_labels(table([str(n) for n in range(40)]), columns, labels=LABELS) is None
