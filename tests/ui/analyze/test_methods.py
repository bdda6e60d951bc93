"""The panel ほかの方法 with the shipped models, through AppTest."""

from dataclasses import replace

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.explain.faithfulness import Curves, deletion_insertion
from core.model.report import ModelReport
from core.text.align import seen_token_ids
from core.ui.analyze import methods
from core.words.lookup import WORDS
from tests.ui.analyze.panel_scripts import chart, expected_statuses, open_panel, statuses
from tests.ui.analyze_page import UDON, captions, markdowns
from tests.ui.pages import component, ja, tables

QUICK = ("attention", "leave_one_out", "random")


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
