"""Values of cells as a person sees them: through the number format of their cell."""

import operator
from functools import lru_cache

from core.data.excel.dates import moment_text
from core.data.excel.numbers import digits_text, general_text
from core.data.excel.tokens import Section, parse_format

_HOLDS = {
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
}


@lru_cache(maxsize=10_000)  # the same days and the same few numbers stand in many cells
def shown_number(value: float, code: str, *, from_1904: bool = False) -> str:
    """Return a number, a date or a time as its format shows it.

    What Excel can only show as ####, a negative time, is given as the number, and so is what a
    format hides whatever it is (";;;").

    Args:
        code: a number format.
        from_1904: see `core.data.excel.dates.moment_text`.
    """
    if code == "General":
        return general_text(value)
    sections = parse_format(code)
    numeric = [section for section in sections if not section.is_text]
    if not numeric:  # a number in a cell of text
        return _around(sections[0], general_text(value))
    if not any(section.tokens for section in sections):
        return general_text(value)
    section, value = _choose(numeric, value)
    if section.has("date", "elapsed", "half") or section.locale.upper() in ("F800", "F400"):
        shown = moment_text(section, value, from_1904=from_1904)
        return general_text(value) if shown is None else shown.strip(" ")
    if section.has("general"):
        return _around(section, general_text(value))
    return digits_text(section.tokens, value).strip(" ")


def shown_text(text: str, code: str) -> str:
    """Return a text as its format shows it: with what stands around the "@"."""
    if "@" not in code or code == "@":
        return text
    section = parse_format(code)[-1]
    return _around(section, text) if section.is_text else text


def _choose(sections: list[Section], value: float) -> tuple[Section, float]:
    """Return the section for a number, and the number without the sign that the section tells."""
    if not any(section.condition for section in sections):
        if len(sections) > 2 and value == 0:
            return sections[2], value
        if len(sections) > 1 and value < 0:
            return sections[1], -value
        return sections[0], value
    for section in sections:
        if section.condition is None:
            continue
        sign, limit = section.condition
        if _HOLDS[sign](value, limit):
            tells_sign = sign in ("<", "<=") and limit <= 0
            return section, -value if tells_sign else value
    free = [section for section in sections if section.condition is None]
    return (free or sections)[-1], value


def _around(section: Section, text: str) -> str:
    """Put a value between the words of its section."""
    texts = [
        text if token.kind == "general" or token.text == "@" else token.text
        for token in section.tokens
        if token.kind in ("general", "literal") or token.text == "@"
    ]
    return "".join(texts)
