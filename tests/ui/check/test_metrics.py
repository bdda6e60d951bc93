"""The panels of slices, calibration and protocols, driven through Streamlit's AppTest."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from core.model.report import ModelReport
from core.stats.significance import compare_articles
from core.view.numbers import signed_number
from core.words.lookup import WORDS
from tests.fakes import make_bundle
from tests.results import make_result
from tests.ui.pages import checked, new_script, says

SIZES = [10] * 40
FIGURES = dict.fromkeys(("low", "high", "macro_f1", "linear_baseline", "majority_baseline"), 0.5)
FIGURES |= {"num_examples": 400, "ece_before": 0.2, "ece_after": 0.1}
FIGURES |= {"nll_before": 0.5, "nll_after": 0.6}


def protocol(right):
    accuracy = sum(right) / sum(SIZES)
    return {**FIGURES, "accuracy": accuracy, "articles": {"sizes": SIZES, "right": right}}


PROTOCOLS = {
    "random": protocol([9, 8] * 20),
    "random_untagged": protocol([8, 8] * 20),
    "grouped_tagged": protocol([8, 7] * 20),
    "grouped": protocol([7, 8] * 20),
}


def make_analyzer(temperature=0.8, protocols=PROTOCOLS):
    report = {"test": {**FIGURES, "accuracy": 0.7}, "protocols": protocols}
    return SimpleNamespace(
        bundle=make_bundle(temperature=temperature), report=ModelReport(content=report)
    )


def make_rows(*, labelled=True):
    """170 short rows, nine of ten right; then 30 long ones, one of three right."""
    right = [row % 10 > 0 for row in range(170)] + [row % 3 == 0 for row in range(30)]
    answers = [("京都" if one else "グルメ", 0.75) for one in right]
    result = make_result(*answers, true_labels=["京都" if labelled else ""] * 200)
    # Surer than the calibrated ones: 0.9 for the answer.
    raw = np.where(result.probabilities > 0.5, 0.9, 0.1 / 3)
    return replace(result, num_tokens=np.array([8] * 170 + [50] * 30), raw_probabilities=raw)


def draw(name, analyzer, result):
    from importlib import import_module

    panel = import_module(f"core.ui.check.{name}")
    getattr(panel, f"{name}_panel")(analyzer, result)


def open_panel(name, analyzer=None, result=None):
    return checked(new_script(draw, name, analyzer or make_analyzer(), result or make_rows()).run())


def test_the_worst_slice_is_named_chosen_and_its_wrong_rows_are_shown():
    page = open_panel("slices")
    name = WORDS["slices_name_longest"]["ja"].format(low=41)
    assert says(page, f"**{name}**")
    assert says(page, WORDS["slices_chance"]["ja"].format(looked=2, min_rows=20))
    assert page.segmented_control[0].value == "length"
    assert page.selectbox[0].value == 1
    assert says(page, f"**{WORDS['check_rows']['ja'].format(count=20)}**")
    assert says(page, "0.333")
    page.toggle[0].set_value(False).run()
    assert says(page, f"**{WORDS['check_rows']['ja'].format(count=30)}**")
    page.selectbox[0].set_value(0).run()
    assert says(page, f"**{WORDS['check_rows']['ja'].format(count=170)}**")


@pytest.mark.parametrize("name", ["slices", "calibration"])
def test_a_file_without_labels_is_told_in_one_sentence(name):
    page = open_panel(name, result=make_rows(labelled=False))
    assert says(page, WORDS["metrics_no_labels"]["ja"])
    assert not page.get("vega_lite_chart")


def test_the_calibration_of_the_file_stands_beside_the_stored_one_and_worse_is_said():
    # 163 of 200 are right: calibrated 0.75 is 0.065 too low, raw 0.9 is 0.085 too high.
    right = (153 + 10) / 200
    page = open_panel("calibration")
    figures = {metric.label: metric.value for metric in page.metric}
    assert figures["ECE"] == f"{right - 0.75:.3f}"
    table = page.table[0].value
    assert table["ECE"].tolist() == [
        f"{0.9 - right:.3f} → {right - 0.75:.3f}",
        "0.200 → 0.100",
        "0.200 → 0.100",
    ]
    assert table["Brier"].tolist()[1:] == ["–", "–"]
    for source in ("test", "grouped"):
        worse = WORDS["calibration_worse"]["ja"].format(
            source=WORDS[f"calibration_{source}"]["ja"], measures="NLL (0.500 → 0.600)"
        )
        assert says(page, worse)
    page.segmented_control(key="probabilities").set_value("raw").run()
    assert "0.90 0.81" in page.get("vega_lite_chart")[0].proto.alt


def test_a_model_without_a_temperature_has_one_kind_of_probabilities():
    page = open_panel("calibration", make_analyzer(temperature=1.0))
    assert says(page, WORDS["about_uncalibrated"]["ja"])
    assert "probabilities" not in [control.key for control in page.segmented_control]
    assert len(page.table) == 0


def test_protocols_stand_side_by_side_and_every_difference_is_judged():
    page = open_panel("protocols")
    assert [metric.value for metric in page.metric] == ["0.800", "0.750"]
    page.segmented_control(key="protocols_tags").set_value("kept").run()
    assert [metric.value for metric in page.metric] == ["0.850", "0.750"]
    (sentence,) = [element.value for element in page.markdown if "誤差" in element.value]
    lines = sentence.splitlines()
    for line, pair in zip(
        lines,
        (
            ("random", "grouped_tagged"),
            ("random", "random_untagged"),
            ("grouped_tagged", "grouped"),
        ),
        strict=True,
    ):
        first, second = (PROTOCOLS[name]["articles"]["right"] for name in pair)
        difference = compare_articles(SIZES, first, SIZES, second)
        verdict = "within" if difference.within_noise else "beyond"
        assert signed_number(difference.value, digits=3) in line
        assert WORDS[f"significance_{verdict}"]["ja"] in line
    assert [WORDS["significance_beyond"]["ja"] in line for line in lines] == [True, True, False]


def test_protocols_that_were_not_measured_are_told_with_their_command():
    page = open_panel("protocols", make_analyzer(protocols={"grouped": PROTOCOLS["grouped"]}))
    assert [metric.value for metric in page.metric] == ["0.750"]
    command = "evaluate --protocol random random_untagged grouped_tagged grouped --model"
    assert says(page, command)
    old = {name: {**one} for name, one in PROTOCOLS.items()}
    del old["grouped"]["articles"]
    page = open_panel("protocols", make_analyzer(protocols=old))
    assert any(one.value.startswith(WORDS["protocols_unpaired"]["ja"][:20]) for one in page.info)
