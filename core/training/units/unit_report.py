"""How well words and 文節 are found: the figures that are shown beside them."""

import csv
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from pathlib import Path

from core.files import read_text
from core.text.tokenizer import Tokenizer
from core.text.units import Unit, group_tokens, join_tokens, unit_boundaries
from core.training.units.boundaries import marked_boundaries, score_boundaries
from core.training.units.knb_gold import GoldSentence
from core.types import TokenizedText

Row = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSentence:
    """A sentence and the characters that begin a 文節 in it, as a reader judged.

    Attributes:
        school: as school grammar has it, where 食べて|いる is two.
        joined: as BudouX and the KNB corpus have it, where 食べている is one.
    """

    text: str
    school: frozenset[int]
    joined: frozenset[int]


def read_judged(path: Path) -> list[JudgedSentence]:
    """Read a table with the columns text, judged and joined; the last two with | between 文節.

    Raises:
        FileMissingError, FileUnreadableError.
    """
    return [
        JudgedSentence(
            text=row["text"],
            school=marked_boundaries(row["judged"]),
            joined=marked_boundaries(row["joined"]),
        )
        for row in csv.DictReader(read_text(path).splitlines())
    ]


def report_units(
    sentences: Sequence[GoldSentence],
    judged: Sequence[JudgedSentence],
    *,
    tokenizer: Tokenizer,
    held_out: Sequence[AbstractSet[int]],
) -> dict[str, dict[str, Row]]:
    """Score the boundaries inside the sentences, each way of finding them by its name.

    Args:
        sentences: the KNB corpus. BudouX was trained on it: "corpus" is no test of "bunsetsu".
        held_out: the words of the sentences, found by weights that never saw their articles.

    Returns:
        `BoundaryScores` of "word" and "bunsetsu" by name; "raw" is what was found before it
        moved to the tokens' ends.
    """
    texts = [tokenizer.tokenize(sentence.text) for sentence in sentences]
    words = [sentence.words for sentence in sentences]
    bunsetsu = [sentence.bunsetsu for sentence in sentences]
    found = [unit_boundaries(text.text, "bunsetsu") for text in texts]
    judged_texts = [tokenizer.tokenize(sentence.text) for sentence in judged]
    school = [sentence.school for sentence in judged]
    joined = [sentence.joined for sentence in judged]
    judged_found = [unit_boundaries(text.text, "bunsetsu") for text in judged_texts]
    judged_shown = _shown(judged_texts, judged_found)
    return {
        "word": {
            "pieces": _row([_begins(group_tokens(text, "piece")) for text in texts], words),
            "held_out_raw": _row(held_out, words),
            "held_out": _row(_shown(texts, held_out), words),
        },
        "bunsetsu": {
            "corpus_raw": _row(found, bunsetsu),
            "corpus": _row(_shown(texts, found), bunsetsu),
            "judged_raw": _row(judged_found, school),
            "judged": _row(judged_shown, school),
            "judged_joined": _row(judged_shown, joined),
        },
    }


def _shown(
    texts: Sequence[TokenizedText], boundaries: Sequence[AbstractSet[int]]
) -> list[set[int]]:
    return [
        _begins(join_tokens(text, found)) for text, found in zip(texts, boundaries, strict=True)
    ]


def _begins(units: Sequence[Unit]) -> set[int]:
    return {unit.start for unit in units[1:]}


def _row(found: Sequence[AbstractSet[int]], right: Sequence[AbstractSet[int]]) -> Row:
    scores = asdict(score_boundaries(found, right))
    return {name: round(value, 4) for name, value in scores.items()}
