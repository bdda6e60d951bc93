"""The axes of the charts: readable words, no grid."""

from collections.abc import Sequence

import altair as alt
from altair.typing import Optional

from core.view.palette import INK

_CHARACTERS = 24  # of a name before bars


def axis(
    theme: str,
    *,
    font_size: int,
    title: Optional[str | None] = alt.Undefined,
    values: Optional[Sequence[float]] = alt.Undefined,
    format: Optional[str] = alt.Undefined,
    tick_count: Optional[int] = alt.Undefined,
    tick_min_step: Optional[float] = alt.Undefined,
) -> alt.Axis:
    """Return the axis of a figure.

    Args:
        theme: "light" or "dark".
        font_size: of its words and numbers, in pixels.
        title: None for an axis without one; left out, it is the field's.
        values: where the numbers stand.
        format: of the numbers, as d3 writes it.
        tick_count: about how many numbers stand there.
        tick_min_step: the least distance between two of them.
    """
    return alt.Axis(
        title=title,
        values=values,
        format=format,
        tickCount=tick_count,
        tickMinStep=tick_min_step,
        labelFontSize=font_size,
        titleFontSize=font_size,
        titleFontWeight="normal",
        labelColor=INK[theme],
        titleColor=INK[theme],
        titleLimit=0,
        grid=False,
    )


def name_axis(theme: str, *, font_size: int, padding: int) -> alt.Axis:
    """Return the axis of names that stand before bars.

    Args:
        theme: "light" or "dark".
        font_size: of the names, in pixels.
        padding: pixels between a name and its bar.
    """
    return alt.Axis(
        labelFontSize=font_size,
        labelLimit=0,
        labelExpr=short_name(_CHARACTERS),
        labelColor=INK[theme],
        ticks=False,
        domain=False,
        labelPadding=padding,
    )


def short_name(characters: int) -> str:
    """Return what an axis writes of a name, as Vega says it: its beginning, where it is long.

    Nothing would be left for the figure beside a name of any length; the tooltip has all of it.
    """
    beginning = f"slice(datum.label, 0, {characters}) + '…'"
    return f"length(datum.label) > {characters} ? {beginning} : datum.label"
