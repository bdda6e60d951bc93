"""A Vega-Lite chart as a drawing for a page that runs no script and asks nobody for anything."""

import re
from collections.abc import Hashable, Mapping
from typing import Any

import altair as alt
import pandas as pd
import vl_convert

from core.paths import DATA

# So that a chart is laid out the same, and never without its words, on every computer.
vl_convert.register_font_directory(str(DATA / "fonts"))

# Without a name, a drawing falls back to a serif for Japanese.
FONTS = '"Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif'


def chart_spec(chart: alt.LayerChart) -> dict[str, Any]:
    """Return the `to_dict()` of a chart in layers, however many rows it has.

    Altair itself takes 5,000; and while Streamlit draws a chart in another thread, it changes for
    all threads what Altair does with rows. Those that only have a name are left alone.
    """
    whole = chart.copy()
    rows: dict[str, list[dict[Hashable, Any]]] = {}
    for part in (whole, *whole.layer):
        if isinstance(part.data, pd.DataFrame):
            name = f"rows-{len(rows)}"
            rows[name] = part.data.to_dict("records")
            part.data = alt.NamedData(name=name)
    return {**whole.to_dict(), "datasets": rows}


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


def svg_png(svg: str, *, scale: float = 2.0) -> bytes:
    """Return a drawing as a PNG picture.

    Args:
        scale: pixels of the picture per pixel of the drawing.
    """
    return vl_convert.svg_to_png(svg, scale=scale)
