"""書き出し: everything that a person takes home."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import streamlit as st

from core.analyzer import Analyzer
from core.explain.explanation import Analysis, Explanation
from core.lab.attention_map import attention_map
from core.types import TokenizedText
from core.ui.analyze.controls import Choices
from core.ui.parts.explaining import get_analysis, text_key
from core.ui.parts.share import current_view, state_file_block
from core.ui.shell.address import required_choice
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import language, word
from core.view.html.analysis import analysis_html
from core.view.json.analysis import analysis_to_json
from core.view.pictures.chart_svg import svg_png
from core.view.pictures.matrix import matrix_svg
from core.view.pictures.token_strip import token_strip_svg
from core.view.tables.tokens import token_csv
from core.words.lookup import word_in

_WANTED_KEY = "export_asked"
_THEME_KEY = "export_theme"
_THEMES = ("light", "dark")
_MIMES = {
    ".html": "text/html",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".csv": "text/csv",
    ".json": "application/json",
}


def export_panel(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw the downloads of what the page shows."""
    st.subheader(word("export_heading"), help=word("export_heading_help"))
    state_file_block(current_view(analyzer, st.session_state.get("text", tokenized.text)))
    analysis = get_analysis(analyzer, tokenized, method=choices.method, target=choices.target)
    _page_block(analyzer, analysis, choices)
    _pictures_block(analyzer, analysis, choices)
    _tables_block(analyzer, analysis)


def _page_block(analyzer: Analyzer, analysis: Analysis, choices: Choices) -> None:
    """Draw the button that makes the page or, when it is made, the one that saves it."""
    tokenized, target, unit = analysis.attribution.tokenized, choices.target, choices.unit
    st.markdown(f"**{word('export_page')}**", help=word("export_page_help"))
    key = ("explanation", analyzer.bundle.sha256, text_key(tokenized), target, unit)
    if st.session_state.get(_WANTED_KEY) != key:
        st.button(word("export_make"), key="export_make", on_click=_ask, args=(key,))
        return
    explanation: Explanation = computed_once(
        key,
        lambda: analyzer.explain(tokenized, target=target, unit=unit),
        note=word("export_making"),
    )
    page = analysis_html(
        explanation,
        analyzer.bundle,
        report=analyzer.report,
        method=choices.method,
        scale=choices.scale,
        language=language(),
        word=word,
    )
    file_name = f"chumoku-{choices.method}.html"
    _download(word("export_html"), page, file_name=file_name, kind="primary")


def _ask(key: tuple[object, ...]) -> None:
    st.session_state[_WANTED_KEY] = key


def _pictures_block(analyzer: Analyzer, analysis: Analysis, choices: Choices) -> None:
    method = choices.method
    st.markdown(f"**{word('export_pictures')}**", help=word("export_pictures_help"))
    st.session_state.setdefault(_THEME_KEY, theme())
    chosen = required_choice(
        st.segmented_control(
            word("export_theme"),
            _THEMES,
            required=True,
            format_func=lambda name: word(f"export_theme_{name}"),
            key=_THEME_KEY,
        )
    )
    # They are drawn when they are asked for, in a thread that knows nothing of this visit.
    said = partial(word_in, language())

    def strip() -> str:
        return token_strip_svg(
            analysis,
            analyzer.bundle,
            scale=choices.scale,
            unit=choices.unit,
            theme=chosen,
            word=said,
        )

    def matrix() -> str:
        encoded = analyzer.encode(analysis.attribution.tokenized)
        attention = attention_map(analyzer.classifier, encoded, with_padding=False)
        return matrix_svg(attention, theme=chosen, word=said)

    with st.container(horizontal=True):
        for name, label, draw in (
            (f"chumoku-{method}.png", word("export_strip_png"), partial(_png, strip)),
            (f"chumoku-{method}.svg", word("export_strip_svg"), strip),
            ("chumoku-matrix.png", word("export_matrix_png"), partial(_png, matrix)),
            ("chumoku-matrix.svg", word("export_matrix_svg"), matrix),
        ):
            _download(label, draw, file_name=name)


def _png(draw: Callable[[], str]) -> bytes:
    return svg_png(draw())


def _tables_block(analyzer: Analyzer, analysis: Analysis) -> None:
    method = analysis.attribution.method
    st.markdown(f"**{word('export_tables')}**", help=word("export_tables_help"))
    record = json.dumps(analysis_to_json(analysis, analyzer.bundle), ensure_ascii=False, indent=2)
    with st.container(horizontal=True):
        _download(word("export_csv"), token_csv(analysis), file_name=f"chumoku-{method}.csv")
        _download(word("export_json"), record, file_name=f"chumoku-{method}.json")


def _download(
    label: str,
    content: str | bytes | Callable[[], str | bytes],
    *,
    file_name: str,
    kind: Literal["primary", "secondary"] = "secondary",
) -> None:
    st.download_button(
        label,
        content,
        file_name=file_name,
        mime=_MIMES[Path(file_name).suffix],
        key=f"export_{file_name}",
        type=kind,
        on_click="ignore",
    )
