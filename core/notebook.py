"""What a notebook shows of an analysis: attached from above, as nothing computed draws itself."""

from functools import partial

from core.explain.explanation import Analysis
from core.view.html.analysis import analysis_fragment
from core.words.lookup import person_language, word_in


def show_in_notebooks() -> None:
    """Let every analysis be shown as HTML, in the person's language."""
    # IPython asks for it by this name; a record in a room below cannot declare what is above it.
    Analysis._repr_html_ = _analysis_html  # type: ignore[attr-defined]


def _analysis_html(analysis: Analysis) -> str:
    return analysis_fragment(analysis, word=partial(word_in, person_language()))
