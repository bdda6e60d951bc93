"""The choices above the highlighted text: method, category, unit."""

import pytest

from core.explain.methods.registry import METHODS
from core.view.numbers import plain_number
from core.words.lookup import WORDS
from tests.ui.analyze_page import UDON, edit, edits, infos, markdowns, text_of, token_data
from tests.ui.pages import open_app, submit


def test_the_output_maximum_is_marked_as_no_weight(page, default):
    page.selectbox(key="method").set_value("output_max").run()
    assert not page.exception
    assert any("重みではありません" in warning.value for warning in page.warning)
    table = page.dataframe[0].value
    expected = default.analyze(UDON, method="output_max")
    assert table["weight"].tolist() == pytest.approx(expected.attribution.token_scores.tolist())
    assert table.columns.tolist() == ["token", "weight", "rank", "normalized", "attention"]


def test_every_method_is_shown_judged_and_explained(page, default):
    page = submit(page, "清水寺でうどん")
    expected = default.explain("清水寺でうどん").results
    for method in METHODS:
        page.selectbox(key="method").set_value(method).run()
        assert not page.exception
        weights = page.dataframe[0].value["weight"].tolist()
        scores = expected[method].analysis.attribution.token_scores
        assert weights == pytest.approx(scores.tolist(), abs=1e-6)
        judged = expected[method].faithfulness
        verdict = next(text for text in markdowns(page) if text.startswith("この見方は、"))
        assert verdict.startswith(WORDS[f"verdict_{judged.verdict}"]["ja"].split("{")[0])
        assert f"(削除テスト {plain_number(judged.comprehensiveness)}、" in verdict
        assert WORDS[f"help_{method}"]["ja"] in page.selectbox(key="method").proto.help


def test_another_label_moves_what_knows_labels_and_attention_stands_still(page, default):
    stands_still = WORDS["target_blind"]["ja"]
    attention = token_data(page)["segments"]
    page.selectbox(key="target").set_value("京都").run()
    assert token_data(page)["segments"] == attention
    assert stands_still in infos(page)
    page.selectbox(key="method").set_value("gradient_x_input").run()
    assert stands_still not in infos(page)
    assert any(caption.value == "「京都」についての値です。" for caption in page.caption)
    kyoto = token_data(page)["segments"]
    expected = default.analyze(UDON, method="gradient_x_input", target="京都").attribution
    assert page.dataframe[0].value["weight"].tolist() == pytest.approx(
        expected.token_scores.tolist(), abs=1e-6
    )
    page.selectbox(key="target").set_value("").run()
    assert token_data(page)["segments"] != kyoto
    blind = {name for name, method in METHODS.items() if not method.sees_target}
    assert blind == {"attention", "output_max", "softmax_max", "random"}


def test_units_are_drawn_and_edited_as_one_and_their_sum_stays(page, default):
    page.segmented_control(key="unit").set_value("bunsetsu").run()
    assert not page.exception
    parts = [part for part in token_data(page)["segments"] if part["tokens"]]
    assert len(parts) < len(default.tokenize(UDON).tokens)
    assert text_of(page) == UDON
    shown = sum(float(part["status"].split(" ")[-2].split("(")[0]) for part in parts)
    scores = default.analyze(UDON).attribution.token_scores
    assert shown == pytest.approx(scores.sum(), abs=5e-4)
    longest = max(parts, key=lambda part: len(part["tokens"]))
    assert len(longest["tokens"]) > 1
    page = edit(page, "delete", *longest["tokens"])
    assert text_of(page) == UDON.replace(longest["text"], "")
    assert edits(page) == [f"「{longest['text']}」を削除"]


def test_the_address_restores_target_scale_unit_and_panel():
    page = open_app(
        method="leave_one_out", target="京都", scale="absolute", unit="word", panel="table"
    )
    assert not page.exception
    assert page.selectbox(key="target").value == "京都"
    assert page.segmented_control(key="scale").value == "absolute"
    assert page.segmented_control(key="unit").value == "word"
    page.selectbox(key="target").set_value("").run()
    assert "target" not in page.query_params


def test_choices_survive_another_language(page):
    page.selectbox(key="method").set_value("lime").run()
    page.selectbox(key="target").set_value("京都").run()
    page.segmented_control(key="unit").set_value("word").run()
    page.segmented_control(key="lang").set_value("en").run()
    assert not page.exception
    assert page.selectbox(key="method").value == "lime"
    assert page.selectbox(key="target").value == "京都"
    assert page.segmented_control(key="unit").value == "word"
