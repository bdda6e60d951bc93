"""対象外: the panel of 検査 and the sentence of 分析, on fakes, through Streamlit's AppTest."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from core.model.report import ModelReport
from core.words.lookup import WORDS
from tests.fake_analyzers import make_prediction
from tests.fakes import make_bundle
from tests.results import make_result
from tests.ui.pages import new_script, says


def share(value, flagged, total):
    return {"share": value, "low": 0.03, "high": 0.11, "flagged": flagged, "total": total}


FIGURES = {"auroc": 0.942, "false_alarms": share(0.072, 21, 291)}
RECORD = {
    "method": "pieces+energy",
    "threshold": 2.0,
    "max_false_alarms": 0.1,
    "learnt": False,
    "test": {
        **FIGURES,
        "detected": share(0.803, 106, 132),
        "baseline": {**FIGURES, "auroc": 0.854, "detected": share(0.2, 27, 132)},
    },
    "roc": {"score": [[0.0, 0.4], [1.0, 1.0]], "baseline": [[0.0, 0.1], [1.0, 1.0]]},
    "kinds": {"news": {"flagged": 6, "total": 12}, "詩": {"flagged": 1, "total": 2}},
    "refused": 8,
}


def draw(analyzer, result):
    from core.ui.check.scope import scope_panel

    scope_panel(analyzer, result)


def open_panel(report, **scope):
    result = make_result(("京都", 0.9), ("グルメ", 0.8), ("京都", 0.7), **scope)
    analyzer = SimpleNamespace(bundle=make_bundle(), report=ModelReport(content=report))
    page = new_script(draw, analyzer, result).run()
    assert not page.exception
    return page


def test_figures_kinds_and_the_flagged_rows_are_shown():
    page = open_panel(
        {"checks": {"scope": RECORD}}, scope_scores=[2.5, 2.0, 9.0], scope_threshold=2.0
    )
    assert says(page, "80.3 %(95 % 区間 3.0–11.0、132 文)")
    assert says(page, "20.0 %")
    assert says(page, "AUROC 0.94")
    assert says(page, WORDS["scope_feature_energy"]["ja"])
    assert not says(page, WORDS["scope_learnt"]["ja"])
    table = page.table[0].value
    assert table.index.tolist() == [WORDS["scope_kind_news"]["ja"], "詩"]
    assert table.iloc[:, 0].tolist() == ["6 / 12", "1 / 2"]
    assert says(page, f"**{WORDS['check_rows']['ja'].format(count=2)}**")
    opening = [WORDS["check_open"]["ja"].format(number=number) for number in (1, 3)]
    assert [button.label for button in page.button] == opening


def test_a_model_without_the_check_says_how_to_measure_it():
    page = open_panel({})
    assert says(page, "python -m core checks scope --model models/fake")
    assert not page.button


def draw_prediction(prediction):
    from core.ui.parts.prediction import prediction_block

    prediction_block(prediction, calibrated=False)


@pytest.mark.parametrize(
    ("confidence", "score", "sentence"),
    [
        (0.9, 2.6, "scope_maybe_out"),
        (0.4, 2.6, "scope_maybe_out"),
        (0.4, 1.0, None),
        (0.4, None, "no_majority"),
        (0.9, None, None),
    ],
)
def test_one_rule_says_that_a_text_may_be_out_of_scope(confidence, score, sentence):
    prediction = make_prediction("雨", {"京都": confidence, "グルメ": 0.1})
    if score is not None:
        prediction = replace(prediction, scope_score=score, scope_threshold=2.0)
    page = new_script(draw_prediction, prediction).run()
    assert not page.exception
    said = [key for key in ("scope_maybe_out", "no_majority") if says(page, WORDS[key]["ja"])]
    assert said == ([] if sentence is None else [sentence])
