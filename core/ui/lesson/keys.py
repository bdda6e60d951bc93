"""The lesson by keyboard, and one dot per step."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from core.ui.shell.words import word

_FOLDER = Path(__file__).parent

_component = st.components.v2.component(
    "chumoku_lesson_keys",
    html="""
        <nav class="dots"></nav>
        <div class="announcement" aria-live="polite"></div>
    """,
    css=(_FOLDER / "keys.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "keys.js").read_text(encoding="utf-8"),
)


def lesson_keys(
    titles: Sequence[str],
    *,
    number: int,
    announcement: str,
    writing: bool,
    key: str,
    on_key: Callable[[str], None],
    on_step: Callable[[int], None],
) -> None:
    """Draw the dots and listen to the keyboard of the page.

    Args:
        titles: of the steps.
        number: of the present step, from 1.
        announcement: a change of it is read aloud to those who do not see the page.
        writing: whether the field for another sentence is open; as it opens, it gets the focus.
        on_key: called with "back", "forward", "onward" or "notes" (←, →, Enter, N), before the
            page runs again.
        on_step: called with the number of a step whose dot was clicked.
    """
    _component(
        key=key,
        data={
            "label": word("lesson_steps"),
            "titles": [
                word("lesson_step", number=place, total=len(titles), title=title)
                for place, title in enumerate(titles, 1)
            ],
            "number": number,
            "announcement": announcement,
            "writing": writing,
        },
        width="content",
        height="content",
        on_key_change=lambda: on_key(st.session_state[key]["key"]),
        on_step_change=lambda: on_step(int(st.session_state[key]["step"])),
    )
