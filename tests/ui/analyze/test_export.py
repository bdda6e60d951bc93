"""The panel 書き出し: every file holds what the page shows, and the slow one is made when asked."""

import json
from functools import partial

import pytest

from core.analyzer import Analyzer
from core.paths import MODELS
from core.ui.analyze import export
from core.ui.analyze.controls import Choices
from core.view.html.analysis import analysis_html
from core.view.json.analysis import analysis_to_json
from core.view.palette import PAGE
from core.view.pictures.token_strip import token_strip_svg
from core.view.tables.tokens import token_csv
from core.words.lookup import WORDS, word_in
from tests.ui.pages import new_script, press

TEXT = "雪の京都でうどん"
CHOICES = Choices(
    method="shapley",
    target="スポーツ",
    scale="absolute",
    unit="word",
    probabilities="calibrated",
)


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


@pytest.fixture
def files(monkeypatch):
    """Name to content of every download that the last run drew."""
    drawn = {}
    monkeypatch.setattr(
        export,
        "_download",
        lambda label, content, *, file_name, kind="secondary": drawn.update({file_name: content}),
    )
    return drawn


def _draw(text, choices):
    """Run by AppTest as a script of its own: the panel without the page around it."""
    from core.ui.analyze.export import export_panel
    from core.ui.shell.loaders import get_analyzer

    analyzer = get_analyzer("default")
    export_panel(analyzer, analyzer.tokenize(text), choices)


def open_panel():
    page = new_script(_draw, TEXT, CHOICES)
    page.run()
    assert not page.exception
    return page


def test_every_file_is_what_is_chosen(files, analyzer):
    page = open_panel()
    analysis = analyzer.analyze(TEXT, method="shapley", target="スポーツ")
    said = partial(word_in, "ja")
    assert sorted(files) == [
        "chumoku-matrix.png",
        "chumoku-matrix.svg",
        "chumoku-shapley.csv",
        "chumoku-shapley.json",
        "chumoku-shapley.png",
        "chumoku-shapley.svg",
    ]
    assert files["chumoku-shapley.csv"] == token_csv(analysis)
    assert files["chumoku-shapley.csv"].startswith(b"\xef\xbb\xbf")
    assert json.loads(files["chumoku-shapley.json"]) == analysis_to_json(analysis, analyzer.bundle)
    # The pictures are drawn without the page, as the server does when somebody clicks.
    options = {"scale": "absolute", "unit": "word", "word": said}
    assert files["chumoku-shapley.svg"]() == token_strip_svg(
        analysis, analyzer.bundle, theme="light", **options
    )
    assert files["chumoku-shapley.png"]().startswith(b"\x89PNG")
    assert said("matrix_weight") in files["chumoku-matrix.svg"]()
    (theme,) = (group for group in page.button_group if group.key == "export_theme")
    theme.set_value("dark").run()
    for name in ("shapley", "matrix"):
        drawing = files[f"chumoku-{name}.svg"]()
        assert PAGE["dark"] in drawing
        assert PAGE["light"] not in drawing


def test_the_page_is_made_when_it_is_asked_for(files, analyzer):
    page = open_panel()
    assert "chumoku-shapley.html" not in files
    press(page, WORDS["export_make"]["ja"])
    assert not page.exception
    explanation = analyzer.explain(TEXT, target="スポーツ", unit="word")
    assert files["chumoku-shapley.html"] == analysis_html(
        explanation,
        analyzer.bundle,
        report=analyzer.report,
        method="shapley",
        scale="absolute",
        language="ja",
        word=partial(word_in, "ja"),
    )
