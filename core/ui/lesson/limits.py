"""Step 7, limits: what a figure hides, and what no model has seen (`foreign`)."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np
import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.data.knb import TOPIC_TAGS
from core.model.report import ModelReport, evaluate_command
from core.ui.lesson.foreign import nonsense_part, unseen_part
from core.ui.lesson.lesson import Lesson, answer_text
from core.ui.parts.model_figures import not_measured_sentence
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import get_analyzer, model_names
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.check_words import difference_sentence
from core.view.html.lesson_bars import Bar, bars_html
from core.view.html.lesson_figures import folds_html, lesson_table_html
from core.view.html.lesson_highlight import highlight_html
from core.view.numbers import signed_number

PARTS = ("tags", "split", "nonsense", "unseen")

_OURS = "default"
_WIDE = Markup('<div class="lesson-wide" role="group" tabindex="0" aria-label="{}">{}</div>')


def limits_step(lesson: Lesson) -> None:
    """Draw one thing that the figures or the model cannot do."""
    parts: Mapping[str, Callable[[Lesson], None]] = {
        "tags": _tags,
        "split": _split,
        "nonsense": nonsense_part,
        "unseen": unseen_part,
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
        answer_text(prediction.label, prediction.confidence)
        if prediction.label == plain.label
        else f"→ {answer_text(prediction.label, prediction.confidence)}"
        for prediction in tagged
    ]
    return [
        answer_text(plain.label, plain.confidence),
        *answers,
        *["?"] * (len(TOPIC_TAGS) - len(answers)),
    ]


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


def _ends(records: Collection[Mapping[str, Any]]) -> tuple[float, float]:
    """Return tenths that hold all intervals."""
    low = min(record["low"] for record in records)
    high = max(record["high"] for record in records)
    return np.floor(10 * low) / 10, np.ceil(10 * high) / 10


def _interval(record: Mapping[str, Any]) -> str:
    return f"{record['accuracy']:.3f} ({record['low']:.3f}–{record['high']:.3f})"


def _not_measured(analyzer: Analyzer, *protocols: str) -> str:
    return not_measured_sentence(evaluate_command(analyzer.bundle.folder, *protocols))
