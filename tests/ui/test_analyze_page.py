"""The page 分析 with the shipped model, driven through Streamlit's AppTest."""

import json
import shutil
import subprocess
import sys

import pytest
from streamlit.testing.v1 import AppTest

from core.analyzer import Analyzer
from core.paths import MODELS, ROOT
from core.ui import loaders
from core.ui.loaders import ARTICLE_EXAMPLES

UDON = ARTICLE_EXAMPLES["グルメ"]
KYOTO = ARTICLE_EXAMPLES["京都"]


@pytest.fixture
def page():
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


def submit(page, text):
    page.text_area(key="text").set_value(text)
    button = next(b for b in page.button if b.label == "分析する")
    return button.click().run()


def token_data(page):
    return json.loads(page.get("bidi_component")[0].proto.json)


def chart(page):
    return page.get("vega_lite_chart")[0].proto


def htmls(page):
    return "".join(element.proto.body for element in page.get("html"))


def test_the_first_visit_shows_the_articles_example_already_analysed(page, analyzer):
    assert not page.exception
    assert page.text_area(key="text").value == UDON
    expected = analyzer.analyze(UDON)
    assert f">{expected.prediction.label}<" in htmls(page)
    assert f"{expected.prediction.confidence:.2f}" in htmls(page)
    assert "".join(segment["text"] for segment in token_data(page)["segments"]) == UDON


def test_the_bars_are_the_models_probabilities_and_the_alt_says_them(page, analyzer):
    prediction = analyzer.analyze(UDON).prediction
    proto = chart(page)
    for label, probability in zip(prediction.labels, prediction.probabilities, strict=True):
        assert f"{label} {probability:.2f}" in proto.alt


def test_another_text_gives_its_own_category(page, analyzer):
    page = submit(page, KYOTO)
    assert not page.exception
    assert f">{analyzer.analyze(KYOTO).prediction.label}<" in htmls(page)
    assert "".join(segment["text"] for segment in token_data(page)["segments"]) == KYOTO


def test_the_strongest_token_is_the_one_with_the_largest_score(page, analyzer):
    analysis = analyzer.analyze(UDON)
    strongest = max(token_data(page)["segments"], key=lambda segment: segment["strength"])
    assert strongest["strength"] == 1.0
    assert int(analysis.attribution.token_scores.argmax()) in strongest["tokens"]


def test_an_example_fills_the_field_and_is_analysed(page):
    page.button(key="example_2").click().run()
    assert page.text_area(key="text").value == KYOTO
    assert "".join(segment["text"] for segment in token_data(page)["segments"]) == KYOTO


def test_other_examples_are_drawn(page):
    before = page.button(key="example_0").label
    page.button(key="another_examples").click().run()
    assert not page.exception
    assert page.button(key="example_0").label != before


def test_the_output_maximum_is_marked_as_no_weight(page, analyzer):
    page.segmented_control(key="method").set_value("output_max").run()
    assert not page.exception
    assert any("重みではありません" in warning.value for warning in page.warning)
    table = page.dataframe[0].value
    expected = analyzer.analyze(UDON, method="output_max")
    assert table["weight"].tolist() == pytest.approx(expected.attribution.token_scores.tolist())
    assert table.columns.tolist() == ["token", "weight", "rank", "normalized", "attention"]


@pytest.mark.parametrize("text", ["", " ", "\u3000\n", "\u200b"])
def test_nothing_to_analyse_is_one_friendly_sentence(page, text):
    page = submit(page, text)
    assert not page.exception
    assert [info.value for info in page.info] == [
        "分析する文字がありません。日本語の文を入力してください。"
    ]


@pytest.mark.parametrize(
    "text",
    ["a", "<script>alert(1)</script>", "㍿👨‍👩‍👧 か\u3099", "*太字* $x$ :material/home:", "\x00"],
)
def test_odd_texts_are_drawn_exactly_as_they_are(page, text):
    page = submit(page, text)
    assert not page.exception
    assert "".join(segment["text"] for segment in token_data(page)["segments"]) == text


def test_a_long_text_is_cut_counted_and_said(page, analyzer):
    text = "清水寺に行きました。" * 200
    page = submit(page, text)
    assert not page.exception
    expected = analyzer.analyze(text).prediction
    assert expected.num_truncated > 0
    assert any(f"切り捨て {expected.num_truncated}" in caption.value for caption in page.caption)
    segments = token_data(page)["segments"]
    assert "".join(segment["text"] for segment in segments) == text
    assert [segment["truncated"] for segment in segments].count(True) == 1


def test_a_damaged_model_folder_is_one_sentence_naming_the_file(tmp_path, monkeypatch):
    shutil.copytree(MODELS / "default", tmp_path / "default")
    with (tmp_path / "default" / "history.csv").open("a", encoding="utf-8") as history:
        history.write("changed\n")
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not page.exception
    (error,) = page.error
    assert error.value.startswith("ファイルの中身が記録されたチェックサムと違います: ")
    assert error.value.endswith("history.csv")


def test_no_model_at_all_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not page.exception
    (error,) = page.error
    assert error.value.startswith("ファイルが見つかりません: ")


def test_a_text_past_the_limit_is_one_sentence_and_loses_nothing(page):
    page = submit(page, "寺" * 100_000)
    assert not page.exception
    assert [info.value for info in page.info] == [
        "一度に分析できるのは 10,000 文字までです。受け取った文字数: 100,000"
    ]
    assert page.text_area(key="text").value == "寺" * 100_000


def test_a_text_at_the_limit_is_analysed(page):
    page = submit(page, "寺" * 10_000)
    assert not page.exception
    assert not page.info
    assert any(caption.value.startswith("文字 10000 ・ ") for caption in page.caption)


def test_english(page):
    page.segmented_control(key="lang").set_value("en").run()
    assert not page.exception
    assert page.title[0].value == "Analyse"
    assert page.text_area(key="text").value == UDON


def test_the_address_chooses_language_model_and_view():
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params |= {"lang": "en", "model": "article", "method": "output_max"}
    page.run()
    assert not page.exception
    assert page.title[0].value == "Analyse"
    assert page.selectbox(key="model").value == "article"
    assert any("not weights" in warning.value for warning in page.warning)


def test_a_choice_is_kept_in_the_address(page):
    page.segmented_control(key="method").set_value("output_max").run()
    page.segmented_control(key="lang").set_value("en").run()
    assert page.query_params["method"] == "output_max"
    assert page.query_params["lang"] == "en"


def test_a_wrong_address_falls_back():
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params |= {"lang": "xx", "model": "../etc", "method": "magic"}
    page.run()
    assert not page.exception
    assert page.selectbox(key="model").value == "default"
    assert page.segmented_control(key="method").value == "attention"


def test_the_articles_model_shows_its_padding_leak():
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    page.selectbox(key="model").set_value("article").run()
    share = Analyzer.load(MODELS / "article").analyze(UDON).attention_on_padding
    assert share > 0.0
    assert any(f"余白に落ちた注目度 {100 * share:.1f} %" in c.value for c in page.caption)


def test_the_server_process_never_imports_tensorflow():
    code = (
        "import sys; from streamlit.testing.v1 import AppTest; "
        "page = AppTest.from_file('app.py', default_timeout=60).run(); "
        "page.segmented_control(key='method').set_value('output_max').run(); "
        "assert not page.exception, page.exception; "
        "print(sorted({'tensorflow', 'keras', 'gensim'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
