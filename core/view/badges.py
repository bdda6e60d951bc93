"""Where the model saw something else than what is written."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from core.lab.edits import sharing_characters
from core.text.emoji import as_shown
from core.text.invisible import without_invisible
from core.types import UNK_ID, TokenizedText

_BLANK_MARK = "▁"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Characters of the text and the piece, or pieces, that the model saw; None is unknown."""

    written: str
    seen: str | None


def differences(tokenized: TokenizedText) -> tuple[Difference, ...]:
    """Return every token that differs from its characters, each kind once, in order.

    The mark ▁ for a blank is no difference.
    """
    found = []
    for written, seen, unknown in _compared(tokenized):
        if unknown:
            found.append(Difference(written=written, seen=None))
        elif written.split() != seen.split():
            found.append(Difference(written=written, seen=seen))
    return tuple(dict.fromkeys(found))


def count_changed(tokenized: TokenizedText) -> int:
    """Count the characters that normalisation (NFKC) made others of, or joined (か + ゙ → が)."""
    count = 0
    for written, seen, _ in _compared(tokenized):
        if written.split() == seen.split() or written == "\N{REPLACEMENT CHARACTER}":
            continue
        alone = [c for c in written if unicodedata.normalize("NFKC", c) != c]
        count += len(alone) or len(written)
    return count


def count_unknown(tokenized: TokenizedText) -> int:
    """Count the tokens that are not in the vocabulary."""
    return sum(token.id == UNK_ID for token in tokenized.tokens)


def _compared(tokenized: TokenizedText) -> Iterator[tuple[str, str, bool]]:
    """Yield what is written, the pieces seen there, and whether one of them is unknown.

    What nobody sees makes no difference.
    """
    for numbers in sharing_characters(tokenized.tokens):
        tokens = [tokenized.tokens[number] for number in numbers]
        written = as_shown(tokenized.text[tokens[0].start : max(token.end for token in tokens)])
        seen = "".join(token.piece for token in tokens).replace(_BLANK_MARK, " ")
        if without_invisible(written) == without_invisible(seen):
            seen = written
        if written:
            yield written, seen, any(token.id == UNK_ID for token in tokens)
