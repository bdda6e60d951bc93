"""The page 分析 with the shipped model, driven through Streamlit's AppTest."""

import re
import shutil
from dataclasses import replace

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.explain.methods.registry import METHODS
from core.lab.edits import Edit, apply_edit
from core.model.config import EVALUATION_PROTOCOLS
from core.model.report import ModelReport
from core.paths import MODELS
from core.training.model_card import store_protocols
from core.types import Attribution
from core.ui.shell import loaders
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.ui.shell.messages import escape_markdown
from core.view.numbers import plain_number
from core.words.lookup import WORDS
from tests.ui.pages import component, open_app, send_event, submit, tables

UDON = ARTICLE_EXAMPLES["グルメ"]
KYOTO = ARTICLE_EXAMPLES["京都"]


@pytest.fixture
def page():
    return open_app()


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


@pytest.fixture(scope="module")
def much_calibrated(analyzer, samples):
    """The sample whose highest probability the calibration changes most; its prediction."""

    def change(prediction):
        return abs(prediction.raw_probabilities.max() - prediction.confidence)

    prediction = max(analyzer.predict([sample.text for sample in samples]), key=change)
    assert change(prediction) > 0.01
    return prediction


def token_data(page):
    return component(page, "token_view")


def edit(page, operation, *tokens, replacement="", revision=None):
    """Send what the browser sends when the menu of a token is used."""
    event = {
        "operation": operation,
        "tokens": tokens,
        "replacement": replacement,
        "revision": revision or token_data(page)["revision"],
    }
    page = send_event(page, "token_view", "edit", event)
    assert not page.exception
    return page


def text_of(page):
    return "".join(segment["text"] for segment in token_data(page)["segments"])


def number_of(page, text):
    """The number of the token that stands on the text."""
    (found,) = [part["tokens"] for part in token_data(page)["segments"] if part["text"] == text]
    return found[0]


def without(analyzer, text, *numbers):
    """The text as it is when the tokens are deleted, and its prediction."""
    edit = Edit(operation="delete", tokens=numbers)
    tokenizer = analyzer.tokenizer
    edited = apply_edit(analyzer.tokenize(text), edit, tokenizer, tokenizer.blank_id)
    return edited, analyzer.predict([edited])[0]


def edits(page):
    return re.findall("<li>(.*?)</li>", htmls(page))


def infos(page):
    return [info.value for info in page.info]


def sentences(page):
    return [text.value for text in page.markdown]


def chart(page):
    return page.get("vega_lite_chart")[0].proto


def bars(page):
    """The length of every bar by its label."""
    (table,) = tables(chart(page))
    return dict(zip(table["label"], table["probability"], strict=True))


def alt_of(labels, probabilities):
    order = np.argsort(-probabilities)
    return "棒グラフ: 確率の高い順に " + ", ".join(
        f"{labels[index]} {probabilities[index]:.2f}" for index in order
    )


def about(page):
    return [text.value for text in page.expander[0].markdown]


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
    page.selectbox(key="method").set_value("output_max").run()
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


def test_a_text_past_the_limit_is_one_sentence_and_loses_nothing(page):
    page = submit(page, "寺" * 100_000)
    assert not page.exception
    assert [info.value for info in page.info] == [
        escape_markdown("一度に分析できるのは 10,000 文字までです。受け取った文字数: 100,000")
    ]
    assert page.text_area(key="text").value == "寺" * 100_000


def test_a_text_at_the_limit_is_analysed(page):
    page = submit(page, "京都の寺へ行く。" * 1_250)
    assert not page.exception
    assert not page.info
    assert any(caption.value.startswith("文字 10000 ・ ") for caption in page.caption)


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


def test_the_articles_model_has_one_kind_of_probabilities_and_says_so():
    page = open_app(model="article", probabilities="raw")
    assert not page.exception
    assert "probabilities" not in [control.key for control in page.segmented_control]
    prediction = Analyzer.load(MODELS / "article").analyze(UDON).prediction
    assert list(bars(page).values()) == pytest.approx(prediction.raw_probabilities, abs=1e-5)
    heading = next(heading for heading in page.subheader if heading.value == "確率")
    assert "較正)はしていません" in heading.proto.help
    assert WORDS["about_uncalibrated"]["ja"] in about(page)


def test_the_calibration_is_told_with_the_reports_figures(page, analyzer):
    calibration = analyzer.report.calibration
    assert WORDS["about_calibration"]["ja"].format(
        temperature=f"{calibration['temperature']:.2f}",
        before=f"{calibration['ece_before']:.3f}",
        after=f"{calibration['ece_after']:.3f}",
    ) in about(page)


def test_without_measured_protocols_there_is_no_table(monkeypatch, analyzer):
    content = {**analyzer.report.content, "protocols": {}}
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


def test_the_articles_model_shows_its_padding_leak():
    page = open_app()
    page.selectbox(key="model").set_value("article").run()
    share = Analyzer.load(MODELS / "article").analyze(UDON).attention_on_padding
    assert share > 0.0
    assert any(f"余白に落ちた注目度 {100 * share:.1f} %" in c.value for c in page.caption)


def test_a_deleted_token_changes_text_bars_and_words(page, analyzer):
    before = analyzer.predict([UDON])[0]
    page = edit(page, "delete", number_of(page, "うどん"))
    edited, after = without(analyzer, UDON, 3)
    assert text_of(page) == UDON.replace("うどん", "") == edited.text
    assert list(bars(page).values()) == pytest.approx(after.probabilities, abs=1e-5)
    order = np.argsort(-before.probabilities)
    assert chart(page).alt == "棒グラフ: 編集前 → 編集後 " + ", ".join(
        f"{before.labels[i]} {before.probabilities[i]:.2f} → {after.probabilities[i]:.2f}"
        for i in order
    )
    assert f"確率 {after.confidence:.2f}</p>" in htmls(page)
    assert edits(page) == ["「うどん」を削除"]
    assert token_data(page)["announcement"].startswith("「うどん」を削除。分類")


def test_undo_redo_and_undo_all(page):
    start = token_data(page)
    page = edit(page, "delete", number_of(page, "うどん"))
    one = token_data(page)
    page = edit(page, "replace", number_of(page, "目的"), replacement="試合")
    assert text_of(page) == "もちろん、おいしいを食べることを、第一の試合にして行くのだが。"
    assert edits(page) == ["「うどん」を削除", "「目的」→「試合」"]
    page.button(key="undo").click().run()
    assert token_data(page) == one
    page.button(key="undo").click().run()
    assert token_data(page) == start
    assert edits(page) == []
    assert page.button(key="undo").disabled
    page.button(key="redo").click().run()
    assert token_data(page) == one
    page.button(key="redo").click().run()
    assert len(edits(page)) == 2
    assert page.button(key="redo").disabled
    page.button(key="reset").click().run()
    assert token_data(page) == start
    assert not page.button(key="redo").disabled


def test_a_new_text_or_model_has_no_edits(page):
    page = edit(page, "unk", number_of(page, "うどん"))
    assert text_of(page) == UDON.replace("うどん", "\ufffd")
    page = submit(page, KYOTO)
    assert text_of(page) == KYOTO
    assert edits(page) == []
    page = edit(page, "blank", 0)
    page.selectbox(key="model").set_value("article").run()
    assert text_of(page) == KYOTO


def test_an_edit_of_a_text_that_is_no_more_does_nothing(page):
    revision = token_data(page)["revision"]
    page = edit(page, "delete", 0)
    page = edit(page, "delete", 0, revision=revision)
    assert len(edits(page)) == 1


def test_a_change_of_the_category_is_said_and_the_explained_label_follows(page, analyzer):
    tokenized = analyzer.tokenize(UDON)
    numbers = [number for number, token in enumerate(tokenized.tokens) if token.end <= 16]
    _, after = without(analyzer, UDON, *numbers)
    assert after.label != analyzer.predict([UDON])[0].label
    page.selectbox(key="method").set_value("leave_one_out").run()
    page = edit(page, "delete", *numbers)
    changed = f"分類が グルメ から {after.label} に変わりました。"
    assert token_data(page)["announcement"].endswith(changed)
    assert any(caption.value == f"「{after.label}」についての値です。" for caption in page.caption)


def test_the_last_token_cannot_be_deleted(page):
    page = submit(page, "京都")
    page = edit(page, "delete", 0)
    assert text_of(page) == "京都"
    assert infos(page)[0] == "分析する文字がありません。日本語の文を入力してください。"
    page = edit(page, "unk", 0)
    assert "分析する文字がありません。日本語の文を入力してください。" not in infos(page)


def test_other_tokens_from_another_cut_are_said(page, analyzer):
    page = edit(page, "unk", number_of(page, "うどん"))
    text = text_of(page)
    pieces = " | ".join(token.piece for token in analyzer.tokenize(text).tokens)
    assert f"切り直すとトークンが変わります: {pieces}<" in htmls(page)
    page.button(key="undo").click().run()
    assert "切り直すと" not in htmls(page)


def test_hostile_characters_in_edits_are_inert(page):
    page = edit(page, "replace", 0, replacement="<img src=x>*寺*\ud800")
    assert edits(page) == ["「もちろん」→「&lt;img src=x&gt;*寺*?」"]


def test_an_edit_cannot_make_the_text_too_long(page):
    page = edit(page, "replace", 0, replacement="寺" * 10_001)
    assert text_of(page) == UDON
    assert infos(page)[0].startswith("一度に分析できるのは 10,000 文字までです。")


def test_the_smallest_flip_is_told_and_applied(page, analyzer):
    page.button(key="flip").click().run()
    (found,) = re.findall("<p[^>]*>(「.*?変わります.*?)</p>", htmls(page))
    before = analyzer.predict([UDON])[0].label
    assert found.startswith("「") and f"分類が {before} から " in found
    page.button(key="flip_apply").click().run()
    assert not page.exception
    left = UDON
    for deleted in re.findall("「(.*?)」", found):
        left = left.replace(deleted, "")
    assert text_of(page) == left
    assert len(edits(page)) == 1
    assert token_data(page)["announcement"].endswith("に変わりました。")


def test_a_flip_of_units_that_cannot_be_found_is_said(monkeypatch, page):
    monkeypatch.setattr("core.ui.parts.explaining.smallest_flip", lambda *args, **options: None)
    page = submit(page, "うどんとラーメン")
    page.button(key="flip").click().run()
    assert "5 個までの削除では、分類は変わりません。" in infos(page)


def test_every_method_is_shown_judged_and_explained(page, analyzer):
    page = submit(page, "清水寺でうどん")
    expected = analyzer.explain("清水寺でうどん").results
    for method in METHODS:
        page.selectbox(key="method").set_value(method).run()
        assert not page.exception
        weights = page.dataframe[0].value["weight"].tolist()
        scores = expected[method].analysis.attribution.token_scores
        assert weights == pytest.approx(scores.tolist(), abs=1e-6)
        judged = expected[method].faithfulness
        verdict = next(text for text in sentences(page) if text.startswith("この見方は、"))
        assert verdict.startswith(WORDS[f"verdict_{judged.verdict}"]["ja"].split("{")[0])
        assert f"(削除テスト {plain_number(judged.comprehensiveness)}、" in verdict
        assert WORDS[f"help_{method}"]["ja"] in page.selectbox(key="method").proto.help


def test_another_label_moves_what_knows_labels_and_attention_stands_still(page, analyzer):
    stands_still = WORDS["target_blind"]["ja"]
    attention = token_data(page)["segments"]
    page.selectbox(key="target").set_value("京都").run()
    assert token_data(page)["segments"] == attention
    assert stands_still in infos(page)
    page.selectbox(key="method").set_value("gradient_x_input").run()
    assert stands_still not in infos(page)
    assert any(caption.value == "「京都」についての値です。" for caption in page.caption)
    kyoto = token_data(page)["segments"]
    expected = analyzer.analyze(UDON, method="gradient_x_input", target="京都").attribution
    assert page.dataframe[0].value["weight"].tolist() == pytest.approx(
        expected.token_scores.tolist(), abs=1e-6
    )
    page.selectbox(key="target").set_value("").run()
    assert token_data(page)["segments"] != kyoto
    blind = {name for name, method in METHODS.items() if not method.sees_target}
    assert blind == {"attention", "output_max", "softmax_max", "random"}


def test_signs_are_written_and_marked(page, analyzer):
    page.selectbox(key="method").set_value("leave_one_out").run()
    scores = analyzer.analyze(UDON, method="leave_one_out").attribution.token_scores
    assert scores.min() < 0.0 < scores.max()
    parts = [part for part in token_data(page)["segments"] if part["tokens"]]
    for part, score in zip(parts, scores, strict=True):
        assert part["negative"] is bool(score < 0.0)
        sign = "±" if abs(score) < 5e-5 else "＋" if score > 0 else "−"
        assert f" {sign}{abs(score):.4f}(" in part["status"]
    assert any("青と破線(−)は下げる側" in caption.value for caption in page.caption)


def test_units_are_drawn_and_edited_as_one_and_their_sum_stays(page, analyzer):
    page.segmented_control(key="unit").set_value("bunsetsu").run()
    assert not page.exception
    parts = [part for part in token_data(page)["segments"] if part["tokens"]]
    assert len(parts) < len(analyzer.tokenize(UDON).tokens)
    assert text_of(page) == UDON
    shown = sum(float(part["status"].split(" ")[-2].split("(")[0]) for part in parts)
    scores = analyzer.analyze(UDON).attribution.token_scores
    assert shown == pytest.approx(scores.sum(), abs=5e-4)
    longest = max(parts, key=lambda part: len(part["tokens"]))
    assert len(longest["tokens"]) > 1
    page = edit(page, "delete", *longest["tokens"])
    assert text_of(page) == UDON.replace(longest["text"], "")
    assert edits(page) == [f"「{longest['text']}」を削除"]


def test_the_absolute_scale_is_the_value_itself(page, analyzer):
    page.segmented_control(key="scale").set_value("absolute").run()
    scores = analyzer.analyze(UDON).attribution.token_scores
    strengths = [part["strength"] for part in token_data(page)["segments"] if part["tokens"]]
    assert strengths == pytest.approx(scores.tolist(), abs=1e-4)
    assert WORDS["no_absolute_scale"]["ja"] not in infos(page)


@pytest.mark.parametrize(
    ("method", "warnings"),
    [
        ("output_max", ["not_a_weight"]),
        ("softmax_max", ["not_a_weight_2020"]),
        ("random", []),
    ],
)
def test_values_without_a_whole_are_drawn_and_told_as_what_they_are(page, method, warnings):
    page.segmented_control(key="scale").set_value("absolute").run()
    whole = [caption.value for caption in page.caption if "1(全体)" in caption.value]
    assert len(whole) == 1
    page.selectbox(key="method").set_value(method).run()
    assert WORDS["no_absolute_scale"]["ja"] in infos(page)
    assert [caption.value for caption in page.caption if "1(全体)" in caption.value] == []
    strengths = [part["strength"] for part in token_data(page)["segments"]]
    assert max(strengths) == 1.0
    assert [warning.value for warning in page.warning] == [WORDS[key]["ja"] for key in warnings]


def test_padding_is_a_block_with_its_share_where_the_method_has_one(page):
    assert token_data(page)["padding"] == "余白 0.0 %"
    page.selectbox(key="model").set_value("article").run()
    share = Analyzer.load(MODELS / "article").analyze(UDON).attribution.padding_share
    assert share > 0.0
    assert token_data(page)["padding"] == f"余白 {100 * share:.1f} %"
    page.selectbox(key="method").set_value("leave_one_out").run()
    assert token_data(page)["padding"] is None


@pytest.mark.parametrize(("delta", "flagged"), [(0.0099, False), (-0.0123, True)])
def test_the_completeness_gap_is_shown_and_flagged(monkeypatch, page, delta, flagged):
    class WithGap(Attribution):
        def __init__(self, **fields):
            super().__init__(**{**fields, "delta": delta})

    monkeypatch.setattr("core.explain.explanation.Attribution", WithGap)
    page = submit(page, f"清水寺でうどん {delta}")
    written = f"{'＋' if delta > 0 else '−'}{abs(delta):.4f}"
    assert any(written in warning.value for warning in page.warning) is flagged
    assert any(f"合計のずれ {written}" in caption.value for caption in page.caption) is not flagged


def test_badges_and_chips_say_what_the_model_saw(page):
    page = submit(page, "㍿ＡＢ😀は<b>京都</b>")
    written = htmls(page)
    assert "㍿ → 株式会社<" in written
    assert "😀 → 〈unk〉<" in written
    badges = [text for text in sentences(page) if "badge" in text]
    assert any("NFKC で変わった文字 3" in badge for badge in badges)
    assert any("未知のトークン 1" in badge for badge in badges)
    page = submit(page, UDON)
    assert "見た目 → " not in htmls(page)
    assert not [text for text in sentences(page) if "badge" in text]


def test_more_than_eight_differences_are_counted(page):
    page = submit(page, "京".join("ＡＢＣＤＥＦＧＨＩＪ"))
    assert htmls(page).count(" → ") - htmls(page).count("見た目 → ") == 8
    assert "ほか 2<" in htmls(page)


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


def test_a_text_past_the_limit_of_the_whole_is_read_by_sentences(page):
    text = "京都の寺へ行く。" * 1_251
    page = submit(page, text)
    assert any(caption.value == WORDS["too_long_hint"]["ja"] for caption in page.caption)
    page.segmented_control(key="reading").set_value("sentences").run()
    assert not page.exception
    assert not page.info
    assert page.query_params["reading"] == "sentences"
