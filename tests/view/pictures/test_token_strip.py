"""The strip and the matrix as drawings: colours and places are right, and no font is needed."""

import io
import re
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageColor

from core.lab.attention_map import AttentionMap
from core.view.palette import PAGE, PAGE_INK
from core.view.pictures.chart_svg import svg_png
from core.view.pictures.matrix import matrix_svg
from core.view.pictures.token_strip import token_strip_svg
from core.view.token_colours import token_background
from core.words.lookup import word_in
from tests.fakes import make_analysis, make_bundle

SVG = "{http://www.w3.org/2000/svg}"
JA = partial(word_in, "ja")


def strip(analysis, *, theme="light", **options):
    options = {"scale": "relative", "unit": "piece", "word": JA, **options}
    return token_strip_svg(analysis, make_bundle(), theme=theme, **options)


def tokens_of(drawing):
    return [g for g in ElementTree.fromstring(drawing).iter(f"{SVG}g") if g.get("class") == "token"]


def boxes_of(drawing):
    """(left, top, right, bottom) of every token."""
    rows = [[float(n) for n in token.get("data-box").split()] for token in tokens_of(drawing)]
    return [(x, y, x + width, y + height) for x, y, width, height in rows]


def titles_of(drawing):
    return [token.find(f"{SVG}title").text for token in tokens_of(drawing)]


def names_in(token):
    return [group.get("aria-label") for group in token.iter(f"{SVG}g") if group.get("role")]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_token_has_its_colour_and_its_ink(theme):
    pieces, scores = ("京都", "へ", "ラーメン", "🤣", "ｶﾞ"), (0.5, 0.0, 0.25, 0.125, 0.5)
    drawing = strip(make_analysis(pieces, scores), theme=theme)
    assert re.findall("<text|font-family", drawing) == []
    fills = [token.find(f"{SVG}rect").get("fill") for token in tokens_of(drawing)]
    assert fills == [
        token_background(strength, negative=False, theme=theme)
        for strength in (1.0, 0.0, 0.5, 0.25, 1.0)
    ]
    assert titles_of(drawing)[0] == "京都 0.5000(1.5 位)"
    with Image.open(io.BytesIO(svg_png(drawing, scale=2.0))) as picture:
        image = np.asarray(picture.convert("RGB"), np.int64)  # (H, W, 3)
    ink = np.array(ImageColor.getrgb(PAGE_INK[theme]))
    for (left, top, right, bottom), fill in zip(boxes_of(drawing), fills, strict=True):
        box = image[round(2 * top) : round(2 * bottom), round(2 * left) : round(2 * right)]
        inked = np.abs(box - ink).sum(axis=2) < 40
        painted = np.abs(box - ImageColor.getrgb(fill)).sum(axis=2) < 12
        assert inked.sum() > 100
        assert painted.mean() > 0.4
    assert tuple(image[2, 2]) == ImageColor.getrgb(PAGE[theme])


def test_signs_are_told_by_line_and_mark_too():
    analysis = make_analysis(("▁", "雪", "は"), (0.0, -0.5, 0.25), method="shapley", signed=True)
    drawing = strip(analysis)
    mark, against, towards = tokens_of(drawing)
    dashes = [
        token.find(f"{SVG}path").get("stroke-dasharray") for token in (mark, against, towards)
    ]
    assert dashes == [None, "7 4", None]
    assert [names_in(token) for token in (mark, against, towards)] == [["▁"], ["−", "雪"], ["は"]]
    assert token_background(1.0, negative=True, theme="light") in drawing
    assert titles_of(drawing)[1] == "雪 −0.5000(3 位)"
    assert JA("legend_signs")[:12] in "".join(re.findall('aria-label="([^"]*)"', drawing))


def test_lines_break_between_tokens_and_at_line_breaks():
    pieces = ("京都", "へ\n", "行く") + ("ラーメン",) * 12 + ("塔" * 50,)
    drawing = strip(make_analysis(pieces, np.linspace(0.1, 1.0, len(pieces))), width=640)
    names = ["".join(names_in(token)) for token in tokens_of(drawing)]
    assert names[:3] == ["京都", "へ", "行く"]
    assert names[3:15] == ["ラーメン"] * 12
    # Only what no line has room for is cut, and nothing of it is lost.
    assert "".join(names[15:]) == "塔" * 50
    boxes = boxes_of(drawing)
    assert all(left >= 32 and right <= 640 - 32 + 0.2 for left, _, right, _ in boxes)
    for (_, top, right, _), (left, next_top, *_) in pairwise(boxes):
        assert next_top > top + 40 or (next_top == top and left >= right)
    assert boxes[2][0] == 32.0
    assert boxes[2][1] > boxes[1][1]


def test_what_the_model_never_saw_is_struck_through_cropped_and_told():
    drawing = strip(make_analysis(("京都", "塔" * 150), (0.5,)))
    names = re.findall('aria-label="([^"]*)"', drawing)
    drawn = "".join(name for name in names[1:] if name.strip("塔…") == "")
    assert drawn == "塔" * 100 + "…"
    assert any(JA("export_cropped", count="50")[:10] in name for name in names)


def test_a_text_of_nothing_but_trouble_is_still_a_drawing():
    analysis = make_analysis(("<script>", "]]>&", "\x01\x0b", "か\u3099"), (0.1, 0.2, 0.3, 0.4))
    drawing = strip(analysis, word=partial(word_in, "en"))
    assert [names_in(token)[-1] for token in tokens_of(drawing)] == [
        "<script>",
        "]]>&",
        "\ufffd" * 2,
        "が",
    ]
    assert svg_png(drawing, scale=1.0).startswith(b"\x89PNG")


def test_what_nobody_sees_is_not_drawn():
    pieces, scores = ("葛城", " ", "と"), (0.1, 0.2, 0.3)
    noisy = make_analysis(("葛\u2060\U000e01ef城", " \u200b", "\ufeffと\u00ad"), scores)
    plain, other = strip(make_analysis(pieces, scores)), strip(noisy)
    assert [names_in(token) for token in tokens_of(other)] == [["葛城"], ["▁"], ["と"]]
    assert boxes_of(other) == boxes_of(plain)


def test_a_form_that_the_font_has_is_drawn():
    plain, chosen = (
        strip(make_analysis((text, "は"), (0.1, 0.2))) for text in ("葛城", "葛\U000e0100城")
    )
    assert names_in(tokens_of(chosen)[0]) == ["葛\U000e0100城"]
    assert boxes_of(chosen) == boxes_of(plain)
    paths = [ElementTree.tostring(tokens_of(drawing)[0]) for drawing in (plain, chosen)]
    assert paths[0] != paths[1]


def test_units_are_drawn_as_one():
    drawing = strip(
        make_analysis(("うど", "ん", "を", "食べ", "る"), (0.1, 0.2, 0.1, 0.3, 0.0)), unit="word"
    )
    assert titles_of(drawing)[0] == "うどん 0.3000(1 位)"


@pytest.mark.parametrize("size", [3, 90])
def test_the_matrix_is_drawn_however_large_it_is(size):
    attention = AttentionMap(
        tokenized=make_analysis(("寺",) * size, (0.5,) * size).prediction.tokenized,
        token_index=np.arange(size),
        weights=np.linspace(0.0, 1.0, size * size).reshape(size, size),
        num_padding=0,
        row_sum_gap=0.0,
        reconstruction_gap=0.0,
    )
    drawing = matrix_svg(attention, theme="dark", word=JA)
    assert re.findall("<text|font-family", drawing) == []
    assert drawing.count("mark-rect") >= 1
    cells = re.findall(r'<path[^>]*fill="(rgb[^"]*|#[^"]*)"', drawing)
    assert len(cells) >= size * size
    assert PAGE["dark"] in drawing
    assert JA("matrix_weight") in drawing
    assert drawing.count('aria-label="寺"') >= size
