"""The page 分析 with the shipped model, driven through Streamlit's AppTest."""

import shutil

from core.paths import MODELS
from core.ui.shell import loaders
from core.ui.shell.as_written import escape_markdown
from tests.ui.analyze_page import KYOTO, UDON, htmls, token_data
from tests.ui.pages import open_app, submit


def test_the_first_visit_shows_the_articles_example_already_analysed(page, default):
    assert not page.exception
    assert page.text_area(key="text").value == UDON
    expected = default.analyze(UDON)
    assert f">{expected.prediction.label}<" in htmls(page)
    assert f"{expected.prediction.confidence:.2f}" in htmls(page)
    assert "".join(segment["text"] for segment in token_data(page)["segments"]) == UDON


def test_another_text_gives_its_own_category(page, default):
    page = submit(page, KYOTO)
    assert not page.exception
    assert f">{default.analyze(KYOTO).prediction.label}<" in htmls(page)
    assert "".join(segment["text"] for segment in token_data(page)["segments"]) == KYOTO


def test_the_strongest_token_is_the_one_with_the_largest_score(page, default):
    analysis = default.analyze(UDON)
    strongest = max(token_data(page)["segments"], key=lambda segment: segment["strength"])
    assert strongest["strength"] == 1.0
    assert int(analysis.attribution.token_scores.argmax()) in strongest["tokens"]


def test_a_damaged_model_folder_is_one_sentence_naming_the_file(tmp_path, monkeypatch):
    shutil.copytree(MODELS / "default", tmp_path / "default")
    with (tmp_path / "default" / "history.csv").open("a", encoding="utf-8") as history:
        history.write("changed\n")
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    page = open_app()
    assert not page.exception
    (error,) = page.error
    assert error.value.startswith("ファイルの中身が記録されたチェックサムと違います\\: ")
    assert error.value.endswith(escape_markdown("history.csv"))


def test_no_model_at_all_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    page = open_app()
    assert not page.exception
    (error,) = page.error
    assert error.value.startswith("ファイルが見つかりません\\: ")


def test_english(page):
    page.segmented_control(key="lang").set_value("en").run()
    assert not page.exception
    assert page.title[0].value == "Analyse"
    assert page.text_area(key="text").value == UDON


def test_the_address_chooses_language_model_and_view():
    page = open_app(lang="en", model="article", method="output_max")
    assert not page.exception
    assert page.title[0].value == "Analyse"
    assert page.selectbox(key="model").value == "article"
    assert any("not weights" in warning.value for warning in page.warning)


def test_a_choice_is_kept_in_the_address(page):
    page.selectbox(key="method").set_value("output_max").run()
    page.segmented_control(key="probabilities").set_value("raw").run()
    page.segmented_control(key="lang").set_value("en").run()
    assert page.query_params["method"] == "output_max"
    assert page.query_params["probabilities"] == "raw"
    assert page.query_params["lang"] == "en"


def test_a_wrong_address_falls_back():
    page = open_app(lang="xx", model="../etc", method="magic", probabilities="cooked")
    assert not page.exception
    assert page.selectbox(key="model").value == "default"
    assert page.selectbox(key="method").value == "attention"
    assert page.segmented_control(key="probabilities").value == "calibrated"
