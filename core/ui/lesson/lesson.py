"""What a step of the lesson is given to draw."""

from dataclasses import dataclass

from core.analyzer import Analyzer
from core.types import Prediction, TokenizedText
from core.ui.shell.presentation import presenting

_PAGE_PIXELS = 18  # the theme's base size
_PROJECTOR_PIXELS = 24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lesson:
    """One sentence, and where the class stands.

    Attributes:
        analyzer: the chosen model.
        article: models/article beside it; None where that folder is missing.
        tokenized: the sentence as `analyzer` cuts it.
        prediction: of `analyzer`.
        part: which question of the step, one of its PARTS.
        revealed: whether its answer is shown.
    """

    analyzer: Analyzer
    article: Analyzer | None
    tokenized: TokenizedText
    prediction: Prediction
    part: str
    revealed: bool


def lesson_font_size() -> int:
    """Return the size of the text in a chart of the lesson, in pixels."""
    return _PROJECTOR_PIXELS if presenting() else _PAGE_PIXELS


def answer_text(label: str, probability: float) -> str:
    """Return a category with its probability, as the lesson writes it."""
    return f"{label} {probability:.2f}"
