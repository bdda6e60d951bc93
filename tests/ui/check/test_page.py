"""The page 検査 with a shipped model, driven through Streamlit's AppTest."""

import json
import subprocess
import sys

import numpy as np
import pytest
from streamlit.runtime.scriptrunner import StopException

from core.batch.predict import predict_batch
from core.batch.table import predict_frame
from core.checks.metrics import measure_batch
from core.data.dataset import read_samples
from core.data.tables.readers import READERS
from core.errors import TableSuffixError
from core.paths import DATA, ROOT
from core.ui.check import run as check_run_block
from core.ui.check.row_list import sort_rows
from core.ui.shell.as_written import escape_markdown
from core.words.lookup import WORDS
from tests.results import make_result
from tests.ui.check.uploads import FILE, upload
from tests.ui.pages import new_script, open_page, press, says


@pytest.fixture(scope="module")
def topics(default):
    """What the model says of the sentences that the page shows first."""
    examples = read_samples(DATA / "topics_today.csv")
    return predict_batch(
        default, [e.text for e in examples], true_labels=[e.label for e in examples]
    )


@pytest.fixture(scope="module")
def first_visit():
    """A page that nobody touches."""
    return open_page("check")


@pytest.fixture(scope="module")
def uploaded():
    """The file in the encoding of Excel's Japanese CSV; a page that nobody touches."""
    return upload(FILE.encode("cp932"))


def rows_shown(page):
    """The texts of the rows and what stands under each, as HTML."""
    bodies = [element.proto.body for element in page.get("html")]
    return [tuple(part for part in body.split("</p>")[:-1]) for body in bodies if ">正解" in body]


def figures(page):
    """What stands in large type on the four cards."""
    bodies = [element.proto.body for element in page.get("html")]
    return [body.split(">")[1].split("<")[0] for body in bodies if "font-weight: 700" in body]


def test_the_first_visit_judges_the_topics_of_today(first_visit, topics):
    assert not first_visit.exception
    metrics = measure_batch(topics)
    assert figures(first_visit)[0] == f"{metrics.accuracy.value:.2f}"
    assert says(first_visit, f"95 % 区間 {metrics.accuracy.low:.2f}–{metrics.accuracy.high:.2f}")
    assert says(first_visit, "正解のある 240 行で測定")


def test_the_commonest_mistake_is_open_with_exactly_its_rows(first_visit, topics):
    confusion = measure_batch(topics).confusion.copy()
    np.fill_diagonal(confusion, 0)
    true, predicted = np.unravel_index(confusion.argmax(), confusion.shape)
    assert first_visit.selectbox(key="check_cell_true").value == topics.labels[true]
    assert first_visit.selectbox(key="check_cell_predicted").value == topics.labels[predicted]
    wanted = np.flatnonzero((topics.true_ids == true) & (topics.predicted_ids == predicted))
    assert says(first_visit, f"**{len(wanted)} 行**")
    shown = [text.split(">")[-1] for text, _ in rows_shown(first_visit)]
    assert shown == [topics.texts[row] for row in sort_rows(topics, wanted)]


def test_a_row_opens_in_analyze_and_there_is_a_way_back(topics):
    page = open_page("check", check="matrix", lang="ja")
    row = next(button.key for button in page.button if "_open_" in button.key)
    page.button(key=row).click().run()
    text = topics.texts[int(row.split("_")[-2])]
    assert page.session_state["_go_to"] == ("pages/analyze.py", {"lang": "ja"})
    assert page.session_state["text"] == text
    del page.session_state["_go_to"]
    page.switch_page("pages/analyze.py").run()
    assert page.text_area(key="text").value == text
    press(page, "← 検査に戻る")
    assert page.session_state["_go_to"] == ("pages/check.py", {"lang": "ja", "check": "matrix"})


def test_a_file_in_cp932_is_read_and_its_columns_are_guessed(uploaded):
    assert not uploaded.exception
    assert [box.value for box in uploaded.selectbox if "列" in box.label] == ["本文", "分類", ""]
    sentence = (
        "2 列、6 行を読みました。文字コードは CP932 だと推定しました(最初の行: 清水寺に行きました。"
    )
    assert says(uploaded, escape_markdown(sentence))


def test_labels_of_other_models_and_failed_rows_are_counted(uploaded):
    assert [warning.value for warning in uploaded.warning] == [
        escape_markdown(
            "このモデルにない分類の行は当たり外れに数えません: 1 種類、1 行(「政治」1 行)"
        )
        + "\n\n"
        + escape_markdown("このファイルに 1 行もない分類: 「スポーツ」、「携帯電話」"),
        "6 行のうち 1 行は予測できませんでした。わけは「全行」の「予測できない行」に出ます。",
    ]
    assert says(uploaded, "正解のある 3 行で測定")


def test_labels_in_another_spelling_are_judged_and_counted():
    labels = (" グルメ", "京都　", "ｽﾎﾟｰﾂ", "携帯電話")
    rows = [f"{label}の文です。,{label}" for label in labels]
    page = upload("\n".join(["本文,分類", *rows]).encode())
    assert says(page, "正解のある 4 行で測定")
    assert [info.value for info in page.info] == [
        escape_markdown("表記(空白、全角と半角、見えない文字)の違いを除いて一致した分類: 3 行")
    ]
    assert page.session_state["check_kept"].result.true_labels == labels


def test_what_our_json_predicts_is_no_true_category():
    answer = {"schema": 1, "model": {"name": "default"}, "text": "寺に行く。", "label": "京都"}
    answer["probabilities"] = {"京都": 1.0}
    page = upload(json.dumps(answer).encode(), "*out*.jsonl")
    assert says(page, WORDS["check_unlabelled"]["ja"])
    assert page.info[0].value == escape_markdown(
        "モデルの予測の列や、それと同じ内容の列は、正解に使っていません: label"
    )
    (box,) = (box for box in page.selectbox if box.label == WORDS["check_column_label"]["ja"])
    box.select("label").run()
    assert [error.value for error in page.error] == [
        escape_markdown(
            "*out*.jsonl の列「label」はモデルの予測なので、正解には使えません。正解の列を選んでください。"
        )
    ]


def test_all_rows_can_be_filtered_and_stay_as_they_are_written():
    page = upload(FILE.encode("utf-8-sig"), check="rows")
    assert says(page, "**6 行**")
    assert any("&lt;b&gt;*太字*&lt;/b&gt; $x$" in h.proto.body for h in page.get("html"))
    page.segmented_control(key="rows").set_value("failed").run()
    assert page.query_params["rows"] == "failed"
    ((_, facts),) = rows_shown(page)
    assert facts.endswith("正解 グルメ、分析する文字がありません。日本語の文を入力してください。")
    page.segmented_control(key="rows").set_value("wrong").run()
    ((text, facts),) = rows_shown(page)
    assert text.endswith("サヨナラホームランで勝った。")
    assert "正解 京都、予測 スポーツ" in facts


def test_another_column_of_texts_is_predicted_anew():
    page = upload(FILE.encode())
    box = next(box for box in page.selectbox if box.label == "文の列")
    box.set_value("分類").run()
    assert not page.exception
    assert page.session_state["check_kept"].result.texts[3] == "政治"


def test_a_file_without_labels_shows_what_was_predicted():
    page = upload("文\n清水寺に行く。\nうどんを食べる。\n金閣寺を見る。\n".encode())
    assert not page.exception
    assert figures(page)[:3] == ["–", "–", "–"]
    assert says(page, WORDS["check_matrix_unlabelled"]["ja"])
    assert "京都 0.67, グルメ 0.33" in page.get("vega_lite_chart")[0].proto.alt
    page.selectbox(key="check_cell_predicted").set_value("京都").run()
    assert says(page, "**2 行**")


@pytest.mark.parametrize(
    ("name", "content"), [("*文*.docx", b"PK"), ("文.csv", b"\x00\xff\xfe\x81"), ("文.csv", b"")]
)
def test_a_wrong_file_is_one_sentence(name, content):
    page = upload(content, name)
    assert not page.exception
    assert len(page.error) == 1
    assert escape_markdown(name) in page.error[0].value
    assert not page.get("vega_lite_chart")
    if name.endswith("docx"):
        error = TableSuffixError(path=name, suffixes=" ".join(READERS))
        assert page.error[0].value == escape_markdown(error.sentence("ja"))


def test_a_file_that_was_taken_away_is_forgotten():
    page = upload(FILE.encode())
    page.file_uploader(key="check_uploader").set_value(None).run()
    assert [info.value for info in page.info] == [WORDS["check_upload_first"]["ja"]]


def test_the_address_restores_source_panel_and_filter():
    page = open_page("check", source="samples", check="rows", rows="wrong", lang="en")
    assert not page.exception
    assert page.title[0].value == "Check"
    assert page.segmented_control(key="source").value == "samples"
    assert page.segmented_control(key="check").value == "rows"
    assert page.segmented_control(key="rows").value == "wrong"
    assert page.session_state["check_kept"].result.source == "samples.csv"


def test_a_card_opens_its_panel(topics):
    page = open_page("check")
    page.button(key="check_see_calibration").click().run()
    assert not page.exception
    assert page.segmented_control(key="check").value == "calibration"
    assert page.query_params["check"] == "calibration"


def test_rows_are_asked_about_once_per_model(monkeypatch):
    calls = []

    def remember(analyzer, table, columns, **options):
        calls.append((analyzer.bundle.name, len(table)))
        return predict_frame(analyzer, table, columns, **options)

    monkeypatch.setattr(check_run_block, "predict_frame", remember)
    page = upload(FILE.encode())
    page.segmented_control(key="lang").set_value("en").run()
    assert calls == [("default", 6)]
    page.selectbox(key="model").set_value("article").run()
    assert not page.exception
    assert calls == [("default", 6), ("article", 6)]


def test_a_stopped_file_says_so_keeps_nothing_and_can_be_started_again():
    page = upload(FILE.encode())
    kept = page.session_state["check_kept"]
    # As the button 中止 leaves it.
    page.session_state["check_kept"] = check_run_block._KeptResult(
        key=kept.key, rows=kept.rows, result=None
    )
    page.run()
    assert [info.value for info in page.info] == [WORDS["check_stopped"]["ja"]]
    assert not page.get("vega_lite_chart")
    page = press(page, "もう一度")
    assert says(page, "正解のある 3 行で測定")


def test_a_run_that_something_else_ended_is_no_stop(monkeypatch):
    def end(analyzer, table, columns, *, on_progress, **options):
        on_progress(1, 5)
        raise StopException

    with monkeypatch.context() as patch:
        patch.setattr(check_run_block, "predict_frame", end)
        page = open_page("check")
    assert not page.get("vega_lite_chart")
    page.run()
    assert not page.info
    assert says(page, "正解のある 240 行で測定")


def test_no_panel_fails_and_neither_page_imports_tensorflow():
    code = (
        "import sys; from streamlit.testing.v1 import AppTest; "
        "page = AppTest.from_file('app.py', default_timeout=120).run(); "
        "page.selectbox(key='method').set_value('output_max').run(); "
        "assert not page.exception, page.exception; "
        "page = AppTest.from_file('app.py', default_timeout=120); "
        "page.session_state['_go_to'] = ('pages/check.py', {'source': 'samples'}); "
        "page.run(); "
        "from core.ui.check.panels import PANELS; "
        "fails = [name for name in PANELS "
        "if page.segmented_control(key='check').set_value(name).run().exception]; "
        "print(len(PANELS), fails, sorted({'tensorflow', 'keras', 'gensim'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.strip() == "10 [] []"


def draw_cards(result):
    # AppTest runs this function alone.
    from types import SimpleNamespace

    import numpy as np

    from core.ui.check.cards import cards_block
    from core.ui.check.row_list import rows_block
    from tests.fakes import make_bundle

    cards_block(SimpleNamespace(bundle=make_bundle(temperature=1.5)), result)
    rows_block(result, np.flatnonzero(result.out_of_scope), key="flagged")


def test_flagged_rows_are_counted_among_the_answered_ones():
    answers = [("京都", 0.6), ("京都", 0.9), ("グルメ", 0.8), None]
    result = make_result(*answers, scope_scores=[2.0, 0.5, 3.0, np.nan], scope_threshold=1.0)
    page = new_script(draw_cards, result).run()
    assert not page.exception
    assert figures(page) == ["–", "–", "–", "2 行"]
    assert says(page, "予測した 3 行の 66.7 %。対象外かもしれません。")
    found = [body for body in (h.proto.body for h in page.get("html")) if "対象外" in body]
    assert ["文2" in found[0], "文0" in found[1]] == [True, True]  # the surest first
    assert found[0].endswith("予測 グルメ 0.80、対象外かもしれません</p>")
