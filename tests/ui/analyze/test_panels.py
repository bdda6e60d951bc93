"""The panels 行列, ほかの方法 and 余白の実験 with the shipped models, through AppTest."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.explain.classifier import Classifier
from core.explain.faithfulness import Curves, deletion_insertion
from core.lab.attention_map import attention_map
from core.lab.padding_lab import analyze_padded, padding_shares
from core.model.report import ModelReport
from core.paths import MODELS
from core.text.align import seen_token_ids
from core.ui.analyze import matrix, methods
from core.ui.shell import loaders
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.words.lookup import WORDS
from tests.ui.pages import checked, component, ja, new_script, open_app, tables

UDON = ARTICLE_EXAMPLES["グルメ"]
SNOW = "スノボ行こうよ〜今年は雪多いって"
QUICK = ("attention", "leave_one_out", "random")


def _draw(panel, model, text, chosen):
    """Run by AppTest as a script of its own: the panel without the page around it."""
    from importlib import import_module

    from core.ui.analyze.controls import Choices
    from core.ui.shell.loaders import get_analyzer

    analyzer = get_analyzer(model)
    tokenized = analyzer.tokenize(text)
    draw = getattr(import_module(f"core.ui.analyze.{panel}"), f"{panel}_panel")
    choices = {
        "method": "attention",
        "target": analyzer.predict([tokenized])[0].label,
        "scale": "relative",
        "unit": "piece",
        "probabilities": "calibrated",
    }
    draw(analyzer, tokenized, Choices(**{**choices, **chosen}))


def open_panel(panel, *, text=UDON, model="default", methods=None, **chosen):
    """Draw a panel; `chosen` are other `Choices` than those that a page begins with."""
    page = new_script(_draw, panel, model, text, chosen)
    if methods is not None:
        page.query_params["methods"] = methods
    return checked(page.run())


def statuses(data):
    return [segment["status"] for segment in data["segments"] if segment["status"]]


def expected_statuses(analysis):
    tokens = analysis.prediction.tokenized.tokens
    return [
        f"{token.piece} {score:.4f}({rank:g} 位)"
        for token, score, rank in zip(
            tokens, analysis.attribution.token_scores, analysis.ranking.rank, strict=True
        )
    ]


def chart(page, alt):
    """The only chart whose description begins like that."""
    (found,) = [c.proto for c in page.get("vega_lite_chart") if c.proto.alt.startswith(alt)]
    return found


def markdowns(page):
    return [element.value for element in page.markdown]


def captions(page):
    return [element.value for element in page.caption]


# 行列

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


# ほかの方法


def test_the_strips_are_what_explain_finds(default):
    page = open_panel("methods", methods=",".join(QUICK))
    explanation = default.explain(UDON, methods=QUICK)
    shown = [line for line in markdowns(page) if line.startswith("この見方は")]
    for method, line in zip(QUICK, shown, strict=True):
        judged = explanation.results[method].faithfulness
        low, high = (f"{value:.2f}".replace("-", "−") for value in judged.random_band)
        value = f"{judged.comprehensiveness:.2f}".replace("-", "−")
        assert line == ja(f"verdict_{judged.verdict}", value=value, low=low, high=high)
        segments = component(page, f"methods_strip_{method}")["segments"]
        assert "".join(segment["text"] for segment in segments) == UDON
    assert statuses(component(page, "methods_strip_attention")) == expected_statuses(
        explanation.results["attention"].analysis
    )
    assert explanation.results["leave_one_out"].faithfulness.verdict == "good"
    assert explanation.results["random"].faithfulness.verdict == "chance"


def test_the_methods_are_compared_as_explain_does(default):
    page = open_panel("methods", methods=",".join(QUICK))
    agreement = default.explain(UDON, methods=QUICK).agreement
    for alt, values in (
        ("順位の一致(ケンドールの τ)の表", agreement.kendall_tau),
        ("上位 3 つの一致の表", agreement.top_overlap),
    ):
        (table,) = tables(chart(page, alt))
        assert table["value"].to_numpy() == pytest.approx(values.reshape(-1))
    (table,) = tables(chart(page, "順位の一致"))
    assert table["row_name"].tolist()[::3] == [WORDS[name]["ja"] for name in QUICK]


def test_the_curves_are_those_of_the_chosen_method(default):
    page = open_panel("methods", methods=",".join(QUICK))
    box = next(box for box in page.selectbox if box.label == "曲線を描く見方")
    assert box.value == "attention"
    box.set_value("leave_one_out").run()
    assert not page.exception
    token_ids = seen_token_ids(default.encode(default.tokenize(UDON)))
    analysis = default.analyze(UDON, method="leave_one_out")
    target = default.labels.index(analysis.prediction.label)
    curves = deletion_insertion(
        default.classifier, token_ids, analysis.attribution.token_scores, target
    )
    for alt, curve, band in (
        ("削除の曲線", curves.deletion, curves.deletion_band),
        ("追加の曲線", curves.insertion, curves.insertion_band),
    ):
        table = tables(chart(page, alt))[0]
        assert table["probability"].to_numpy() == pytest.approx(curve)
        assert table["low"].to_numpy() == pytest.approx(band[0])
        assert table["high"].to_numpy() == pytest.approx(band[1])
        assert set(table["method"]) == {WORDS["leave_one_out"]["ja"]}


def test_another_category_moves_what_looks_at_it_and_nothing_else(default):
    first = open_panel("methods", methods=",".join(QUICK))
    other = open_panel("methods", methods=",".join(QUICK), target="スポーツ")
    for method, moves in (("attention", False), ("random", False), ("leave_one_out", True)):
        before, now = (
            statuses(component(page, f"methods_strip_{method}")) for page in (first, other)
        )
        assert (before != now) is moves
    assert ja("target_shown", target="スポーツ") in captions(other)
    blind = [caption for caption in captions(other) if ja("target_blind") in caption]
    assert len(blind) == 2


def test_every_strip_begins_at_the_same_place(monkeypatch, default, article):
    # Judging the article's model takes seconds, and is not what this is about.
    judged = default.explain("寺", methods=["random"]).results["random"].faithfulness
    monkeypatch.setattr(methods, "get_faithfulness", lambda *_, **__: judged)
    curves = Curves(
        fractions=np.array([0.0, 1.0]),
        deletion=np.zeros(2),
        insertion=np.zeros(2),
        deletion_band=np.zeros((2, 2)),
        insertion_band=np.zeros((2, 2)),
    )
    monkeypatch.setattr(methods, "deletion_insertion", lambda *_, **__: curves)
    # A text that no other test uses: what is computed once is remembered.
    text = "余白に落ちるうどん"
    page = open_panel("methods", text=text, model="article", methods="attention,random")
    assert component(page, "methods_strip_attention")["padding"] is None
    share = 100 * article.analyze(text).attention_on_padding
    assert share > 0.0
    assert any(ja("methods_padding", share=f"{share:.2f}") in line for line in captions(page))


def test_a_suspicious_method_wears_its_badge(monkeypatch, default):
    figures = {"methods": {"attention": {"full": 0.75, "suspicious": True}}}
    report = default.report.with_check("randomization", figures)
    monkeypatch.setattr(Analyzer, "report", report)
    page = open_panel("methods", methods="attention,random")
    badges = [line for line in markdowns(page) if "モデルを見ていない疑い" in line]
    assert len(badges) == 1


@pytest.mark.parametrize(
    ("measured", "unchecked"),
    [((), ["attention", "random"]), (("attention",), ["random"]), (("attention", "random"), [])],
)
def test_a_method_that_was_not_checked_says_so_and_how_to(
    monkeypatch, default, measured, unchecked
):
    figures = {name: {"full": 0.25, "suspicious": False} for name in measured}
    checks = {"randomization": {"methods": figures}} if measured else {}
    content = {**default.report.content, "checks": checks}
    monkeypatch.setattr(Analyzer, "report", ModelReport(content=content))
    page = open_panel("methods", methods="attention,random")
    badges = [line for line in markdowns(page) if ja("methods_unchecked") in line]
    assert len(badges) == len(unchecked)
    command = "python -m core checks randomization --model models/default --data data/knb --store"
    expected_text = [
        ja("methods_unchecked_command", methods=names, command=f"`{command}`")
        for names in ["、".join(ja(name) for name in unchecked)]
        if names
    ]
    assert [info.value for info in page.info] == expected_text


@pytest.mark.parametrize(
    ("delta", "key", "written"),
    [(0.0099, "delta", "＋0.0099"), (-0.0101, "delta_large", "−0.0101")],
)
def test_a_large_completeness_gap_is_flagged(monkeypatch, delta, key, written):
    def inexact(self, text, *, method="attention", **options):
        analysis = analyze(self, text, method=method, **options)
        return replace(analysis, attribution=replace(analysis.attribution, delta=delta))

    analyze = Analyzer.analyze
    monkeypatch.setattr(Analyzer, "analyze", inexact)
    # A text that no other test uses: what is computed once is remembered.
    page = open_panel("methods", text=f"ずれは{delta}です", methods="leave_one_out")
    assert any(ja(key, delta=written) in caption for caption in captions(page))


def test_the_choice_of_methods_is_kept_in_the_address():
    page = open_panel("methods", methods="random,attention,magic")
    assert page.multiselect(key="methods").value == ["attention", "random"]
    page.multiselect(key="methods").set_value(["leave_one_out", "random"]).run()
    assert page.query_params["methods"] == "leave_one_out,random"
    page.multiselect(key="methods").set_value([]).run()
    assert not page.exception
    assert ja("methods_none") in [info.value for info in page.info]


def test_the_strips_are_drawn_on_the_chosen_scale(default):
    page = open_panel("methods", methods="attention,random", scale="absolute")
    parts = component(page, "methods_strip_attention")["segments"]
    scores = default.analyze(UDON).attribution.token_scores
    strengths = [part["strength"] for part in parts if part["tokens"]]
    assert strengths == pytest.approx(scores.tolist(), abs=1e-4)


def test_words_can_be_the_unit(default):
    page = open_panel("methods", methods="attention,random", unit="bunsetsu")
    explanation = default.explain(UDON, methods=["attention", "random"], unit="bunsetsu")
    strip = component(page, "methods_strip_attention")
    assert len(statuses(strip)) == len(explanation.units) < 20
    (table,) = tables(chart(page, "順位の一致"))
    assert table["value"].to_numpy() == pytest.approx(explanation.agreement.kendall_tau.reshape(-1))


# 余白の実験


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


# On the page


@pytest.mark.parametrize("name", ["matrix", "methods", "padding"])
def test_the_address_opens_a_panel_on_the_page(name):
    page = checked(open_app(panel=name, lang="en", methods="attention,random"))
    assert WORDS[f"{name}_heading"]["en"] in [heading.value for heading in page.subheader]
