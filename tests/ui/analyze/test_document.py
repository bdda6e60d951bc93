"""文ごと on the page 分析 with the shipped models, driven through Streamlit's AppTest."""

import json

import pytest
from streamlit.runtime.scriptrunner import StopException

from core.batch.documents import analyze_document
from core.text.limits import MAX_DOCUMENT_CHARACTERS
from core.ui.analyze import document as document_block
from core.ui.analyze.sentence_strip import label_signs
from core.ui.shell.as_written import escape_markdown
from core.words.lookup import WORDS
from tests.ui.pages import new_app, open_app, press, says, tables

LONG = f"{'清水寺と金閣寺と' * 30}銀閣寺。"
TEXT = f"京都の寺へ行きました。おいしいうどんを食べた!\n\u200b\n<b>サヨナラ</b>ホームランだ。{LONG}"
STARTS = ("京都の寺", "おいしい", "\u200b", "<b>サヨナラ</b>", "清水寺と")


@pytest.fixture(scope="module")
def document(default):
    return analyze_document(default, TEXT)


@pytest.fixture
def calls(monkeypatch):
    """The texts that the page had analysed, in order."""
    texts = []

    def remember(analyzer, text, **options):
        texts.append((analyzer.bundle.name, text))
        return analyze_document(analyzer, text, **options)

    monkeypatch.setattr(document_block, "analyze_document", remember)
    return texts


def new_page(text=TEXT, **address):
    page = new_app(reading="sentences", **address)
    page.session_state["text"] = text
    return page


@pytest.fixture
def page():
    return new_page().run()


@pytest.fixture(scope="module")
def first_visit():
    """A page that nobody touches."""
    return new_page().run()


def strips(page):
    return [c for c in page.get("bidi_component") if c.key == "document_strip"]


def strip(page):
    return json.loads(strips(page)[0].proto.json)


def bars(page):
    (table,) = tables(page.get("vega_lite_chart")[0].proto)
    return dict(zip(table["label"], table["probability"], strict=True))


def test_the_whole_text_has_one_pooled_category(first_visit, document):
    assert not first_visit.exception
    headline = next(h.proto.body for h in first_visit.get("html") if "700" in h.proto.body)
    assert f">{document.label}<" in headline
    assert f"確率 {document.confidence:.2f}<" in headline
    assert list(bars(first_visit).values()) == pytest.approx(document.probabilities)
    assert list(bars(first_visit)) == list(document.labels)


def test_what_the_pooled_probability_is_worth_is_the_reports(first_visit, default):
    measured = default.report.protocol("documents")
    assert says(
        first_visit,
        WORDS["document_measured"]["ja"].format(
            count=measured["num_examples"],
            accuracy=f"{measured['accuracy']:.2f}",
            low=f"{measured['low']:.2f}",
            high=f"{measured['high']:.2f}",
            ece=f"{measured['ece_after']:.2f}",
        ),
    )


def test_a_model_that_was_not_measured_on_documents_says_so():
    page = new_page(model="article").run()
    assert not page.exception
    assert says(page, WORDS["document_unmeasured"]["ja"])


def test_the_strip_has_one_cell_per_sentence(first_visit, document):
    cells = strip(first_visit)["cells"]
    assert len(cells) == len(document.sentences) == 5
    for number, (cell, sentence, start) in enumerate(
        zip(cells, document.sentences, STARTS, strict=True), 1
    ):
        prediction = sentence.prediction
        if prediction is None:
            assert cell == {"status": f"{number}: トークンのない行"}
            continue
        assert document.labels[cell["category"]] == prediction.label
        assert cell["sign"] == prediction.label[0]
        assert cell["strength"] == pytest.approx(prediction.confidence, abs=1e-3)
        beginning = f"{number}: {prediction.label} {prediction.confidence:.2f}　{start}"
        assert cell["status"].startswith(beginning)
    assert [sentence.prediction is None for sentence in document.sentences] == [
        False,
        False,
        True,
        False,
        False,
    ]


def test_a_sentence_cut_by_the_window_is_marked(first_visit, document):
    cells = strip(first_visit)["cells"]
    assert [cell.get("cut") for cell in cells] == [False, False, None, False, True]
    assert cells[4]["status"].endswith("　切り捨て")
    assert says(first_visit, WORDS["document_cut_note"]["ja"].format(window=128))
    cut = document.sentences[4].prediction.num_truncated
    assert first_visit.dataframe[0].value["切り捨て"].tolist()[4] == cut > 0


def test_without_cut_sentences_there_is_no_remark():
    page = new_page("京都の寺。うどん。").run()
    assert not says(page, "切り捨ては")


def test_the_legend_counts_the_sentences(first_visit, document):
    found = [s.prediction.label for s in document.sentences if s.prediction is not None]
    assert strip(first_visit)["legend"] == [
        {"sign": label[0], "text": f"{label} {found.count(label)} 文"} for label in document.labels
    ]


def test_the_list_holds_every_sentence(first_visit, document):
    table = first_visit.dataframe[0].value
    assert table["番号"].tolist() == [1, 2, 3, 4, 5]
    assert table["文"].tolist() == [
        document.text[sentence.start : sentence.end].strip() for sentence in document.sentences
    ]
    answers = [s.prediction for s in document.sentences]
    assert table["分類"][0] == answers[0].label
    assert table["確率"].dropna().tolist() == pytest.approx(
        [answer.confidence for answer in answers if answer is not None]
    )


@pytest.mark.parametrize(
    ("count", "size"), [(240, "large"), (241, "medium"), (1_000, "medium"), (1_001, "small")]
)
def test_many_sentences_have_smaller_cells(count, size):
    page = new_page("寺。" * count).run()
    assert strip(page)["size"] == size


def test_a_document_is_analysed_once(calls, page):
    page.segmented_control(key="lang").set_value("en").run()
    assert strip(page)["cells"][0]["status"].startswith("1: ")
    assert calls == [("default", TEXT)]


def test_another_text_and_another_model_are_asked_anew(calls, page):
    page.text_area(key="text").set_value("うどん。寺。")
    press(page, "分析する")
    page.selectbox(key="model").set_value("article").run()
    assert calls == [("default", TEXT), ("default", "うどん。寺。"), ("article", "うどん。寺。")]
    assert len(strip(page)["cells"]) == 2


def stopped(page):
    """Put the page into the state in which the button 中止 leaves it."""
    key = page.session_state["document_kept"].key
    page.session_state["document_kept"] = document_block._KeptDocument(key=key, document=None)
    return page.run()


def test_a_stopped_document_says_so_and_waits(calls, page):
    page = stopped(page)
    assert not page.exception
    assert [info.value for info in page.info] == ["中止しました。"]
    assert not strips(page)
    page.segmented_control(key="lang").set_value("en").run()
    assert [info.value for info in page.info] == ["Stopped."]
    assert len(calls) == 1


@pytest.mark.parametrize("button", ["もう一度", "分析する"])
def test_a_stopped_document_starts_again_when_asked(calls, page, button):
    page = press(stopped(page), button)
    assert not page.info
    assert len(strip(page)["cells"]) == 5
    assert len(calls) == 2


def test_a_run_that_something_else_ended_is_no_stop(monkeypatch):
    def end(analyzer, text, *, on_progress):
        on_progress(1, 5)
        raise StopException

    with monkeypatch.context() as patch:
        patch.setattr(document_block, "analyze_document", end)
        page = new_page().run()
    assert not strips(page)
    page.run()
    assert not page.info
    assert len(strip(page)["cells"]) == 5


def test_too_long_a_text_is_one_sentence():
    page = new_page("寺" * (MAX_DOCUMENT_CHARACTERS + 1)).run()
    assert not page.exception
    assert [info.value for info in page.info] == [
        escape_markdown("一度に分析できるのは 100,000 文字までです。受け取った文字数: 100,001")
    ]
    assert not any(button.label == "中止" for button in page.button)


def test_nothing_to_analyse_is_one_sentence():
    page = new_page(" \n").run()
    assert not page.exception
    assert [info.value for info in page.info] == [
        "分析する文字がありません。日本語の文を入力してください。"
    ]


def test_there_is_no_way_back_without_a_document():
    page = open_app()
    assert not any(button.label == "← 文章に戻る" for button in page.button)


def test_the_signs_are_the_first_characters_unless_two_are_alike():
    assert label_signs(("京都", "グルメ")) == ("京", "グ")
    assert label_signs(("京都", "京阪", "グルメ")) == ("1", "2", "3")
