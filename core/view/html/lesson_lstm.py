"""A bidirectional LSTM over the tokens of a text: who reads from where, and what is kept."""

from collections.abc import Sequence

from markupsafe import Markup

from core.view.lesson_strip_html import StripCell, strip_html

_LSTM = Markup(
    '<div class="lesson-reading">{forward}<i aria-hidden="true"></i>'
    '<span aria-hidden="true">▶</span></div>'
    "{strip}"
    '<div class="lesson-reading"><span aria-hidden="true">◀</span>'
    '<i aria-hidden="true"></i>{backward}</div>'
    '<p class="lesson-kept">{kept}</p>'
)


def lesson_lstm_html(
    cells: Sequence[StripCell], *, theme: str, label: str, forward: str, backward: str, kept: str
) -> Markup:
    """Return the tokens between the two directions, as HTML.

    Args:
        theme: "light" or "dark".
        label: the name of the strip for people who do not see it.
        forward, backward: what the arrows say.
        kept: what is handed on, below.
    """
    strip = strip_html(cells, theme=theme, label=label)
    return _LSTM.format(forward=forward, strip=strip, backward=backward, kept=kept)
