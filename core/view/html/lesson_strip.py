"""The tokens of a text as a strip of cells with numbers, and a bidirectional LSTM over them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from core.view.token_colours import token_background

_STRIP = Markup(
    '<div class="lesson-strip" role="group" tabindex="0" aria-label="{label}" '
    'style="max-height: calc({height:g}rem + 8px)">{cells}</div>'
)
_CELL = Markup("<span{kind}{colour}><span{language}>{piece}</span><b>{number}</b></span>")
_KIND = Markup(' class="{}"')
_COLOUR = Markup(' style="background: {}"')
_JAPANESE = Markup(' lang="ja"')
_LINE_REM = 3.05  # a cell and the gap below it

_LSTM = Markup(
    '<div class="lesson-reading">{forward}<i aria-hidden="true"></i>'
    '<span aria-hidden="true">▶</span></div>'
    "{strip}"
    '<div class="lesson-reading"><span aria-hidden="true">◀</span>'
    '<i aria-hidden="true"></i>{backward}</div>'
    '<p class="lesson-kept">{kept}</p>'
)


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


def strip_html(cells: Sequence[StripCell], *, theme: str, label: str, lines: int = 3) -> Markup:
    """Return the strip as HTML; one of more lines scrolls in its own box, by the keyboard too.

    Args:
        theme: "light" or "dark".
        label: its name for people who do not see it.
        lines: how many are shown at once.
    """
    drawn = Markup("").join(_cell(cell, theme) for cell in cells)
    return _STRIP.format(label=label, height=lines * _LINE_REM, cells=drawn)


def _cell(cell: StripCell, theme: str) -> Markup:
    kinds = [*["chosen"] * cell.chosen, *["other"] * (not cell.is_token)]
    colour = ""
    if cell.strength is not None and cell.is_token:
        background = token_background(cell.strength, negative=False, theme=theme)
        colour = _COLOUR.format(background)
    return _CELL.format(
        kind=_KIND.format(" ".join(kinds)) if kinds else "",
        colour=colour,
        language=_JAPANESE if cell.is_token else "",
        piece=cell.piece,
        number=cell.number,
    )


def lesson_lstm_html(
    cells: Sequence[StripCell], *, theme: str, label: str, forward: str, backward: str, kept: str
) -> Markup:
    """Return the tokens between the two directions, as HTML.

    Args:
        theme: "light" or "dark".
        label: the name of the strip for people who do not see it.
        forward, backward: what the arrows say.
        kept: what is handed on, below.
    """
    strip = strip_html(cells, theme=theme, label=label)
    return _LSTM.format(forward=forward, strip=strip, backward=backward, kept=kept)
