"""The share of the attention on padding against the number of paddings."""

from collections.abc import Mapping, Sequence

import altair as alt
import numpy as np
import pandas as pd

from core.view.charts.axis import axis
from core.view.palette import ACCENT, HIGHLIGHT, INK, QUIET
from core.words.lookup import Word

_FONT_SIZE = 14
_HEIGHT = 180


def padding_chart(
    numbers: Sequence[int],
    shares: Mapping[str, np.ndarray],
    *,
    chosen: int,
    window: int,
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw one line per model, what is chosen, and what the page really has.

    Args:
        numbers: of paddings (K).
        shares: of two models, the article's first, by their names; (K) each, 0..1.
        chosen: the number of paddings that is shown beside the chart.
        window: how many paddings fill the article's window up; where that is more than the last
            number, its mark stands at the edge.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    titles = [word(f"padding_model_{name}") for name in shares]
    number_title = word("padding_number")
    table = pd.DataFrame(
        {
            "number": list(numbers) * len(shares),
            "share": np.concatenate(list(shares.values())).astype(float),
            "model": np.repeat(titles, len(numbers)),
        }
    )
    x = alt.X(
        "number:Q",
        scale=alt.Scale(domain=[0, max(numbers)], nice=False),
        axis=axis(theme, font_size=_FONT_SIZE, title=number_title),
    )
    lines = (
        alt.Chart(table)
        .mark_line(strokeWidth=3, point=alt.OverlayMarkDef(size=50))
        .encode(
            x=x,
            y=alt.Y(
                "share:Q",
                scale=alt.Scale(domainMin=0),
                axis=axis(theme, font_size=_FONT_SIZE, title=None, format=".2~%", tick_count=4),
            ),
            color=alt.Color(
                "model:N",
                scale=alt.Scale(domain=titles, range=[HIGHLIGHT[theme], ACCENT[theme]]),
                legend=alt.Legend(
                    title=None, orient="bottom", columns=1, labelFontSize=_FONT_SIZE, labelLimit=0
                ),
            ),
            tooltip=[
                alt.Tooltip("model:N", title=word("model")),
                alt.Tooltip("number:Q", title=number_title),
                alt.Tooltip("share:Q", title=word("padding_share_title"), format=".4f"),
            ],
        )
    )
    here = (
        alt.Chart(pd.DataFrame({"number": [chosen]}))
        .mark_rule(color=INK[theme], strokeWidth=2)
        .encode(x="number:Q")
    )
    place = min(window, max(numbers))
    window_title = word("padding_window_mark", count=window)
    real = alt.Chart(pd.DataFrame({"number": [place], "title": [window_title]})).encode(
        x="number:Q"
    )
    mark = real.mark_rule(color=QUIET[theme], strokeDash=[4, 4], strokeWidth=2)
    # The words lean to the side where there is room.
    left = place > max(numbers) / 2
    words = real.mark_text(
        align="right" if left else "left",
        dx=-6 if left else 6,
        baseline="top",
        fontSize=_FONT_SIZE,
        color=QUIET[theme],
    ).encode(y=alt.value(0), text="title:N")
    return (
        (here + mark + lines + words)
        .properties(height=_HEIGHT, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .configure_view(strokeWidth=0)
    )
