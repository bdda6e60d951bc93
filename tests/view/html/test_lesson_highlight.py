"""A coloured text that gives nothing else away."""

import re

import numpy as np
import pytest

from core.types import Token, TokenizedText
from core.view.html.lesson_highlight import first_tokens, highlight_html, rank_strengths
from core.view.token_colours import token_background
from tests.fakes import make_tokenized

TEXT = make_tokenized("寺", "<b>", "うどん", "と", "酒")


def highlighted(strengths, **options):
    return highlight_html(TEXT, np.array(strengths), **{"theme": "light", "label": "A", **options})


def inside(written):
    return re.fullmatch(r"<p [^>]*>(.*)</p>", written)[1]


def test_strengths_tell_the_order_whatever_the_numbers():
    few = rank_strengths(np.array([0.1, 0.4, 0.2, 0.3]))
    many = rank_strengths(np.array([-1e6, 5.0, -2.0, 0.0]))
    assert few.tolist() == many.tolist() == pytest.approx([0.0, 1.0, (1 / 3) ** 3, (2 / 3) ** 3])
    assert rank_strengths(np.array([0.2, 0.2, 0.1])).tolist()[:2] == [0.421875] * 2  # a tie
    assert rank_strengths(np.array([7.0])).tolist() == [1.0]


def test_only_the_coloured_tokens_are_cut_out():
    written = highlighted([0.0, 0.5, 1.0, 0.0, 0.0], negative=np.array([0, 1, 0, 0, 0], bool))
    against, full = (token_background(x, negative=True, theme="light") for x in (0.5, 1.0))
    strong = token_background(1.0, negative=False, theme="light")
    assert inside(written) == (
        f'寺<span style="background: {against}; border-bottom: 2.0px dashed {full}">&lt;b&gt;</span>'
        f'<span style="background: {strong}; border-bottom: 4.0px solid {strong}">うどん</span>と酒'
    )


def test_frames_cuts_and_what_was_never_seen():
    framed = highlighted([0.0] * 5, framed=[0, 4], num_truncated=1)
    # The fifth is truncated: no frame reaches it.
    assert inside(framed) == '<span class="framed">寺</span>&lt;b&gt;うどんと<s>酒</s>'
    cut = highlighted([0.0] * 5, cut=True)
    assert re.findall(r'<span class="cut">(.*?)</span>', cut) == [
        *("寺", "&lt;b&gt;", "うどん", "と", "酒")
    ]


def test_a_long_text_scrolls_by_the_keyboard_under_its_name():
    written = highlighted([0.0] * 5, label='"文"', lines=2)
    assert 'tabindex="0" aria-label="&#34;文&#34;" style="max-height: 3.9rem"' in written


def test_the_beginning_is_the_text_that_its_tokens_cover():
    assert first_tokens(TEXT, 3).text == "寺<b>うどん"
    assert [token.piece for token in first_tokens(TEXT, 3).tokens] == ["寺", "<b>", "うどん"]
    assert first_tokens(TEXT, 5) is TEXT


def test_the_mark_before_a_text_is_drawn_where_it_has_a_colour():
    marked = TokenizedText(
        text="寺",
        tokens=(
            Token(piece="▁", id=5, start=0, end=0),
            Token(piece="寺", id=6, start=0, end=1),
        ),
    )
    plain, coloured = (
        inside(highlight_html(marked, np.array([strength, 0.0]), theme="light", label="A"))
        for strength in (0.0, 1.0)
    )
    assert plain == "寺"
    assert re.sub("<[^>]+>", "", coloured) == "▁寺"
