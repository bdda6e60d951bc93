"""The highlight's colours, read from the style sheet: words stay legible on every shade."""

import re
from itertools import product

import pytest

from core.paths import ROOT

CSS = (ROOT / "core" / "ui" / "token_view.css").read_text(encoding="utf-8")
# Streamlit's own words and pages, as a browser shows them.
PAGES = {"light": ((47, 45, 43), (255, 255, 255)), "dark": ((237, 235, 232), (23, 22, 20))}


def colours(pattern):
    return [tuple(bytes.fromhex(found)) for found in re.findall(pattern, CSS)]


def luminance(colour):
    linear = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def mixed(colour, page, share):
    return tuple(share * a + (1 - share) * b for a, b in zip(colour, page, strict=True))


@pytest.mark.parametrize("theme", PAGES)
def test_words_stay_legible_on_every_shade_of_both_hues(theme):
    ink, page = PAGES[theme]
    hues = colours("--hue: #([0-9a-f]{6})")
    (most,) = re.findall(r"var\(--hue\) calc\(var\(--strength\) \* (\d+)%\)", CSS)
    assert len(set(hues)) == 2
    for hue, percent in product(hues, range(int(most) + 1)):
        assert contrast(ink, mixed(hue, page, percent / 100)) >= 4.5


@pytest.mark.parametrize("theme", PAGES)
def test_words_stay_legible_on_the_block_of_the_padding(theme):
    ink, page = PAGES[theme]
    (share,) = re.findall(r"\.padding \{[^}]*var\(--st-text-color\) (\d+)%", CSS)
    assert contrast(ink, mixed(ink, page, int(share) / 100)) >= 4.5


def test_the_two_signs_differ_without_colour():
    assert re.search(r"\.token \{[^}]*border-bottom: [^;]* solid", CSS)
    assert re.search(r"\.token\.negative \{[^}]*border-bottom-style: dashed", CSS)


def test_nothing_of_the_text_becomes_html():
    script = (ROOT / "core" / "ui" / "token_view.js").read_text(encoding="utf-8")
    assert not re.search("innerHTML|outerHTML|insertAdjacentHTML|document.write", script)
