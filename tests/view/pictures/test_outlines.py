"""Outlined text stands where the text stood, and needs no font."""

import io
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from core.view.pictures.chart_svg import chart_svg, svg_png
from core.view.pictures.outlines import drawn_characters, outline_text, text_width
from tests.fakes import LABELS
from tests.strategies import UNSEEN
from tests.view.charts.chart_examples import probability


def drawing(inside, width=240, height=120):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}" fill="#fff"/>'
        f"{inside}</svg>"
    )


def pixels(svg):
    """Grey values (H, W), 0 is black."""
    with Image.open(io.BytesIO(svg_png(svg, scale=1.0))) as picture:
        return np.asarray(picture.convert("L"), np.float64)


@pytest.mark.parametrize(
    "text",
    [
        '<text x="20" y="50" font-size="24px">京都へうどん</text>',
        '<text x="120" y="50" text-anchor="middle" font-size="20px" fill="#c00">ｶ㍿ -0.46</text>',
        '<text text-anchor="end" transform="translate(200,90)" font-size="18">携帯電話</text>',
        '<text transform="translate(90,100) rotate(-60)" font-size="22" opacity="0.5">食べた</text>',
        '<text x="0" transform="translate(60,30)" text-anchor="middle" font-size="20">'
        '<tspan/><tspan x="0" dy="22">食べ</tspan><tspan x="0" dy="22">に。</tspan></text>',
    ],
    ids=["start", "middle", "end", "rotated", "lines"],
)
def test_outlines_are_the_picture_that_the_font_gives(text):
    with_font = text.replace("<text ", '<text font-family="Noto Sans JP" ')
    wanted = pixels(drawing(with_font))
    got = pixels(outline_text(drawing(text)))
    assert (wanted < 200).sum() > 200
    # The font's own hints and kerning may move an edge by a part of a pixel.
    assert np.abs(got - wanted).mean() < 0.2
    assert np.abs(got - pixels(drawing(""))).mean() > 1.0


def test_bold_is_the_same_text_with_more_ink():
    text = '<text x="20" y="60" font-size="30"{}>京都</text>'
    plain = pixels(outline_text(drawing(text.format("")))) < 128
    bold = pixels(outline_text(drawing(text.format(' font-weight="bold"')))) < 128
    assert bold[plain].all()
    assert 1.1 * plain.sum() < bold.sum() < 2 * plain.sum()


def test_a_character_that_the_font_lacks_is_a_box_with_its_own_code_point():
    assert text_width("🤣", size=10.0) == pytest.approx(10.0)
    assert text_width("👨\u200d👩", size=10.0) == pytest.approx(20.0)  # nothing that is seen
    one, other = (
        pixels(outline_text(drawing(f'<text x="20" y="90" font-size="80">{sign}</text>')))
        for sign in "🤣🤪"
    )
    ink = np.argwhere(one < 128)
    (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0)
    assert (left, right) == (pytest.approx(24, abs=1), pytest.approx(95, abs=1))
    assert (top, bottom) == (pytest.approx(22, abs=1), pytest.approx(97, abs=1))
    # 1F923 and 1F92A differ in one digit, which stands in the lower half.
    differing = np.argwhere(np.abs(one - other) > 64)
    assert len(differing) > 10
    assert differing[:, 0].min() > 60


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_what_nobody_sees_takes_no_room(character):
    text = f"{character}う{character}に{character}"
    assert drawn_characters(text) == ["う", "に"]
    assert text_width(text, size=10.0) == 20.0
    plain, noisy = (
        outline_text(drawing(f'<text x="20" y="50" font-size="24" aria-label="x">{sign}</text>'))
        for sign in ("うに", text)
    )
    assert noisy == plain


def test_a_selector_chooses_the_form_that_the_font_has():
    # 葛 and 辻 as their names are written; the font has no form for the last of the selectors.
    assert drawn_characters("葛\U000e0100城") == ["葛\U000e0100", "城"]
    assert drawn_characters("葛\U000e01ef城\ufe0f") == ["葛", "城"]
    plain, chosen, unknown, other = (
        pixels(outline_text(drawing(f'<text x="20" y="90" font-size="80">{sign}</text>')))
        for sign in ("葛", "葛\U000e0100", "葛\U000e01ef", "辻\U000e0100")
    )
    assert 20 < (np.abs(plain - chosen) > 64).sum() < (np.abs(chosen - other) > 64).sum()
    assert (plain == unknown).all()
    assert text_width("葛\U000e0100", size=10.0) == 10.0


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("か\u200b\u3099", ["が"]),
        ("か\ufe0f\u3099", ["が"]),
        ("\ufe00\U000e0100", []),
        ("、\ufe01\ufe00", ["、\ufe01"]),
        ("❤\ufe0f🏽\u200d1\ufe0f\u20e3", ["❤", "🏽", "1", "\u20e3"]),
        ("a\n\u200bb", ["a", "\n", "b"]),
        ("", []),
    ],
)
def test_what_is_drawn_as_one(text, drawn):
    assert drawn_characters(text) == drawn


def test_widths_add_up_and_a_mark_belongs_to_its_letter():
    assert text_width("京都", size=12.0) == 24.0
    assert text_width("か\u3099", size=12.0) == text_width("が", size=12.0) == 12.0
    assert text_width("\u2028", size=12.0) == text_width(" ", size=12.0) > 0.0
    assert text_width("iW", size=10.0) == pytest.approx(
        text_width("i", size=10.0) + text_width("W", size=10.0)
    )


def test_what_a_person_reads_stays_as_the_name():
    outlined = outline_text(
        drawing(
            '<text x="1" y="9">&lt;b&gt; &amp; "x"\x01</text><text y="9" aria-label="軸">a</text>'
        )
    )
    groups = ElementTree.fromstring(outlined).findall("{http://www.w3.org/2000/svg}g")
    assert [group.get("aria-label") for group in groups] == [
        '<b> & "x"\N{REPLACEMENT CHARACTER}',
        "軸",
    ]
    assert "<text" not in outlined


def test_a_chart_keeps_no_text():
    drawn = chart_svg({**probability().to_dict(), "width": 400}, name="bars")
    outlined = outline_text(drawn)
    assert len(re.findall("<text", drawn)) == 8
    assert re.findall("<text|<tspan|font-family", outlined) == []
    assert set(LABELS) <= set(re.findall('aria-label="([^"]*)"', outlined))
    assert np.abs(pixels(outlined) - pixels(drawn)).mean() < 2.0  # the numbers are bold


def test_a_line_without_a_place_of_its_own_is_refused():
    with pytest.raises(ValueError, match="Received"):
        outline_text(drawing("<text>京<tspan>都</tspan></text>"))
