"""The attention weights of one text as a heat map."""

import json

import altair as alt
import numpy as np
import pandas as pd

from core.attention_map import AttentionMap
from core.view.palette import INK, QUIET, SEQUENTIAL

# Name and field of the selection: event["selection"][ROW] == [{TOKEN: 3}].
ROW = "row"
TOKEN = "query_number"

_FONT_SIZE = 15
_SMALL_FONT_SIZE = 14
_MANY = 40


def matrix_chart(
    attention: AttentionMap,
    *,
    theme: str,
    query_title: str,
    key_title: str,
    weight_title: str,
    padding_title: str,
    start: int | None = None,
) -> alt.LayerChart:
    """Draw one cell per query (row) and key (column); a click chooses the row of a token.

    The positions are numbers and only their labels are pieces: a token that occurs twice keeps two
    rows. The padding is one framed region under one title.

    Args:
        theme: "light" or "dark".
        query_title, key_title, weight_title: words for the tooltip and the legend.
        padding_title: what stands at the padding instead of a piece.
        start: number of the token whose row is chosen from the start.
    """
    size = len(attention.token_index)
    many = size > _MANY
    row = alt.selection_point(
        name=ROW, fields=[TOKEN], value=[] if start is None else [{TOKEN: start}]
    )
    labels, names = _labels(attention, padding_title)
    base = alt.Chart(_table(attention, names)).encode(
        x=alt.X("key:O", axis=_axis(labels, attention, theme, orient="top")),
        y=alt.Y("query:O", axis=_axis(labels, attention, theme, orient="left")),
        color=alt.Color(
            "weight:Q",
            scale=alt.Scale(range=list(SEQUENTIAL[theme]), domainMin=0, nice=False),
            legend=alt.Legend(
                title=weight_title,
                orient="bottom",
                format=".2f",
                gradientLength=240,
                labelFontSize=_SMALL_FONT_SIZE,
                titleFontSize=_SMALL_FONT_SIZE,
                titleLimit=0,
            ),
        ),
        tooltip=[
            alt.Tooltip("query_token:N", title=query_title),
            alt.Tooltip("key_token:N", title=key_title),
            alt.Tooltip("weight:Q", title=weight_title, format=".4f"),
        ],
    )
    # Only rows of tokens can be chosen: padding has no place in the text.
    tokens = (
        base.transform_filter(alt.datum[TOKEN] >= 0)
        .mark_rect(cursor="pointer", strokeWidth=1.5)
        .encode(
            stroke=alt.condition(row, alt.value(INK[theme]), alt.value("transparent"), empty=False)
        )
        .add_params(row)
    )
    layers = [tokens]
    if attention.num_tokens < size:
        padding = base.transform_filter(alt.datum[TOKEN] < 0).mark_rect()
        layers = [padding, tokens, _frame(attention, theme)]
    return (
        alt.layer(*layers)
        .properties(
            height=size * (18 if many else 26),
            # The height is that of the cells alone, however long the labels are.
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_scale(bandPaddingInner=0.0 if many else 0.06)
        .configure_view(strokeWidth=0)
    )


def _labels(attention: AttentionMap, padding_title: str) -> tuple[list[str], list[str]]:
    """Return what stands at the axes and what the tooltip says, one per position (P)."""
    pieces = [token.piece for token in attention.tokenized.tokens]
    index = attention.token_index.tolist()
    padding = np.flatnonzero(attention.token_index < 0)
    labels = [pieces[number] if number >= 0 else "" for number in index]
    if len(padding):
        labels[padding[len(padding) // 2]] = padding_title
    names = [f"{n + 1}: {pieces[n]}" if n >= 0 else padding_title for n in index]
    return labels, names


def _table(attention: AttentionMap, names: list[str]) -> pd.DataFrame:
    size = len(names)
    query, key = np.indices((size, size)).reshape(2, -1)  # (P * P,) each
    return pd.DataFrame(
        {
            "query": query,
            "key": key,
            TOKEN: attention.token_index[query],
            "query_token": np.array(names, object)[query],
            "key_token": np.array(names, object)[key],
            "weight": attention.weights.reshape(-1).astype(float),
        }
    )


def _axis(labels: list[str], attention: AttentionMap, theme: str, *, orient: str) -> alt.Axis:
    # In JSON's ASCII form a piece cannot end the expression, whatever it holds.
    is_token = json.dumps((attention.token_index >= 0).tolist())
    return alt.Axis(
        orient=orient,
        title=None,
        labelExpr=f"{json.dumps(labels)}[datum.value]",
        labelColor=alt.condition(
            f"{is_token}[datum.value]", alt.value(INK[theme]), alt.value(QUIET[theme])
        ),
        labelFontSize=_SMALL_FONT_SIZE if len(labels) > _MANY else _FONT_SIZE,
        labelAngle=-60 if orient == "top" else 0,
        labelLimit=110,
        labelOverlap="greedy",
        ticks=False,
        domain=False,
    )


def _frame(attention: AttentionMap, theme: str) -> alt.Chart:
    """Frame the columns of the padding."""
    padding = np.flatnonzero(attention.token_index < 0)
    corners = pd.DataFrame(
        {
            "left": [padding[0]],
            "right": [padding[-1]],
            "top": [0],
            "bottom": [len(attention.token_index) - 1],
        }
    )
    return (
        alt.Chart(corners)
        .mark_rect(filled=False, stroke=QUIET[theme], strokeWidth=2)
        .encode(
            x=alt.X("left:O", bandPosition=0),
            x2=alt.X2("right", bandPosition=1),
            y=alt.Y("top:O", bandPosition=0),
            y2=alt.Y2("bottom", bandPosition=1),
        )
    )
