"""What the colours of the highlighted text mean: signs, scale, padding, the completeness gap."""

import pytest

from core.analyzer import Analyzer
from core.paths import MODELS
from core.types import Attribution
from core.words.lookup import WORDS
from tests.ui.analyze_page import UDON, infos, token_data
from tests.ui.pages import open_app, submit


def test_signs_are_written_and_marked(page, default):
    page.selectbox(key="method").set_value("leave_one_out").run()
    scores = default.analyze(UDON, method="leave_one_out").attribution.token_scores
    assert scores.min() < 0.0 < scores.max()
    parts = [part for part in token_data(page)["segments"] if part["tokens"]]
    for part, score in zip(parts, scores, strict=True):
        assert part["negative"] is bool(score < 0.0)
        sign = "±" if abs(score) < 5e-5 else "＋" if score > 0 else "−"
        assert f" {sign}{abs(score):.4f}(" in part["status"]
    assert any("青と破線(−)は下げる側" in caption.value for caption in page.caption)


def test_the_absolute_scale_is_the_value_itself(page, default):
    page.segmented_control(key="scale").set_value("absolute").run()
    scores = default.analyze(UDON).attribution.token_scores
    strengths = [part["strength"] for part in token_data(page)["segments"] if part["tokens"]]
    assert strengths == pytest.approx(scores.tolist(), abs=1e-4)
    assert WORDS["no_absolute_scale"]["ja"] not in infos(page)


@pytest.mark.parametrize(
    ("method", "warnings"),
    [
        ("output_max", ["not_a_weight"]),
        ("softmax_max", ["not_a_weight_2020"]),
        ("random", []),
    ],
)
def test_values_without_a_whole_are_drawn_and_told_as_what_they_are(page, method, warnings):
    page.segmented_control(key="scale").set_value("absolute").run()
    whole = [caption.value for caption in page.caption if "1(全体)" in caption.value]
    assert len(whole) == 1
    page.selectbox(key="method").set_value(method).run()
    assert WORDS["no_absolute_scale"]["ja"] in infos(page)
    assert [caption.value for caption in page.caption if "1(全体)" in caption.value] == []
    strengths = [part["strength"] for part in token_data(page)["segments"]]
    assert max(strengths) == 1.0
    assert [warning.value for warning in page.warning] == [WORDS[key]["ja"] for key in warnings]


def test_the_articles_model_shows_its_padding_leak():
    page = open_app()
    page.selectbox(key="model").set_value("article").run()
    share = Analyzer.load(MODELS / "article").analyze(UDON).attention_on_padding
    assert share > 0.0
    assert any(f"余白に落ちた注目度 {100 * share:.1f} %" in c.value for c in page.caption)


def test_padding_is_a_block_with_its_share_where_the_method_has_one(page):
    assert token_data(page)["padding"] == "余白 0.0 %"
    page.selectbox(key="model").set_value("article").run()
    share = Analyzer.load(MODELS / "article").analyze(UDON).attribution.padding_share
    assert share > 0.0
    assert token_data(page)["padding"] == f"余白 {100 * share:.1f} %"
    page.selectbox(key="method").set_value("leave_one_out").run()
    assert token_data(page)["padding"] is None


@pytest.mark.parametrize(("delta", "flagged"), [(0.0099, False), (-0.0123, True)])
def test_the_completeness_gap_is_shown_and_flagged(monkeypatch, page, delta, flagged):
    class WithGap(Attribution):
        def __init__(self, **fields):
            super().__init__(**{**fields, "delta": delta})

    monkeypatch.setattr("core.explain.explanation.Attribution", WithGap)
    page = submit(page, f"清水寺でうどん {delta}")
    written = f"{'＋' if delta > 0 else '−'}{abs(delta):.4f}"
    assert any(written in warning.value for warning in page.warning) is flagged
    assert any(f"合計のずれ {written}" in caption.value for caption in page.caption) is not flagged
