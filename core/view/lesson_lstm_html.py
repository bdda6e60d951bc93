"""A bidirectional LSTM over the tokens of a text: who reads from where, and what is kept."""

import html
from collections.abc import Sequence

from core.view.lesson_strip_html import StripCell, strip_html

_STYLE = """<style>
.lesson-reading { display: flex; align-items: center; gap: 0.6rem; line-height: 1.5rem; }
.lesson-reading i { flex: 1; min-width: 1rem; height: 2px; background: currentColor; }
.lesson-kept { line-height: 1.5rem; margin: 0.3rem 0 0; font-weight: bold; }
</style>"""
_LINE = '<i aria-hidden="true"></i>'


def lesson_lstm_html(
    cells: Sequence[StripCell], *, theme: str, label: str, forward: str, backward: str, kept: str
) -> str:
    """Return the tokens between the two directions, as HTML.

    Args:
        theme: "light" or "dark".
        label: the name of the strip for people who do not see it.
        forward, backward: what the arrows say.
        kept: what is handed on, below.
    """
    to_right = f'{html.escape(forward)}{_LINE}<span aria-hidden="true">▶</span>'
    to_left = f'<span aria-hidden="true">◀</span>{_LINE}{html.escape(backward)}'
    return (
        f'{_STYLE}<div class="lesson-reading">{to_right}</div>'
        f"{strip_html(cells, theme=theme, label=label)}"
        f'<div class="lesson-reading">{to_left}</div>'
        f'<p class="lesson-kept">{html.escape(kept)}</p>'
    )
