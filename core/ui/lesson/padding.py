"""Step 2: pieces become ids, and the ids one row of a fixed length."""

import streamlit as st

from core.analyzer import Analyzer
from core.ui.lesson.lesson import Lesson
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.html.lesson_pieces import pieces_html
from core.view.html.lesson_window import empty_window_html, places_html, window_html

PARTS = ("ids", "window", "shift")

_CHOSEN_TOKEN = 2  # from 0; of a shorter sentence the last
_SHOWN_PADDING = 2  # places of padding before the first token


def padding_step(lesson: Lesson) -> None:
    """Draw the ids, the window to scale, or which place belongs to which token."""
    {"ids": _ids, "window": _windows, "shift": _shift}[lesson.part](lesson)


def _ids(lesson: Lesson) -> None:
    tokens = lesson.tokenized.tokens
    pieces = [token.piece for token in tokens]
    ids = [str(token.id) for token in tokens] if lesson.revealed else ()
    st.html(pieces_html(pieces, under=ids, label=word("lesson_pieces_label")))
    if lesson.revealed:
        size = lesson.analyzer.tokenizer.vocabulary_size
        st.write(word("lesson_padding_ids_answer", size=f"{size:,}", last=f"{size - 1:,}"))


def _windows(lesson: Lesson) -> None:
    analyzers = [lesson.analyzer]
    if lesson.article is None:
        st.write(word("lesson_padding_no_article"))
    elif lesson.article.bundle.sha256 != lesson.analyzer.bundle.sha256:
        analyzers.append(lesson.article)
    widest = max(analyzer.bundle.model.sequence_length for analyzer in analyzers)
    for analyzer in analyzers:
        with st.container(gap="xxsmall"):
            _window(analyzer, lesson.tokenized.text, widest=widest, revealed=lesson.revealed)
    if lesson.revealed:
        st.write(word("lesson_padding_window_answer"))


def _window(analyzer: Analyzer, text: str, *, widest: int, revealed: bool) -> None:
    """Draw the window of one model, empty as long as the class guesses."""
    tokenized = analyzer.tokenize(text)
    encoded = analyzer.encode(tokenized)
    _, length = encoded.token_index.shape
    num_seen = int(encoded.padding_mask.sum())
    num_tokens = len(tokenized.tokens)
    name = escape_markdown(analyzer.bundle.name)
    if not revealed:
        said = word("lesson_padding_window_counts", name=name, places=length, tokens=num_tokens)
        st.write(said)
        st.html(empty_window_html(length, num_widest=widest, label=said))
        return
    num_padding = length - num_seen
    said = word(
        "lesson_padding_window_filled",
        name=name,
        places=length,
        padding=num_padding,
        tokens=num_seen,
    )
    if num_seen < num_tokens:
        said += word("lesson_padding_cut", count=num_tokens - num_seen)
    st.write(said)
    padding_end = word("lesson_padding_range", first=1, last=num_padding) if num_padding else ""
    tokens_end = word("lesson_padding_tokens_range", first=num_padding + 1, last=length)
    st.html(
        window_html(
            encoded.token_index[0],
            num_widest=widest,
            label=said,
            theme=theme(),
            ends=(padding_end, tokens_end),
        )
    )


def _shift(lesson: Lesson) -> None:
    encoded = lesson.analyzer.encode(lesson.tokenized)
    token_index = encoded.token_index[0]  # (L,)
    num_seen = int(encoded.padding_mask.sum())
    num_padding = len(token_index) - num_seen
    chosen = min(_CHOSEN_TOKEN, num_seen - 1)
    place = token_index.tolist().index(chosen)  # from 0, as token_index counts
    facts = word(
        "lesson_padding_shift_facts",
        places=len(token_index),
        padding=num_padding,
        place=place + 1,
    )
    if not lesson.revealed:
        st.write(facts)
        st.html(
            window_html(
                token_index,
                num_widest=len(token_index),
                label=facts,
                ends=("1", str(len(token_index))),
                theme=theme(),
                marked=place,
            )
        )
        return
    tokens = lesson.tokenized.tokens
    with st.container(key="lesson_answer"):
        st.write(
            word(
                "lesson_padding_shift_answer",
                place=place + 1,
                padding=num_padding,
                token=chosen + 1,
                piece=escape_markdown(tokens[chosen].piece),
            )
        )
    first = max(num_padding - _SHOWN_PADDING, 0)
    rows = [
        (str(number + 1), "", word("lesson_padding_word"))
        if token < 0
        else (str(number + 1), str(token + 1), tokens[token].piece)
        for number, token in enumerate(token_index.tolist())
        if number >= first
    ]
    st.html(places_html(rows, marked=place - first, label=word("lesson_padding_shift_places")))
    st.write(word("lesson_padding_shift_lines"))
