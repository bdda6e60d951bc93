"""The panels モデルどうし and 報告書 on fake models, driven through Streamlit's AppTest."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from core.checks.models import compare_results
from core.words.lookup import WORDS
from tests.fakes import make_bundle
from tests.results import make_result
from tests.ui.pages import new_script

FOOD, KYOTO, SPORTS = "グルメ", "京都", "スポーツ"
TRUE = (FOOD, FOOD, KYOTO, "")
FIRST = make_result((FOOD, 0.9), (FOOD, 0.6), (FOOD, 0.8), (FOOD, 0.7), true_labels=TRUE)
SECOND = make_result((FOOD, 0.9), (KYOTO, 0.9), (KYOTO, 0.7), (SPORTS, 0.8), true_labels=TRUE)
MODEL = SimpleNamespace(bundle=make_bundle())
OTHER = SimpleNamespace(bundle=replace(make_bundle(), name="other", sha256="cd" * 32))


def draw(name, analyzer, result):
    from importlib import import_module

    panel = import_module(f"core.ui.check.{name}")
    getattr(panel, f"{name}_panel")(analyzer, result)


@pytest.fixture
def open_panel(monkeypatch):
    """Draw a panel beside one other model."""

    def opened(name, *, names=("fake", "other")):
        place = f"core.ui.check.{name}"
        monkeypatch.setattr(f"{place}.model_names", lambda: list(names))
        monkeypatch.setattr(f"{place}.get_analyzer", lambda name: OTHER)
        return new_script(draw, name, MODEL, FIRST).run()

    return opened


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """The other model answers without being asked."""
    monkeypatch.setattr(
        "core.ui.check.models.duel_with", lambda result, other: compare_results(result, SECOND)
    )


def openers(page):
    return [button.label for button in page.button]


def test_counts_difference_and_the_surest_rows_first(open_panel):
    page = open_panel("models")
    assert not page.exception
    text = "\n".join(element.value for element in page.markdown)
    assert "| **fake が当たり** | 1 | 1 |\n| **fake が外れ** | 1 | 0 |" in text
    assert "fake 0.667" in text
    assert WORDS["significance_within"]["ja"] in text
    # The smaller confidences: row 1 0.6, row 2 0.7, row 3 0.7.
    assert openers(page) == ["3 を開く", "4 を開く", "2 を開く"]


def test_one_kind_of_rows_is_shown_alone(open_panel):
    page = open_panel("models")
    page.get("button_group")[-1].set_value("only_second").run()
    assert openers(page) == ["3 を開く"]


def test_without_another_model_a_sentence_says_so(open_panel):
    page = open_panel("models", names=("fake",))
    assert [info.value for info in page.info] == [WORDS["models_none"]["ja"].format(name="fake")]


def test_the_report_is_made_when_it_is_asked_for(open_panel, monkeypatch):
    made = []

    def make(analyzer, result, other, spoken):
        made.append((analyzer, result, other, spoken))
        return b"<!doctype html>" * 100

    monkeypatch.setattr("core.ui.check.report._make", make)
    page = open_panel("report")
    assert (page.get("download_button"), made) == ([], [])
    page.selectbox(key="report_with").set_value("other").run()
    page.button[0].click().run()
    assert not page.exception
    assert made == [(MODEL, FIRST, OTHER, "ja")]
    (button,) = page.get("download_button")
    assert button.label == WORDS["report_download"]["ja"].format(size="2 kB")
