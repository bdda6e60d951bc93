"""The accuracy of parts of a file, each with its interval, beside that of the whole."""

from collections.abc import Sequence
from functools import partial

import altair as alt
import pandas as pd

from core.checks.slices import Slice
from core.view.charts.axis import axis
from core.view.check_words import slice_title
from core.view.palette import ACCENT, HIGHLIGHT, INK, OTHERS, QUIET
from core.words.lookup import Word

# Name and field of the selection: event["selection"][SLICE] == [{NUMBER: 3}].
SLICE = "slice"
NUMBER = "number"

_FONT_SIZE = 14
_ROW_HEIGHT = 50


def slices_chart(
    slices: Sequence[Slice],
    *,
    overall: float,
    worst: Slice | None,
    theme: str,
    word: Word,
) -> alt.LayerChart:
    """Draw a dot with its interval per slice, one below the other; a click chooses one.

    Args:
        overall: accuracy of the whole, drawn as a line through all rows.
        worst: the slice in another colour, where it is one of these.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
    """
    accuracy_title = word("slices_accuracy")
    titles = [counted_slice_title(one, word=word) for one in slices]
    table = pd.DataFrame(
        [
            {
                NUMBER: number,
                "slice": title,
                "accuracy": one.accuracy.value,
                "low": one.accuracy.low,
                "high": one.accuracy.high,
                "interval": f"{one.accuracy.low:.3f}–{one.accuracy.high:.3f}",
                "count": one.num_rows,
                "words": f"{one.accuracy.value:.3f}　{title}",
                "top": number - 0.62,
                "bottom": number + 0.36,
                "left": 0.0,
                "right": 1.0,
            }
            for number, (one, title) in enumerate(zip(slices, titles, strict=True))
        ]
    )
    chosen = alt.selection_point(name=SLICE, fields=[NUMBER])
    x_of = partial(
        alt.X,
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=axis(
            theme,
            font_size=_FONT_SIZE,
            title=accuracy_title,
            values=[0, 0.2, 0.4, 0.6, 0.8, 1],
            format=".1f",
        ),
    )
    y_of = partial(
        alt.Y,
        axis=None,
        # The words stand above the dots; below the last row, the word of the line.
        scale=alt.Scale(domain=[-0.7, len(slices)], reverse=True, nice=False),
    )
    tooltip = [
        alt.Tooltip("slice:N", title=word("slices_part")),
        alt.Tooltip("accuracy:Q", title=accuracy_title, format=".4f"),
        alt.Tooltip("interval:N", title=word("slices_interval")),
        alt.Tooltip("count:Q", title=word("slices_rows"), format=","),
    ]
    # The whole row takes the click, not the small dot alone.
    fields = (
        alt.Chart(table)
        .mark_rect(cursor="pointer", fill="transparent", strokeWidth=2)
        .encode(
            x=x_of("left:Q"),
            x2="right:Q",
            y=y_of("top:Q"),
            y2="bottom:Q",
            stroke=alt.when(chosen, empty=False)
            .then(alt.value(INK[theme]))
            .otherwise(alt.value("transparent")),
            tooltip=tooltip,
        )
        .add_params(chosen)
    )
    y = y_of(f"{NUMBER}:Q")
    base = alt.Chart(table).encode(y=y)
    colour = alt.condition(
        alt.datum[NUMBER] == (slices.index(worst) if worst in slices else -1),
        alt.value(HIGHLIGHT[theme]),
        alt.value(ACCENT[theme]),
    )
    intervals = base.mark_rule(strokeWidth=3).encode(x=x_of("low:Q"), x2="high:Q", color=colour)
    dots = base.mark_point(size=160, filled=True, opacity=1).encode(
        x=x_of("accuracy:Q"), color=colour
    )
    words = base.mark_text(align="left", dy=-18, fontSize=_FONT_SIZE, color=INK[theme]).encode(
        x=alt.value(4), text="words:N"
    )
    # In pieces: a line through all rows would go through the words, too.
    line = pd.DataFrame(
        [
            {"accuracy": overall, "from": number - 0.15, "to": number + 0.25}
            for number in range(len(slices))
        ]
    )
    reference = (
        alt.Chart(line)
        .mark_rule(strokeWidth=2, color=OTHERS[theme])
        .encode(x=x_of("accuracy:Q"), y=y_of("from:Q"), y2="to:Q")
    )
    overall_title = word("slices_overall", accuracy=f"{overall:.3f}")
    last = pd.DataFrame([{"accuracy": overall, NUMBER: len(slices) - 0.45, "word": overall_title}])
    reference_word = (
        alt.Chart(last)
        .mark_text(
            align="right" if overall > 0.5 else "left", fontSize=_FONT_SIZE, color=QUIET[theme]
        )
        .encode(x=x_of("accuracy:Q"), y=y, text="word:N")
    )
    return (
        (fields + reference + reference_word + intervals + dots + words)
        .properties(
            # One row more than there are slices: the word of the line.
            height=_ROW_HEIGHT * (len(slices) + 0.7),
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(strokeWidth=0)
    )


def counted_slice_title(one: Slice, *, word: Word) -> str:
    """Return the name of a slice with the number of its rows."""
    return word("slices_counted", name=slice_title(one, word=word), count=f"{one.num_rows:,}")
