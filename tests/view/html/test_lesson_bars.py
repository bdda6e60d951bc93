"""Figures and splits of the lesson's steps 6 and 7, drawn to scale."""

import re

import pytest

from core.view.html.lesson_bars import Bar, bars_html
from core.view.html.lesson_figures import folds_html
from core.view.palette import ACCENT, FOR_HUE, OTHERS


def marks(written):
    """Start, width or nothing of every mark in percent, and its colour."""
    return re.findall(r'<i[^>]*style="([^"]*)"', written)


def test_a_bar_is_as_long_as_its_figure_and_the_strong_one_has_the_accent():
    bars = [
        Bar(title="<京都>", text="0.25 & …", value=0.25),
        Bar(title="寺", text="0.75", value=0.75, strong=True),
        Bar(title="?"),
    ]
    written = bars_html(bars, theme="dark")
    assert marks(written) == [
        f"left: 0; width: 25.00%; background: {OTHERS['dark']}",
        f"left: 0; width: 75.00%; background: {ACCENT['dark']}",
    ]
    assert "<span>&lt;京都&gt;</span>" in written
    assert "<b>0.25 &amp; …</b>" in written
    assert '<b class="strong">0.75</b>' in written
    # What is not told yet has its place, without a mark.
    assert '<span>?</span><i aria-hidden="true"></i><b>?</b>' in written
    assert "<u" not in written


def test_a_dot_stands_in_its_range_on_a_scale_of_its_own():
    bar = Bar(title="寺", text="0.7", value=0.7, low=0.65, high=0.8)
    written = bars_html([bar], theme="light", ends=(0.6, 0.9))
    colour = OTHERS["light"]
    assert marks(written) == [
        f"left: 16.67%; width: 50.00%; background: {colour}",
        f"left: 33.33%; background: {colour}",
    ]
    assert "<span>0.60</span><span>0.90</span>" in written


@pytest.mark.parametrize(
    ("split", "asked"),
    [("random", [1, 1, 1, 1]), ("grouped", [0, 0, 4, 0])],
)
def test_a_quarter_is_asked_of_every_article_or_as_one_article(split, asked):
    written = folds_html(split, label='"絵"')
    articles = re.findall(r"<span>(.*?)</span>", written)
    assert [article.count(FOR_HUE) for article in articles] == asked
    assert [article.count("<i") for article in articles] == [4, 4, 4, 4]
    assert 'role="img" aria-label="&#34;絵&#34;"' in written
