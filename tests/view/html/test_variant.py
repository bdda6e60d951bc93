"""What differs is marked, nothing is lost, and nothing is HTML of the text's own."""

import html
import re

import pytest

from core.view.html.variant import variant_html


def marked(written):
    return [html.unescape(part) for part in re.findall(r"<mark[^>]*>(.*?)</mark>", written, re.S)]


@pytest.mark.parametrize(
    ("text", "variant", "parts"),
    [
        ("寺へ行く。", "寺へ行く！", ["。", "！"]),
        ("寺へ行く。", "こんにちは。寺へ行く。", ["こんにちは。"]),
        ("寺へ、行く", "寺へ行く", ["、"]),
        ("<b>寺&", "<b>塔&", ["寺", "塔"]),
        ("寺へ行く", "寺へ\n行く", ["↵\n"]),
    ],
)
def test_only_the_difference_is_marked(text, variant, parts):
    written = variant_html(text, variant)
    assert marked(written) == parts
    plain = html.unescape(re.sub(r"</?mark[^>]*>", "", written)).replace("↵\n", "\n")
    assert plain == f"{text} → {variant}"
