"""The seven steps of the lesson, in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from core.ui.lesson import attention, embeddings, explanation, limits, lstm, padding, pieces
from core.ui.lesson.lesson import Lesson


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the lesson.

    Attributes:
        name: of its module, and of its words `lesson_NAME_…`.
        parts: its questions, in their order.
        draw: draws what belongs to the question `lesson.part`, and its answer where
            `lesson.revealed`; all else is drawn by the frame.
        shows_text: whether it draws the sentence itself, which the frame then leaves out.
    """

    name: str
    parts: tuple[str, ...]
    draw: Callable[[Lesson], None]
    shows_text: bool = False


STEPS = (
    Step(name="pieces", parts=pieces.PARTS, draw=pieces.pieces_step, shows_text=True),
    Step(name="padding", parts=padding.PARTS, draw=padding.padding_step),
    Step(name="embeddings", parts=embeddings.PARTS, draw=embeddings.embeddings_step),
    Step(name="attention", parts=attention.PARTS, draw=attention.attention_step),
    Step(name="lstm", parts=lstm.PARTS, draw=lstm.lstm_step),
    Step(
        name="explanation",
        parts=explanation.PARTS,
        draw=explanation.explanation_step,
        shows_text=True,
    ),
    Step(name="limits", parts=limits.PARTS, draw=limits.limits_step, shows_text=True),
)
