"""The end of the page 分析: how good the model measured."""

import shutil

import pytest

from core.analyzer import Analyzer
from core.model.config import EVALUATION_PROTOCOLS
from core.model.report import ModelReport
from core.paths import MODELS
from core.training.model_card import store_protocols
from core.ui.shell import loaders
from core.words.lookup import WORDS
from tests.ui.analyze_page import about
from tests.ui.pages import open_app


def test_the_calibration_is_told_with_the_reports_figures(page, default):
    calibration = default.report.calibration
    assert WORDS["about_calibration"]["ja"].format(
        temperature=f"{calibration['temperature']:.2f}",
        before=f"{calibration['ece_before']:.3f}",
        after=f"{calibration['ece_after']:.3f}",
    ) in about(page)


def test_without_measured_protocols_there_is_no_table(monkeypatch, default):
    content = {**default.report.content, "protocols": {}}
    monkeypatch.setattr(Analyzer, "report", ModelReport(content=content))
    page = open_app()
    assert not page.exception
    assert len(page.table) == 0
    assert WORDS["protocols_intro"]["ja"] not in about(page)


@pytest.fixture
def models_with_protocols(tmp_path, monkeypatch):
    """The shipped model with figures that nobody measured."""
    shutil.copytree(MODELS / "default", tmp_path / "default")
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    figures = ("accuracy", "low", "high", "macro_f1", "linear_baseline", "majority_baseline")
    more = {"ece_after": 0.01, "command": "", "minutes": 1.5, "folds": 10}
    records = {
        name: {
            **{key: (row * 6 + column) / 64 for column, key in enumerate(figures)},
            **more,
            "num_examples": 1186 + row,
        }
        for row, name in enumerate(EVALUATION_PROTOCOLS)
    }
    store_protocols(tmp_path / "default", records)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_table_of_protocols_holds_the_reports_figures(models_with_protocols, language):
    page = open_app(lang=language)
    assert not page.exception
    table = page.expander[0].table[0].value
    columns = ("accuracy_interval", "linear", "majority", "examples_count")
    assert table.columns.tolist() == [WORDS[key][language] for key in columns]
    assert table.index.tolist() == [
        WORDS[f"evaluation_{name}"][language]
        for name in (
            "random",
            "random_untagged",
            "grouped_tagged",
            "grouped",
            "documents",
            "topics_today",
        )
    ]
    assert table.to_numpy().tolist() == [
        ["0.000 (0.016–0.031)", "0.062", "0.078", "1,186"],
        ["0.094 (0.109–0.125)", "0.156", "0.172", "1,187"],
        ["0.188 (0.203–0.219)", "0.250", "0.266", "1,188"],
        ["0.281 (0.297–0.312)", "0.344", "0.359", "1,189"],
        ["0.375 (0.391–0.406)", "0.438", "0.453", "1,190"],
        ["0.469 (0.484–0.500)", "0.531", "0.547", "1,191"],
    ]
    assert WORDS["protocols_intro"][language] in about(page)
