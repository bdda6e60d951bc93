"""Tokens put together to what a reader reads as one: words and 文節.

BudouX finds where a 文節 begins. With weights that `core.training.units.word_boundaries` learnt
from the KNB corpus the same parser finds where a word begins; the beginning of a 文節 counts as one
too, so a 文節 consists of whole words, and a word of whole tokens.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import budoux
import numpy as np

from core.files import read_json
from core.paths import DATA
from core.text.usual_form import usual_form
from core.types import UNITS, Token, TokenizedText

WORD_WEIGHTS = DATA / "word_boundaries.json"

# The corpus that the weights come from knows full-width characters only. None becomes two.
_WIDE = {ord(" "): "\N{IDEOGRAPHIC SPACE}"}
_WIDE |= {code: chr(code - ord("!") + ord("！")) for code in range(ord("!"), ord("~") + 1)}
_WIDE |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(ord("｡"), ord("ﾟ") + 1)}

_PICTURE_JOINERS = "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Neighbouring tokens that are shown as one.

    Attributes:
        tokens: their numbers, ascending, at least one.
        start, end: characters [start, end) of the original text.
    """

    tokens: tuple[int, ...]
    start: int
    end: int


def group_tokens(tokenized: TokenizedText, unit: str) -> tuple[Unit, ...]:
    """Put the tokens of a text together to units.

    Every token belongs to exactly one unit: the one that its first character lies in. A token
    without characters, as the ▁ at the beginning, belongs to the unit after it.

    Args:
        unit: one of `UNITS`; every "piece" is a token for itself.
    """
    if unit == "piece":
        return tuple(_unit(tokenized.tokens, [number]) for number in range(len(tokenized.tokens)))
    return join_tokens(tokenized, unit_boundaries(tokenized.text, unit))


def join_tokens(tokenized: TokenizedText, boundaries: Iterable[int]) -> tuple[Unit, ...]:
    """Put the tokens between the same two boundaries together, as `group_tokens` does.

    Args:
        boundaries: the characters that begin a unit; inside a token they move to its end.
    """
    groups = _groups(tokenized.tokens, sorted(boundaries))
    return tuple(_unit(tokenized.tokens, group) for group in groups)


def unit_scores(token_scores: np.ndarray, units: Sequence[Unit]) -> np.ndarray:
    """Add up the scores of every unit's tokens; the total stays the same.

    Args:
        token_scores: (T,), NaN where truncation hid the token.
        units: all units of the text (G).

    Returns:
        float64 (G,), NaN where truncation hid all tokens of the unit.
    """
    covered = [token for unit in units for token in unit.tokens]
    if covered != list(range(len(token_scores))):
        raise ValueError(
            f"units must cover {len(token_scores)} tokens in order. Received: {covered}"
        )
    if not units:
        return np.empty(0)
    first_tokens = [unit.tokens[0] for unit in units]
    seen = ~np.isnan(token_scores)  # (T,)
    sums = np.add.reduceat(np.where(seen, token_scores, 0.0), first_tokens)  # (G,)
    return np.where(np.logical_or.reduceat(seen, first_tokens), sums, np.nan)


def unit_boundaries(text: str, unit: str) -> set[int]:
    """Find the characters that begin a word or a 文節, besides the first of the text.

    A blank (also a line break) begins a unit, as SentencePiece's ▁ begins a piece, and what
    follows belongs to it. What nobody sees begins none: the text is cut in its usual form.

    Args:
        unit: "word" or "bunsetsu".

    Raises:
        FileMissingError, FileUnreadableError: the weights of the words.
    """
    if unit not in UNITS[1:]:
        raise ValueError(f"unit must be one of {UNITS[1:]}. Received: {unit!r}")
    form = usual_form(text)
    found = _parsed_boundaries(form.text, _parser("bunsetsu"))
    if unit == "word":
        found |= word_boundaries(form.text, _parser("word"))
    blank = [character.isspace() for character in form.text]
    begins = {number for number in found if not blank[number - 1]} | {
        number for number in range(1, len(blank)) if blank[number] and not blank[number - 1]
    }
    return {form.places[number] for number in begins}


def word_boundaries(text: str, parser: budoux.Parser) -> set[int]:
    """Find the characters that begin a word with a parser that has the weights for it.

    A run of pictures (emoji, ♪) is a word for itself: the corpus is older than most of them.
    """
    picture = [_is_picture(character) for character in text]
    return _parsed_boundaries(widen(text), parser) | {
        place for place in range(1, len(text)) if picture[place] != picture[place - 1]
    }


def widen(text: str) -> str:
    """Write ASCII and half-width カタカナ full-width; every character stays one."""
    return text.translate(_WIDE)


def _is_picture(character: str) -> bool:
    if character in _PICTURE_JOINERS:
        return True
    # ㍿ is a sign too, but one that stands for letters.
    sign = unicodedata.category(character) in ("So", "Sk") and character > "\N{EM SPACE}"
    return sign and not unicodedata.decomposition(character)


@cache
def _parser(unit: str) -> budoux.Parser:
    if unit == "word":
        return budoux.Parser(read_json(WORD_WEIGHTS)["weights"])
    return budoux.load_default_japanese_parser()


def _parsed_boundaries(text: str, parser: budoux.Parser) -> set[int]:
    boundaries = set()
    position = 0
    for part in parser.parse(text)[:-1]:
        position += len(part)
        boundaries.add(position)
    return boundaries


def _groups(tokens: Sequence[Token], boundaries: Sequence[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    waiting: list[int] = []  # without characters: they go where the next token goes
    place = -1  # number of the unit that the last token lies in
    for number, token in enumerate(tokens):
        waiting.append(number)
        if token.start == token.end:
            continue
        lies_in = bisect_right(boundaries, token.start)
        if lies_in > place:
            groups.append(waiting)
            place = lies_in
        else:
            groups[-1] += waiting
        waiting = []
    if waiting and groups:
        groups[-1] += waiting
    elif waiting:
        groups.append(waiting)
    return groups


def _unit(tokens: Sequence[Token], group: Sequence[int]) -> Unit:
    members = [tokens[number] for number in group]
    # The empty ▁ may lie far before the first character (leading blanks).
    filled = [token for token in members if token.start < token.end] or members
    return Unit(
        tokens=tuple(group),
        start=min(token.start for token in filled),
        end=max(token.end for token in filled),
    )
