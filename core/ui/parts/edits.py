"""Edits of the text that is analysed: kept in the session, with their buttons, 最小の反転."""

import html
from collections.abc import Callable, Sequence

import streamlit as st

from core.analyzer import Analyzer
from core.errors import CoreError, SharedEditsError, TextTooLongError
from core.lab.edits import Edit, Edits, Step, apply_edit, neighbours, recut_pieces, surface
from core.text.limits import check_length
from core.types import Prediction, TokenizedText
from core.ui.parts.explaining import get_flip
from core.ui.shell.messages import error_markdown
from core.ui.shell.words import word
from core.view.json.shared_view import replay_edits

_EDITS_KEY = "edits"  # (model, text) and its Edits
_ERROR_KEY = "edit_error"
_AWAITED_KEY = "awaited_edits"  # a text and the edits that it comes with
_FLIP_KEY = "flip_of"  # the text and the unit for which 最小の反転 was asked for
_MAX_SIZE = 5


def edits_or_reason(analyzer: Analyzer, text: str) -> Edits | None:
    """Return the edits of the text, or say in one sentence why it cannot be analysed."""
    try:
        # Not the field's max_chars: it drops a longer paste without a word.
        check_length(text)
        return current_edits(analyzer, text)
    except CoreError as error:
        st.info(error_markdown(error))
        if isinstance(error, TextTooLongError):
            st.caption(word("too_long_hint"))
        return None


def current_edits(analyzer: Analyzer, text: str) -> Edits:
    """Return the edits of the text; another text or another model has none.

    Raises:
        EmptyTextError: the text gives no token.
    """
    owner = (analyzer.bundle.sha256, text)
    held = st.session_state.get(_EDITS_KEY)
    if held is None or held[0] != owner:
        held = (owner, _first_edits(analyzer, text))
        st.session_state[_EDITS_KEY] = held
    return held[1]


def await_edits(text: str, edits: Sequence[Edit]) -> None:
    """Apply the edits to the text as soon as it is drawn: those of a link or of a file."""
    st.session_state[_AWAITED_KEY] = (text, tuple(edits))
    st.session_state.pop(_EDITS_KEY, None)


def edits_of(analyzer: Analyzer, text: str) -> tuple[Edit, ...]:
    """Return the edits of the text, those that are awaited too."""
    held = st.session_state.get(_EDITS_KEY)
    if held is not None and held[0] == (analyzer.bundle.sha256, text):
        return tuple(step.edit for step in held[1].past)
    awaited_text, edits = st.session_state.get(_AWAITED_KEY, ("", ()))
    return edits if awaited_text == text else ()


def _first_edits(analyzer: Analyzer, text: str) -> Edits:
    """Return the text without edits, or with those that were awaited for it."""
    awaited_text, edits = st.session_state.pop(_AWAITED_KEY, ("", ()))
    if awaited_text == text:
        try:
            return replay_edits(analyzer, text, edits)
        except SharedEditsError as error:
            st.session_state[_ERROR_KEY] = error
    return Edits(original=analyzer.tokenize(text))


def take_edit(analyzer: Analyzer, edit: Edit) -> None:
    """Add an edit to the others, or keep the reason why it cannot be: a callback."""
    edits: Edits = st.session_state[_EDITS_KEY][1]
    blank_id = analyzer.tokenizer.blank_id
    try:
        tokenized = apply_edit(edits.present, edit, analyzer.tokenizer, blank_id)
        check_length(tokenized.text)
    except CoreError as error:
        st.session_state[_ERROR_KEY] = error
        return
    _change(lambda edits: edits.edited(Step(edit=edit, tokenized=tokenized)))


def announcement(edits: Edits, before: Prediction, after: Prediction) -> str:
    """Say the last edit and what all of them did; nothing where there is none."""
    if not edits.past:
        return ""
    if before.label == after.label:
        change = word("label_stays", label=after.label)
    else:
        change = word("label_changed", before=before.label, after=after.label)
    return word("announcement", edit=_in_words(*edits.changes[-1]), change=change)


def edit_block(analyzer: Analyzer, edits: Edits, *, unit: str) -> None:
    """Draw the buttons and the list of the edits."""
    error = st.session_state.pop(_ERROR_KEY, None)
    if error is not None:
        st.info(error_markdown(error))
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.button(
            word("undo"),
            key="undo",
            disabled=not edits.past,
            on_click=_change,
            args=(Edits.undone,),
        )
        st.button(
            word("redo"),
            key="redo",
            disabled=not edits.future,
            on_click=_change,
            args=(Edits.redone,),
        )
        st.button(
            word("reset"),
            key="reset",
            disabled=not edits.past,
            on_click=_change,
            args=(Edits.reset,),
        )
        st.button(
            word("flip"),
            key="flip",
            help=word("flip_help"),
            on_click=_ask_for_flip,
            args=(edits.present, unit),
        )
    if edits.past:
        rows = "".join(f"<li>{html.escape(_in_words(*change))}</li>" for change in edits.changes)
        label = html.escape(word("edits"))
        st.html(f'<ol aria-label="{label}" style="margin: 0; overflow-wrap: anywhere">{rows}</ol>')
        pieces = recut_pieces(edits.present, analyzer.tokenizer)
        if pieces is not None:
            sentence = html.escape(word("recut", pieces=" | ".join(pieces)))
            st.html(f'<p style="margin: 0; overflow-wrap: anywhere">{sentence}</p>')


def _change(step: Callable[[Edits], Edits]) -> None:
    owner, edits = st.session_state[_EDITS_KEY]
    st.session_state[_EDITS_KEY] = (owner, step(edits))


def _in_words(text: TokenizedText, edit: Edit) -> str:
    written = _named(text, neighbours(edit.tokens))
    if edit.operation == "replace":
        return word("edited_replace", surface=written, replacement=edit.replacement)
    return word(f"edited_{edit.operation}", surface=written)


def _named(text: TokenizedText, groups: Sequence[Sequence[int]]) -> str:
    return word("list_joint").join(word("quoted", text=surface(text, group)) for group in groups)


def _ask_for_flip(tokenized: TokenizedText, unit: str) -> None:
    st.session_state[_FLIP_KEY] = (tokenized, unit)


def flip_block(analyzer: Analyzer, prediction: Prediction, *, unit: str) -> None:
    """Say which tokens the category hangs on and offer to delete them, once asked for."""
    tokenized = prediction.tokenized
    if st.session_state.get(_FLIP_KEY) != (tokenized, unit):
        return
    flip, groups = get_flip(analyzer, tokenized, unit=unit, max_size=_MAX_SIZE)
    if flip is None:
        st.info(word("flip_none", size=_MAX_SIZE))
        return
    chosen = [groups[number] for number in flip.groups]
    found = word(
        "flip_found",
        tokens=_named(tokenized, chosen),
        before=prediction.label,
        after=analyzer.labels[flip.label_id],
        probability=f"{flip.probability:.2f}",
    )
    # One unit or two are as few as possible in any case; see `Flip`.
    fewest = flip.exhaustive or len(chosen) <= 2
    few = word("flip_exhaustive") if fewest else word("flip_greedy")
    st.html(f'<p style="margin: 0">{html.escape(f"{found} {few}")}</p>')
    tokens = tuple(sorted(token for group in chosen for token in group))
    st.button(
        word("flip_apply"),
        key="flip_apply",
        on_click=take_edit,
        args=(analyzer, Edit(operation="delete", tokens=tokens)),
    )
