"""The curve of a training: one figure per epoch, of what was learnt and of what chose the epoch."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from core.model.curves import Epoch, kept_epoch
from core.view.charts.axis import axis
from core.view.palette import ACCENT, INK, OTHERS, QUIET
from core.words.lookup import Word

MEASURES = ("accuracy", "loss")

_HEIGHT = 260


def training_curves_chart(
    curves: Sequence[Epoch],
    measure: str,
    *,
    select_on: str,
    theme: str,
    word: Word,
    font_size: int = 14,
) -> alt.LayerChart:
    """Draw both parts' figure over the epochs; a line stands where the weights were kept.

    Args:
        measure: one of `MEASURES`.
        select_on: the part of the split that chose the epoch.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    if measure not in MEASURES:
        raise ValueError(f"measure must be one of {MEASURES}. Received: {measure!r}")
    epoch_title, measure_title = word("curves_epoch"), word(f"curves_{measure}")
    learnt_title, selection_title = word("curves_learnt"), word(f"part_{select_on}")
    table = pd.DataFrame(
        [
            {"epoch": epoch.number, "part": title, "value": getattr(epoch, field)}
            for title, field in ((learnt_title, measure), (selection_title, f"selection_{measure}"))
            for epoch in curves
        ]
    )
    first, last = curves[0].number, curves[-1].number
    top = 1.0 if measure == "accuracy" else float(table["value"].max())
    x = alt.X(
        "epoch:Q",
        scale=alt.Scale(domain=[first - 0.3, last + 0.3], nice=False),
        axis=axis(
            theme,
            font_size=font_size,
            title=epoch_title,
            format="d",
            tick_count=8,
            tick_min_step=1,
        ),
    )
    y = alt.Y(
        "value:Q",
        # Above the highest value, the word of the line.
        scale=alt.Scale(domain=[0, 1.12 * top], nice=False),
        axis=axis(theme, font_size=font_size, title=measure_title, format=".1f", tick_count=5),
    )
    lines = (
        alt.Chart(table)
        .mark_line(strokeWidth=2, point=alt.OverlayMarkDef(size=50, filled=True, opacity=1))
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "part:N",
                scale=alt.Scale(
                    domain=[learnt_title, selection_title], range=[OTHERS[theme], ACCENT[theme]]
                ),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    labelFontSize=font_size,
                    labelColor=INK[theme],
                    labelLimit=0,
                ),
            ),
            tooltip=[
                alt.Tooltip("part:N", title=" "),
                alt.Tooltip("epoch:Q", title=epoch_title, format="d"),
                alt.Tooltip("value:Q", title=measure_title, format=".3f"),
            ],
        )
    )
    kept = kept_epoch(curves).number
    # The word stands on the side with more room.
    left = kept > (first + last) / 2
    mark = pd.DataFrame([{"epoch": kept, "value": 1.12 * top, "word": word("curves_kept_mark")}])
    base = alt.Chart(mark).encode(x=x)
    rule = base.mark_rule(strokeDash=[6, 4], strokeWidth=2, color=QUIET[theme])
    kept_word = base.mark_text(
        align="right" if left else "left",
        baseline="top",
        dx=-6 if left else 6,
        fontSize=font_size,
        color=QUIET[theme],
    ).encode(y=y, text="word:N")
    return (
        alt.layer(rule, lines, kept_word)
        .properties(
            height=_HEIGHT,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(strokeWidth=0)
    )
