"""Articles and their sentences as squares: which of them are learnt, which are tested."""

from markupsafe import Markup

from core.view.palette import FOR_HUE

_FOLDS = Markup('<div class="lesson-folds" role="img" aria-label="{}">{}</div>')
_ARTICLE = Markup("<span>{}</span>")
_SQUARES = {False: Markup("<i></i>"), True: Markup(f'<i style="background: {FOR_HUE}"></i>')}
_SENTENCES = 4
# Of four articles, the sentences that are tested: a quarter of all either way.
_TESTED = {"random": ({1}, {3}, {0}, {2}), "grouped": ((), (), range(_SENTENCES), ())}


def folds_html(split: str, *, label: str) -> Markup:
    """Return the picture of a split, "random" or "grouped", as HTML.

    Args:
        label: what it shows, for people who do not see it.
    """
    articles = (
        Markup("").join(_SQUARES[sentence in tested] for sentence in range(_SENTENCES))
        for tested in _TESTED[split]
    )
    return _FOLDS.format(label, Markup("").join(map(_ARTICLE.format, articles)))
