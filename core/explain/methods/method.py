"""What a method of attribution says of itself."""

from collections.abc import Callable
from dataclasses import dataclass

from core.types import PositionScores

# What a method may read of the network: the attention layer, or its answers to variants of the
# text, or the slope of its answers.
NEEDS = ("attention", "predictions", "gradients")

SCORE_UNITS = ("share", "probability")


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to score positions, and what must be known of its scores to show them rightly.

    Attributes:
        score: (classifier, a batch of one text, target, keyword options with defaults) to scores.
        needs: the one of `NEEDS` that it reads of the network; None for a control, which never
            looks at the model and takes a `seed`.
        sees_target: whether the scores are about one label; those of the attention layer, which
            stands before the classifier, know none.
        unit: one of `SCORE_UNITS`, in which 1 is the whole: all attention, that on padding
            included, or all probability. None where the values have no unit, and so no whole.
        has_zero: whether 0 means nothing; else only more and less have a meaning.
        warning: key of the sentence that stands beside values easily taken for what they are not.
        open_first: whether the panel ほかの方法 begins with it.
    """

    score: Callable[..., PositionScores]
    needs: str | None
    sees_target: bool
    unit: str | None
    has_zero: bool = True
    warning: str | None = None
    open_first: bool = False

    def __post_init__(self) -> None:
        for name, known in (("needs", NEEDS), ("unit", SCORE_UNITS)):
            if getattr(self, name) not in (None, *known):
                raise ValueError(
                    f"{name} must be one of {known} or None. Received: {getattr(self, name)!r}"
                )
