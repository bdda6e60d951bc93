"""The attention weights of one text as a drawing: SVG whose characters are outlines."""

from core.lab.attention_map import AttentionMap
from core.view.charts.matrix import matrix_chart
from core.view.palette import PAGE, PAGE_INK
from core.view.pictures.chart_svg import chart_spec, chart_svg
from core.view.pictures.outlines import outline_text
from core.words.lookup import Word

_CELL = 34  # pixels that a position is wide
_LABELS = 160  # pixels left of the cells
_MIN_WIDTH = 480
_MAX_WIDTH = 2400
_MARGIN = 24


def matrix_svg(attention: AttentionMap, *, theme: str, word: Word) -> str:
    """Return the heat map of 行列.

    Args:
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    chart = matrix_chart(attention, theme=theme, word=word)
    spec = chart_spec(chart)
    ink = {"labelColor": PAGE_INK[theme], "titleColor": PAGE_INK[theme]}
    width = min(max(_LABELS + _CELL * len(attention.token_index), _MIN_WIDTH), _MAX_WIDTH)
    drawing = chart_svg(
        {
            **spec,
            "width": width,
            "padding": _MARGIN,
            "background": PAGE[theme],
            # A name for each of thousands of cells would only make the file large.
            "config": {**spec["config"], "legend": ink, "aria": False},
        },
        name="matrix",
    )
    return outline_text(drawing)
