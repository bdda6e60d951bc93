"""The panel 未学習の双子 on the page 分析, driven through Streamlit's AppTest."""

import json

import pytest

from core.explain.methods.registry import METHODS
from core.lab.randomization import absolute_spearman, untrained_twin
from core.words.lookup import WORDS
from tests.check_records import RANDOMIZATION
from tests.ui.analyze.panel_scripts import last_chart, rows
from tests.ui.analyze_page import UDON
from tests.ui.pages import open_app, says, submit


def drawn(page, key):
    """What a highlighted text of that key shows."""
    texts = [json.loads(c.proto.json) for c in page.get("bidi_component") if key in c.proto.id]
    return texts[0] if texts else None


def test_the_stored_correlations_are_drawn(with_checks):
    with_checks(randomization=RANDOMIZATION)
    page = open_app(panel="twin")
    assert not page.exception
    last = rows(page, "words").query("last")
    assert last["value"].tolist() == pytest.approx([0.875, 0.625, 0.125, float("nan")], nan_ok=True)
    titles = [WORDS[name]["ja"] for name in ("output_max", "attention", "leave_one_out", "lime")]
    assert last["method"].tolist() == titles


def test_suspicious_methods_are_named_and_the_present_one_wears_the_badge(with_checks):
    with_checks(randomization=RANDOMIZATION)
    page = open_app(panel="twin", method="attention")
    suspects = f"{WORDS['output_max']['ja']}(0.88)、{WORDS['attention']['ja']}(0.62)"
    sentence = WORDS["twin_suspects"]["ja"].format(suspects=suspects)
    assert says(page, sentence)
    assert last_chart(page).alt.endswith(sentence)
    badge = f"[{WORDS['methods_suspicious']['ja']}]"
    assert says(page, badge)
    page.selectbox(key="method").set_value("leave_one_out").run()
    assert says(page, sentence)
    assert not says(page, badge)


def test_a_method_without_a_figure_is_named_as_not_checked(with_checks):
    with_checks(randomization=RANDOMIZATION)
    page = open_app(panel="twin", method="shapley")
    badge = f"[{WORDS['methods_unchecked']['ja']}]"
    assert says(page, badge)
    names = [WORDS[name]["ja"] for name in METHODS if name not in RANDOMIZATION["methods"]]
    command = "python -m core checks randomization --model models/default --data data/knb --store"
    sentence = WORDS["methods_unchecked_command"]["ja"].format(
        methods="、".join(names), command=f"`{command}`"
    )
    assert WORDS["shapley"]["ja"] in names
    assert sentence in [info.value for info in page.info]
    page.selectbox(key="method").set_value("leave_one_out").run()
    assert not says(page, badge)


def test_where_every_method_has_a_figure_none_is_named(with_checks):
    figure = RANDOMIZATION["methods"]["leave_one_out"]
    with_checks(randomization={**RANDOMIZATION, "methods": dict.fromkeys(METHODS, figure)})
    page = open_app(panel="twin", method="shapley")
    assert not says(page, WORDS["methods_unchecked"]["ja"])
    assert not any("checks randomization" in info.value for info in page.info)


def test_no_suspicion_is_said_too(with_checks):
    figure = RANDOMIZATION["methods"]["leave_one_out"]
    with_checks(randomization={**RANDOMIZATION, "methods": {"leave_one_out": figure}})
    assert says(open_app(panel="twin"), WORDS["twin_no_suspects"]["ja"])


def test_a_method_that_is_no_more_is_left_out(with_checks):
    methods = {**RANDOMIZATION["methods"], "of_old": RANDOMIZATION["methods"]["attention"]}
    with_checks(randomization={**RANDOMIZATION, "methods": methods})
    page = open_app(panel="twin")
    assert not page.exception
    assert len(rows(page, "words").query("last")) == 4


def test_the_twin_shows_its_own_map_of_the_text_on_request(with_checks, default):
    with_checks(randomization=RANDOMIZATION)
    page = open_app(panel="twin", method="leave_one_out")
    assert drawn(page, "twin_tokens_untrained") is None
    page.toggle(key="twin_shown").set_value(True).run()
    assert not page.exception
    target = default.predict([UDON])[0].label
    twin = untrained_twin(default, seed=0)
    trained, untrained = (
        analyzer.analyze(UDON, method="leave_one_out", target=target)
        for analyzer in (default, twin)
    )
    for name, analysis in (("trained", trained), ("untrained", untrained)):
        segments = drawn(page, f"twin_tokens_{name}")["segments"]
        assert "".join(segment["text"] for segment in segments) == UDON
        top = max(segments, key=lambda segment: segment["strength"])
        scores = abs(analysis.attribution.token_scores)
        assert int(scores.argmax()) in top["tokens"]
        prediction = analysis.prediction
        assert says(page, f"予測 {prediction.label}、確率 {prediction.confidence:.2f}")
    value = absolute_spearman(trained.attribution.token_scores, untrained.attribution.token_scores)
    method = WORDS["leave_one_out"]["ja"]
    assert says(page, WORDS["twin_agreement"]["ja"].format(method=method, value=f"{value:.2f}"))


def test_the_twin_stands_without_a_stored_check_too(with_checks):
    with_checks()
    page = open_app(panel="twin")
    page.toggle(key="twin_shown").set_value(True).run()
    assert not page.exception
    assert drawn(page, "twin_tokens_untrained") is not None


def test_one_token_has_no_order_to_compare(with_checks):
    with_checks()
    page = open_app(panel="twin")
    page.toggle(key="twin_shown").set_value(True).run()
    submit(page, "寺")
    assert not page.exception
    method = WORDS["attention"]["ja"]
    assert says(page, WORDS["twin_no_agreement"]["ja"].format(method=method))
