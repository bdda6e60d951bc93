"""Figures between two ends, one below the other: as a bar, or as a dot with its range."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from core.view.palette import ACCENT, OTHERS

# Lengths are in rem: on a projector all of it grows with the page.
_STYLE = """<style>
.lesson-bars { display: grid; grid-template-columns: auto 1fr auto; gap: 0.55rem 1rem;
  align-items: center; margin: 0; padding: 0; line-height: 1.5rem; }
.lesson-bars > b { white-space: nowrap; font-variant-numeric: tabular-nums; }
.lesson-bars > b.strong { font-size: 1.25rem; }
.lesson-bars > i { position: relative; height: 1.1rem; border-radius: 3px;
  background: color-mix(in srgb, currentColor 10%, transparent); }
.lesson-bars > i > i { position: absolute; top: 0; height: 100%; border-radius: 3px; }
.lesson-bars > i > i.range { top: 42%; height: 16%; }
.lesson-bars > i > i.dot { width: 0.8rem; height: 0.8rem; top: 0.15rem; margin-left: -0.4rem;
  border-radius: 50%; }
.lesson-bars > u { grid-column: 2; display: flex; justify-content: space-between;
  text-decoration: none; font-variant-numeric: tabular-nums; }
@media (max-width: 640px) {
  .lesson-bars { grid-template-columns: minmax(0, 1fr); gap: 0.2rem; }
  .lesson-bars > b { margin-bottom: 0.5rem; white-space: normal; }
  .lesson-bars > u { grid-column: 1; }
}
</style>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure.

    Attributes:
        told: the figure in words, "?" where it is not told yet.
        value: None where it is not told yet, the row keeps its place.
        low, high: the ends of its range; without them, it is a bar from the beginning.
        strong: whether it is the one to look at.
    """

    title: str
    told: str = "?"
    value: float | None = None
    low: float | None = None
    high: float | None = None
    strong: bool = False


def bars_html(bars: Sequence[Bar], *, theme: str, ends: tuple[float, float] = (0.0, 1.0)) -> str:
    """Return one line per figure: its title, the bar, the figure in words.

    Args:
        theme: "light" or "dark".
        ends: where the bars begin and end; they are written below unless they are 0 and 1.
    """
    scale = ""
    if ends != (0.0, 1.0):
        low, high = ends
        scale = f'<u aria-hidden="true"><span>{low:.2f}</span><span>{high:.2f}</span></u>'
    lines = "".join(_line(bar, theme=theme, ends=ends) for bar in bars)
    return f'{_STYLE}<div class="lesson-bars">{lines}{scale}</div>'


def _line(bar: Bar, *, theme: str, ends: tuple[float, float]) -> str:
    strong = ' class="strong"' if bar.strong else ""
    return (
        f'<span>{html.escape(bar.title)}</span><i aria-hidden="true">'
        f"{_marks(bar, theme=theme, ends=ends)}</i><b{strong}>{html.escape(bar.told)}</b>"
    )


def _marks(bar: Bar, *, theme: str, ends: tuple[float, float]) -> str:
    if bar.value is None:
        return ""
    start, end = ends

    def place(value: float) -> float:
        return 100.0 * min(max((value - start) / (end - start), 0.0), 1.0)

    colour = (ACCENT if bar.strong else OTHERS)[theme]
    if bar.low is None or bar.high is None:
        return f'<i style="left: 0; width: {place(bar.value):.2f}%; background: {colour}"></i>'
    low, high = place(bar.low), place(bar.high)
    return (
        f'<i class="range" style="left: {low:.2f}%; width: {high - low:.2f}%; '
        f'background: {colour}"></i>'
        f'<i class="dot" style="left: {place(bar.value):.2f}%; background: {colour}"></i>'
    )
