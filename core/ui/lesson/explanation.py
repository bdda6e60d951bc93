"""Step 6, is it an explanation? A blind vote, and three experiments on one sentence."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.explain.explanation import Analysis
from core.lab.attention_swap import AttentionSwap, swap_attention
from core.stats.calibration import calibrate
from core.types import Token
from core.ui.lesson.lesson import Lesson
from core.ui.parts.explaining import get_analysis, get_faithfulness, text_key
from core.ui.shell.messages import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.highlight import highlight_strengths, is_nearly_uniform
from core.view.html.lesson_bars import Bar, bars_html
from core.view.html.lesson_highlight import first_tokens, highlight_html, rank_strengths
from core.view.numbers import plain_number

PARTS = ("quiz", "swap", "label", "delete")

VOTES_KEY = "lesson_votes"
OTHER_KEY = "lesson_explanation_label"

_NAMES = ("A", "B", "C")
_MOST_TOKENS = 32  # of a strip; more would not fit beside each other
_NUM_SHUFFLES = 100
_HARDLY = 0.01  # of a probability: nothing that the bars show
# As high as the button that stood there.
_COUNTED = Markup(
    '<p style="margin: 0; line-height: 2.5rem; font-weight: 700; text-align: center">{}</p>'
)
_LINES = Markup('<p style="margin: 0; line-height: 1.4">{}</p>')
_NAME = Markup("<b>{}</b>")
_BREAK = Markup("<br>")


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


def explanation_step(lesson: Lesson) -> None:
    """Draw one experiment on the question whether attention explains the prediction."""
    parts: Mapping[str, Callable[[Lesson], None]] = {
        "quiz": _quiz,
        "swap": _swap,
        "label": _label,
        "delete": _delete,
    }
    parts[lesson.part](lesson)


def drawn_order(text: str) -> list[int]:
    """Return in which order the three highlights of a text stand: the same for the same text."""
    return random.Random(text).sample(range(len(_NAMES)), len(_NAMES))


def _quiz(lesson: Lesson) -> None:
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
        _quiz_notes(lesson, strips, cropped)
    else:
        _quiz_rules(text, cropped)


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
    name = _NAME.format(word(f"lesson_explanation_{strip.kind}"))
    verdict = word(f"lesson_explanation_{judged.verdict}")
    return _LINES.format(_BREAK.join([name, sentence, verdict]))


def _quiz_rules(text: str, cropped: str) -> None:
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


def _quiz_notes(lesson: Lesson, strips: list[_Strip], cropped: str) -> None:
    notes = [word("lesson_explanation_measured") + cropped]
    if lesson.article is None:
        notes.append(word("lesson_explanation_no_article"))
    (attention,) = (strip.analysis for strip in strips if strip.kind == "attention")
    st.markdown(" ".join(notes) + _uniform(attention.attribution.token_scores))


def _swap(lesson: Lesson) -> None:
    analyzer, tokenized = lesson.analyzer, lesson.tokenized
    label = lesson.prediction.label
    learned = lesson.prediction.confidence
    _sentence(lesson)
    st.markdown(word("lesson_explanation_dots", label=escape_markdown(label), count=_NUM_SHUFFLES))
    bars = [
        Bar(
            title=word("lesson_explanation_learned"),
            text=_answer(label, learned),
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
    sentence = _answer(analyzer.labels[first], float(probabilities[first]))
    if first == target:
        return sentence
    label = analyzer.labels[target]
    return word(
        "lesson_explanation_besides",
        finding=sentence,
        other=_answer(label, float(probabilities[target])),
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
        other = st.segmented_control(
            word("lesson_explanation_other"),
            others,
            required=True,
            key=OTHER_KEY,
            label_visibility="collapsed",
            persist_state="session",
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
    st.markdown(f"{still} {word('lesson_explanation_signs')}{_uniform(scores)}")


def _method_strip(lesson: Lesson, method: str, *, label: str, revealed: bool) -> Markup:
    """Return the name of a method and its highlight for a label, as HTML."""
    name = _NAME.format(word(f"lesson_explanation_method_{method}"))
    if not revealed:
        return _LINES.format(_BREAK.join([name, "?"]))
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
    return _LINES.format(name) + strip


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
        Bar(title=word("lesson_explanation_whole"), text=_answer(label, learned), value=learned)
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
    st.markdown(sentence + _uniform(attention))


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


def _answer(label: str, probability: float) -> str:
    return f"{label} {probability:.2f}"


def _cropped(shown: int, total: int) -> str:
    """Say that a strip is only the beginning, where it is."""
    return " " + word("lesson_explanation_cropped", count=shown) if shown < total else ""


def _uniform(attention: np.ndarray) -> str:
    """Say that the attention received (T,) names no token, where it does not."""
    return " " + word("lesson_explanation_flat") if is_nearly_uniform(attention) else ""
