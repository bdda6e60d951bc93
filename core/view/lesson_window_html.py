"""The window of a model drawn to scale, and which token stands at which of its places."""

import html
from collections.abc import Sequence

import numpy as np

from core.view.palette import ACCENT, FOR_HUE, HIGHLIGHT, PAGE

_ROW = (
    '<div role="img" aria-label="{label}" style="display: flex; box-sizing: border-box; '
    "width: {width:.4f}%; height: 2.5rem; border: 2px solid currentColor; "
    'print-color-adjust: exact">{stretches}</div>'
)
_STRETCH = '<span style="flex: {count} 1 0; min-width: 0; {style}"></span>'
# One stretch, however long: nothing in it is worth telling apart.
_PADDING = "background: color-mix(in srgb, currentColor 30%, transparent)"
_CELL = "background: {hue}; border-inline-start: 1px solid {page}"
_ENDS = (
    '<div aria-hidden="true" style="display: flex; flex-wrap: wrap; column-gap: 1rem; '
    "justify-content: space-between; width: {width:.4f}%; min-width: min-content; "
    'font-variant-numeric: tabular-nums"><span>{left}</span><span>{right}</span></div>'
)
_PLACES = (
    '<div class="lesson-strip" tabindex="0" role="group" aria-label="{label}" '
    'style="display: flex; flex-wrap: wrap; '
    "gap: 0.25rem; max-height: {height}rem; overflow-y: auto; padding: 0.2rem; "
    'font-variant-numeric: tabular-nums; line-height: 1.35">{places}</div>'
)
_PLACE = (
    '<span style="display: inline-flex; flex-direction: column; align-items: center; '
    'padding: 0 0.3rem; border: {border}; border-radius: 0.25rem; {style}">{lines}</span>'
)


def window_html(
    token_index: np.ndarray,
    *,
    num_widest: int,
    label: str,
    theme: str,
    ends: tuple[str, str] = ("", ""),
    marked: int | None = None,
) -> str:
    """Return the HTML of a window: its padding as one grey stretch, its tokens as thin cells.

    Args:
        token_index: of one text, (L,), -1 on padding.
        num_widest: the places of the widest window beside it, which takes the whole width.
        label: says the takeaway.
        ends: what stands under the left and the right end.
        marked: the index of a place in another colour.
    """
    stretches = []
    num_padding = 0
    for place, number in enumerate([*token_index.tolist(), 0]):
        if number < 0 and place != marked:
            num_padding += 1
            continue
        if num_padding:
            stretches.append(_STRETCH.format(count=num_padding, style=_PADDING))
            num_padding = 0
        if place < len(token_index):
            hue = (HIGHLIGHT if place == marked else ACCENT)[theme]
            style = _CELL.format(hue=hue, page=PAGE[theme])
            stretches.append(_STRETCH.format(count=1, style=style))
    width = 100 * len(token_index) / num_widest
    row = _ROW.format(label=html.escape(label), width=width, stretches="".join(stretches))
    left, right = map(html.escape, ends)
    return row + (_ENDS.format(width=width, left=left, right=right) if left or right else "")


def empty_window_html(num_places: int, *, num_widest: int, label: str) -> str:
    """Return the HTML of a window in which nothing stands yet, as `window_html` draws it."""
    return _ROW.format(label=html.escape(label), width=100 * num_places / num_widest, stretches="")


def places_html(
    places: Sequence[tuple[str, str, str]],
    *,
    marked: int | None,
    label: str,
    height: float = 13.6,
) -> str:
    """Return the HTML of one box per place, of three lines each.

    Args:
        places: the place, the number of the token that stands there, and its piece.
        marked: the index of a box with a thick frame.
        label: names them to those who do not see them.
        height: the most that they take, in rem; more scrolls.
    """
    boxes = []
    for number, (place, token, piece) in enumerate(places):
        lines = (
            f"<span>{html.escape(place)}</span><strong>{html.escape(token)}</strong>"
            f'<span lang="ja">{html.escape(piece)}</span>'
        )
        is_marked = number == marked
        boxes.append(
            _PLACE.format(
                border=f"4px solid {FOR_HUE}" if is_marked else "1px solid currentColor",
                style="" if token else _PADDING,
                lines=lines,
            )
        )
    return _PLACES.format(label=html.escape(label), height=height, places="".join(boxes))
