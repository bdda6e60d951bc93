"""The highlight's style sheet and script; its colours are tested in tests/view."""

import re

import pytest

from core.paths import ROOT
from core.ui.parts.token_view import _segments
from core.view.palette import PAGE, PAGE_INK
from core.view.token_colours import token_properties
from tests.colours import channels, contrast
from tests.fakes import make_analysis

CSS = (ROOT / "core" / "ui" / "parts" / "token_view.css").read_text(encoding="utf-8")


def test_both_hues_come_from_the_palette():
    names = set(re.findall(r"--hue: var\((--\w+)\)", CSS)) | {"--most"}
    assert names == set(re.findall(r"(--\w+):", token_properties()))
    assert "var(--hue) calc(var(--strength) * var(--most))" in CSS
    assert not re.search("#[0-9a-f]{6}", CSS)


@pytest.mark.parametrize("theme", PAGE)
def test_words_stay_legible_on_the_block_of_the_padding(theme):
    ink, page = channels(PAGE_INK[theme]), channels(PAGE[theme])
    (percent,) = re.findall(r"\.padding \{[^}]*var\(--st-text-color\) (\d+)%", CSS)
    assert contrast(ink, page + (ink - page) * int(percent) / 100) >= 4.5


def test_the_two_signs_differ_without_colour():
    assert re.search(r"\.token \{[^}]*border-bottom: [^;]* solid", CSS)
    assert re.search(r"\.token\.negative \{[^}]*border-bottom-style: dashed", CSS)
    assert re.findall(r"\.negative[.\w]*::before \{\s*content: \"(.)", CSS) == ["−", "−"]


def test_a_blank_with_what_nobody_sees_is_drawn_as_a_mark():
    analysis = make_analysis(("京\u200b", " \u200b", "", "都"), (0.1, 0.2, 0.3, 0.4))
    segments = _segments(analysis, scale="relative", unit="piece")
    assert sorted((segment["text"], segment["mark"]) for segment in segments) == [
        ("", True),
        (" \u200b", True),
        ("京\u200b", False),
        ("都", False),
    ]


def test_nothing_of_the_text_becomes_html():
    script = (ROOT / "core" / "ui" / "parts" / "token_view.js").read_text(encoding="utf-8")
    assert not re.search("innerHTML|outerHTML|insertAdjacentHTML|document.write", script)
