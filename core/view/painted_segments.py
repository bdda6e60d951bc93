"""The text of an analysis cut and painted: how strong each segment is, and its values in words."""

from dataclasses import dataclass

import numpy as np

from core.explain.explanation import Analysis
from core.explain.ranking import rank_scores
from core.text.invisible import is_blank
from core.text.units import group_tokens, unit_scores
from core.view.highlight import highlight_strengths
from core.view.numbers import signed_number
from core.view.segments import cut_segments
from core.words.lookup import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedSegment:
    """A stretch of the original text as it is drawn.

    Attributes:
        text: may be empty: the mark ▁ at the beginning stands for no character.
        tokens: the numbers of the tokens that it shows or hides, of those the model read.
        strength: 0..1, of the strongest unit that covers it.
        negative: whether that unit speaks against the label.
        signed: whether the method tells for from against.
        status: pieces, values and ranks in words; empty where the model read nothing.
        truncated: whether the model never saw it.
    """

    text: str
    tokens: tuple[int, ...]
    strength: float
    negative: bool
    signed: bool
    status: str
    truncated: bool

    @property
    def is_token(self) -> bool:
        """Whether the model read something there."""
        return bool(self.status)

    @property
    def is_mark(self) -> bool:
        """Whether ▁ is drawn for it: a blank, or nothing at all."""
        return self.is_token and is_blank(self.text)


def painted_segments(
    analysis: Analysis, *, scale: str, unit: str, word: Word
) -> list[PaintedSegment]:
    """Cut the text of an analysis into what is drawn; the texts joined are the original text.

    Args:
        scale: one of `core.view.highlight.SCALES`.
        unit: one of `core.types.UNITS`; what is drawn as one.
        word: the words of a language by their keys in `core.words`.
    """
    attribution, num_truncated = analysis.attribution, analysis.prediction.num_truncated
    tokenized = attribution.tokenized
    num_seen = analysis.prediction.num_seen
    units = group_tokens(tokenized, unit)
    scores = unit_scores(attribution.token_scores, units)  # (G,)
    strengths = highlight_strengths(attribution, scores, scale=scale)  # (G,)
    rank = rank_scores(scores).rank  # (G,)

    def status(number: int) -> str:
        score = scores[number]
        return word(
            "token_status",
            piece="".join(tokenized.tokens[token].piece for token in units[number].tokens),
            score=signed_number(score, digits=4) if attribution.signed else f"{score:.4f}",
            rank=f"{rank[number]:g}",
        )

    painted = []
    for segment in cut_segments(tokenized, num_truncated, units):
        strongest = max(segment.units, key=lambda number: strengths[number], default=None)
        tokens = {token for number in segment.units for token in units[number].tokens}
        painted.append(
            PaintedSegment(
                text=segment.text,
                tokens=tuple(sorted(token for token in tokens if token < num_seen)),
                strength=0.0 if strongest is None else float(strengths[strongest]),
                negative=strongest is not None
                and attribution.signed
                and bool(np.nan_to_num(scores[strongest]) < 0.0),
                signed=attribution.signed,
                status=" / ".join(status(number) for number in segment.units),
                truncated=segment.truncated,
            )
        )
    return painted
