"""What the experiments of steps 6 and 7 share: the bare sentence, an answer, remarks beside it."""

from collections.abc import Sequence

import numpy as np
import streamlit as st
from markupsafe import Markup

from core.ui.lesson.lesson import Lesson
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.highlight import is_nearly_uniform
from core.view.html.lesson_highlight import highlight_html

_LINES = Markup('<p style="margin: 0; line-height: 1.4">{}</p>')
_TITLE = Markup("<b>{}</b>")
_BREAK = Markup("<br>")


def sentence_block(lesson: Lesson, *, framed: Sequence[int] = ()) -> None:
    """Draw the sentence without colours, some of its tokens framed."""
    st.html(
        highlight_html(
            lesson.tokenized,
            np.zeros(len(lesson.tokenized.tokens)),
            theme=theme(),
            framed=framed,
            num_truncated=lesson.prediction.num_truncated,
            label=word("lesson_text"),
            lines=4 if framed else 2,
        )
    )


def answer_text(label: str, probability: float) -> str:
    """Return what is predicted, as all bars of the lesson write it."""
    return f"{label} {probability:.2f}"


def titled_lines_html(title: str, *lines: str) -> Markup:
    """Return a title and what is said below it, as HTML."""
    return _LINES.format(_BREAK.join([_TITLE.format(title), *lines]))


def uniform_remark(attention: np.ndarray) -> str:
    """Say that the attention received (T,) names no token, where it does not."""
    return " " + word("lesson_explanation_flat") if is_nearly_uniform(attention) else ""
