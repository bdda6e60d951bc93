"""The mark that keeps a spreadsheet from taking a text for a formula: put on, and taken off."""

import re
from collections.abc import Sequence

# What begins a formula, after blanks, too; a full-width sign does in a Japanese Excel.
_START = r"(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠])"
_MARKED_OR_FORMULA = re.compile(f"'*{_START}")
_MARKED = re.compile(f"'+{_START}")
_OWN_NAMES = tuple(map(re.compile, (r"predicted(?:_\d+)?", r"confidence(?:_\d+)?", r"p_.+")))


def mark_formula(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    One that has such a mark already gets another: two texts never become the same.

    Sources: OWASP, CSV injection; of full-width signs its issue 1088 (OWASP/www-community).
    """
    return f"'{text}" if _MARKED_OR_FORMULA.match(text) else text


def unmark_formula(text: str) -> str:
    """Take off the apostrophe that `mark_formula` put on; only of texts in `is_own_output`."""
    return text[1:] if _MARKED.match(text) else text


def is_own_output(columns: Sequence[str]) -> bool:
    """Say whether a heading is that of answers that this program wrote.

    Those are the names of `core.data.answer_columns`, of which a person may have deleted or moved
    some: the prediction, its probability and that of a label are enough.
    """
    return all(any(name.fullmatch(column) for column in columns) for name in _OWN_NAMES)
