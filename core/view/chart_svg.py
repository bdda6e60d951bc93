"""A Vega-Lite chart as a drawing for a page that runs no script and asks nobody for anything."""

import re
from collections.abc import Mapping
from typing import Any

import vl_convert

# Without a name, a drawing falls back to a serif for Japanese.
FONTS = '"Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif'


def chart_svg(spec: Mapping[str, Any], *, name: str) -> str:
    """Draw a chart.

    Args:
        spec: what a chart's `to_dict()` gives, with its data inside.
        name: unlike that of any other drawing on the page: clip paths are found by it.
    """
    drawing = vl_convert.vegalite_to_svg(
        dict(spec), config={"font": FONTS.replace('"', "'")}, allowed_base_urls=[]
    )
    return re.sub(r'(\bid="|url\(#)(?=clip|gradient)', rf"\g<1>{name}-", drawing)
