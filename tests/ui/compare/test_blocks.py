"""The page 比較 with the shipped models, driven through Streamlit's AppTest."""

import json
import shutil
from dataclasses import replace

import pytest

from core.analyzer import Analyzer
from core.lab.compare import compare_tokens
from core.model.bundle import ONNX_FILE
from core.model.engine import OnnxEngine
from core.paths import MODELS
from core.ui.shell import loaders
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import ARTICLE_EXAMPLES, CHANGED_EXAMPLE
from core.view.numbers import signed_number
from core.words.lookup import WORDS
from tests.ui.pages import open_app, open_page, press, says, submit, tables

UDON = ARTICLE_EXAMPLES["グルメ"]
KYOTO = ARTICLE_EXAMPLES["京都"]


@pytest.fixture
def page():
    return open_page("compare")


@pytest.fixture(scope="module")
def first_visit():
    """A page that nobody touches."""
    return open_page("compare")


def compare(page, **texts):
    for side, text in texts.items():
        page.text_area(key=f"compare_{side}").set_value(text)
    return press(page, "くらべる")


def headlines(page):
    return [
        element.proto.body.split("</p>")[0].split(">")[-1]
        for element in page.get("html")
        if "font-weight: 700" in element.proto.body
    ]


def bars(page):
    (table,) = tables(page.get("vega_lite_chart")[0].proto)
    return {
        (row.label, row.side): (row.probability, row.difference)
        for row in table.itertuples(index=False)
    }


def texts_drawn(page):
    drawn = [c for c in page.get("bidi_component") if c.key.startswith("compare_")]
    components = [json.loads(c.proto.json) for c in drawn]
    return ["".join(segment["text"] for segment in data["segments"]) for data in components]


def table(page):
    return page.dataframe[0].value


def test_two_texts_are_compared_at_the_first_visit(first_visit, default):
    assert not first_visit.exception
    left, right = default.predict([UDON, CHANGED_EXAMPLE])
    assert headlines(first_visit) == [left.label, right.label]
    assert texts_drawn(first_visit) == [UDON, CHANGED_EXAMPLE]
    for number, label in enumerate(default.labels):
        difference = right.probabilities[number] - left.probabilities[number]
        assert bars(first_visit)[label, "A"] == pytest.approx(
            (left.probabilities[number], difference), abs=1e-6
        )
        assert bars(first_visit)[label, "B"] == pytest.approx(
            (right.probabilities[number], difference), abs=1e-6
        )


def test_the_predictions_are_set_against_each_other_in_words(page, default):
    left, right = default.predict([UDON, CHANGED_EXAMPLE])
    assert left.label != right.label
    words = WORDS["compare_other_label"]["ja"]
    assert says(page, words.format(left=left.label, right=right.label))
    page = compare(page, right=UDON)
    words = WORDS["compare_same_label"]["ja"]
    assert says(page, words.format(label=left.label, change="±0.00"))


def test_the_alt_says_every_pair(first_visit, default):
    left, right = default.predict([UDON, CHANGED_EXAMPLE])
    alt = first_visit.get("vega_lite_chart")[0].proto.alt
    for label, a, b in zip(default.labels, left.probabilities, right.probabilities, strict=True):
        assert f"{label} A {a:.2f} B {b:.2f} 差 {signed_number(b - a)}" in alt


def test_the_table_aligns_the_tokens_of_two_texts(first_visit, default):
    left, right = (default.analyze(text) for text in (UDON, CHANGED_EXAMPLE))
    rows = compare_tokens(left.attribution, right.attribution)
    shown = table(first_visit)
    assert len(shown) == len(rows)
    assert shown["A の値"].tolist() == pytest.approx([r.left_score for r in rows], nan_ok=True)
    assert shown["B の値"].tolist() == pytest.approx([r.right_score for r in rows], nan_ok=True)
    assert shown["差(B − A)"].tolist() == pytest.approx([r.difference for r in rows], nan_ok=True)
    found = dict(zip(shown["A のトークン"], shown["どちらに"], strict=True))
    assert (found["うどん"], found["もちろん"]) == ("A だけ", "両方")
    found = dict(zip(shown["B のトークン"], shown["どちらに"], strict=True))
    assert found["携帯電話"] == "B だけ"


def test_the_largest_difference_is_named(first_visit, default):
    left, right = (default.analyze(text).attribution for text in (UDON, CHANGED_EXAMPLE))
    shared = [row for row in compare_tokens(left, right) if row.left and row.right]
    row = max(shared, key=lambda row: abs(row.difference))
    piece = left.tokenized.tokens[row.left[0]].piece
    assert says(first_visit, f"「{piece}」です(A {row.left_score:.4f}、B {row.right_score:.4f}")


def test_texts_without_a_common_token(page):
    page = compare(page, left="清水寺", right="駅")
    assert not page.exception
    assert says(page, WORDS["compare_nothing_shared"]["ja"])


def test_one_text_through_two_models(default, article):
    page = open_page("compare", mode="models")
    assert not page.exception
    assert page.selectbox(key="other").options == ["article"]
    (left,), (right,) = default.predict([UDON]), article.predict([UDON])
    assert headlines(page) == [left.label, right.label]
    assert texts_drawn(page) == [UDON, UDON]
    assert [heading.value for heading in page.subheader][:2] == [
        "モデル A: default",
        "モデル B: article",
    ]
    assert set(table(page)["どちらに"]) == {"両方"}
    assert says(page, WORDS["compare_calibration"]["ja"].format(calibrated="A", raw="B"))


def test_the_menus_model_is_a(default, article):
    page = open_page("compare", mode="models")
    page.selectbox(key="model").set_value("article").run()
    assert not page.exception
    assert page.selectbox(key="other").options == ["default"]
    assert headlines(page) == [article.predict([UDON])[0].label, default.predict([UDON])[0].label]


def test_a_window_too_short_for_the_text_is_said_in_words(article):
    page = compare(open_page("compare", mode="models"), left="清水寺に行きました。" * 20)
    assert not page.exception
    seen = article.bundle.model.sequence_length
    assert table(page)["どちらに"].tolist()[seen - 1 : seen + 1] == ["両方", "B は見ていない"]


def test_the_method_and_the_label_can_be_chosen(page, default):
    page.selectbox(key="method").set_value("leave_one_out").run()
    page.selectbox(key="compare_target").set_value("京都").run()
    assert not page.exception
    expected = default.analyze(UDON, method="leave_one_out", target="京都")
    shown = table(page).dropna(subset="A の値")
    assert shown["A の値"].tolist() == pytest.approx(expected.attribution.token_scores)
    assert page.query_params["method"] == "leave_one_out"


def test_a_view_that_knows_no_label_offers_none(page):
    assert page.selectbox(key="compare_target").disabled
    page.selectbox(key="method").set_value("leave_one_out").run()
    assert not page.selectbox(key="compare_target").disabled


@pytest.mark.parametrize("method", ["output_max", "softmax_max", "random"])
def test_values_without_a_unit_are_remarked(page, method):
    assert not page.warning
    page.selectbox(key="method").set_value(method).run()
    assert [warning.value for warning in page.warning] == [WORDS["compare_no_unit"]["ja"]]


def test_the_address_restores_mode_method_and_models():
    page = open_page(
        "compare", mode="models", method="lime", model="article", other="default", lang="en"
    )
    assert not page.exception
    assert page.title[0].value == "Compare"
    assert page.segmented_control(key="mode").value == "models"
    assert page.selectbox(key="method").value == "lime"
    assert page.selectbox(key="model").value == "article"
    assert page.selectbox(key="other").value == "default"


def test_a_changed_mode_is_kept_in_the_address(page):
    page.segmented_control(key="mode").set_value("models").run()
    assert page.query_params["mode"] == "models"


@pytest.mark.parametrize("text", ["", "\u3000"])
def test_an_empty_side_is_one_sentence_and_the_other_stands(page, default, text):
    page = compare(page, right=text)
    assert not page.exception
    assert [info.value for info in page.info] == [
        "分析する文字がありません。日本語の文を入力してください。"
    ]
    assert headlines(page) == [default.predict([UDON])[0].label]


def test_a_side_past_the_limit_is_one_sentence(page):
    page = compare(page, left="寺" * 10_001)
    assert [info.value for info in page.info] == [
        escape_markdown("一度に分析できるのは 10,000 文字までです。受け取った文字数: 10,001")
    ]


def test_odd_texts_stay_as_they_are(page):
    left, right = "<script>alert(1)</script> *太字* $x$", "㍿👨‍👩‍👧 か\u3099 :smile:"
    page = compare(page, left=left, right=right)
    assert not page.exception
    assert texts_drawn(page) == [left, right]


@pytest.fixture
def with_labels(article, monkeypatch):
    """Return a function that makes the article's model speak of other labels."""

    def rename(*labels):
        model = replace(article.bundle.model, labels=labels)
        engine = OnnxEngine(article.bundle.folder / ONNX_FILE, model)
        renamed = Analyzer(replace(article.bundle, model=model), article.tokenizer, engine)
        monkeypatch.setattr("core.ui.compare.blocks.get_analyzer", lambda name: renamed)

    return rename


def test_other_labels_are_said_and_the_common_ones_compared(with_labels):
    with_labels("グルメ", "京都", "映画", "音楽")
    page = open_page("compare", mode="models")
    assert not page.exception
    assert {label for label, _ in bars(page)} == {"グルメ", "京都"}
    assert [info.value for info in page.info] == [
        WORDS["compare_some_labels"]["ja"].format(left="スポーツ, 携帯電話", right="映画, 音楽")
    ]
    assert page.selectbox(key="compare_target").options[1:] == ["グルメ", "京都"]


def test_no_common_label_is_one_sentence(with_labels):
    with_labels("本", "山", "映画", "音楽")
    page = open_page("compare", mode="models")
    assert not page.exception
    assert len(page.info) == 1
    assert page.info[0].value.startswith("2 つのモデルに共通の分類がないので")
    assert not page.get("vega_lite_chart")


def test_a_single_model_has_nothing_to_be_compared_with(tmp_path, monkeypatch):
    shutil.copytree(MODELS / "default", tmp_path / "default")
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    page = open_page("compare", mode="models")
    assert not page.exception
    assert [info.value for info in page.info] == [
        WORDS["compare_one_model"]["ja"].format(name="default")
    ]
    assert page.expander[0].label == "これは何?"


def test_english(page):
    page.segmented_control(key="lang").set_value("en").run()
    assert not page.exception
    assert page.title[0].value == "Compare"
    assert table(page).columns.tolist()[-1] == "Where"


def test_the_text_of_the_analysis_comes_along():
    page = submit(open_app(), KYOTO)
    page.switch_page("pages/compare.py").run()
    assert page.text_area(key="compare_left").value == KYOTO
