"""The drawings of the lesson's steps 4 and 5: the right numbers in the right cells, all escaped."""

import html
import re

import numpy as np

from core.view.html.lesson_figures import lesson_table_html, shares_html
from core.view.html.lesson_matrix import lesson_matrix_html
from core.view.html.lesson_strip import StripCell, lesson_lstm_html, strip_html
from core.view.token_colours import token_background

WEIGHTS = np.array([[0.5, 0.25, 0.25], [0.1, 0.8, 0.1], [0.0, 0.4, 0.6]])
PIECES = ("うどん", "<b>", "食べることば")


def texts(written):
    return [html.unescape(text) for text in re.findall(r">([^<>]+)<", written)]


def rows(written):
    """The cells of each row of a table, as text."""
    return [
        [html.unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", written)
    ]


def colour(strength, theme="light"):
    return token_background(strength, negative=False, theme=theme)


def colours(written):
    return re.findall(r"background: (#[0-9a-f]{6})", written)


def matrix(**changes):
    options = {"theme": "light", "label": "行列", "rows": 9, "columns": 9}
    return lesson_matrix_html(PIECES, WEIGHTS, **{**options, **changes})


def test_strip_shows_piece_and_number_and_marks_the_chosen_one():
    cells = [
        StripCell(piece="余白 46", number="3", is_token=False),
        StripCell(piece="<b>", number="0.25", strength=0.5, chosen=True),
        StripCell(piece="うどん"),
    ]
    written = strip_html(cells, theme="dark", label='"文"', lines=2)
    assert texts(written) == ["余白 46", "3", "<b>", "0.25", "うどん"]
    first, second, third = re.findall(r"<span[^>]*><span[^>]*>", written)
    assert first == '<span class="other"><span>'
    assert second == (
        f'<span class="chosen" style="background: {colour(0.5, "dark")}"><span lang="ja">'
    )
    assert third == '<span><span lang="ja">'
    assert (
        'tabindex="0" aria-label="&#34;文&#34;" style="max-height: calc(6.1rem + 8px)"' in written
    )


def test_matrix_has_every_weight_in_its_row_and_column():
    assert rows(matrix()) == [
        ["", "うどん", "<b>", "食べる…"],
        ["うどん", "0.50", "0.25", "0.25"],
        ["<b>", "0.10", "0.80", "0.10"],
        ["食べることば", "0.00", "0.40", "0.60"],
    ]
    assert 'title="食べることば"' in matrix()
    assert colours(matrix())[3:6] == [colour(0.125), colour(1.0), colour(0.125)]


def test_a_crop_says_on_both_sides_that_it_goes_on():
    assert rows(matrix(rows=2, columns=1)) == [
        ["", "うどん"],
        ["うどん", "0.50", "…"],
        ["<b>", "0.10", "…"],
        ["⋮", "⋮"],
    ]


def test_before_the_answer_only_the_first_row_is_filled():
    assert rows(matrix(filled=1))[1:3] == [["うどん", "0.50", "0.25", "0.25"], ["<b>", "", "", ""]]


def test_the_foot_stands_under_its_columns_in_the_shades_of_the_matrix():
    foot = ("注目度", ["0.20", "0.48", "0.32"], np.array([0.2, 0.48, 0.32]))
    written = matrix(rows=1, columns=2, foot=foot)
    assert rows(written)[-1] == ["注目度", "0.20", "0.48", "…"]
    assert colours(written.split("<tfoot>")[1]) == [colour(0.25), colour(0.6)]


def test_shares_are_told_in_percent_and_drawn_to_scale():
    written = shares_html([("記事 & 私", 0.69352), ("default", 0.0), ("?", None)])
    assert texts(written) == ["記事 & 私", "69.35 %", "default", "0.00 %", "?", "?"]
    assert re.findall(r"width: ([\d.]+)%", written) == ["69.3520", "0.0000"]


def test_table_sets_names_and_numbers():
    written = lesson_table_html(["分類", "e"], [["<京都>", "1.50"]], foot=["合計", "1.50"])
    assert rows(written) == [["分類", "e"], ["<京都>", "1.50"], ["合計", "1.50"]]
    assert "<tfoot>" not in lesson_table_html(["分類"], [["京都"]])


def test_the_tokens_stand_between_the_two_directions():
    cells = [StripCell(piece="寺", number="7")]
    written = lesson_lstm_html(
        cells, theme="light", label="文", forward="前 <", backward="後", kept="最大"
    )
    assert texts(written) == ["前 <", "▶", "寺", "7", "◀", "後", "最大"]
