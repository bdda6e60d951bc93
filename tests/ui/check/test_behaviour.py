"""The panel ふるまいテスト on a fake model, driven through Streamlit's AppTest."""

from types import SimpleNamespace

import pytest

from core.checks.behaviour import Case, read_cases
from core.paths import DATA
from core.words.lookup import WORDS
from tests.fake_analyzers import KyotoAnalyzer
from tests.ui.pages import new_script, says

CASES = (
    Case(kind="minimum", capability="keywords", name="keywords-01", text="寺", label="京都"),
    Case(kind="minimum", capability="keywords", name="keywords-02", text="塔", label="京都"),
    Case(kind="invariance", capability="width", name="width-01", text="１<b>", variant="1<b>"),
    Case(
        kind="direction",
        capability="mine",
        name="mine-01",
        text="寺",
        variant="塔",
        label="京都",
        direction="lowers",
    ),
    Case(kind="minimum", capability="keywords", name="keywords-03", text="雨", label="天気"),
)


def draw(analyzer):
    from core.ui.check.behaviour import behaviour_panel

    behaviour_panel(analyzer, None)


@pytest.fixture
def open_panel(monkeypatch):
    """Draw the panel of a model with these probabilities of 京都."""
    monkeypatch.setattr("core.ui.check.behaviour.read_cases", lambda folder: CASES)

    def opened(kyoto):
        analyzer = KyotoAnalyzer(kyoto)
        analyzer.bundle = SimpleNamespace(sha256=repr(kyoto))
        return new_script(draw, analyzer).run()

    return opened


FAILING = {"寺": 0.9, "塔": 0.2, "１<b>": 0.7, "1<b>": 0.4}


def test_shares_controls_and_failures_are_shown(open_panel):
    page = open_panel(FAILING)
    assert not page.exception
    assert says(page, "**最小機能 1 / 2**(95 % 区間 0.01–0.99)")
    assert says(page, "**不変 0 / 1**")
    assert says(page, "**方向 1 / 1**")
    assert says(page, "モデルなら 100\u00a0%")
    assert says(page, "4 件で試します")
    assert says(page, "1 件は除きました")
    table = page.dataframe[0].value
    titles = [WORDS[f"behaviour_capability_{name}"]["ja"] for name in ("keywords", "width")]
    assert table.iloc[:, 0].tolist() == [*titles, "mine"]
    assert table[WORDS["behaviour_passed"]["ja"]].tolist() == ["1 / 2", "0 / 1", "1 / 1"]
    assert table[WORDS["behaviour_control"]["ja"]].tolist() == [1.0, 1.0, 0.0]
    assert says(page, "不合格 2 件")
    written = "".join(element.proto.body for element in page.get("html"))
    assert "正解 京都、予測 グルメ 0.80" in written
    assert "予測 京都 0.70 → グルメ 0.60(京都 の確率 −0.30)" in written
    assert "１</mark>&lt;b&gt; → " in written


def test_a_failure_opens_before_and_after(open_panel):
    page = open_panel(FAILING)
    page.selectbox[0].set_value("width").run()
    assert [button.label for button in page.button] == ["もとの文を開く", "変えた文を開く"]
    page.button[1].click().run()
    assert page.session_state["text"] == "1<b>"


def test_a_model_without_failures_and_one_of_other_labels(open_panel, monkeypatch):
    page = open_panel({**FAILING, "塔": 0.6, "1<b>": 0.8})
    assert [element.value for element in page.success] == [WORDS["behaviour_none_failed"]["ja"]]
    assert not page.button
    monkeypatch.setattr(KyotoAnalyzer, "labels", ("晴れ",))
    monkeypatch.setattr("core.ui.check.behaviour.read_cases", lambda folder: CASES[:2])
    page = open_panel({})
    assert not page.exception
    assert says(page, "0 件で試します")
    assert not page.dataframe


def test_every_capability_of_the_project_has_its_word():
    names = {case.capability for case in read_cases(DATA / "behaviour")}
    assert {name for name in names if f"behaviour_capability_{name}" not in WORDS} == set()
