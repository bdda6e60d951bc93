"""A map of pieces: a dot with its word for each, near one another where their vectors are."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from core.view.charts.label_places import place_labels
from core.view.palette import ACCENT, INK, OTHERS

# The words are placed for these widths; a wider frame only draws them apart.
_WIDE, _NARROW = 700, 300
_MARGIN = 0.06


def pieces_map_chart(
    points: np.ndarray, pieces: Sequence[str], *, theme: str, font_size: int, height: int
) -> alt.LayerChart:
    """Draw pieces on a plane, without axes: its directions have no name.

    Width and height are stretched apart to fill the frame. The words are placed so that they do
    not cover one another, once for a wide frame and once for a phone's.

    Args:
        points: (K, 2).
        theme: "light" or "dark".
        font_size: of the words, in pixels.
        height: of the frame, in pixels.
    """
    spread = np.ptp(points, axis=0)
    shares = (points - points.min(axis=0)) / np.where(spread > 0, spread, 1.0)  # (K, 2), 0..1
    shares[:, spread == 0] = 0.5
    # Upwards on the plane is upwards on the page, where pixels count downwards.
    shares = _MARGIN + (1 - 2 * _MARGIN) * np.stack([shares[:, 0], 1 - shares[:, 1]], axis=1)
    dots = (
        alt.Chart(pd.DataFrame({"x": shares[:, 0], "y": shares[:, 1], "piece": list(pieces)}))
        .mark_point(size=80, filled=True, opacity=1, color=ACCENT[theme])
        .encode(x=_x("x"), y=_y("y"), tooltip=alt.Tooltip("piece:N", title=" "))
    )
    words = []
    for width, shown in ((_WIDE, f"width >= {_WIDE}"), (_NARROW, f"width < {_WIDE}")):
        table = _word_table(shares, pieces, width=width, height=height, font_size=font_size)
        opacity = alt.ExprRef(f"{shown} ? 1 : 0")
        words += [
            alt.Chart(table)
            .mark_rule(color=OTHERS[theme], strokeWidth=1, opacity=opacity)
            .encode(x=_x("x"), y=_y("y"), x2="line_x", y2="line_y"),
            alt.Chart(table)
            .mark_text(fontSize=font_size, color=INK[theme], opacity=opacity)
            .encode(x=_x("word_x"), y=_y("word_y"), text="piece:N"),
        ]
    return (
        alt.layer(*words, dots)
        .properties(height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .configure_view(strokeWidth=0)
    )


def _word_table(
    shares: np.ndarray, pieces: Sequence[str], *, width: int, height: int, font_size: int
) -> pd.DataFrame:
    """Return dots, words and the ends of the lines between them, as shares of the frame."""
    frame = np.array([width, height])
    places = place_labels(shares * frame, pieces, width=width, height=height, font_size=font_size)
    return pd.DataFrame(
        {
            "piece": list(pieces),
            "x": shares[:, 0],
            "y": shares[:, 1],
            "word_x": [place.x / width for place in places],
            "word_y": [place.y / height for place in places],
            "line_x": [place.line_x / width for place in places],
            "line_y": [place.line_y / height for place in places],
        }
    )


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, reverse=True))
