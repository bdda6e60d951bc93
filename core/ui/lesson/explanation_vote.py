"""Step 6, the blind vote: which of three highlights is the attention?"""

import random
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.explain.explanation import Analysis
from core.ui.lesson.answers import titled_lines_html, uniform_remark
from core.ui.lesson.lesson import Lesson
from core.ui.parts.explaining import get_analysis, get_faithfulness, text_key
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.html.lesson_highlight import first_tokens, highlight_html, rank_strengths
from core.view.numbers import plain_number

VOTES_KEY = "lesson_votes"

_NAMES = ("A", "B", "C")
_MOST_TOKENS = 32  # of a strip; more would not fit beside each other
# As high as the button that stood there.
_COUNTED = Markup(
    '<p style="margin: 0; line-height: 2.5rem; font-weight: 700; text-align: center">{}</p>'
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Strip:
    """One of the three highlights of the vote.

    Attributes:
        kind: "attention", "random" or "output_max".
        analyzer: of the network that it speaks of.
    """

    kind: str
    analyzer: Analyzer
    analysis: Analysis


def vote_part(lesson: Lesson) -> None:
    """Draw three highlights to vote on, and, as the answer, what each of them was."""
    strips = _strips(lesson)
    text = text_key(lesson.tokenized)
    votes: list[int] = st.session_state.setdefault(VOTES_KEY, {}).setdefault(text, [0, 0, 0])
    shown = min(_MOST_TOKENS, *(strip.analysis.prediction.num_seen for strip in strips))
    for number, (place, strip) in enumerate(
        zip(st.columns(len(strips), gap="small"), strips, strict=True)
    ):
        with place, st.container(gap="xsmall"):
            sentence = word("lesson_explanation_vote", name=_NAMES[number], count=votes[number])
            if lesson.revealed:
                st.html(_COUNTED.format(sentence))
            else:
                st.button(
                    sentence,
                    key=f"lesson_vote_{number}",
                    width="stretch",
                    on_click=_vote,
                    args=(text, number),
                )
            scores = strip.analysis.attribution.token_scores[:shown]
            st.html(
                highlight_html(
                    first_tokens(strip.analysis.attribution.tokenized, shown),
                    rank_strengths(scores),
                    theme=theme(),
                    label=_NAMES[number],
                )
            )
            if lesson.revealed:
                st.html(_figures(strip))
    cropped = _cropped(shown, len(lesson.tokenized.tokens))
    if lesson.revealed:
        _notes(lesson, strips, cropped)
    else:
        _rules(text, cropped)


def drawn_order(text: str) -> list[int]:
    """Return in which order the three highlights of a text stand: the same for the same text."""
    return random.Random(text).sample(range(len(_NAMES)), len(_NAMES))


def _vote(text: str, number: int) -> None:
    st.session_state[VOTES_KEY][text][number] += 1


def _clear_votes(text: str) -> None:
    st.session_state[VOTES_KEY].pop(text, None)


def _strips(lesson: Lesson) -> list[_Strip]:
    """Return attention, random scores and the article's value in the order of this text."""
    analyzer, tokenized = lesson.analyzer, lesson.tokenized
    target = lesson.prediction.label
    attention = get_analysis(analyzer, tokenized, method="attention", target=target)
    # Other random scores for every text: with one seed for all, the same places would be dark.
    seed = random.Random(tokenized.text).getrandbits(32)
    random_analysis = analyzer.analyze(tokenized, method="random", target=target, seed=seed)
    other = lesson.article or analyzer
    cut = tokenized if other is analyzer else other.tokenize(tokenized.text)
    (prediction,) = other.predict([cut])
    article = get_analysis(other, cut, method="output_max", target=prediction.label)
    strips = (
        _Strip(kind="attention", analyzer=analyzer, analysis=attention),
        _Strip(kind="random", analyzer=analyzer, analysis=random_analysis),
        _Strip(kind="output_max", analyzer=other, analysis=article),
    )
    return [strips[number] for number in drawn_order(tokenized.text)]


def _figures(strip: _Strip) -> Markup:
    """Return what a strip was and how it does, as HTML."""
    judged = get_faithfulness(strip.analyzer, strip.analysis, unit="piece")
    low, high = judged.random_band
    sentence = word(
        "lesson_explanation_figures",
        value=plain_number(judged.comprehensiveness),
        low=plain_number(low),
        high=plain_number(high),
    )
    title = word(f"lesson_explanation_{strip.kind}")
    return titled_lines_html(title, sentence, word(f"lesson_explanation_{judged.verdict}"))


def _rules(text: str, cropped: str) -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(word("lesson_explanation_rules") + cropped, width="content")
        st.button(
            word("lesson_explanation_reset"),
            key="lesson_vote_reset",
            on_click=_clear_votes,
            args=(text,),
        )


def _notes(lesson: Lesson, strips: list[_Strip], cropped: str) -> None:
    notes = [word("lesson_explanation_measured") + cropped]
    if lesson.article is None:
        notes.append(word("lesson_explanation_no_article"))
    (attention,) = (strip.analysis for strip in strips if strip.kind == "attention")
    st.markdown(" ".join(notes) + uniform_remark(attention.attribution.token_scores))


def _cropped(shown: int, total: int) -> str:
    """Say that a strip is only the beginning, where it is."""
    return " " + word("lesson_explanation_cropped", count=shown) if shown < total else ""
