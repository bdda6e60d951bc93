"""Counts and chips: where the model saw something else than what is written."""

from tests.ui.analyze_page import UDON, htmls, markdowns
from tests.ui.pages import submit


def test_badges_and_chips_say_what_the_model_saw(page):
    page = submit(page, "㍿ＡＢ😀は<b>京都</b>")
    written = htmls(page)
    assert "㍿ → 株式会社<" in written
    assert "😀 → 〈unk〉<" in written
    badges = [text for text in markdowns(page) if "badge" in text]
    assert any("NFKC で変わった文字 3" in badge for badge in badges)
    assert any("未知のトークン 1" in badge for badge in badges)
    page = submit(page, UDON)
    assert "見た目 → " not in htmls(page)
    assert not [text for text in markdowns(page) if "badge" in text]


def test_more_than_eight_differences_are_counted(page):
    page = submit(page, "京".join("ＡＢＣＤＥＦＧＨＩＪ"))
    assert htmls(page).count(" → ") - htmls(page).count("見た目 → ") == 8
    assert "ほか 2<" in htmls(page)
