"""The original text cut where tokens begin and end, for drawing."""

from dataclasses import dataclass

from core.types import TokenizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the original text.

    Attributes:
        text: may be empty: the mark ▁ at the beginning stands for no character.
        tokens: the numbers of the tokens that cover it; none where normalisation dropped the
            characters; several where one character became several pieces.
        truncated: whether the model never saw it.
    """

    text: str
    tokens: tuple[int, ...]
    truncated: bool = False


def cut_segments(tokenized: TokenizedText, num_truncated: int) -> list[Segment]:
    """Cut the text into segments whose texts, joined, are the original text.

    Everything from the first truncated token on is one segment without tokens.
    """
    tokens = tokenized.tokens[: len(tokenized.tokens) - num_truncated]
    hidden_from = len(tokenized.text)
    if num_truncated:
        hidden_from = max(tokenized.tokens[len(tokens)].start, tokens[-1].end)
    borders = sorted(
        {0, hidden_from, *(token.start for token in tokens), *(token.end for token in tokens)}
    )
    covering: dict[int, list[int]] = {border: [] for border in borders}
    empty: dict[int, list[int]] = {border: [] for border in borders}
    place = {border: index for index, border in enumerate(borders)}
    for number, token in enumerate(tokens):
        if token.start == token.end:
            empty[token.start].append(number)
        for border in borders[place[token.start] : place[token.end]]:
            covering[border].append(number)
    segments = []
    for start, end in zip(borders, [*borders[1:], hidden_from], strict=True):
        segments += [Segment(text="", tokens=(number,)) for number in empty[start]]
        if start < end:
            segments.append(Segment(text=tokenized.text[start:end], tokens=tuple(covering[start])))
    if hidden_from < len(tokenized.text):
        segments.append(Segment(text=tokenized.text[hidden_from:], tokens=(), truncated=True))
    return segments
