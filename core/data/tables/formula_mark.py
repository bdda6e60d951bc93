"""The mark that keeps a spreadsheet from taking a text for a formula: put on, and taken off."""

import re
from collections.abc import Sequence

from core.data.answer_columns import COLUMNS, EVALUATION_COLUMNS, TOKEN_COLUMNS, answers_among

# What begins a formula, after blanks, too; a full-width sign does in a Japanese Excel.
_START = r"(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])"
_MARKED_OR_FORMULA = re.compile(f"'*{_START}")
_MARKED = re.compile(f"'+{_START}")
_ENOUGH = 3  # kinds of columns of answers


def mark_formula(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    One that has such a mark already gets another: two texts never become the same.

    Sources: OWASP, CSV injection; of full-width signs its issue 1088 (OWASP/www-community).
    """
    return f"'{text}" if _MARKED_OR_FORMULA.match(text) else text


def unmark_formula(text: str) -> str:
    """Take off the apostrophe that `mark_formula` put on; for `is_own_output` only."""
    return text[1:] if _MARKED.match(text) else text


def is_own_output(columns: Sequence[str]) -> bool:
    """Say whether a heading is that of a table that this program wrote.

    Of the answers of `batch` a person may have deleted, moved or renamed some columns: three kinds
    of those that `core.data.answer_columns` declares are enough, the probabilities and one of the
    first two.
    """
    for own in (EVALUATION_COLUMNS, TOKEN_COLUMNS):
        if tuple(columns[: len(own)]) == own:
            return True
    found = set(answers_among(columns).values())
    return (
        len(found) >= _ENOUGH
        and any(answer.of_each_label for answer in found)
        and not found.isdisjoint(COLUMNS[:2])
    )
