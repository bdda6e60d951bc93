"""Articles and their sentences as squares: which of them are learnt, which are asked."""

import html

from core.view.palette import FOR_HUE

_STYLE = """<style>
.lesson-folds { display: flex; flex-wrap: wrap; gap: 0.4rem 0.9rem; margin: 0; }
.lesson-folds > span { display: flex; gap: 0.2rem; padding: 0.25rem; border-radius: 4px;
  border: 2px solid color-mix(in srgb, currentColor 45%, transparent); }
.lesson-folds i { width: 0.95rem; height: 0.95rem; border-radius: 2px;
  background: color-mix(in srgb, currentColor 22%, transparent); }
</style>"""
_SQUARES = {False: "<i></i>", True: f'<i style="background: {FOR_HUE}"></i>'}
_SENTENCES = 4
# Of four articles, the sentences that are asked: a quarter of all either way.
_ASKED = {"random": ({1}, {3}, {0}, {2}), "grouped": ((), (), range(_SENTENCES), ())}


def folds_html(split: str, *, label: str) -> str:
    """Return the picture of a split, "random" or "grouped", as HTML.

    Args:
        label: what it shows, for people who do not see it.
    """
    articles = "".join(
        "<span>"
        + "".join(_SQUARES[sentence in asked] for sentence in range(_SENTENCES))
        + "</span>"
        for asked in _ASKED[split]
    )
    return (
        f'{_STYLE}<div class="lesson-folds" role="img" aria-label="{html.escape(label)}">'
        f"{articles}</div>"
    )
