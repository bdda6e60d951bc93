"""Findings of 検査 in words, in whatever language the given `word` speaks."""

import math

from core.checks.slices import Slice
from core.stats.intervals import Interval
from core.stats.significance import Difference
from core.text.tokenizer import clean_text
from core.view.numbers import signed_number
from core.words.lookup import Word

_CHARACTERS = 40  # of a name that stands in a chart


def interval_text(figure: Interval, *, word: Word) -> str:
    """Say a figure and its 95 % interval; "–" where there is nothing to measure."""
    if math.isnan(figure.value):
        return "–"
    return word(
        "report_interval",
        value=f"{figure.value:.3f}",
        low=f"{figure.low:.3f}",
        high=f"{figure.high:.3f}",
    )


def difference_sentence(difference: Difference, *, word: Word) -> str:
    """Say a difference, its interval, its p-value, and whether chance explains it."""
    p = difference.p_value
    return word(
        "significance_difference",
        difference=signed_number(difference.value, digits=3),
        low=signed_number(difference.low, digits=3),
        high=signed_number(difference.high, digits=3),
        p="p < 0.001" if p < 0.001 else f"p = {p:.3f}",
        verdict=word(f"significance_{'within' if difference.within_noise else 'beyond'}"),
    )


def slice_title(one: Slice, *, word: Word) -> str:
    """Return the name of a slice; that of an article is as the file gives it, or its beginning."""
    match one.kind, one.name:
        case "length", (low, None):
            return word("slices_name_longest", low=low)
        case "length", (low, high):
            return word("slices_name_length", low=low, high=high)
        case "confidence", (low, high):
            return word("slices_name_confidence", low=f"{low:.1f}", high=f"{high:.1f}")
        case "article", str(name):
            return word("slices_name_article", name=_shortened(clean_text(name)))
        case _:  # unknown, tag
            return word(f"slices_name_{one.kind}_{'yes' if one.name else 'no'}")


def _shortened(name: str) -> str:
    return name if len(name) <= _CHARACTERS else name[:_CHARACTERS] + "…"
