"""Spans of tokens made such that every character of the text lies in at most one."""

from collections.abc import Sequence

from core.types import UNK_ID

_BLANK_MARK = "▁"


def undivided_spans(
    spans: Sequence[tuple[int, int]], stretches: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Give the spans that overlap, or lie in part on the same stretch, one span together.

    Args:
        spans: characters [start, end) of the tokens (T), in order; an empty one stays.
        stretches: characters [start, end) that are not to be cut, as those of an emoji.

    Returns:
        (T); two of them are equal, or share no character.
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in (*spans, *stretches) if span[0] < span[1]):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    undivided = []
    number = 0
    for start, end in spans:
        if start < end:
            while joined[number][1] <= start:
                number += 1
            start, end = joined[number]
        undivided.append((start, end))
    return undivided


def unknown_runs(
    text: str, pieces: Sequence[str], ids: Sequence[int], spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Find unknown pieces that are apart only by a blank that nobody wrote.

    SentencePiece takes neighbouring unknown characters together to one piece. Normalisation
    makes a blank and a mark of ￣, so （￣^￣） would be cut inside the face.

    Returns:
        The numbers of the first token of a run and of another of it, for each of the others.
    """
    runs: list[tuple[int, int]] = []
    first = None
    for number, token_id in enumerate(ids):
        if token_id == UNK_ID:
            first = number if first is None else first
            if first < number:
                runs.append((first, number))
        elif pieces[number] != _BLANK_MARK or not _is_half(text, spans[number : number + 2]):
            first = None
    return runs


def _is_half(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a blank stands on a character that the next piece stands on too."""
    start, end = spans[0]
    written = any(c.isspace() or c == _BLANK_MARK for c in text[start:end])
    return not written and len(spans) > 1 and spans[1][0] < end
