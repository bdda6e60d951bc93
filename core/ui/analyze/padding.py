"""余白の実験: the article's model and ours behind more or less padding."""

import html
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.explain.explanation import Analysis
from core.lab.padding import MAX_PADDING, analyze_padded, padding_shares, window_padding
from core.types import TokenizedText
from core.ui.analyze.controls import Choices
from core.ui.parts.prediction import bars_block
from core.ui.parts.token_view import token_view
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import get_analyzer, model_names
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.charts.padding import padding_chart
from core.view.highlight import is_nearly_uniform

_NAMES = ("article", "default")
_STEPS = range(0, MAX_PADDING + 1, 6)


def padding_panel(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw both models behind as many paddings as the slider says, whichever model is chosen."""
    st.subheader(word("padding_heading"), help=word("padding_help"))
    if not set(_NAMES) <= set(model_names()):
        st.info(word("padding_models_missing", names=escape_markdown(", ".join(model_names()))))
        return
    models = [get_analyzer(name) for name in _NAMES]
    texts = [model.tokenize(tokenized.text) for model in models]
    window = window_padding(models[0], texts[0])
    number = _slider(models[0], texts[0], window)
    for place, name, model, text in zip(
        st.columns(2, gap="large"), _NAMES, models, texts, strict=True
    ):
        with place:
            _model_block(name, model, text, choices, number=number, window=window)
    _shares_chart(models, texts, number=number, window=window)


def _slider(article: Analyzer, tokenized: TokenizedText, window: int) -> int:
    number = st.slider(
        word("padding_number"),
        0,
        MAX_PADDING,
        value=min(window, MAX_PADDING),
        # A text of another length starts at its own number.
        key=f"padding_number_{window}",
    )
    st.caption(
        word(
            "padding_window",
            length=article.bundle.model.sequence_length,
            tokens=len(tokenized.tokens),
            count=window,
        )
    )
    return number


def _model_block(
    name: str,
    model: Analyzer,
    tokenized: TokenizedText,
    choices: Choices,
    *,
    number: int,
    window: int,
) -> None:
    analysis = analyze_padded(model, tokenized, num_padding=number)
    st.markdown(f"**{word(f'padding_model_{name}')}**")
    _share_block(analysis.attention_on_padding)
    if model.bundle.model.masked:
        st.markdown(word("padding_unread"), help=word("padding_unread_help"))
    else:
        sentence = _change(model, tokenized, analysis, choices, number=number, window=window)
        st.markdown(sentence, help=word("padding_change_help", count=window))
    bars_block(
        analysis.prediction.labels,
        _probabilities(analysis, choices),
        key=f"padding_probabilities_{name}",
    )
    # The share of the padding stands above, with more digits.
    bare = replace(analysis, attribution=replace(analysis.attribution, padding_share=None))
    token_view(bare, key=f"padding_tokens_{name}")
    if is_nearly_uniform(analysis.attribution.token_scores):
        st.caption(word("nearly_uniform"))


def _share_block(share: float) -> None:
    """Draw the share of the padding as a number and as the grey part of a bar."""
    said = word("padding_share", share=f"{100 * share:.2f}")
    st.html(
        '<p style="font-size: clamp(1.5rem, 1.2rem + 1vw, 2.1rem); font-weight: 700; margin: 0; '
        f'font-variant-numeric: tabular-nums">{html.escape(said)}</p>'
        '<div aria-hidden="true" style="display: flex; height: 0.9rem; border-radius: 3px; '
        'overflow: hidden; margin-top: 0.3rem">'
        f'<div style="width: {100 * share:.4f}%; background: #7d8590"></div>'
        '<div style="flex: 1; background: color-mix(in srgb, #d55e00 45%, transparent)"></div>'
        "</div>"
    )


def _probabilities(analysis: Analysis, choices: Choices) -> np.ndarray:
    """Return the kind of probabilities that the page shows."""
    prediction = analysis.prediction
    if choices.probabilities == "raw":
        return prediction.raw_probabilities
    return prediction.probabilities


def _change(
    model: Analyzer,
    tokenized: TokenizedText,
    analysis: Analysis,
    choices: Choices,
    *,
    number: int,
    window: int,
) -> str:
    """Say what the number of paddings changed, compared with the page's own."""
    if number == window:
        return word("padding_as_page")
    page = analyze_padded(model, tokenized, num_padding=window)
    before, now = page.prediction.label, analysis.prediction.label
    if before != now:
        return word("padding_other_label", before=escape_markdown(before), now=escape_markdown(now))
    change = np.abs(_probabilities(analysis, choices) - _probabilities(page, choices)).max()
    return word("padding_same_label", label=escape_markdown(now), change=f"{change:.2f}")


def _shares_chart(
    models: Sequence[Analyzer], texts: Sequence[TokenizedText], *, number: int, window: int
) -> None:
    shares = [
        computed_once(
            ("padding_shares", model.bundle.sha256, repr(text)),
            partial(padding_shares, model, text, _STEPS),
            note=word("padding_working"),
        )
        for model, text in zip(models, texts, strict=True)
    ]
    ends = [
        f"{word(f'padding_model_{name}')} {100 * values[-1]:.2f} %"
        for name, values in zip(_NAMES, shares, strict=True)
    ]
    st.markdown(f"**{word('padding_chart_heading')}**", help=word("padding_chart_help"))
    st.altair_chart(
        padding_chart(
            _STEPS,
            dict(zip(_NAMES, shares, strict=True)),
            chosen=number,
            window=window,
            theme=theme(),
            word=word,
        ),
        width="stretch",
        key="padding_chart",
        alt=word("padding_chart_alt", count=MAX_PADDING, ends=", ".join(ends)),
    )
