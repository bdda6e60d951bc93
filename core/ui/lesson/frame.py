"""The frame of the lesson: title, sentence, question, the step's own content, bar and notes."""

from dataclasses import replace
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.text.limits import check_length
from core.ui.lesson.keys import lesson_keys
from core.ui.lesson.lesson import Lesson
from core.ui.lesson.place import Place, onward, present_place, read_place, to_step, write_place
from core.ui.lesson.sentence import change_text_block, is_writing, lesson_text
from core.ui.lesson.steps import STEPS
from core.ui.parts.share import current_view, link_button
from core.ui.shell.loaders import get_analyzer, model_names
from core.ui.shell.messages import errors_in_one_sentence
from core.ui.shell.words import word
from core.view.html.styles import COSINES_STYLE, LESSON_STYLE

ARTICLE = "article"

_STYLES = (Path(__file__).with_suffix(".css"), LESSON_STYLE, COSINES_STYLE)
_TITLE = Markup('<h1 class="lesson-title">{} <span>{}</span></h1>')
_TEXT = Markup('<p class="lesson-text" lang="ja" tabindex="0" role="group" aria-label="{}">{}</p>')
_QUESTION = Markup('<h2 class="lesson-question">{}</h2>')


def lesson_frame(analyzer: Analyzer) -> None:
    """Draw the place of the lesson that the address asks for, on the lesson's sentence."""
    place = read_place()
    name = place.step.name
    text = lesson_text()
    for style in _STYLES:
        st.html(style)
    with st.container(key="lesson", gap="xsmall"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            _title(place)
            with st.container(horizontal=True, width="content", gap="xsmall"):
                change_text_block()
                link_button(current_view(analyzer, text, page="lesson"), key="lesson_link")
        question = word(f"lesson_{name}_{place.part}_ask")
        heading = _QUESTION.format(question)
        if not place.step.shows_text:
            heading = _TEXT.format(word("lesson_text"), text) + heading
        # One element in every step: what follows stays in its place, and keeps focus and keys.
        st.html(heading)
        content = st.container(key="lesson_content", gap="xsmall")
        # Before the content: what is wrong with a sentence does not end the lesson.
        with st.container(key="lesson_bar"):
            _bar(place, question)
        if place.notes:
            _notes(name)
    with content, errors_in_one_sentence():
        place.step.draw(_lesson(analyzer, text, place))


def _lesson(analyzer: Analyzer, text: str, place: Place) -> Lesson:
    check_length(text)
    (prediction,) = analyzer.predict([text])
    return Lesson(
        analyzer=analyzer,
        article=get_analyzer(ARTICLE) if ARTICLE in model_names() else None,
        tokenized=prediction.tokenized,
        prediction=prediction,
        part=place.part,
        revealed=place.revealed,
    )


def _title(place: Place) -> None:
    title = word(
        "lesson_step",
        number=place.number,
        total=len(STEPS),
        title=word(f"lesson_{place.step.name}_title"),
    )
    count = word("lesson_question", number=place.question, total=len(place.step.parts))
    st.html(_TITLE.format(title, count), width="content")


def _bar(place: Place, question: str) -> None:
    """Draw what moves the lesson; the keyboard does the same."""
    if not place.revealed:
        onward_words = word("lesson_reveal")
    elif place.at_last_question:
        onward_words = word("lesson_next_step")
    else:
        onward_words = word("lesson_next_question")
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="xsmall",
    ):
        st.button(
            word("lesson_back"),
            key="lesson_back",
            disabled=place.number == 1,
            on_click=_move,
            args=("back",),
        )
        lesson_keys(
            [word(f"lesson_{step.name}_title") for step in STEPS],
            number=place.number,
            announcement=word("lesson_revealed") if place.revealed else question,
            writing=is_writing(),
            key="lesson_keys",
            on_key=_move,
            on_step=_go,
        )
        st.button(
            onward_words,
            key="lesson_onward",
            type="primary",
            disabled=onward(place) == place,
            on_click=_move,
            args=("onward",),
        )
        st.button(word("lesson_notes"), key="lesson_notes_button", on_click=_move, args=("notes",))
        st.button(
            word("lesson_forward"),
            key="lesson_forward",
            disabled=place.number == len(STEPS),
            on_click=_move,
            args=("forward",),
        )


def _notes(name: str) -> None:
    with st.container(key="lesson_notes", gap="xsmall"):
        st.markdown(f"**{word('lesson_notes')}**")
        st.write(word(f"lesson_{name}_notes"))
        st.write(word("lesson_keys"))


def _move(action: str) -> None:
    """Do what a key or a button of the bar stands for."""
    place = present_place()
    moved = {
        "back": lambda: to_step(place, place.number - 1),
        "forward": lambda: to_step(place, place.number + 1),
        "onward": lambda: onward(place),
        "notes": lambda: replace(place, notes=not place.notes),
    }
    write_place(moved[action]())


def _go(number: int) -> None:
    write_place(to_step(present_place(), number))
