"""語彙: the pieces that the model knows, and which vectors lie near one another."""

import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.model.vocabulary import Vocabulary
from core.types import PAD_ID, UNK_ID
from core.ui.shell.loaders import get_vocabulary
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.html.cosine_bars import cosine_bars_html
from core.view.html.vocabulary import vocabulary_html
from core.view.numbers import plain_number

_QUERY_KEY = "vocabulary_query"
_PIECE_KEY = "vocabulary_piece"
_MAX_SHOWN = 50
_NEIGHBOURS = 10


def vocabulary_block(analyzer: Analyzer) -> None:
    """Search the pieces; show the nearest neighbours of the chosen one."""
    vocabulary = get_vocabulary(analyzer)
    st.markdown(word("vocabulary_intro", count=f"{len(vocabulary.pieces):,}"))
    if _QUERY_KEY not in st.session_state:
        st.session_state[_QUERY_KEY] = word("vocabulary_first")
    query = st.text_input(
        word("vocabulary_search"), key=_QUERY_KEY, max_chars=30, persist_state="session"
    )
    found = vocabulary.search(query)
    if not found:
        # As a text: a query may hold Markdown.
        st.html(Markup("<p>{}</p>").format(word("vocabulary_none", query=query)))
        return
    shown = found[:_MAX_SHOWN]
    list_place, neighbours_place = st.columns(2, gap="large")
    with list_place:
        st.caption(word("vocabulary_found", found=f"{len(found):,}", shown=len(shown)))
        scores = analyzer.tokenizer.log_probabilities
        st.html(
            vocabulary_html(
                [
                    (number, vocabulary.pieces[number], _score(number, scores[number]))
                    for number in shown
                ],
                columns=[
                    word(key) for key in ("vocabulary_id", "vocabulary_piece", "vocabulary_score")
                ],
            )
        )
        st.caption(word("vocabulary_score_help"))
    with neighbours_place:
        _neighbours_block(vocabulary, shown)


def _score(number: int, log_probability: float) -> str:
    if number in (PAD_ID, UNK_ID):
        return "–"
    return plain_number(log_probability)


def _neighbours_block(vocabulary: Vocabulary, shown: tuple[int, ...]) -> None:
    if st.session_state.get(_PIECE_KEY) not in shown:
        st.session_state[_PIECE_KEY] = shown[0]
    chosen = st.selectbox(
        word("vocabulary_chosen"),
        shown,
        format_func=lambda number: f"{vocabulary.pieces[number]} ({number})",
        key=_PIECE_KEY,
    )
    found = vocabulary.neighbours(chosen, _NEIGHBOURS)
    st.html(
        cosine_bars_html(
            [(piece, cosine, "") for piece, cosine in found],
            title=word("vocabulary_nearest", piece=vocabulary.pieces[chosen]),
            theme=theme(),
        )
    )
    st.caption(word("vocabulary_cosine"))
