"""The panels 未学習の双子 and 注目の効果 on the page 分析, driven through Streamlit's AppTest."""

import json

import pytest

from core.analyzer import Analyzer
from core.explain.methods.registry import METHODS
from core.lab.randomization import absolute_spearman, untrained_twin
from core.model.report import ModelReport
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.words.lookup import WORDS
from tests.check_records import ATTENTION, RANDOMIZATION
from tests.ui.pages import open_app, says, submit, tables

UDON = ARTICLE_EXAMPLES["グルメ"]


@pytest.fixture
def with_checks(monkeypatch, default):
    """Let every model's report hold these checks."""

    def store(**checks):
        content = {**default.report.content, "checks": checks}
        monkeypatch.setattr(Analyzer, "report", ModelReport(content=content))

    return store


def open_panel(panel, **address):
    return open_app(panel=panel, **address)


def chart(page):
    return page.get("vega_lite_chart")[-1].proto


def rows(page, column):
    """The rows of the chart's table that has this column."""
    return next(table for table in tables(chart(page)) if column in table)


def drawn(page, key):
    """What a highlighted text of that key shows."""
    texts = [json.loads(c.proto.json) for c in page.get("bidi_component") if key in c.proto.id]
    return texts[0] if texts else None


def test_the_stored_correlations_are_drawn(with_checks):
    with_checks(randomization=RANDOMIZATION)
    page = open_panel("twin")
    assert not page.exception
    last = rows(page, "words").query("last")
    assert last["value"].tolist() == pytest.approx([0.875, 0.625, 0.125, float("nan")], nan_ok=True)
    titles = [WORDS[name]["ja"] for name in ("output_max", "attention", "leave_one_out", "lime")]
    assert last["method"].tolist() == titles


def test_suspicious_methods_are_named_and_the_present_one_wears_the_badge(with_checks):
    with_checks(randomization=RANDOMIZATION)
    page = open_panel("twin", method="attention")
    suspects = f"{WORDS['output_max']['ja']}(0.88)、{WORDS['attention']['ja']}(0.62)"
    sentence = WORDS["twin_suspects"]["ja"].format(suspects=suspects)
    assert says(page, sentence)
    assert chart(page).alt.endswith(sentence)
    badge = f"[{WORDS['methods_suspicious']['ja']}]"
    assert says(page, badge)
    page.selectbox(key="method").set_value("leave_one_out").run()
    assert says(page, sentence)
    assert not says(page, badge)


def test_a_method_without_a_figure_is_named_as_not_checked(with_checks):
    with_checks(randomization=RANDOMIZATION)
    page = open_panel("twin", method="shapley")
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
    page = open_panel("twin", method="shapley")
    assert not says(page, WORDS["methods_unchecked"]["ja"])
    assert not any("checks randomization" in info.value for info in page.info)


def test_no_suspicion_is_said_too(with_checks):
    figure = RANDOMIZATION["methods"]["leave_one_out"]
    with_checks(randomization={**RANDOMIZATION, "methods": {"leave_one_out": figure}})
    assert says(open_panel("twin"), WORDS["twin_no_suspects"]["ja"])


def test_a_method_that_is_no_more_is_left_out(with_checks):
    methods = {**RANDOMIZATION["methods"], "of_old": RANDOMIZATION["methods"]["attention"]}
    with_checks(randomization={**RANDOMIZATION, "methods": methods})
    page = open_panel("twin")
    assert not page.exception
    assert len(rows(page, "words").query("last")) == 4


@pytest.mark.parametrize(
    ("panel", "check"), [("twin", "randomization"), ("attention", "attention")]
)
def test_without_a_stored_check_the_command_is_told(with_checks, panel, check):
    with_checks()
    page = open_panel(panel)
    assert not page.exception
    sentence = page.info[-1].value
    assert f"python -m core checks {check} --model models/default" in sentence
    assert len(page.get("vega_lite_chart")) == 1


def test_the_twin_shows_its_own_map_of_the_text_on_request(with_checks, default):
    with_checks(randomization=RANDOMIZATION)
    page = open_panel("twin", method="leave_one_out")
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
    page = open_panel("twin")
    page.toggle(key="twin_shown").set_value(True).run()
    assert not page.exception
    assert drawn(page, "twin_tokens_untrained") is not None


def test_one_token_has_no_order_to_compare(with_checks):
    with_checks()
    page = open_panel("twin")
    page.toggle(key="twin_shown").set_value(True).run()
    submit(page, "寺")
    assert not page.exception
    method = WORDS["attention"]["ja"]
    assert says(page, WORDS["twin_no_agreement"]["ja"].format(method=method))


def test_the_accuracies_of_every_attention_are_drawn(with_checks):
    with_checks(attention=ATTENTION)
    page = open_panel("attention")
    assert not page.exception
    shown = rows(page, "interval")
    assert shown["accuracy"].tolist() == [0.70, 0.65, 0.7033, 0.75]
    assert shown["interval"].tolist() == [
        "0.620–0.780",
        "0.570–0.730",
        "0.620–0.790",
        "0.680–0.820",
    ]


def test_a_difference_is_told_from_the_noise_in_words(with_checks):
    with_checks(attention=ATTENTION)
    page = open_panel("attention")
    sentences = [
        WORDS[f"buys_{verdict}"]["ja"].format(
            variant=WORDS[f"buys_variant_{name}"]["ja"], difference=difference, low=low, high=high
        )
        for name, verdict, difference, low, high in (
            ("uniform", "worse", "−0.050", "−0.080", "−0.020"),
            ("none", "same", "＋0.003", "−0.020", "＋0.030"),
            ("unmasked", "better", "＋0.050", "＋0.010", "＋0.090"),
        )
    ]
    for sentence in sentences:
        assert says(page, sentence)
        assert sentence in chart(page).alt
    assert "いつも最多の分類 0.375" in chart(page).alt
    assert says(page, "406 文")


def test_trainings_that_overlap_tell_no_difference(with_checks):
    variants = ATTENTION["variants"]
    # As its interval says, uniform is worse; one of its trainings is as good as one of learned.
    uniform = {**variants["uniform"], "accuracies": [0.65, 0.66, 0.69]}
    with_checks(attention={**ATTENTION, "variants": {**variants, "uniform": uniform}})
    assert says(
        open_panel("attention"),
        WORDS["buys_same"]["ja"].format(
            variant=WORDS["buys_variant_uniform"]["ja"],
            difference="−0.050",
            low="−0.080",
            high="−0.020",
        ),
    )


def test_both_sides_of_the_debate_are_heard(with_checks):
    with_checks()
    page = open_panel("attention")
    assert says(page, "Jain & Wallace 2019")
    assert says(page, "Wiegreffe & Pinter 2019")


def test_the_stored_variants_all_have_words(default):
    stored = default.report.check("attention")["variants"]
    assert all(f"buys_variant_{name}" in WORDS for name in (*stored, "pretrained"))
