"""Edits of the text on the page 分析, and the smallest flip."""

import re

import numpy as np
import pytest

from core.lab.edits import Edit, apply_edit
from tests.ui.analyze_page import (
    KYOTO,
    UDON,
    bars,
    chart,
    edit,
    edits,
    htmls,
    infos,
    number_of,
    text_of,
    token_data,
)
from tests.ui.pages import submit


def without(default, text, *numbers):
    """The text as it is when the tokens are deleted, and its prediction."""
    edit = Edit(operation="delete", tokens=numbers)
    tokenizer = default.tokenizer
    edited = apply_edit(default.tokenize(text), edit, tokenizer, tokenizer.blank_id)
    return edited, default.predict([edited])[0]


def test_a_deleted_token_changes_text_bars_and_words(page, default):
    before = default.predict([UDON])[0]
    page = edit(page, "delete", number_of(page, "うどん"))
    edited, after = without(default, UDON, 3)
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


def test_a_change_of_the_category_is_said_and_the_explained_label_follows(page, default):
    tokenized = default.tokenize(UDON)
    numbers = [number for number, token in enumerate(tokenized.tokens) if token.end <= 16]
    _, after = without(default, UDON, *numbers)
    assert after.label != default.predict([UDON])[0].label
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


def test_other_tokens_from_another_cut_are_said(page, default):
    page = edit(page, "unk", number_of(page, "うどん"))
    text = text_of(page)
    pieces = " | ".join(token.piece for token in default.tokenize(text).tokens)
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


def test_the_smallest_flip_is_told_and_applied(page, default):
    page.button(key="flip").click().run()
    (found,) = re.findall("<p[^>]*>(「.*?変わります.*?)</p>", htmls(page))
    before = default.predict([UDON])[0].label
    assert found.startswith("「")
    assert f"分類が {before} から " in found
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
