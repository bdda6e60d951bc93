"""Step 7, limits: what a model says of what it has never seen."""

import random
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import streamlit as st

from core.analyzer import Analyzer
from core.data.foreign import OUT_OF_SCOPE, ForeignText, read_foreign
from core.errors import CoreError
from core.model.report import check_command, evaluate_command
from core.model.scope import ScopeModel
from core.types import Example, Prediction, TokenizedText
from core.ui.lesson.lesson import Lesson, answer_text
from core.ui.parts.model_figures import not_measured_sentence
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import TOPICS_TODAY, get_samples
from core.ui.shell.messages import error_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.html.lesson_bars import Bar, bars_html
from core.view.html.lesson_highlight import highlight_html

NONSENSE_KEY = "lesson_nonsense"

_NONSENSE_KIND = "random_kana"
_DRAWS = {"nonsense": "lesson_nonsense_draw", "unseen": "lesson_unseen_draw"}
_MOST_TYPED = 40
_MOST_CHARACTERS = 32  # of a sentence that is cut before the class


def nonsense_part(lesson: Lesson) -> None:
    """Draw a field for words without a meaning, and what the model makes of them."""
    texts = [text.text for text in _foreign() if text.kind == _NONSENSE_KIND]
    if NONSENSE_KEY not in st.session_state:
        st.session_state[NONSENSE_KEY] = _drawn(texts, "nonsense")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(
            word("lesson_limits_nonsense_text"),
            key=NONSENSE_KEY,
            max_chars=_MOST_TYPED,
            persist_state="session",
        )
        st.button(
            word("lesson_limits_draw"),
            key="lesson_nonsense_button",
            on_click=_draw_nonsense,
            args=(texts,),
        )
    if not lesson.revealed:
        return
    try:
        (prediction,) = lesson.analyzer.predict([typed[:_MOST_TYPED]])
    except CoreError as error:
        # Not the frame's: the class types another text, the lesson goes on.
        st.error(error_markdown(error))
        return
    order = np.argsort(-prediction.probabilities, kind="stable")
    bars = [
        Bar(
            title=prediction.labels[number],
            text=f"{prediction.probabilities[number]:.2f}",
            value=float(prediction.probabilities[number]),
            strong=place == 0,
        )
        for place, number in enumerate(order)
    ]
    st.html(bars_html(bars, theme=theme()))
    st.markdown(f"{_scope_sentence(prediction)} {_stored_sentence(lesson.analyzer)}")


def _draw_nonsense(texts: Sequence[str]) -> None:
    _draw("nonsense")
    st.session_state[NONSENSE_KEY] = _drawn(texts, "nonsense")


def _stored_sentence(analyzer: Analyzer) -> str:
    """Say how many of the stored texts of that kind the model took for foreign."""
    record = analyzer.report.check("scope")
    if record is None or _NONSENSE_KIND not in record["kinds"]:
        return not_measured_sentence(check_command(analyzer.bundle.folder, "scope"))
    figures = record["kinds"][_NONSENSE_KIND]
    return word("lesson_limits_nonsense_stored", flagged=figures["flagged"], total=figures["total"])


def unseen_part(lesson: Lesson) -> None:
    """Draw a sentence of today, and the pieces of it that the model has never met."""
    analyzer = lesson.analyzer
    example = _drawn(_new_topics(analyzer), "unseen")
    (prediction,) = analyzer.predict([example.text])
    tokenized = prediction.tokenized
    unseen = unseen_pieces(analyzer.scope, tokenized)  # (T,)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            highlight_html(
                tokenized,
                unseen * float(lesson.revealed),
                theme=theme(),
                label=word("lesson_limits_sentence"),
                cut=lesson.revealed,
                lines=3,
            )
        )
        st.button(
            word("lesson_limits_draw"),
            key="lesson_unseen_button",
            on_click=_draw,
            args=("unseen",),
        )
    if not lesson.revealed:
        return
    if analyzer.scope is None:
        st.markdown(word("lesson_limits_no_scope"))
    else:
        st.markdown(word("lesson_limits_unseen_count", count=int(unseen.sum()), total=len(unseen)))
    verdict = "right" if prediction.label == example.label else "wrong"
    st.markdown(
        word(
            "lesson_limits_unseen_answer",
            finding=escape_markdown(answer_text(prediction.label, prediction.confidence)),
            label=escape_markdown(example.label),
            verdict=word(f"lesson_limits_{verdict}"),
        )
        + f" {_scope_sentence(prediction)}"
    )
    record = analyzer.report.protocol("topics_today")
    if record is None:
        st.markdown(not_measured_sentence(evaluate_command(analyzer.bundle.folder, "topics_today")))
        return
    st.markdown(
        word(
            "lesson_limits_unseen_stored",
            count=record["num_examples"],
            accuracy=f"{record['accuracy']:.3f}",
            low=f"{record['low']:.3f}",
            high=f"{record['high']:.3f}",
        )
    )


def unseen_pieces(scope: ScopeModel | None, tokenized: TokenizedText) -> np.ndarray:
    """Say which tokens the sentences that the model learnt from never hold: bool (T,)."""
    if scope is None:
        return np.zeros(len(tokenized.tokens), bool)
    token_ids = [token.id for token in tokenized.tokens]
    # What was never met has the highest score of all pieces, see `ScopeModel.to_json`.
    return scope.piece_scores[token_ids] == scope.piece_scores.max()


def _new_topics(analyzer: Analyzer) -> list[Example]:
    """Return short sentences of today that hold what the model has never met, if there are any."""
    examples = [e for e in get_samples(TOPICS_TODAY) if len(e.text) <= _MOST_CHARACTERS]
    new = [e for e in examples if unseen_pieces(analyzer.scope, analyzer.tokenize(e.text)).any()]
    return new or examples


@st.cache_data(show_spinner=False)
def _foreign() -> tuple[ForeignText, ...]:
    return read_foreign(OUT_OF_SCOPE)


def _draw(name: str) -> None:
    st.session_state[_DRAWS[name]] = st.session_state.get(_DRAWS[name], 0) + 1


_Thing = TypeVar("_Thing")


def _drawn(things: Sequence[_Thing], name: str) -> _Thing:
    """Return one of the things: another one after every draw, the same until then."""
    order = random.Random(0).sample(range(len(things)), len(things))
    return things[order[st.session_state.get(_DRAWS[name], 0) % len(things)]]


def _scope_sentence(prediction: Prediction) -> str:
    """Say whether the model takes the text for one of its own."""
    if prediction.out_of_scope is None:
        return word("lesson_limits_no_scope")
    if prediction.out_of_scope:
        return word("scope_maybe_out")
    return word("lesson_limits_in_scope")
