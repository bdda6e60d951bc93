"""A deletion or an insertion curve over the band of random orders."""

import altair as alt
import numpy as np
import pandas as pd

from core.view.charts.axis import axis
from core.view.palette import HIGHLIGHT, OTHERS, QUIET
from core.words.lookup import Word

_FONT_SIZE = 14
_HEIGHT = 200


def deletion_curves_chart(
    fractions: np.ndarray,
    curve: np.ndarray,
    band: np.ndarray,
    *,
    kind: str,
    method: str,
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw the probability while units go or come, over what random orders give.

    Args:
        fractions: (K,), 0..1.
        curve: (K,), probabilities.
        band: (2, K), the lowest and the highest of the random orders.
        kind: "deletion" where the units go, "insertion" where they come.
        method: key in `METHODS`, whose order the curve follows.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    method_title, band_title = word(method), word("methods_random_orders")
    fraction_title = word(f"methods_{kind}_fraction")
    table = pd.DataFrame(
        {
            "fraction": fractions.astype(float),
            "probability": curve.astype(float),
            "low": band[0].astype(float),
            "high": band[1].astype(float),
            "band": [f"{low:.4f}–{high:.4f}" for low, high in band.T],
            "method": method_title,
            "random": band_title,
        }
    )
    base = alt.Chart(table).encode(
        x=alt.X(
            "fraction:Q",
            scale=alt.Scale(domain=[0, 1], nice=False),
            axis=axis(theme, font_size=_FONT_SIZE, title=fraction_title, format="%", tick_count=5),
        ),
        tooltip=[
            alt.Tooltip("fraction:Q", title=fraction_title, format=".0%"),
            alt.Tooltip("probability:Q", title=method_title, format=".4f"),
            alt.Tooltip("band:N", title=band_title),
        ],
    )
    scale = alt.Scale(domain=[0, 1], nice=False)
    colour = alt.Scale(domain=[method_title, band_title], range=[HIGHLIGHT[theme], OTHERS[theme]])
    legend = alt.Legend(
        title=None,
        orient="bottom",
        columns=1,
        labelFontSize=_FONT_SIZE,
        labelLimit=0,
        symbolType="square",
    )
    random_orders = base.mark_area(opacity=0.45).encode(
        y=alt.Y(
            "low:Q",
            scale=scale,
            axis=axis(theme, font_size=_FONT_SIZE, title=None, format=".1f", tick_count=5),
        ),
        y2="high:Q",
        color=alt.Color("random:N", scale=colour, legend=legend),
    )
    line = base.mark_line(strokeWidth=3, point=alt.OverlayMarkDef(size=50)).encode(
        y=alt.Y("probability:Q", scale=scale),
        color=alt.Color("method:N", scale=colour, legend=legend),
    )
    return (
        (random_orders + line)
        .properties(height=_HEIGHT, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .configure_view(stroke=QUIET[theme])
    )
