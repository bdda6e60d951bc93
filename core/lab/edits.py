"""Edits of a text, token by token: ids change only where a token was edited, the text follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self

from core.errors import EmptyTextError
from core.text.tokenizer import Tokenizer
from core.types import UNK_ID, Token, TokenizedText

OPERATIONS = ("delete", "unk", "blank", "replace")

_UNK_TEXT = "\N{REPLACEMENT CHARACTER}"
_UNK_PIECE = "<unk>"
_BLANK_MARK = "▁"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is done to some tokens.

    Attributes:
        operation: one of `OPERATIONS`.
        tokens: their numbers, ascending; several where they share characters or form a word.
        replacement: the new text of "replace"; it takes the place of each run of neighbours.
    """

    operation: str
    tokens: tuple[int, ...]
    replacement: str = ""

    def __post_init__(self) -> None:
        if self.operation not in OPERATIONS:
            raise ValueError(f"operation must be one of {OPERATIONS}. Received: {self.operation!r}")
        if not self.tokens or list(self.tokens) != sorted(set(self.tokens)) or self.tokens[0] < 0:
            raise ValueError(f"tokens must be ascending numbers. Received: {self.tokens}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An edit and the text as it is after it."""

    edit: Edit
    tokenized: TokenizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """The edits of one text, for undo and redo.

    Attributes:
        past: the steps that made the present text, the oldest first.
        future: the steps that were undone, the next to be redone first.
    """

    original: TokenizedText
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    @property
    def present(self) -> TokenizedText:
        """The text after the edits of the past."""
        return self.past[-1].tokenized if self.past else self.original

    @property
    def changes(self) -> tuple[tuple[TokenizedText, Edit], ...]:
        """Every edit of the past with the text that it was applied to."""
        texts = [self.original, *(step.tokenized for step in self.past)]
        return tuple((text, step.edit) for text, step in zip(texts, self.past, strict=False))

    def edited(self, step: Step) -> Self:
        """Return the edits with one more step; what was undone is gone."""
        return replace(self, past=(*self.past, step), future=())

    def undone(self) -> Self:
        """Return the edits one step back; at the beginning it stays as it is."""
        return replace(self, past=self.past[:-1], future=(*self.past[-1:], *self.future))

    def redone(self) -> Self:
        """Return the edits one step on; at the end it stays as it is."""
        return replace(self, past=(*self.past, *self.future[:1]), future=self.future[1:])

    def reset(self) -> Self:
        """Return the edits at their beginning; every step can be redone."""
        return replace(self, past=(), future=(*self.past, *self.future))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Characters that stand together, and the tokens on them.

    Attributes:
        tokens: their spans count from the beginning of the block.
        numbers: of the tokens, in the text before the edit.
    """

    text: str
    tokens: tuple[Token, ...] = ()
    numbers: tuple[int, ...] = ()


def apply_edit(
    tokenized: TokenizedText, edit: Edit, tokenizer: Tokenizer, blank_id: int
) -> TokenizedText:
    """Return the edited text; every token that is not edited keeps its id.

    A deleted token takes its characters with it, <unk> stands on "�" and the blank piece on " ".
    Where an edited token shares its characters with others (㍿ → 株式, 会社), the pieces that the
    model saw take their place in the text first.

    Args:
        blank_id: id of the blank piece ▁.

    Raises:
        EmptyTextError: no token would be left, or the replacement holds none.
        ValueError: the text has no token of such a number.
    """
    if edit.tokens[-1] >= len(tokenized.tokens):
        raise ValueError(
            f"the text has {len(tokenized.tokens)} tokens. Received: {edit.tokens[-1]}"
        )
    edited = set(edit.tokens)
    new = _new_blocks(edit, tokenizer, blank_id)
    blocks: list[_Block] = []
    for block in _blocks(tokenized):
        if not edited & set(block.numbers):
            blocks.append(block)
            continue
        for part in _spelt_out(block):
            (number,) = part.numbers
            if number not in edited:
                blocks.append(part)
            # One replacement for a whole run of neighbours; the others stand in for each token.
            elif edit.operation != "replace" or number - 1 not in edited:
                blocks += new
    result = _joined(blocks)
    if not result.tokens:
        raise EmptyTextError()
    return result


def recut_pieces(tokenized: TokenizedText, tokenizer: Tokenizer) -> tuple[str, ...] | None:
    """Return the pieces that cutting the text anew would give, None where they are the same."""
    recut = tokenizer.tokenize(tokenized.text).tokens
    if [token.id for token in recut] == [token.id for token in tokenized.tokens]:
        return None
    return tuple(token.piece for token in recut)


def neighbours(numbers: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Cut ascending numbers where one is left out: (0, 1, 3) to (0, 1), (3)."""
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    return tuple(tuple(number for _, number in run) for _, run in runs)


def surface(tokenized: TokenizedText, tokens: Sequence[int]) -> str:
    """Return the characters that the tokens stand on; the pieces where they stand on none."""
    chosen = [tokenized.tokens[number] for number in tokens]
    places = sorted({place for token in chosen for place in range(token.start, token.end)})
    characters = "".join(tokenized.text[place] for place in places)
    return characters or "".join(token.piece for token in chosen)


def _new_blocks(edit: Edit, tokenizer: Tokenizer, blank_id: int) -> list[_Block]:
    """Return what takes the place of an edited token."""
    if edit.operation == "delete":
        return []
    if edit.operation == "replace":
        new = tokenizer.tokenize(edit.replacement)
        if not new.tokens:
            raise EmptyTextError()
        return [_Block(text=new.text, tokens=new.tokens)]
    if edit.operation == "unk":
        text, token = _UNK_TEXT, Token(piece=_UNK_PIECE, id=UNK_ID, start=0, end=1)
    else:
        text, token = " ", Token(piece=_BLANK_MARK, id=blank_id, start=0, end=1)
    return [_Block(text=text, tokens=(token,))]


def _blocks(tokenized: TokenizedText) -> list[_Block]:
    """Cut the text where no token is cut; what belongs to no token is a block without tokens."""
    blocks: list[_Block] = []
    place = 0
    for numbers in sharing_characters(tokenized.tokens):
        tokens = [tokenized.tokens[number] for number in numbers]
        start, end = tokens[0].start, max(token.end for token in tokens)
        blocks += [
            _Block(text=tokenized.text[place:start]),
            _Block(
                text=tokenized.text[start:end],
                tokens=tuple(_moved(token, -start) for token in tokens),
                numbers=tuple(numbers),
            ),
        ]
        place = end
    return [*blocks, _Block(text=tokenized.text[place:])]


def sharing_characters(tokens: Sequence[Token]) -> list[list[int]]:
    """Put the numbers of neighbours that share characters together."""
    groups: list[list[int]] = []
    end = 0
    for number, token in enumerate(tokens):
        if token.start < end:
            groups[-1].append(number)
        else:
            groups.append([number])
        end = max(end, token.end)
    return groups


def _spelt_out(block: _Block) -> list[_Block]:
    """Give every token of the block characters of its own: those of its piece."""
    if len(block.tokens) == 1:
        return [block]
    parts = []
    for number, token in zip(block.numbers, block.tokens, strict=True):
        text = token.piece.replace(_BLANK_MARK, " ")
        spelt = replace(token, start=0, end=len(text))
        parts.append(_Block(text=text, tokens=(spelt,), numbers=(number,)))
    return parts


def _moved(token: Token, by: int) -> Token:
    return replace(token, start=token.start + by, end=token.end + by)


def _joined(blocks: Sequence[_Block]) -> TokenizedText:
    text = ""
    tokens: list[Token] = []
    for block in blocks:
        tokens += [_moved(token, len(text)) for token in block.tokens]
        text += block.text
    return TokenizedText(text=text, tokens=tuple(tokens))
