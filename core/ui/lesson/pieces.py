"""Step 1: a sentence becomes pieces, which are not always what is written."""

import streamlit as st

from core.types import TokenizedText
from core.ui.lesson.lesson import Lesson
from core.ui.shell.words import word
from core.view.badges import differences
from core.view.html.lesson_pieces import changes_html, pieces_html, sentence_html

PARTS = ("cuts", "changes")


def pieces_step(lesson: Lesson) -> None:
    """Draw where SentencePiece cuts, or what the model read instead of what is written."""
    if lesson.part == "cuts":
        _cuts(lesson)
    else:
        _changes(lesson)


def _cuts(lesson: Lesson) -> None:
    tokenized = lesson.tokenized
    if not lesson.revealed:
        st.html(sentence_html(tokenized.text, label=word("lesson_text")))
        return
    pieces = [token.piece for token in tokenized.tokens]
    st.html(pieces_html(pieces, label=word("lesson_pieces_label")))
    with st.container(key="lesson_answer"):
        st.write(
            word(
                "lesson_pieces_cuts_answer",
                characters=len(tokenized.text),
                tokens=len(pieces),
            )
        )


def _changes(lesson: Lesson) -> None:
    changed = bool(differences(lesson.tokenized))
    _reading(lesson.tokenized, label=word("lesson_text"), revealed=lesson.revealed)
    if not changed:
        # Nothing to see in this sentence: one in which much changes, said to be the app's.
        example = lesson.analyzer.tokenize(word("lesson_pieces_example"))
        st.write(word("lesson_pieces_example_label"))
        _reading(example, label=word("lesson_pieces_example_label"), revealed=lesson.revealed)
    if lesson.revealed:
        st.write(word("lesson_pieces_changes_answer"))


def _reading(tokenized: TokenizedText, *, label: str, revealed: bool) -> None:
    """Draw a text and, where the answer is shown, what the model read in it."""
    st.html(sentence_html(tokenized.text, label=label, height=5.2))
    if not revealed:
        return
    found = differences(tokenized)
    if not found:
        st.write(word("lesson_pieces_unchanged"))
        return
    unknown = word("lesson_pieces_unknown")
    changes = [(change.written, change.seen or unknown) for change in found]
    st.html(changes_html(changes, label=word("chips"), height=5.2))
