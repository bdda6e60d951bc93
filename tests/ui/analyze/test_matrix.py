"""The panel 行列 with the shipped models, through AppTest."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest

from core.explain.classifier import Classifier
from core.lab.attention_map import attention_map
from core.ui.analyze import matrix
from tests.ui.analyze.panel_scripts import SNOW, chart, expected_statuses, open_panel, statuses
from tests.ui.analyze_page import UDON, captions, markdowns
from tests.ui.pages import component, ja, new_script, tables

HEAT_MAP = "注目の重みのヒートマップ"


def row_list(page):
    return next(box for box in page.selectbox if box.label == "見る側のトークン(行)")


def test_the_matrix_is_the_models_own(default):
    proto = chart(open_panel("matrix"), HEAT_MAP)
    tokenized = default.tokenize(UDON)
    expected = attention_map(default.classifier, default.encode(tokenized), with_padding=False)
    cells = tables(proto)[0]
    assert cells["weight"].to_numpy() == pytest.approx(expected.weights.reshape(-1))
    assert cells["query_token"].tolist()[:21:20] == ["1: もちろん", "2: 、"]
    scores = default.analyze(UDON).attribution.token_scores
    best = int(scores.argmax())
    sentence = f"「{tokenized.tokens[best].piece}」で、平均して {scores[best]:.2f} の重み"
    assert sentence in proto.alt


def gaps_shown(page):
    """The numbers of the caption 検算, as they are written: of the row sums, of A·X."""
    (line,) = [caption for caption in captions(page) if caption.startswith("検算")]
    rows, output = re.findall(r"\d\.\de[-+]\d\d", line)
    assert line == ja("matrix_checks", rows=rows, output=output)
    return float(rows), float(output)


@pytest.mark.parametrize("model", ["default", "article"])
def test_both_checks_are_shown_and_hold(model):
    page = open_panel("matrix", model=model)
    # How much rounding remains is the processor's affair: on some it is exactly 0.
    assert max(gaps_shown(page)) < 1e-5
    assert not page.error


def with_smaller_weights(weights):
    return 0.75 * weights


def with_weights_of_other_tokens(weights):
    """Turn the keys of the 20 tokens round: every row still adds up to 1."""
    return np.concatenate([weights[..., :-20], weights[..., :-21:-1]], axis=-1)


@pytest.mark.parametrize(
    ("spoil", "rows_are_off"), [(with_smaller_weights, 0.25), (with_weights_of_other_tokens, 0.0)]
)
def test_an_attention_map_that_the_model_did_not_use_is_an_error(monkeypatch, spoil, rows_are_off):
    def run(self, encoded):
        output = honest(self, encoded)
        return replace(output, attention_weights=spoil(output.attention_weights))

    honest = Classifier.run
    monkeypatch.setattr(Classifier, "run", run)
    page = open_panel("matrix")
    rows, output = gaps_shown(page)
    assert rows == pytest.approx(rows_are_off, abs=1e-5)
    assert output > 0.01
    assert [error.value for error in page.error] == [ja("matrix_checks_failed", limit="1e-05")]


def test_a_model_that_reads_no_padding_says_so_and_draws_none():
    page = open_panel("matrix")
    assert not page.toggle
    assert ja("matrix_padding_unread") in captions(page)


def test_the_articles_padding_is_shown_on_request(article):
    page = open_panel("matrix", model="article")
    assert len(tables(chart(page, HEAT_MAP))[0]) == 20 * 20
    toggle = next(t for t in page.toggle if t.label == "余白も表示(46)")
    toggle.set_value(True).run()
    assert not page.exception
    cells = tables(chart(page, HEAT_MAP))[0]
    encoded = article.encode(article.tokenize(UDON))
    expected = attention_map(article.classifier, encoded, with_padding=True).weights
    assert cells["weight"].to_numpy() == pytest.approx(expected.reshape(-1))
    assert set(cells["query_token"][: 46 * 66]) == {"余白 46"}


def test_a_text_that_fills_the_window_has_no_padding():
    page = open_panel("matrix", text="清水寺に行きました。" * 30, model="article")
    assert not page.toggle
    assert ja("matrix_no_padding") in captions(page)


def test_a_larger_window_is_cut_to_what_can_be_drawn(monkeypatch):
    def cropped(classifier, encoded, *, with_padding):
        whole = attention_map(classifier, encoded, with_padding=with_padding)
        return replace(
            whole, token_index=whole.token_index[:5], weights=whole.weights[:5, :5].copy()
        )

    monkeypatch.setattr(matrix, "attention_map", cropped)
    page = open_panel("matrix")
    assert ja("matrix_cropped", count=5) in captions(page)
    assert len(tables(chart(page, HEAT_MAP))[0]) == 25
    assert len(row_list(page).options) == 1 + 5


def test_the_list_chooses_a_row_and_there_is_a_way_back(default):
    page = open_panel("matrix")
    assert statuses(component(page, "matrix_strip")) == expected_statuses(default.analyze(UDON))
    assert row_list(page).options[:2] == ["すべて(平均)", "1: もちろん"]
    assert page.button(key="matrix_back").disabled
    row_list(page).set_value(3).run()
    assert not page.exception
    expected = default.analyze(UDON, query=3)
    assert statuses(component(page, "matrix_strip")) == expected_statuses(expected)
    assert ja("matrix_strip_row", token="うどん") in markdowns(page)
    # The chart starts anew with that row framed.
    (parameter,) = json.loads(chart(page, HEAT_MAP).spec)["params"]
    assert parameter["value"] == [{"query_number": 3}]
    page.button(key="matrix_back").click().run()
    assert statuses(component(page, "matrix_strip")) == expected_statuses(default.analyze(UDON))
    (parameter,) = json.loads(chart(page, HEAT_MAP).spec)["params"]
    assert parameter["value"] == []


def test_another_text_begins_with_all_rows():
    page = new_script(_draw_what_the_session_says)
    page.session_state["given"] = UDON
    page.run()
    row_list(page).set_value(3).run()
    assert row_list(page).value == 3
    page.session_state["given"] = SNOW
    page.run()
    assert not page.exception
    assert row_list(page).value == -1


def _draw_what_the_session_says():
    import streamlit as st

    from core.ui.analyze.controls import Choices
    from core.ui.analyze.matrix import matrix_panel
    from core.ui.shell.loaders import get_analyzer

    analyzer = get_analyzer("default")
    choices = Choices(
        method="attention",
        target="京都",
        scale="relative",
        unit="piece",
        probabilities="calibrated",
    )
    matrix_panel(analyzer, analyzer.tokenize(st.session_state["given"]), choices)


def test_nearly_uniform_attention_is_called_so():
    page = open_panel("matrix", text="寺")
    assert "注目度はほぼ一様です" in chart(page, HEAT_MAP).alt


def test_a_piece_is_no_markdown():
    page = open_panel("matrix", text="*")
    row_list(page).set_value(0).run()
    assert ja("matrix_strip_row", token="\\*") in markdowns(page)
