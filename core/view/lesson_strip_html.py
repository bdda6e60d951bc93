"""The tokens of a text as a strip of cells, each with a number under its piece."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from core.view.token_colours import token_background

# Lengths are in rem: on a projector all of it grows with the page.
_STYLE = """<style>
.lesson-strip { display: flex; flex-wrap: wrap; gap: 0.25rem; overflow: auto; padding: 4px; }
.lesson-strip > span { display: flex; flex-direction: column; align-items: center;
  box-sizing: border-box; min-width: 2.9rem; height: 2.8rem; padding: 0.1rem 0.3rem;
  line-height: 1.3rem; border-radius: 3px; white-space: pre;
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
.lesson-strip b { font-variant-numeric: tabular-nums; }
.lesson-strip .chosen { outline: 3px solid currentColor; outline-offset: -2px; }
.lesson-strip .other { background: color-mix(in srgb, currentColor 14%, transparent); }
</style>"""
_LINE_REM = 3.05  # a cell and the gap below it


@dataclass(frozen=True, slots=True, kw_only=True)
class StripCell:
    """One cell.

    Attributes:
        number: under the piece; empty where there is none yet, the cell keeps its height.
        strength: 0..1, how strongly it is coloured; None: not at all.
        chosen: whether it is framed.
        is_token: whether the piece is one of the text; padding is grey.
    """

    piece: str
    number: str = ""
    strength: float | None = None
    chosen: bool = False
    is_token: bool = True


def strip_html(cells: Sequence[StripCell], *, theme: str, label: str, lines: int = 3) -> str:
    """Return the strip as HTML; one of more lines scrolls in its own box, by the keyboard too.

    Args:
        theme: "light" or "dark".
        label: its name for people who do not see it.
        lines: how many are shown at once.
    """
    height = f"calc({lines * _LINE_REM:g}rem + 8px)"
    return (
        f'{_STYLE}<div class="lesson-strip" role="group" tabindex="0" '
        f'aria-label="{html.escape(label)}" style="max-height: {height}">'
        f"{''.join(_cell(cell, theme) for cell in cells)}</div>"
    )


def _cell(cell: StripCell, theme: str) -> str:
    kinds = [*["chosen"] * cell.chosen, *["other"] * (not cell.is_token)]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    colour = ""
    if cell.strength is not None and cell.is_token:
        background = token_background(cell.strength, negative=False, theme=theme)
        colour = f' style="background: {background}"'
    language = ' lang="ja"' if cell.is_token else ""
    return (
        f"<span{kind}{colour}><span{language}>{html.escape(cell.piece)}</span>"
        f"<b>{html.escape(cell.number)}</b></span>"
    )
