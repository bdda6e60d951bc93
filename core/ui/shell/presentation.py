"""発表モード: large type and nothing but the page, for a projector."""

from pathlib import Path

import streamlit as st

from core.ui.shell.words import word

PRESENT_KEY = "present"

_FOLDER = Path(__file__).parent
_TOGGLE_KEY = "present_toggle"
_END_KEY = "present_end"

_end_button = st.components.v2.component(
    "chumoku_end_presentation",
    html='<button class="end" type="button">✕</button>',
    css="""
        .end {
          width: 36px;
          height: 36px;
          padding: 0;
          border: 1px solid var(--st-border-color);
          border-radius: var(--st-base-radius);
          background: var(--st-background-color);
          color: var(--st-text-color);
          font-size: 24px;
          line-height: 1;
          cursor: pointer;
        }
        .end:focus-visible {
          outline: 3px solid var(--st-primary-color);
        }
    """,
    js=(_FOLDER / "presentation.js").read_text(encoding="utf-8"),
)


def presenting() -> bool:
    """Say whether the page is shown on a projector, as the address has it."""
    return st.query_params.get(PRESENT_KEY) == "1"


def presentation_toggle() -> None:
    """Draw the switch that begins a presentation."""
    st.session_state[_TOGGLE_KEY] = presenting()
    st.toggle(word("present"), key=_TOGGLE_KEY, help=word("present_help"), on_change=_follow_toggle)


def presentation_block(*, zoom_charts: bool = True) -> None:
    """Turn the page into a slide where it is being presented.

    Args:
        zoom_charts: whether its charts and tables are made larger, which know nothing of the size
            of the type; the lesson draws its own in the right size.
    """
    # The place stays when the slide goes: what stands under it would be drawn anew otherwise.
    with st.container(key="presentation"):
        if presenting():
            _end_button(key=_END_KEY, data={"end": word("present_end")}, on_end_change=_end)
    if presenting():
        st.html(_FOLDER / "presentation.css")
        if zoom_charts:
            st.html(_FOLDER / "presentation_zoom.css")


def _follow_toggle() -> None:
    if st.session_state[_TOGGLE_KEY]:
        st.query_params[PRESENT_KEY] = "1"
    else:
        _end()


def _end() -> None:
    st.query_params.pop(PRESENT_KEY, None)
