"""Step 3: a piece becomes a row of numbers, and rows of numbers have neighbours."""

import streamlit as st

from core.model.vocabulary import Vocabulary
from core.types import UNK_ID
from core.ui.lesson.lesson import Lesson, lesson_font_size
from core.ui.shell.address import required_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import get_vocabulary
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.pieces_map import pieces_map_chart
from core.view.html.cosine_bars import cosine_bars_html

PARTS = ("neighbours", "opposite", "map")

_PIECE_KEY = "lesson_embeddings_piece"
_NEIGHBOURS = 6
_MAX_PIECES = 24  # more words than that do not fit beside one another
_MAP_HEIGHT = 300


def embeddings_step(lesson: Lesson) -> None:
    """Draw the neighbours of a piece, how near opposites are, or the map of the sentence."""
    vocabulary = get_vocabulary(lesson.analyzer)
    if lesson.part == "neighbours":
        _neighbours(lesson, vocabulary)
    elif lesson.part == "opposite":
        _opposites(lesson, vocabulary)
    else:
        _map(lesson, vocabulary)


def _distinct_ids(lesson: Lesson) -> list[int]:
    """Return the ids of the sentence's known pieces, each once, in their order."""
    tokens = lesson.tokenized.tokens
    return list(dict.fromkeys(token.id for token in tokens if token.id != UNK_ID))


def _neighbours(lesson: Lesson, vocabulary: Vocabulary) -> None:
    ids = _distinct_ids(lesson)
    if not ids:
        st.write(word("lesson_embeddings_unknown"))
        return
    shown = ids[:_MAX_PIECES]
    if st.session_state.get(_PIECE_KEY) not in shown:
        # The rarest piece says most about the sentence.
        scores = lesson.analyzer.tokenizer.log_probabilities
        st.session_state[_PIECE_KEY] = min(shown, key=lambda number: scores[number])
    choice_place, answer_place = st.columns([3, 2], gap="large")
    with choice_place:
        chosen = required_choice(
            st.pills(
                word("lesson_embeddings_choose"),
                shown,
                required=True,
                format_func=lambda number: escape_markdown(vocabulary.pieces[number]),
                key=_PIECE_KEY,
                persist_state="session",
                wrap=True,
            )
        )
        if len(shown) < len(ids):
            st.caption(word("lesson_embeddings_cropped", shown=len(shown), count=len(ids)))
    with answer_place:
        if not lesson.revealed:
            size = lesson.analyzer.bundle.model.embedding_dim
            st.markdown(word("lesson_embeddings_vector", id=chosen, size=size))
            return
        st.html(
            cosine_bars_html(
                [
                    (piece, cosine, "")
                    for piece, cosine in vocabulary.neighbours(chosen, _NEIGHBOURS)
                ],
                title=word("vocabulary_nearest", piece=vocabulary.pieces[chosen]),
                theme=theme(),
            )
        )


def _opposites(lesson: Lesson, vocabulary: Vocabulary) -> None:
    """Draw the cosines of pairs that everybody knows, and which neighbour the one is of the other.

    Pairs of which this model's vocabulary lacks a piece are left out.
    """
    ids = {piece: number for number, piece in enumerate(vocabulary.pieces)}
    pairs = [pair.split("/") for pair in word("lesson_embeddings_pairs").split()]
    rows = []
    for one, other in pairs:
        if one not in ids or other not in ids:
            continue
        cosine, remark = None, ""
        if lesson.revealed:
            cosine = float(vocabulary.cosines(ids[one])[ids[other]])
            rank = vocabulary.rank(ids[one], ids[other])
            remark = word("lesson_embeddings_rank", rank=f"{rank:,}")
        rows.append((f"{one} ↔ {other}", cosine, remark))
    st.html(
        cosine_bars_html(
            rows,
            title=word("lesson_embeddings_cosine"),
            theme=theme(),
        )
    )
    if lesson.revealed:
        st.markdown(word("lesson_embeddings_opposite_answer", count=f"{len(vocabulary.pieces):,}"))


def _map(lesson: Lesson, vocabulary: Vocabulary) -> None:
    ids = _distinct_ids(lesson)
    shown = ids[:_MAX_PIECES]
    size = lesson.analyzer.bundle.model.embedding_dim
    if len(shown) < 3:
        st.write(word("lesson_embeddings_too_few"))
        return
    if not lesson.revealed:
        st.markdown(word("lesson_embeddings_map_how", size=size, count=len(shown)))
        return
    pieces = [vocabulary.pieces[number] for number in shown]
    points, share = vocabulary.pca_map(shown)
    sentences = [word("lesson_embeddings_map_kept", share=f"{100 * share:.0f}", size=size)]
    if len(shown) < len(ids):
        sentences.append(word("lesson_embeddings_cropped", shown=len(shown), count=len(ids)))
    st.altair_chart(
        pieces_map_chart(
            points,
            pieces,
            theme=theme(),
            font_size=lesson_font_size(),
            height=_MAP_HEIGHT,
        ),
        width="stretch",
        key="lesson_embeddings_map_chart",
        alt=word(
            "lesson_embeddings_map_alt",
            pieces=word("list_joint").join(pieces),
            share=f"{100 * share:.0f}",
        ),
    )
    st.markdown(" ".join(sentences))
