"""Step 7, limits: what a figure hides, and what a model says of what it has never seen."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.data.foreign import OUT_OF_SCOPE, ForeignText, read_foreign
from core.data.knb import TOPIC_TAGS
from core.errors import CoreError
from core.model.report import ModelReport, check_command, evaluate_command
from core.model.scope import ScopeModel
from core.types import Example, Prediction, TokenizedText
from core.ui.lesson.lesson import Lesson
from core.ui.parts.model_figures import not_measured_sentence
from core.ui.shell.loaders import TOPICS_TODAY, get_analyzer, get_samples, model_names
from core.ui.shell.messages import error_markdown, escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.check_words import difference_sentence
from core.view.html.lesson_bars import Bar, bars_html
from core.view.html.lesson_figures import folds_html, lesson_table_html
from core.view.html.lesson_highlight import highlight_html
from core.view.numbers import signed_number

PARTS = ("tags", "split", "nonsense", "unseen")

NONSENSE_KEY = "lesson_nonsense"

_NONSENSE_KIND = "random_kana"
_DRAWS = {"nonsense": "lesson_nonsense_draw", "unseen": "lesson_unseen_draw"}
_MOST_TYPED = 40
_MOST_CHARACTERS = 32  # of a sentence that is cut before the class
_OURS = "default"
_WIDE = Markup('<div class="lesson-wide" role="group" tabindex="0" aria-label="{}">{}</div>')


def limits_step(lesson: Lesson) -> None:
    """Draw one thing that the figures or the model cannot do."""
    parts: Mapping[str, Callable[[Lesson], None]] = {
        "tags": _tags,
        "split": _split,
        "nonsense": _nonsense,
        "unseen": _unseen,
    }
    parts[lesson.part](lesson)


def _tags(lesson: Lesson) -> None:
    text = lesson.tokenized.text
    st.html(
        highlight_html(
            lesson.tokenized,
            np.zeros(len(lesson.tokenized.tokens)),
            theme=theme(),
            num_truncated=lesson.prediction.num_truncated,
            label=word("lesson_text"),
            lines=2,
        )
    )
    models = _models(lesson)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        heads = [
            word(
                f"lesson_limits_tags_{'kept' if model.bundle.train.keep_tags else 'removed'}",
                name=model.bundle.folder.name,
            )
            for model in models
        ]
        columns = [_tagged(model, text, revealed=lesson.revealed) for model in models]
        titles = [word("lesson_limits_untagged"), *TOPIC_TAGS]
        table = lesson_table_html(["", *heads], list(zip(titles, *columns, strict=True)))
        st.html(_WIDE.format(word("lesson_limits_table"), table))
    if lesson.revealed:
        with right:
            _stored_tags(lesson)
            if lesson.article is None:
                st.markdown(word("lesson_limits_no_article"))


def _models(lesson: Lesson) -> list[Analyzer]:
    """Return the article's model and another beside it, those of them that are there."""
    other = lesson.analyzer
    if lesson.article is None:
        return [other]
    if other.bundle.sha256 == lesson.article.bundle.sha256 and _OURS in model_names():
        other = get_analyzer(_OURS)
    return [lesson.article, other]


def _tagged(analyzer: Analyzer, text: str, *, revealed: bool) -> list[str]:
    """Say what a model predicts of a text, and of the text with every tag before it."""
    tags = TOPIC_TAGS if revealed else ()
    plain, *tagged = analyzer.predict([text, *(f"{tag}{text}" for tag in tags)])
    answers = [
        _answer(prediction) if prediction.label == plain.label else f"→ {_answer(prediction)}"
        for prediction in tagged
    ]
    return [_answer(plain), *answers, *["?"] * (len(TOPIC_TAGS) - len(answers))]


def _stored_tags(lesson: Lesson) -> None:
    """Say how much the tags help in the folds that are stored."""
    pairs = {"random": ("random", "random_untagged"), "grouped": ("grouped_tagged", "grouped")}
    analyzer = _measured(lesson)
    report = analyzer.report
    sentences = [
        sentence
        for split, (kept, removed) in pairs.items()
        if (sentence := _pair(report, split, kept, removed))
    ]
    if not sentences:
        names = [name for pair in pairs.values() for name in pair]
        st.markdown(_not_measured(analyzer, *names))
        return
    name = escape_markdown(analyzer.bundle.folder.name)
    st.markdown("\n\n".join([word("lesson_limits_of", name=name), *sentences]))


def _measured(lesson: Lesson) -> Analyzer:
    """Return the chosen model, or `default` where only that one's folds are stored."""
    if not lesson.analyzer.report.protocols and _OURS in model_names():
        return get_analyzer(_OURS)
    return lesson.analyzer


def _pair(report: ModelReport, name: str, kept: str, removed: str) -> str:
    """Say the two stored figures of a split and their difference, "" where one is missing."""
    with_tags, without = report.protocol(kept), report.protocol(removed)
    if with_tags is None or without is None:
        return ""
    sentence = word(
        "lesson_limits_pair",
        split=word(f"protocols_{name}"),
        kept=f"{with_tags['accuracy']:.3f}",
        removed=f"{without['accuracy']:.3f}",
    )
    difference = report.protocol_difference(kept, removed)
    if difference is None:
        return sentence
    low, value, high = (
        signed_number(number, digits=3)
        for number in (difference.low, difference.value, difference.high)
    )
    return f"{sentence} {word('lesson_limits_difference', difference=value, low=low, high=high)}"


def _split(lesson: Lesson) -> None:
    splits = {"random": "random_untagged", "grouped": "grouped"}  # the name in report.json
    for place, split in zip(st.columns(len(splits), gap="medium"), splits, strict=True):
        with place, st.container(gap="xsmall"):
            st.markdown(f"**{word(f'protocols_{split}')}**")
            st.html(folds_html(split, label=word(f"lesson_limits_{split}_picture")))
    st.markdown(word("lesson_limits_legend"))
    if not lesson.revealed:
        return
    analyzer = _measured(lesson)
    report = analyzer.report
    known = {
        split: record
        for split, name in splits.items()
        if (record := report.protocol(name)) is not None
    }
    if not known:
        st.markdown(_not_measured(analyzer, *splits.values()))
        return
    bars = [
        Bar(
            title=word(f"protocols_{split}"),
            text=_interval(record),
            value=record["accuracy"],
            low=record["low"],
            high=record["high"],
            strong=split == "grouped",
        )
        for split, record in known.items()
    ]
    st.html(bars_html(bars, theme=theme(), ends=_ends(known.values())))
    difference = report.protocol_difference(*splits.values())
    if difference is not None:
        st.markdown(difference_sentence(difference, word=word))
    st.markdown(
        word(
            "lesson_limits_split_answer",
            name=escape_markdown(analyzer.bundle.folder.name),
            folds=max(record["folds"] for record in known.values()),
        )
    )


def _ends(records: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    """Return tenths that hold all intervals."""
    low = min(record["low"] for record in records)
    high = max(record["high"] for record in records)
    return np.floor(10 * low) / 10, np.ceil(10 * high) / 10


def _nonsense(lesson: Lesson) -> None:
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
    st.markdown(f"{_scope(prediction)} {_stored_scope(lesson.analyzer)}")


def _draw_nonsense(texts: Sequence[str]) -> None:
    _draw("nonsense")
    st.session_state[NONSENSE_KEY] = _drawn(texts, "nonsense")


def _stored_scope(analyzer: Analyzer) -> str:
    """Say how many of the stored texts of that kind the model took for foreign."""
    record = analyzer.report.check("scope")
    if record is None or _NONSENSE_KIND not in record["kinds"]:
        return not_measured_sentence(check_command(analyzer.bundle.folder, "scope"))
    figures = record["kinds"][_NONSENSE_KIND]
    return word("lesson_limits_nonsense_stored", flagged=figures["flagged"], total=figures["total"])


def _unseen(lesson: Lesson) -> None:
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
            finding=escape_markdown(_answer(prediction)),
            label=escape_markdown(example.label),
            verdict=word(f"lesson_limits_{verdict}"),
        )
        + f" {_scope(prediction)}"
    )
    record = analyzer.report.protocol("topics_today")
    if record is None:
        st.markdown(_not_measured(analyzer, "topics_today"))
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


def _drawn(things: Sequence[Any], name: str) -> Any:
    """Return one of the things: another one after every draw, the same until then."""
    order = random.Random(0).sample(range(len(things)), len(things))
    return things[order[st.session_state.get(_DRAWS[name], 0) % len(things)]]


def _scope(prediction: Prediction) -> str:
    """Say whether the model takes the text for one of its own."""
    if prediction.out_of_scope is None:
        return word("lesson_limits_no_scope")
    if prediction.out_of_scope:
        return word("scope_maybe_out")
    return word("lesson_limits_in_scope")


def _interval(record: Mapping[str, Any]) -> str:
    return f"{record['accuracy']:.3f} ({record['low']:.3f}–{record['high']:.3f})"


def _not_measured(analyzer: Analyzer, *protocols: str) -> str:
    return not_measured_sentence(evaluate_command(analyzer.bundle.folder, *protocols))


def _answer(prediction: Prediction) -> str:
    return f"{prediction.label} {prediction.confidence:.2f}"
