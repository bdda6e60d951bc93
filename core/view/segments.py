"""The original text cut where units begin and end, for drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.text.units import Unit, group_tokens
from core.types import TokenizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the original text.

    Attributes:
        text: may be empty: the mark ▁ at the beginning stands for no character.
        units: the numbers of the units that cover it; none where normalisation dropped the
            characters; several where one character became several pieces.
        truncated: whether the model never saw it.
    """

    text: str
    units: tuple[int, ...]
    truncated: bool = False


def cut_segments(
    tokenized: TokenizedText, num_truncated: int, units: Sequence[Unit] | None = None
) -> list[Segment]:
    """Cut the text into segments whose texts, joined, are the original text.

    Everything from the first truncated token on is one segment without units.

    Args:
        units: what is drawn as one; every token for itself unless said otherwise.
    """
    units = group_tokens(tokenized, "piece") if units is None else units
    num_seen = len(tokenized.tokens) - num_truncated
    hidden_from = len(tokenized.text)
    if num_truncated:
        hidden_from = max(tokenized.tokens[num_seen].start, tokenized.tokens[num_seen - 1].end)
    # A unit whose end is hidden stops there; one that is hidden whole is left out.
    seen = {
        number: (unit.start, min(unit.end, hidden_from))
        for number, unit in enumerate(units)
        if unit.tokens[0] < num_seen
    }
    borders = sorted({0, hidden_from, *(border for span in seen.values() for border in span)})
    covering: dict[int, list[int]] = {border: [] for border in borders}
    empty: dict[int, list[int]] = {border: [] for border in borders}
    place = {border: index for index, border in enumerate(borders)}
    for number, (start, end) in seen.items():
        if start == end:
            empty[start].append(number)
        for border in borders[place[start] : place[end]]:
            covering[border].append(number)
    segments = []
    for start, end in zip(borders, [*borders[1:], hidden_from], strict=True):
        segments += [Segment(text="", units=(number,)) for number in empty[start]]
        if start < end:
            segments.append(Segment(text=tokenized.text[start:end], units=tuple(covering[start])))
    if hidden_from < len(tokenized.text):
        segments.append(Segment(text=tokenized.text[hidden_from:], units=(), truncated=True))
    return segments
