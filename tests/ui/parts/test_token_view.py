"""The highlight's style sheet and script; its colours are tested in tests/view."""

import re

import pytest

from core.paths import ROOT
from core.view.palette import PAGE, PAGE_INK
from core.view.token_colours import token_properties
from tests.colours import channels, contrast

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


def test_nothing_of_the_text_becomes_html():
    script = (ROOT / "core" / "ui" / "parts" / "token_view.js").read_text(encoding="utf-8")
    assert not re.search("innerHTML|outerHTML|insertAdjacentHTML|document.write", script)
