"""Step 4: one row of attention, all rows, one number per token, and the leak into the padding."""

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.lab.attention_map import AttentionMap, attention_map
from core.lab.padding import window_padding
from core.lab.randomization import untrained_twin
from core.types import TokenizedText
from core.ui.lesson.lesson import Lesson
from core.ui.parts.explaining import text_key
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.highlight import highlight_strengths
from core.view.html.lesson_figures import shares_html
from core.view.html.lesson_highlight import highlight_html
from core.view.html.lesson_matrix import lesson_matrix_html
from core.view.html.lesson_strip import StripCell, strip_html

PARTS = ("row", "matrix", "collapse", "padding")

# As many as fit a projector at 1280 × 720.
_COLUMNS = 10
_ROWS = 7
_ROWS_ABOVE_MEAN = 4
_TWIN_SEED = 0


def attention_step(lesson: Lesson) -> None:
    """Draw a row of weights, the matrix, the mean of its columns, or the shares of padding."""
    {"row": _row, "matrix": _matrix, "collapse": _collapse, "padding": _padding}[lesson.part](
        lesson
    )


def _row(lesson: Lesson) -> None:
    tokens = lesson.tokenized.tokens[: lesson.prediction.num_seen]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(word("matrix_row"), width="content")
        row = st.selectbox(
            word("matrix_row"),
            range(len(tokens)),
            format_func=lambda number: f"{number + 1}: {tokens[number].piece}",
            key=f"lesson_row_{text_key(lesson.tokenized)}",
            persist_state="page",
            label_visibility="collapsed",
            width=300,
        )
    weights = lesson.analyzer.analyze(lesson.tokenized, query=row).attribution.token_scores
    best = int(np.nanargmax(weights))
    cells = [
        StripCell(
            piece=token.piece,
            number=f"{weight:.2f}" if lesson.revealed else "",
            strength=weight / weights[best] if lesson.revealed else None,
            chosen=number == row,
        )
        for number, (token, weight) in enumerate(zip(tokens, weights.tolist(), strict=False))
    ]
    st.html(strip_html(cells, theme=theme(), label=word("tokens_label")))
    if lesson.revealed:
        st.markdown(
            word(
                "lesson_attention_row_answer",
                token=escape_markdown(tokens[row].piece),
                best=escape_markdown(tokens[best].piece),
                weight=f"{weights[best]:.2f}",
            )
        )


def _matrix(lesson: Lesson) -> None:
    attention = _attention(lesson)
    st.html(
        lesson_matrix_html(
            _pieces(attention),
            attention.weights,
            theme=theme(),
            label=word("matrix_heading"),
            rows=_ROWS,
            columns=_COLUMNS,
            filled=None if lesson.revealed else 1,
        )
    )
    sentences = _crop_note(lesson)
    if lesson.revealed:
        strongest = attention.weights.argmax(axis=1)  # (P,)
        column = int(np.bincount(strongest).argmax())
        answer = word(
            "lesson_attention_matrix_answer",
            count=len(strongest),
            same=int((strongest == column).sum()),
            token=escape_markdown(_pieces(attention)[column]),
        )
        sentences = [answer, *sentences]
    if sentences:
        st.markdown(" ".join(sentences))


def _collapse(lesson: Lesson) -> None:
    attention = _attention(lesson)
    attribution = lesson.analyzer.analyze(lesson.tokenized).attribution
    scores = attribution.token_scores  # (T,)
    foot = (word("attention"), [f"{score:.2f}" for score in scores.tolist()], scores)
    st.html(
        lesson_matrix_html(
            _pieces(attention),
            attention.weights,
            theme=theme(),
            label=word("matrix_heading"),
            rows=_ROWS_ABOVE_MEAN,
            columns=_COLUMNS,
            foot=foot if lesson.revealed else None,
        )
    )
    if not lesson.revealed:
        for sentence in _crop_note(lesson):
            st.markdown(sentence)
        return
    best = int(np.nanargmax(scores))
    st.markdown(
        word(
            "lesson_attention_collapse_answer",
            count=lesson.prediction.num_seen,
            token=escape_markdown(lesson.tokenized.tokens[best].piece),
            score=f"{scores[best]:.2f}",
        )
    )
    st.html(
        highlight_html(
            lesson.tokenized,
            highlight_strengths(attribution, scores),
            theme=theme(),
            label=word("tokens_label"),
            lines=2,
        )
    )


def _attention(lesson: Lesson) -> AttentionMap:
    encoded = lesson.analyzer.encode(lesson.tokenized)
    return attention_map(lesson.analyzer.classifier, encoded, with_padding=False)


def _pieces(attention: AttentionMap) -> list[str]:
    tokens = attention.tokenized.tokens
    return [tokens[number].piece for number in attention.token_index.tolist()]


def _crop_note(lesson: Lesson) -> list[str]:
    """Say that the drawing leaves something out, where it does."""
    count = lesson.prediction.num_seen
    most = min(_COLUMNS, _ROWS if lesson.part == "matrix" else _ROWS_ABOVE_MEAN)
    return [word("lesson_attention_cropped", count=count)] if count > most else []


def _padding(lesson: Lesson) -> None:
    ours, article = lesson.analyzer, lesson.article
    rows: list[tuple[str, float | None]] = []
    notes = []
    if article is None:
        notes.append(word("lesson_attention_no_article"))
    else:
        tokenized = article.tokenize(lesson.tokenized.text)
        notes.append(_window_note(article, tokenized))
        twin = computed_once(
            ("twin", article.bundle.sha256, _TWIN_SEED),
            lambda: untrained_twin(article, seed=_TWIN_SEED),
            note=word("twin_building"),
        )
        rows = [
            (word("lesson_attention_untrained"), _share(twin, tokenized)),
            (word("padding_model_article"), _share(article, tokenized)),
        ]
    if article is None or ours.bundle.sha256 != article.bundle.sha256:
        title = word("lesson_attention_chosen", name=ours.bundle.folder.name)
        rows.append((title, _share(ours, lesson.tokenized)))
    if not lesson.revealed:
        rows = [(title, None) for title, _ in rows]
    st.html(shares_html(rows))
    if lesson.revealed:
        notes.append(word("lesson_attention_padding_answer"))
        if ours.bundle.model.masked:
            name = escape_markdown(ours.bundle.folder.name)
            notes.append(word("lesson_attention_padding_masked", name=name))
    st.markdown(" ".join(notes))


def _share(analyzer: Analyzer, tokenized: TokenizedText) -> float:
    return analyzer.analyze(tokenized).attention_on_padding


def _window_note(article: Analyzer, tokenized: TokenizedText) -> str:
    length, padding = article.bundle.model.sequence_length, window_padding(article, tokenized)
    return word(
        "lesson_attention_window",
        length=length,
        padding=padding,
        share=f"{100 * padding / length:.0f}",
    )
