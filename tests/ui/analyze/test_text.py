"""The text field of the page 分析: its examples, odd texts, and where a text is too long."""

import pytest

from core.ui.shell.as_written import escape_markdown
from core.words.lookup import WORDS
from tests.ui.analyze_page import KYOTO, token_data
from tests.ui.pages import submit


def test_an_example_fills_the_field_and_is_analysed(page):
    page.button(key="example_2").click().run()
    assert page.text_area(key="text").value == KYOTO
    assert "".join(segment["text"] for segment in token_data(page)["segments"]) == KYOTO


def test_other_examples_are_drawn(page):
    before = page.button(key="example_0").label
    page.button(key="another_examples").click().run()
    assert not page.exception
    assert page.button(key="example_0").label != before


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


def test_a_long_text_is_cut_counted_and_said(page, default):
    text = "清水寺に行きました。" * 200
    page = submit(page, text)
    assert not page.exception
    expected = default.analyze(text).prediction
    assert expected.num_truncated > 0
    assert any(f"切り捨て {expected.num_truncated}" in caption.value for caption in page.caption)
    segments = token_data(page)["segments"]
    assert "".join(segment["text"] for segment in segments) == text
    assert [segment["truncated"] for segment in segments].count(True) == 1


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


def test_a_text_past_the_limit_of_the_whole_is_read_by_sentences(page):
    text = "京都の寺へ行く。" * 1_251
    page = submit(page, text)
    assert any(caption.value == WORDS["too_long_hint"]["ja"] for caption in page.caption)
    page.segmented_control(key="reading").set_value("sentences").run()
    assert not page.exception
    assert not page.info
    assert page.query_params["reading"] == "sentences"
