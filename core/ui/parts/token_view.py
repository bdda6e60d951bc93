"""The highlighted text as a component: hover and arrow keys show a token's value, a menu edits it.

User text reaches the browser as data and is drawn with `textContent`: nothing in it is HTML.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from core.analyzer import Analysis
from core.lab.edits import Edit
from core.text.invisible import is_blank
from core.ui.parts.explaining import text_key
from core.ui.shell.words import word
from core.view.painted_segments import painted_segments
from core.view.token_colours import token_properties

_FOLDER = Path(__file__).parent

_component = st.components.v2.component(
    "chumoku_token_view",
    html="""
        <div class="view">
          <div class="flow"
            ><span class="padding" hidden></span
            ><span class="text" lang="ja" role="group"></span
          ></div>
          <div class="status"></div>
          <div class="announcement" aria-live="polite"></div>
          <div class="menu" hidden></div>
        </div>
    """,
    css=token_properties() + (_FOLDER / "token_view.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "token_view.js").read_text(encoding="utf-8"),
)


def token_view(
    analysis: Analysis,
    *,
    key: str,
    scale: str = "relative",
    unit: str = "piece",
    on_edit: Callable[[Edit], None] | None = None,
    announcement: str = "",
) -> None:
    """Draw the text of an analysis with its tokens highlighted.

    Args:
        scale: one of `core.view.highlight.SCALES`.
        unit: one of `core.types.UNITS`; what is drawn, and edited, as one.
        on_edit: called once, before the page runs again, with what the menu of a token was used
            for; without it there is no menu.
        announcement: a sentence under the text; a change of it is read aloud to those who do not
            see it.
    """
    revision = text_key(analysis.prediction.tokenized)
    padding = analysis.attribution.padding_share
    _component(
        key=key,
        data={
            "label": word("tokens_label"),
            "hint": word("token_hint") if on_edit is None else word("token_menu_hint"),
            "revision": revision,
            "menu": None if on_edit is None else _menu_words(),
            "padding": None
            if padding is None
            else word("padding_block", share=f"{100 * padding:.1f}"),
            "announcement": announcement,
            "segments": _segments(analysis, scale=scale, unit=unit),
        },
        on_edit_change=None if on_edit is None else partial(_take_edit, on_edit, key, revision),
    )


def _take_edit(on_edit: Callable[[Edit], None], key: str, revision: str) -> None:
    event = st.session_state[key]["edit"]
    # Two quick clicks: the second was meant for a text that is no more.
    if event["revision"] == revision:
        on_edit(
            Edit(
                operation=event["operation"],
                tokens=tuple(event["tokens"]),
                # A lone half of a surrogate pair, as in `Analyzer.tokenize`.
                replacement=event["replacement"].encode("utf-8", "replace").decode("utf-8"),
            )
        )


def _menu_words() -> dict[str, str]:
    """Return the word of every class that token_view.js gives to a part of the menu."""
    return {
        "delete": word("edit_delete"),
        "unk": word("edit_unk"),
        "blank": word("edit_blank"),
        "replace": word("edit_replace"),
        "field": word("edit_field"),
        "ok": word("edit_ok"),
        "close": word("edit_close"),
    }


def _segments(analysis: Analysis, *, scale: str, unit: str) -> list[Mapping[str, Any]]:
    return [
        {
            "text": segment.text,
            "tokens": segment.tokens,
            "truncated": segment.truncated,
            "mark": is_blank(segment.text),
            "strength": round(segment.strength, 4),
            "negative": segment.negative,
            "status": segment.status,
        }
        for segment in painted_segments(analysis, scale=scale, unit=unit, word=word)
    ]
