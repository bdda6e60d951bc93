"""The share of the attention on padding against the number of paddings."""

from collections.abc import Mapping, Sequence

import altair as alt
import numpy as np
import pandas as pd

from core.view.palette import ACCENT, HIGHLIGHT, INK, QUIET, axis_style

_FONT_SIZE = 14
_HEIGHT = 180


def padding_chart(
    numbers: Sequence[int],
    shares: Mapping[str, np.ndarray],
    *,
    theme: str,
    chosen: int,
    window: int,
    window_title: str,
    number_title: str,
    share_title: str,
    model_title: str,
) -> alt.LayerChart:
    """Draw one line per model, what is chosen, and what the page really has.

    Args:
        numbers: of paddings (K).
        shares: the words for two models, the article's first, and their shares (K), 0..1.
        theme: "light" or "dark".
        chosen: the number of paddings that is shown beside the chart.
        window: how many paddings fill the article's window up.
        window_title: what stands at that number.
        number_title, share_title, model_title: words for the lower axis and the tooltip.
    """
    table = pd.DataFrame(
        {
            "number": list(numbers) * len(shares),
            "share": np.concatenate(list(shares.values())).astype(float),
            "model": np.repeat(list(shares), len(numbers)),
        }
    )
    axis = axis_style(theme, font_size=_FONT_SIZE)
    x = alt.X(
        "number:Q",
        scale=alt.Scale(domain=[0, max(numbers)], nice=False),
        axis=alt.Axis(title=number_title, **axis),
    )
    lines = (
        alt.Chart(table)
        .mark_line(strokeWidth=3, point=alt.OverlayMarkDef(size=50))
        .encode(
            x=x,
            y=alt.Y(
                "share:Q",
                scale=alt.Scale(domainMin=0),
                axis=alt.Axis(title=None, format=".2~%", tickCount=4, **axis),
            ),
            color=alt.Color(
                "model:N",
                scale=alt.Scale(domain=list(shares), range=[HIGHLIGHT[theme], ACCENT[theme]]),
                legend=alt.Legend(
                    title=None, orient="bottom", columns=1, labelFontSize=_FONT_SIZE, labelLimit=0
                ),
            ),
            tooltip=[
                alt.Tooltip("model:N", title=model_title),
                alt.Tooltip("number:Q", title=number_title),
                alt.Tooltip("share:Q", title=share_title, format=".4f"),
            ],
        )
    )
    here = (
        alt.Chart(pd.DataFrame({"number": [chosen]}))
        .mark_rule(color=INK[theme], strokeWidth=2)
        .encode(x="number:Q")
    )
    real = alt.Chart(pd.DataFrame({"number": [window], "title": [window_title]})).encode(
        x="number:Q"
    )
    mark = real.mark_rule(color=QUIET[theme], strokeDash=[4, 4], strokeWidth=2)
    # The words lean to the side where there is room.
    left = window > max(numbers) / 2
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
