"""A name as long as a text leaves room for the figure beside it."""

import re
from functools import partial

import numpy as np
import pytest

from core.view.charts.confusion import confusion_chart
from core.view.charts.probabilities import probability_chart
from core.view.pictures.chart_svg import chart_svg
from core.words.lookup import word_in

LONG = "とても長い分類の名前" * 100
WORD = partial(word_in, "ja")
CHARTS = {
    "bars": partial(probability_chart, probabilities=np.array([0.25, 0.75])),
    "matrix": partial(confusion_chart, np.array([[3, 1], [2, 4]])),
}


@pytest.mark.parametrize(("name", "characters"), {"bars": 24, "matrix": 8}.items())
def test_its_beginning_is_drawn(name, characters):
    chart = CHARTS[name](labels=("京都", LONG), theme="light", word=WORD)
    drawn = chart_svg({**chart.to_dict(), "width": 400}, name=name)
    words = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert f"{LONG[:characters]}…" in words
    assert "京都" in words
    assert max(map(len, words)) == characters + 1
    # The tooltip, and whoever hears the figure, has all of it.
    assert LONG in str(chart.to_dict())


def test_what_is_drawn_is_as_wide_as_it_may_be():
    chart = CHARTS["matrix"](labels=("京都", LONG), theme="light", word=WORD)
    drawn = chart_svg({**chart.to_dict(), "width": 300}, name="matrix")
    cells = re.findall(r'aria-roledescription="rect mark"[^>]*d="M[^h]*h([\d.]+)', drawn)
    assert len(cells) == 4
    assert all(float(width) > 25 for width in cells)
