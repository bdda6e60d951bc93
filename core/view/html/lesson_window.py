"""The window of a model drawn to scale, and which token stands at which of its places."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from core.view.palette import ACCENT, FOR_HUE, HIGHLIGHT, PAGE

_ROW = Markup(
    '<div class="lesson-window" role="img" aria-label="{label}" style="width: {width:.4f}%">'
    "{stretches}</div>"
)
# One stretch, however long: nothing in it is worth telling apart.
_PADDING = Markup('<span class="padding" style="flex: {count} 1 0"></span>')
_CELL = Markup(
    '<span style="flex: 1 1 0; background: {hue}; border-inline-start: 1px solid {page}"></span>'
)
_ENDS = Markup(
    '<div class="lesson-window-ends" aria-hidden="true" style="width: {width:.4f}%">'
    "<span>{left}</span><span>{right}</span></div>"
)
_PLACES = Markup(
    '<div class="lesson-places" tabindex="0" role="group" aria-label="{label}" '
    'style="max-height: {height}rem">{places}</div>'
)
_PLACE = Markup(
    '<span{kind} style="border: {border}"><span>{place}</span><strong>{token}</strong>'
    '<span lang="ja">{piece}</span></span>'
)
_WITHOUT_TOKEN = Markup(' class="padding"')


def window_html(
    token_index: np.ndarray,
    *,
    num_widest: int,
    label: str,
    theme: str,
    ends: tuple[str, str] = ("", ""),
    marked: int | None = None,
) -> Markup:
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
            stretches.append(_PADDING.format(count=num_padding))
            num_padding = 0
        if place < len(token_index):
            hue = (HIGHLIGHT if place == marked else ACCENT)[theme]
            stretches.append(_CELL.format(hue=hue, page=PAGE[theme]))
    width = 100 * len(token_index) / num_widest
    row = _ROW.format(label=label, width=width, stretches=Markup("").join(stretches))
    left, right = ends
    return row + (_ENDS.format(width=width, left=left, right=right) if left or right else "")


def empty_window_html(num_places: int, *, num_widest: int, label: str) -> Markup:
    """Return the HTML of a window in which nothing stands yet, as `window_html` draws it."""
    return _ROW.format(label=label, width=100 * num_places / num_widest, stretches="")


def places_html(
    places: Sequence[tuple[str, str, str]],
    *,
    marked: int | None,
    label: str,
    height: float = 13.6,
) -> Markup:
    """Return the HTML of one box per place, of three lines each.

    Args:
        places: the place, the number of the token that stands there, and its piece.
        marked: the index of a box with a thick frame.
        label: names them to those who do not see them.
        height: the most that they take, in rem; more scrolls.
    """
    boxes = []
    for number, (place, token, piece) in enumerate(places):
        is_marked = number == marked
        boxes.append(
            _PLACE.format(
                kind="" if token else _WITHOUT_TOKEN,
                border=f"4px solid {FOR_HUE}" if is_marked else "1px solid currentColor",
                place=place,
                token=token,
                piece=piece,
            )
        )
    return _PLACES.format(label=label, height=height, places=Markup("").join(boxes))
