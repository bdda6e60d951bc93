"""Which columns are taken for the texts, the true labels and the articles, and which never are."""

import pandas as pd
import pytest

from core.data.columns import Columns, guess_columns
from tests.fakes import LABELS


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ({"id": ["1"], "Label": ["京都"], "TEXT": ["寺"]}, ("TEXT", "Label", None)),
        ({"本文": ["寺"], "正解": ["x"], "記事": ["a1"]}, ("本文", "正解", "記事")),
        # Named before what is in it; the full-width name is the same name.
        ({"feature": ["a"], "長い": ["京都の寺に行きました"], "ｌａｂｅｌ": ["京都"]}, ("feature", "ｌａｂｅｌ", None)),
        # The longest Japanese one, not the longest one.
        ({"url": ["https://example.com/very/long/address"], "q": ["寺に行く"], "k": ["短い"]}, ("q", None, None)),
        ({"q": ["寺に行く"] * 3, "k": ["京都", "", "グルメ"]}, ("q", "k", None)),
        ({"q": ["寺に行く"] * 3, "k": ["京都", "a", "b"]}, ("q", None, None)),
        # A column called so is no label where another one holds labels of the model.
        ({"text": ["寺"], "label": ["0"], "k": ["京都"]}, ("text", "k", None)),
        # Another model's answers are no true labels.
        ({"text": ["寺"], "predicted": ["京都"]}, ("text", None, None)),
        ({"label": ["京都"]}, ("label", None, None)),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_name_and_by_content(table, columns):
    text, label, group = columns
    guessed = guess_columns(pd.DataFrame(table, dtype="str"), labels=LABELS)
    assert guessed == Columns(text=text, label=label, group=group)
