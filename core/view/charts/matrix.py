"""The attention weights of one text as a heat map."""

import json
import unicodedata
from typing import Literal

import altair as alt
import numpy as np
import pandas as pd

from core.lab.attention_map import AttentionMap
from core.view.palette import INK, QUIET, SEQUENTIAL
from core.words.lookup import Word

# Name and field of the selection: event["selection"][ROW] == [{TOKEN: 3}].
ROW = "row"
TOKEN = "query_number"

_FONT_SIZE = 14
_LINE_HEIGHT = 15
_MAX_CHARACTERS = 8  # of a label; the tooltip says all
_PADDING_SIZE = 0.25  # of a token's: all paddings are alike
_MANY = 40


def matrix_chart(
    attention: AttentionMap,
    *,
    theme: str,
    word: Word,
    start: int | None = None,
) -> alt.LayerChart:
    """Draw one cell per query (row) and key (column); a click chooses the row of a token.

    The places are numbers and only their labels are pieces: a token that occurs twice keeps two
    rows. The columns of the padding are one framed region under one title.

    Args:
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
        start: number of the token whose row is chosen from the start.
    """
    is_token = attention.token_index >= 0  # (P,)
    edges = np.concatenate([[0.0], np.where(is_token, 1.0, _PADDING_SIZE).cumsum()])  # (P + 1,)
    many = edges[-1] > _MANY
    padding_title = word("matrix_padding", count=attention.num_padding)
    weight_title = word("matrix_weight")
    row = alt.selection_point(
        name=ROW, fields=[TOKEN], value=[] if start is None else [{TOKEN: start}]
    )
    # Every layer has the same axes: Vega-Lite would mix in the defaults of one that has none.
    x = alt.X(
        "left:Q",
        axis=_axis(attention, edges, padding_title, theme, orient="top"),
        scale=_scale(edges, reverse=False),
    )
    y = alt.Y(
        "top:Q",
        axis=_axis(attention, edges, padding_title, theme, orient="left"),
        scale=_scale(edges, reverse=True),
    )
    x2, y2 = alt.X2("right"), alt.Y2("bottom")
    cells = _cells(attention, edges, padding_title, gap=0.0 if many else 0.03)
    base = alt.Chart(cells).encode(
        x=x,
        x2=x2,
        y=y,
        y2=y2,
        color=alt.Color(
            "weight:Q",
            scale=alt.Scale(range=list(SEQUENTIAL[theme]), domainMin=0, nice=False),
            legend=alt.Legend(
                title=weight_title,
                orient="bottom",
                format=".2f",
                gradientLength=240,
                labelFontSize=_FONT_SIZE,
                titleFontSize=_FONT_SIZE,
                titleLimit=0,
            ),
        ),
        tooltip=[
            alt.Tooltip("query_token:N", title=word("matrix_query")),
            alt.Tooltip("key_token:N", title=word("matrix_key")),
            alt.Tooltip("weight:Q", title=weight_title, format=".4f"),
        ],
    )
    # Only rows of tokens can be chosen: padding has no place in the text.
    tokens = (
        base.transform_filter(alt.datum[TOKEN] >= 0).mark_rect(cursor="pointer").add_params(row)
    )
    frame = _frame(_token_rows(attention, edges), INK[theme]).transform_filter(row, empty=False)
    layers = [tokens, frame.encode(x=x, x2=x2, y=y, y2=y2)]
    if not is_token.all():
        padding = base.transform_filter(alt.datum[TOKEN] < 0).mark_rect()
        region = _frame(_padding_columns(is_token, edges), QUIET[theme])
        layers = [padding, *layers, region.encode(x=x, x2=x2, y=y, y2=y2)]
    return (
        alt.layer(*layers)
        .properties(
            height=round(edges[-1] * (16 if many else 26)),
            # The height is that of the cells alone, however long the labels are.
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure_view(strokeWidth=0)
    )


def _cells(
    attention: AttentionMap, edges: np.ndarray, padding_title: str, *, gap: float
) -> pd.DataFrame:
    pieces = [token.piece for token in attention.tokenized.tokens]
    names = np.array(
        [
            f"{number + 1}: {pieces[number]}" if number >= 0 else padding_title
            for number in attention.token_index.tolist()
        ],
        object,
    )  # (P,)
    size = len(names)
    query, key = np.indices((size, size)).reshape(2, -1)  # (P * P,) each
    # The padding has no gaps: it is one region.
    gaps = np.where(attention.token_index >= 0, gap, 0.0)  # (P,)
    starts, ends = edges[:-1] + gaps, edges[1:] - gaps  # (P,) each
    return pd.DataFrame(
        {
            "left": starts[key],
            "right": ends[key],
            "top": starts[query],
            "bottom": ends[query],
            TOKEN: attention.token_index[query],
            "query_token": names[query],
            "key_token": names[key],
            "weight": attention.weights.reshape(-1).astype(float),
        }
    )


def _axis(
    attention: AttentionMap,
    edges: np.ndarray,
    padding_title: str,
    theme: str,
    *,
    orient: Literal["top", "left"],
) -> alt.Axis:
    """Return the axis of the columns ("top") or of the rows ("left")."""
    pieces = [token.piece for token in attention.tokenized.tokens]
    is_token = attention.token_index >= 0  # (P,)
    numbers = attention.token_index[is_token].tolist()
    middles = ((edges[:-1] + edges[1:]) / 2)[is_token].tolist()
    labels = [[_shortened(pieces[number])] for number in numbers]  # each a list of lines
    if orient == "top":
        # A column is narrower than a word: its label runs downwards, as Japanese may.
        labels = [_one_below_the_other(line) for (line,) in labels]
    if not is_token.all():
        places = np.flatnonzero(~is_token)
        middles.append(float(edges[places[0]] + edges[places[-1] + 1]) / 2)
        labels.append([padding_title])
    # Vega begins all labels at one height; blank lines above the shorter ones let them end at the
    # cells.
    depth = max(len(lines) for lines in labels)
    labels = [[""] * (depth - len(lines)) + lines for lines in labels]
    return alt.Axis(
        orient=orient,
        title=None,
        values=middles,
        # In JSON's ASCII form a piece cannot end the expression, whatever it holds.
        labelExpr=f"{json.dumps(labels)}[indexof({json.dumps(middles)}, datum.value)]",
        labelColor=alt.condition(
            f"indexof({json.dumps(middles)}, datum.value) < {len(numbers)}",
            alt.value(INK[theme]),
            alt.value(QUIET[theme]),
        ),
        labelFontSize=_FONT_SIZE,
        labelLineHeight=_LINE_HEIGHT,
        labelPadding=6 + (depth - 1) * _LINE_HEIGHT,
        labelLimit=0,
        # Rows are high enough for their labels; columns are as narrow as the page makes them.
        labelOverlap="greedy" if orient == "top" else False,
        ticks=False,
        domain=False,
        grid=False,
    )


def _scale(edges: np.ndarray, *, reverse: bool) -> alt.Scale:
    return alt.Scale(domain=[0, float(edges[-1])], nice=False, zero=False, reverse=reverse)


def _shortened(label: str) -> str:
    return label if len(label) <= _MAX_CHARACTERS else label[: _MAX_CHARACTERS - 1] + "…"


def _one_below_the_other(label: str) -> list[str]:
    """Split a label into its characters; one that has joined characters stays whole."""
    joined = any(unicodedata.category(character)[0] in "MC" for character in label)
    return [label] if joined else list(label)


def _token_rows(attention: AttentionMap, edges: np.ndarray) -> pd.DataFrame:
    is_token = attention.token_index >= 0  # (P,)
    return pd.DataFrame(
        {
            TOKEN: attention.token_index[is_token],
            "left": 0.0,
            "right": edges[-1],
            "top": edges[:-1][is_token],
            "bottom": edges[1:][is_token],
        }
    )


def _padding_columns(is_token: np.ndarray, edges: np.ndarray) -> pd.DataFrame:
    places = np.flatnonzero(~is_token)
    return pd.DataFrame(
        {
            "left": [edges[places[0]]],
            "right": [edges[places[-1] + 1]],
            "top": [0.0],
            "bottom": [edges[-1]],
        }
    )


def _frame(corners: pd.DataFrame, colour: str) -> alt.Chart:
    # Not for screen readers: an empty frame would be an image without a name.
    return alt.Chart(corners).mark_rect(filled=False, stroke=colour, strokeWidth=2, aria=False)
