"""Step 5: both directions of the LSTM, logits to probabilities, and their calibration."""

import numpy as np
import streamlit as st

from core.lab.padding import window_padding
from core.lab.unit_places import UnitPlaces, unit_places
from core.ui.lesson.lesson import Lesson, lesson_font_size
from core.ui.parts.prediction import bars_block
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.html.lesson_figures import lesson_table_html
from core.view.html.lesson_strip import StripCell, lesson_lstm_html
from core.view.numbers import plain_number

PARTS = ("lstm", "softmax", "calibrated")


def lstm_step(lesson: Lesson) -> None:
    """Draw the LSTM over the tokens, the way from logits to bars, or two kinds of bars."""
    {"lstm": _lstm, "softmax": _softmax, "calibrated": _calibrated}[lesson.part](lesson)


def _lstm(lesson: Lesson) -> None:
    model = lesson.analyzer.bundle.model
    seen = lesson.tokenized.tokens[: model.sequence_length]
    places = unit_places(lesson.analyzer.classifier, lesson.analyzer.encode(lesson.tokenized))
    num_padding = 0 if model.masked else window_padding(lesson.analyzer, lesson.tokenized)
    kept = word(
        f"lesson_lstm_kept_{model.pooling}",
        units=f"{2 * model.lstm_units:,}",
        labels=len(model.labels),
    )
    st.html(
        lesson_lstm_html(
            _cells([token.piece for token in seen], places, num_padding, lesson.revealed),
            theme=theme(),
            label=word("tokens_label"),
            forward=word("lesson_lstm_forward", units=model.lstm_units),
            backward=word("lesson_lstm_backward", units=model.lstm_units),
            kept=kept,
        )
    )
    if not lesson.revealed:
        return
    if model.pooling == "max":
        best = int(places.tokens.argmax())
        sentence = word(
            "lesson_lstm_places",
            token=escape_markdown(seen[best].piece),
            number=int(places.tokens[best]),
            units=2 * model.lstm_units,
        )
    elif num_padding:
        sentence = word("lesson_lstm_ends_padded", units=model.lstm_units, padding=num_padding)
    else:
        sentence = word("lesson_lstm_ends", units=model.lstm_units)
    st.markdown(sentence)


def _cells(
    pieces: list[str], places: UnitPlaces, num_padding: int, revealed: bool
) -> list[StripCell]:
    most = int(places.tokens.max())
    cells = [
        StripCell(
            piece=piece,
            number=str(count) if revealed else "",
            strength=count / most if revealed else None,
        )
        for piece, count in zip(pieces, places.tokens.tolist(), strict=True)
    ]
    if num_padding:
        number = str(places.padding) if revealed else ""
        title = word("matrix_padding", count=num_padding)
        cells.insert(0, StripCell(piece=title, number=number, is_token=False))
    return cells


def _softmax(lesson: Lesson) -> None:
    logits = lesson.analyzer.read([lesson.tokenized])[1][0].astype(float)  # (C,)
    labels = lesson.prediction.labels
    powers = np.exp(logits)  # (C,)
    order = np.argsort(-logits, kind="stable").tolist()
    head = [word("category"), word("lesson_lstm_logit")]
    rows = [[labels[label], plain_number(logits[label])] for label in order]
    foot = None
    if lesson.revealed:
        head.append(word("lesson_lstm_power"))
        rows = [[*row, f"{powers[label]:,.2f}"] for row, label in zip(rows, order, strict=True)]
        foot = [word("lesson_lstm_sum"), "", f"{powers.sum():,.2f}"]
    left, right = st.columns(2, gap="medium")
    left.html(lesson_table_html(head, rows, foot=foot))
    if lesson.revealed:
        with right:
            _bars(lesson, lesson.prediction.raw_probabilities, key="lesson_softmax")
        st.markdown(
            word(
                "lesson_lstm_softmax_answer",
                label=escape_markdown(labels[order[0]]),
                power=f"{powers[order[0]]:,.2f}",
                total=f"{powers.sum():,.2f}",
                probability=f"{lesson.prediction.raw_probabilities[order[0]]:.2f}",
            )
        )


def _calibrated(lesson: Lesson) -> None:
    temperature = lesson.analyzer.bundle.temperature
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown(f"**{word('raw')}**")
        _bars(lesson, lesson.prediction.raw_probabilities, key="lesson_raw")
    if not lesson.revealed:
        return
    if temperature == 1.0:
        st.markdown(word("about_uncalibrated"))
        return
    with right:
        st.markdown(f"**{word('calibrated')}**")
        _bars(lesson, lesson.prediction.probabilities, key="lesson_calibrated")
    measured = lesson.analyzer.report.calibration
    st.markdown(
        word(
            "lesson_lstm_calibrated_answer",
            temperature=f"{temperature:.2f}",
            before=f"{measured['ece_before']:.3f}",
            after=f"{measured['ece_after']:.3f}",
        )
    )


def _bars(lesson: Lesson, probabilities: np.ndarray, *, key: str) -> None:
    labels = lesson.prediction.labels
    bars_block(labels, probabilities, key=key, font_size=lesson_font_size())
