"""Step 6, is it an explanation? A vote (`vote`), and three experiments on one sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.lab.attention_swap import AttentionSwap, swap_attention
from core.stats.calibration import calibrate
from core.types import Token
from core.ui.lesson.lesson import Lesson, answer_text
from core.ui.lesson.vote import flat_sentence, named_lines, vote_part
from core.ui.parts.explaining import get_analysis, text_key
from core.ui.shell.address import required_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.highlight import highlight_strengths
from core.view.html.lesson_bars import Bar, bars_html
from core.view.html.lesson_highlight import highlight_html

PARTS = ("quiz", "swap", "label", "delete")

OTHER_KEY = "lesson_explanation_label"

_NUM_SHUFFLES = 100
_HARDLY = 0.01  # of a probability: nothing that the bars show


def explanation_step(lesson: Lesson) -> None:
    """Draw one experiment on the question whether attention explains the prediction."""
    parts: Mapping[str, Callable[[Lesson], None]] = {
        "quiz": vote_part,
        "swap": _swap,
        "label": _label,
        "delete": _delete,
    }
    parts[lesson.part](lesson)


def _swap(lesson: Lesson) -> None:
    analyzer, tokenized = lesson.analyzer, lesson.tokenized
    label = lesson.prediction.label
    learned = lesson.prediction.confidence
    _sentence(lesson)
    st.markdown(word("lesson_explanation_dots", label=escape_markdown(label), count=_NUM_SHUFFLES))
    bars = [
        Bar(
            title=word("lesson_explanation_learned"),
            text=answer_text(label, learned),
            value=learned,
            strong=True,
        ),
        Bar(title=word("lesson_explanation_uniform")),
        Bar(title=word("lesson_explanation_shuffled")),
    ]
    if not lesson.revealed:
        st.html(bars_html(bars, theme=theme()))
        return
    swap: AttentionSwap = computed_once(
        ("attention_swap", analyzer.bundle.sha256, text_key(tokenized), _NUM_SHUFFLES),
        lambda: swap_attention(
            analyzer.classifier, analyzer.encode(tokenized), num_shuffles=_NUM_SHUFFLES
        ),
        note=word("analysing"),
    )
    target = analyzer.labels.index(label)
    temperature = analyzer.bundle.temperature
    uniform = calibrate(swap.uniform, temperature)  # (C,)
    shuffled = calibrate(swap.shuffled, temperature)  # (N, C)
    of_label = shuffled[:, target]  # (N,)
    same = int((shuffled.argmax(axis=1) == target).sum())
    bars[1] = replace(
        bars[1], text=_answers(analyzer, uniform, target), value=float(uniform[target])
    )
    bars[2] = replace(
        bars[2],
        text=word(
            "lesson_explanation_range",
            label=label,
            same=same,
            count=len(of_label),
            low=f"{of_label.min():.2f}",
            high=f"{of_label.max():.2f}",
        ),
        value=float(np.median(of_label)),
        low=float(of_label.min()),
        high=float(of_label.max()),
    )
    st.html(bars_html(bars, theme=theme()))
    stays = int(uniform.argmax()) == target
    sentences = [word(f"lesson_explanation_{'stays' if stays else 'changes'}")]
    if not analyzer.bundle.model.masked:
        sentences.append(word("lesson_explanation_with_padding"))
    st.markdown(" ".join(sentences))


def _answers(analyzer: Analyzer, probabilities: np.ndarray, target: int) -> str:
    """Say what is predicted, and the probability of the target where that is another category."""
    first = int(probabilities.argmax())
    sentence = answer_text(analyzer.labels[first], float(probabilities[first]))
    if first == target:
        return sentence
    label = analyzer.labels[target]
    return word(
        "lesson_explanation_besides",
        finding=sentence,
        other=answer_text(label, float(probabilities[target])),
    )


def _label(lesson: Lesson) -> None:
    prediction = lesson.prediction
    order = np.argsort(-prediction.probabilities, kind="stable")
    others = [prediction.labels[number] for number in order[1:]]
    if not others:
        only = escape_markdown(prediction.label)
        st.markdown(word("lesson_explanation_one_label", label=only))
        return
    if st.session_state.get(OTHER_KEY) not in others:
        st.session_state[OTHER_KEY] = others[0]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(word("lesson_explanation_other"), width="content")
        other = required_choice(
            st.segmented_control(
                word("lesson_explanation_other"),
                others,
                required=True,
                format_func=escape_markdown,
                key=OTHER_KEY,
                label_visibility="collapsed",
                persist_state="session",
            )
        )
    columns = st.columns(2, gap="medium")
    for place, label, revealed in zip(
        columns, (prediction.label, other), (True, lesson.revealed), strict=True
    ):
        with place, st.container(gap="xxsmall"):
            st.markdown(word("lesson_explanation_for", label=escape_markdown(label)))
            for method in ("attention", "integrated_gradients"):
                st.html(_method_strip(lesson, method, label=label, revealed=revealed))
    still = word("lesson_explanation_stands_still") if lesson.revealed else ""
    scores = _attention(lesson)
    st.markdown(f"{still} {word('lesson_explanation_signs')}{flat_sentence(scores)}")


def _method_strip(lesson: Lesson, method: str, *, label: str, revealed: bool) -> Markup:
    """Return the name of a method and its highlight for a label, as HTML."""
    name = word(f"lesson_explanation_method_{method}")
    if not revealed:
        return named_lines(name, "?")
    analysis = get_analysis(lesson.analyzer, lesson.tokenized, method=method, target=label)
    attribution = analysis.attribution
    scores = attribution.token_scores  # (T,)
    strip = highlight_html(
        attribution.tokenized,
        highlight_strengths(attribution, scores),
        negative=attribution.signed & (np.nan_to_num(scores) < 0.0),
        num_truncated=analysis.prediction.num_truncated,
        theme=theme(),
        label=word("lesson_explanation_strip", method=word(method), label=label),
        lines=2,
    )
    return named_lines(name) + strip


def _delete(lesson: Lesson) -> None:
    analyzer, tokenized = lesson.analyzer, lesson.tokenized
    label = lesson.prediction.label
    seen = tokenized.tokens[: lesson.prediction.num_seen]
    if len(seen) < 2:
        st.markdown(word("lesson_explanation_one_token"))
        return
    target = analyzer.labels.index(label)
    without = _without_each(lesson, seen)  # (T, C)
    learned = lesson.prediction.confidence
    change = np.abs(without[:, target] - learned)  # (T,)
    attention = _attention(lesson)[: len(seen)]  # (T,)
    most = int(attention.argmax())
    rival = int(np.where(np.arange(len(seen)) == most, -1.0, change).argmax())
    agree, moves = change[most] >= change[rival], change.max() >= _HARDLY
    candidates = sorted((most, rival))
    pieces = _names_of([seen[number].piece for number in candidates])
    names = dict(zip(candidates, pieces, strict=True))
    _sentence(lesson, framed=candidates)
    st.markdown(word("lesson_explanation_bars", label=escape_markdown(label)))
    bars = [
        Bar(title=word("lesson_explanation_whole"), text=answer_text(label, learned), value=learned)
    ]
    for number, name in names.items():
        bar = Bar(title=word("lesson_explanation_without", piece=name))
        if lesson.revealed:
            bar = replace(
                bar,
                text=_answers(analyzer, without[number], target),
                value=float(without[number, target]),
                strong=moves and number == (most if agree else rival),
            )
        bars.append(bar)
    st.html(bars_html(bars, theme=theme()))
    if not lesson.revealed:
        return
    sentence = word("lesson_explanation_hardly", change=_HARDLY)
    if moves:
        sentence = word(
            f"lesson_explanation_{'agree' if agree else 'disagree'}",
            most=escape_markdown(names[most]),
            strongest=escape_markdown(names[rival]),
        )
    st.markdown(sentence + flat_sentence(attention))


def _without_each(lesson: Lesson, seen: Sequence[Token]) -> np.ndarray:
    """Return the probabilities (T, C) that are left when each of the tokens goes alone."""
    analyzer, tokenized = lesson.analyzer, lesson.tokenized
    left = [
        replace(tokenized, tokens=(*seen[:number], *seen[number + 1 :]))
        for number in range(len(seen))
    ]

    def compute() -> np.ndarray:
        return np.stack([prediction.probabilities for prediction in analyzer.predict(left)])

    key = ("lesson_without", analyzer.bundle.sha256, text_key(tokenized))
    return computed_once(key, compute, note=word("analysing"))


def _names_of(pieces: Sequence[str]) -> list[str]:
    """Name two tokens by their pieces; where these are the same, by their order too."""
    if len(set(pieces)) == len(pieces):
        return list(pieces)
    return [
        word("lesson_explanation_which", piece=piece, number=number)
        for number, piece in enumerate(pieces, 1)
    ]


def _attention(lesson: Lesson) -> np.ndarray:
    """Return the attention received (T,); NaN where a token is truncated."""
    label = lesson.prediction.label
    analysis = get_analysis(lesson.analyzer, lesson.tokenized, method="attention", target=label)
    return analysis.attribution.token_scores


def _sentence(lesson: Lesson, *, framed: Sequence[int] = ()) -> None:
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
