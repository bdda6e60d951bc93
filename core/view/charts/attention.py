"""What the attention layer buys: accuracy with interval of every kind of attention."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from core.view.charts.axis import axis
from core.view.palette import ACCENT, INK, OTHERS, QUIET
from core.words.lookup import Word

_FONT_SIZE = 16
_SMALL_FONT_SIZE = 14
_ROW_HEIGHT = 58


def attention_check_chart(
    record: Mapping[str, Any],
    *,
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw a dot with its interval and the ticks of the single seeds, one row per variant.

    Args:
        record: what `core.checks.attention.attention_record` gives.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    variants = record["variants"]
    titles = {name: word(f"buys_variant_{name}") for name in variants}
    accuracy_title = word("buys_accuracy")
    rows = [
        {
            "row": row,
            "variant": titles[name],
            "accuracy": variant["accuracy"],
            "low": variant["low"],
            "high": variant["high"],
            "interval": f"{variant['low']:.3f}–{variant['high']:.3f}",
            "words": f"{variant['accuracy']:.3f}　{titles[name]}",
            "reference": name == "learned",
        }
        for row, (name, variant) in enumerate(variants.items())
    ]
    seeds = [
        {"row": row, "variant": titles[name], "accuracy": accuracy}
        for row, (name, variant) in enumerate(variants.items())
        for accuracy in variant["accuracies"]
    ]
    majority = record["majority_baseline"]
    lowest = min([majority, *(row["low"] for row in rows)])
    highest = max(row["high"] for row in rows)
    margin = 0.05 * (highest - lowest)
    x = alt.X(
        "accuracy:Q",
        title=accuracy_title,
        scale=alt.Scale(domain=[lowest - margin, highest + margin], nice=False, zero=False),
        axis=axis(theme, font_size=_SMALL_FONT_SIZE, format=".2f", tick_count=5),
    )
    y = alt.Y(
        "row:Q",
        axis=None,
        # The words stand above the dots; below the last row, the word of the majority line.
        scale=alt.Scale(domain=[-0.7, len(rows) - 0.2], reverse=True, nice=False),
    )
    base = alt.Chart(pd.DataFrame(rows)).encode(
        y=y,
        tooltip=[
            alt.Tooltip("variant:N", title=word("buys_variant")),
            alt.Tooltip("accuracy:Q", title=accuracy_title, format=".4f"),
            alt.Tooltip("interval:N", title=word("buys_interval")),
        ],
    )
    colour = alt.condition("datum.reference", alt.value(ACCENT[theme]), alt.value(QUIET[theme]))
    intervals = base.mark_rule(strokeWidth=3).encode(
        x=alt.X("low:Q", title=accuracy_title), x2="high:Q", color=colour
    )
    dots = base.mark_point(size=200, filled=True, opacity=1).encode(x=x, color=colour)
    ticks = (
        alt.Chart(pd.DataFrame(seeds))
        .mark_tick(thickness=2, height=18, color=INK[theme])
        .encode(x=x, y=y, tooltip=[alt.Tooltip("accuracy:Q", title=accuracy_title, format=".4f")])
    )
    words = base.mark_text(align="left", dy=-22, fontSize=_FONT_SIZE, color=INK[theme]).encode(
        x=alt.value(0), text="words:N"
    )
    # In pieces: a line through all rows would go through the words, too.
    last = len(rows) - 1
    pieces = [
        {"accuracy": majority, "row": row - 0.2, "bottom": row + 0.25} for row in range(last + 1)
    ]
    reference = (
        alt.Chart(pd.DataFrame(pieces))
        .mark_rule(strokeWidth=2, color=OTHERS[theme])
        .encode(x=x, y=y, y2="bottom:Q")
    )
    majority_word = word("buys_majority", value=f"{majority:.3f}")
    reference_word = (
        alt.Chart(pd.DataFrame([{"accuracy": majority, "row": last + 0.5, "word": majority_word}]))
        .mark_text(align="left", fontSize=_SMALL_FONT_SIZE, color=QUIET[theme])
        .encode(x=x, y=y, text="word:N")
    )
    return (
        (reference + reference_word + intervals + ticks + dots + words)
        .properties(height=_ROW_HEIGHT * len(rows) + 40)
        .configure_view(strokeWidth=0)
    )
