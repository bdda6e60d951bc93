"""The probabilities of two predictions as paired bars with their differences."""

import altair as alt
import pandas as pd

from core.lab.compare import ComparedProbabilities
from core.view.charts.axis import name_axis
from core.view.numbers import signed_number
from core.view.palette import ACCENT, INK, OTHERS
from core.words.lookup import Word

_FONT_SIZE = 16
_LABEL_HEIGHT = 66


def compare_chart(
    compared: ComparedProbabilities,
    *,
    theme: str,
    sides: tuple[str, str],
    word: Word,
) -> alt.LayerChart:
    """Draw two bars per label, the left above the right, and right minus left behind them.

    Args:
        theme: "light" or "dark".
        sides: the words for left and right; they stand beside every bar.
        word: the words of a language by their keys in `core.words`.
    """
    differences = compared.difference  # (K,)
    order = [compared.labels[index] for index in (-compared.left).argsort(kind="stable")]
    rows = [
        {
            "label": label,
            "side": side,
            "probability": float(probabilities[number]),
            "value": f"{side} {probabilities[number]:.2f}",
            "difference": float(differences[number]),
            "change": signed_number(differences[number]),
        }
        for number, label in enumerate(compared.labels)
        for side, probabilities in zip(sides, (compared.left, compared.right), strict=True)
    ]
    table = pd.DataFrame(rows)
    base = alt.Chart(table).encode(
        y=alt.Y(
            "label:N",
            sort=order,
            title=None,
            scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1),
            axis=name_axis(theme, font_size=_FONT_SIZE, padding=8),
        ),
        tooltip=[
            alt.Tooltip("label:N", title=word("category")),
            alt.Tooltip("probability:Q", title=word("probability"), format=".4f"),
            alt.Tooltip("difference:Q", title=word("compare_difference"), format="+.4f"),
        ],
    )
    # Room for the value behind a full bar and for the difference at the edge.
    x = alt.X("probability:Q", scale=alt.Scale(domain=[0, 1.9], nice=False), axis=None)
    offset = alt.YOffset("side:N", sort=list(sides), scale=alt.Scale(paddingInner=0.1))
    bars = base.mark_bar(cornerRadiusEnd=3).encode(
        x=x,
        yOffset=offset,
        color=alt.Color(
            "side:N",
            scale=alt.Scale(domain=list(sides), range=[ACCENT[theme], OTHERS[theme]]),
            legend=None,
        ),
    )
    values = base.mark_text(align="left", dx=6, fontSize=_FONT_SIZE, color=INK[theme]).encode(
        x=x, yOffset=offset, text="value:N"
    )
    changes = (
        base.transform_filter(alt.datum.side == sides[0])
        .mark_text(align="right", fontSize=_FONT_SIZE + 2, fontWeight="bold", color=INK[theme])
        .encode(x=alt.value("width"), text="change:N")
    )
    return (
        (bars + values + changes)
        .properties(height=_LABEL_HEIGHT * len(compared.labels))
        .configure_view(strokeWidth=0)
    )
