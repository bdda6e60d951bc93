"""Figures between two ends, one below the other: as a bar, or as a dot with its range."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from core.view.palette import ACCENT, OTHERS

_BARS = Markup('<div class="lesson-bars">{}{}</div>')
_SCALE = Markup('<u aria-hidden="true"><span>{:.2f}</span><span>{:.2f}</span></u>')
_LINE = Markup('<span>{title}</span><i aria-hidden="true">{marks}</i><b{kind}>{text}</b>')
_STRONG = Markup(' class="strong"')
_BAR = Markup('<i style="left: 0; width: {width:.2f}%; background: {colour}"></i>')
_RANGE = Markup(
    '<i class="range" style="left: {low:.2f}%; width: {width:.2f}%; background: {colour}"></i>'
    '<i class="dot" style="left: {place:.2f}%; background: {colour}"></i>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure.

    Attributes:
        text: the figure in words, "?" where it is not shown yet.
        value: None where it is not shown yet, the row keeps its place.
        low, high: the ends of its range; without them, it is a bar from the beginning.
        strong: whether it is the one to look at.
    """

    title: str
    text: str = "?"
    value: float | None = None
    low: float | None = None
    high: float | None = None
    strong: bool = False


def bars_html(bars: Sequence[Bar], *, theme: str, ends: tuple[float, float] = (0.0, 1.0)) -> Markup:
    """Return one line per figure: its title, the bar, the figure in words.

    Args:
        theme: "light" or "dark".
        ends: where the bars begin and end; they are written below unless they are 0 and 1.
    """
    lines = Markup("").join(_line(bar, theme=theme, ends=ends) for bar in bars)
    return _BARS.format(lines, "" if ends == (0.0, 1.0) else _SCALE.format(*ends))


def _line(bar: Bar, *, theme: str, ends: tuple[float, float]) -> Markup:
    return _LINE.format(
        title=bar.title,
        marks=_marks(bar, theme=theme, ends=ends),
        kind=_STRONG if bar.strong else "",
        text=bar.text,
    )


def _marks(bar: Bar, *, theme: str, ends: tuple[float, float]) -> Markup:
    if bar.value is None:
        return Markup()
    start, end = ends

    def place(value: float) -> float:
        return 100.0 * min(max((value - start) / (end - start), 0.0), 1.0)

    colour = (ACCENT if bar.strong else OTHERS)[theme]
    if bar.low is None or bar.high is None:
        return _BAR.format(width=place(bar.value), colour=colour)
    low, high = place(bar.low), place(bar.high)
    return _RANGE.format(low=low, width=high - low, place=place(bar.value), colour=colour)
