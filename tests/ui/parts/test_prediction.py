"""The category and the bars of the page 分析, and which probabilities they show."""

from dataclasses import replace

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.paths import MODELS
from core.words.lookup import WORDS
from tests.ui.analyze_page import UDON, about, alt_of, bars, chart, htmls, token_data
from tests.ui.pages import open_app, submit


@pytest.fixture(scope="module")
def much_calibrated(default, samples):
    """The sample whose highest probability the calibration changes most; its prediction."""

    def change(prediction):
        return abs(prediction.raw_probabilities.max() - prediction.confidence)

    prediction = max(default.predict([sample.text for sample in samples]), key=change)
    assert change(prediction) > 0.01
    return prediction


def test_the_bars_are_the_models_probabilities_and_the_alt_says_them(page, default):
    prediction = default.analyze(UDON).prediction
    assert list(bars(page)) == list(prediction.labels)
    assert list(bars(page).values()) == pytest.approx(prediction.probabilities, abs=1e-5)
    assert chart(page).alt == alt_of(prediction.labels, prediction.probabilities)


def test_the_raw_switch_shows_what_the_softmax_gives(page, much_calibrated):
    prediction, raw = much_calibrated, much_calibrated.raw_probabilities
    page = submit(page, prediction.tokenized.text)
    assert f"確率 {prediction.confidence:.2f}</p>" in htmls(page)
    page.segmented_control(key="probabilities").set_value("raw").run()
    assert not page.exception
    assert list(bars(page).values()) == pytest.approx(raw, abs=1e-5)
    assert chart(page).alt == alt_of(prediction.labels, raw)
    assert f"確率 {raw.max():.2f}</p>" in htmls(page)
    assert f">{prediction.label}<" in htmls(page)


def test_the_switch_changes_nothing_but_the_probabilities(page):
    before = token_data(page), page.dataframe[0].value.to_dict(), [c.value for c in page.caption]
    page.segmented_control(key="probabilities").set_value("raw").run()
    after = token_data(page), page.dataframe[0].value.to_dict(), [c.value for c in page.caption]
    assert after == before


def test_the_address_opens_the_raw_probabilities(much_calibrated):
    page = submit(open_app(probabilities="raw"), much_calibrated.tokenized.text)
    assert page.segmented_control(key="probabilities").value == "raw"
    assert list(bars(page).values()) == pytest.approx(much_calibrated.raw_probabilities, abs=1e-5)


def test_the_switch_says_what_both_probabilities_are(page):
    assert page.segmented_control(key="probabilities").options == ["較正後", "調整前"]
    heading = next(heading for heading in page.subheader if heading.value == "確率")
    assert heading.proto.help == "\n\n".join(
        WORDS[key]["ja"] for key in ("probability_help", "calibrated_help", "raw_help")
    )


def test_the_raw_choice_survives_an_empty_text(page, much_calibrated):
    page.segmented_control(key="probabilities").set_value("raw").run()
    page = submit(submit(page, ""), much_calibrated.tokenized.text)
    assert list(bars(page).values()) == pytest.approx(much_calibrated.raw_probabilities, abs=1e-5)


def test_a_probability_below_one_half_is_remarked_by_the_kind_that_is_shown(monkeypatch, page):
    def between(self, texts):
        return [
            replace(
                prediction,
                probabilities=np.array([0.55, 0.15, 0.15, 0.15]),
                raw_probabilities=np.array([0.4, 0.2, 0.2, 0.2]),
                scope_score=None,  # the rule of a model that stores no measure of it
            )
            for prediction in predict(self, texts)
        ]

    predict = Analyzer.predict
    monkeypatch.setattr(Analyzer, "predict", between)
    remark = WORDS["no_majority"]["ja"]
    for kind, remarked in (("calibrated", False), ("raw", True)):
        page.segmented_control(key="probabilities").set_value(kind).run()
        assert any(caption.value == remark for caption in page.caption) is remarked


def test_the_articles_model_has_one_kind_of_probabilities_and_says_so():
    page = open_app(model="article", probabilities="raw")
    assert not page.exception
    assert "probabilities" not in [control.key for control in page.segmented_control]
    prediction = Analyzer.load(MODELS / "article").analyze(UDON).prediction
    assert list(bars(page).values()) == pytest.approx(prediction.raw_probabilities, abs=1e-5)
    heading = next(heading for heading in page.subheader if heading.value == "確率")
    assert "較正)はしていません" in heading.proto.help
    assert WORDS["about_uncalibrated"]["ja"] in about(page)
