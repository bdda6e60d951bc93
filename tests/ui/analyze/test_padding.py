"""The panel 余白の実験 with the shipped models, through AppTest."""

import re

import numpy as np
import pytest

from core.lab.padding import analyze_padded, padding_shares
from core.paths import MODELS
from core.ui.shell import loaders
from tests.ui.analyze.panel_scripts import SNOW, chart, expected_statuses, open_panel, statuses
from tests.ui.analyze_page import UDON, captions, markdowns
from tests.ui.pages import component, ja, tables


def shares_shown(page):
    bodies = "".join(element.proto.body for element in page.get("html"))
    return re.findall(r"余白に (\d+\.\d\d) %", bodies)


def bar_values(page, number):
    protos = [c.proto for c in page.get("vega_lite_chart") if c.proto.alt.startswith("棒グラフ")]
    table = tables(protos[number])[0]
    return dict(zip(table["label"], table["probability"], strict=True))


def test_the_slider_starts_at_the_real_number(article):
    page = open_panel("padding")
    (slider,) = page.slider
    assert (slider.value, slider.min, slider.max) == (46, 0, 66)
    expected = article.analyze(UDON)
    assert shares_shown(page) == [f"{100 * expected.attention_on_padding:.2f}", "0.00"]
    assert list(bar_values(page, 0).values()) == pytest.approx(
        expected.prediction.probabilities, abs=1e-5
    )
    assert ja("padding_as_page") in markdowns(page)
    assert ja("padding_window", tokens=20, length=66, count=46) in captions(page)


def test_the_slider_moves_the_articles_model_and_not_ours(article, default):
    page = open_panel("padding", text=SNOW)
    before = bar_values(page, 1), component(page, "padding_tokens_default")
    (slider,) = page.slider
    assert slider.value == 57
    slider.set_value(0).run()
    assert not page.exception
    assert shares_shown(page) == ["0.00", "0.00"]
    expected = analyze_padded(article, article.tokenize(SNOW), num_padding=0)
    assert list(bar_values(page, 0).values()) == pytest.approx(expected.prediction.probabilities)
    assert statuses(component(page, "padding_tokens_article")) == expected_statuses(expected)
    real = article.analyze(SNOW).prediction.label
    expected_text = ja("padding_other_label", before=real, now=expected.prediction.label)
    assert expected_text in markdowns(page)
    assert (bar_values(page, 1), component(page, "padding_tokens_default")) == before
    assert ja("padding_unread") in markdowns(page)


def test_a_prediction_that_stays_tells_how_far_it_moved(article):
    page = open_panel("padding", text="写真だけ先に撮らせて、アイス溶けるけど")
    (slider,) = page.slider
    slider.set_value(3).run()
    tokenized = article.tokenize("写真だけ先に撮らせて、アイス溶けるけど")
    now = analyze_padded(article, tokenized, num_padding=3).prediction
    real = article.analyze(tokenized).prediction
    assert now.label == real.label
    change = np.abs(now.probabilities - real.probabilities).max()
    assert ja("padding_same_label", label=now.label, change=f"{change:.2f}") in markdowns(page)


def test_the_lab_shows_the_pages_kind_of_probabilities(default):
    page = open_panel("padding", probabilities="raw")
    raw = default.analyze(UDON).prediction.raw_probabilities
    assert list(bar_values(page, 1).values()) == pytest.approx(raw, abs=1e-6)


def test_the_line_follows_the_share(article):
    page = open_panel("padding")
    proto = chart(page, "折れ線グラフ")
    table = next(t for t in tables(proto) if "share" in t)
    numbers = list(range(0, 67, 6))
    assert table["number"].tolist() == numbers * 2
    expected = padding_shares(article, article.tokenize(UDON), numbers)
    assert table["share"].to_numpy() == pytest.approx([*expected, *[0.0] * len(numbers)])
    assert f"{100 * expected[-1]:.2f} %" in proto.alt


def test_without_both_models_there_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "default").symlink_to(MODELS / "default")
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    page = open_panel("padding")
    assert ja("padding_models_missing", names="default") in [info.value for info in page.info]
    assert not page.slider
