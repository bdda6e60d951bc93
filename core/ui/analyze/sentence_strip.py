"""A document as a strip of cells, one per sentence: which category, how sure, open it.

Texts of a person reach the browser as data and are drawn with `textContent`.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from core.batch.documents import Document, SentencePrediction
from core.ui.shell.words import word

_FOLDER = Path(__file__).parent
_SHOWN_CHARACTERS = 40
# The most sentences whose cells are so large, see sentence_strip.css.
_SIZES = {"large": 240, "medium": 1_000}

_component = st.components.v2.component(
    "chumoku_sentence_strip",
    html="""
        <div class="legend"></div>
        <div class="strip" role="group"></div>
        <div class="status"></div>
    """,
    css=(_FOLDER / "sentence_strip.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "sentence_strip.js").read_text(encoding="utf-8"),
)


def sentence_strip(document: Document, *, key: str, on_open: Callable[[int], None]) -> None:
    """Draw the strip with its legend, which counts the sentences of every category.

    Args:
        on_open: called with the number of a sentence that was clicked, before the page runs
            again.
    """
    found = [s.prediction.label for s in document.sentences if s.prediction is not None]
    numbers = {label: number for number, label in enumerate(document.labels)}
    signs = label_signs(document.labels)
    _component(
        key=key,
        data={
            "label": word("document_strip"),
            "hint": word("document_strip_hint"),
            "size": next(
                (size for size, most in _SIZES.items() if len(document.sentences) <= most), "small"
            ),
            "legend": [
                {
                    "sign": sign,
                    "text": word("document_count", label=label, count=f"{found.count(label):,}"),
                }
                for label, sign in zip(document.labels, signs, strict=True)
            ],
            "cells": _cells(document, numbers, signs),
        },
        on_open_change=lambda: on_open(int(st.session_state[key]["open"])),
    )


def label_signs(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first character of every label; their numbers where two begin alike."""
    first = [label[:1] for label in labels]
    if len(set(first)) == len(labels):
        return tuple(first)
    return tuple(str(number) for number in range(1, len(labels) + 1))


def _cells(
    document: Document, numbers: dict[str, int], signs: tuple[str, ...]
) -> list[dict[str, object]]:
    no_token, cut = word("document_no_token"), word("document_cut")

    def cell(number: int, sentence: SentencePrediction) -> dict[str, object]:
        text = document.text[sentence.start : sentence.end].strip()
        short = text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"
        prediction = sentence.prediction
        if prediction is None:
            return {"status": f"{number}: {no_token}"}
        parts = [f"{number}: {prediction.label} {prediction.confidence:.2f}", short]
        return {
            "category": numbers[prediction.label],
            "sign": signs[numbers[prediction.label]],
            "strength": round(prediction.confidence, 3),
            "cut": prediction.num_truncated > 0,
            "status": "　".join([*parts, cut] if prediction.num_truncated else parts),
        }

    return [cell(number, sentence) for number, sentence in enumerate(document.sentences, 1)]
