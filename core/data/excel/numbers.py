"""Numbers in the digits that a format of Excel shows."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from core.data.excel.tokens import Token

_EXACT = Context(prec=800, rounding=ROUND_HALF_UP)  # more than any double and any format has
_FRACTION = re.compile(
    r"(?:(?P<whole>[0#?]+)[^0#?/]+)?[0#?]+/(?:(?P<fixed>[1-9]\d*)|(?P<free>[0#?]+))"
)
_PADS = {"0": "0", "#": "", "?": " "}


def general_text(value: float) -> str:
    """Return a number without a format: eleven characters, and of a whole number every digit.

    Excel shows 123456789012 as 1.23457E+11, but numbers of rows, people and articles must stay
    apart.
    """
    size = abs(value)
    if size >= 1e15 or 0 < size < 1e-4:
        mantissa, exponent = f"{value:.5E}".split("E")
        return f"{_short(mantissa)}E{exponent}"
    return _short(f"{value:.{max(0, 10 - len(str(int(size))))}f}")


def digits_text(tokens: Sequence[Token], value: float) -> str:
    """Return a number as the placeholders of a section say, with a minus where it is below 0."""
    pattern = "".join(token.text if token.kind in _IN_FRACTION else "" for token in tokens)
    if "/" in pattern and (match := _FRACTION.search(pattern)):
        return _fraction(match, value)
    number = Decimal(f"{value:.15g}")  # Excel knows no more digits
    number = number.scaleb(2 * sum(_is(token, "%") for token in tokens))
    marks = [place for place, token in enumerate(tokens) if token.kind == "exponent"]
    if marks:
        text = _scientific(tokens[: marks[0]], tokens[marks[0] :], number)
    else:
        text = _fixed(tokens, abs(number))
    is_zero = not re.search("[1-9]", text) and any(token.kind == "digit" for token in tokens)
    return f"-{text}" if value < 0 and not is_zero else text


_IN_FRACTION = ("digit", "sign", "literal")


def _is(token: Token, sign: str) -> bool:
    return token.kind == "sign" and token.text == sign


def _short(number: str) -> str:
    text = number.rstrip("0").rstrip(".") if "." in number else number
    return "0" if text == "-0" else text


def _fixed(tokens: Sequence[Token], number: Decimal) -> str:
    """Return a number that is not below 0."""
    point = next((place for place, token in enumerate(tokens) if _is(token, ".")), len(tokens))
    whole, rest = tokens[:point], tokens[point:]
    places = [place for place, token in enumerate(tokens) if token.kind == "digit"]
    commas = [place for place, token in enumerate(tokens) if _is(token, ",")]
    if places:
        number = number.scaleb(-3 * sum(place > places[-1] for place in commas))  # in thousands
    wholes = [place for place in places if place < point]
    grouped = bool(wholes) and any(wholes[0] < place < wholes[-1] for place in commas)
    decimals = sum(token.kind == "digit" for token in rest)
    number = number.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    digits, _, fraction = f"{number:f}".partition(".")
    return _whole(whole, digits.lstrip("0"), grouped=grouped) + _decimals(rest, fraction)


def _whole(tokens: Sequence[Token], digits: str, *, grouped: bool) -> str:
    """Put digits into placeholders from the right; the first one takes all that are left."""
    texts = []
    left = sum(token.kind == "digit" for token in tokens)
    done = 0  # digits
    for token in reversed(tokens):
        if token.kind != "digit":
            texts.append(_other(token))
            continue
        left -= 1
        while True:
            digit = digits[-1:] or _PADS[token.text]
            digits = digits[:-1]
            if grouped and done and done % 3 == 0 and digit.strip():
                texts.append(",")
            texts.append(digit)
            done += 1
            if left or not digits:
                break
    return "".join(reversed(texts))


def _decimals(tokens: Sequence[Token], digits: str) -> str:
    kept = len(digits.rstrip("0"))
    texts, place = [], 0
    for token in tokens:
        if token.kind == "digit":
            texts.append(digits[place] if place < kept else _PADS[token.text])
            place += 1
        else:
            texts.append("." if _is(token, ".") else _other(token))
    return "".join(texts)


def _other(token: Token) -> str:
    if token.kind == "blank":
        return " "
    return "" if _is(token, ",") or _is(token, "@") else token.text


def _scientific(mantissa: Sequence[Token], rest: Sequence[Token], number: Decimal) -> str:
    """Return a number with an exponent that is a multiple of the places before the point."""
    point = next((place for place, token in enumerate(mantissa) if _is(token, ".")), len(mantissa))
    step = max(1, sum(token.kind == "digit" for token in mantissa[:point]))
    decimals = sum(token.kind == "digit" for token in mantissa[point:])
    number = abs(number)
    exponent = number.adjusted() // step * step if number else 0
    rounded = number.scaleb(-exponent).quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    if rounded >= 10**step:
        exponent += step
    sign = "-" if exponent < 0 else "+" if rest[0].text[1] == "+" else ""
    digits = _whole(rest[1:], str(abs(exponent)), grouped=False)
    return f"{_fixed(mantissa, number.scaleb(-exponent))}E{sign}{digits}"


def _fraction(match: re.Match[str], value: float) -> str:
    exact = abs(Fraction(f"{value:.15g}"))
    whole = int(exact) if match["whole"] else 0
    if match["fixed"]:
        parts = int(match["fixed"])
        count = round((exact - whole) * parts)
    else:
        near = (exact - whole).limit_denominator(10 ** len(match["free"]) - 1)
        count, parts = near.numerator, near.denominator
    if match["whole"] and count == parts:
        whole, count = whole + 1, 0
    texts = [str(whole)] if whole or (match["whole"] and not count) else []
    if count or not match["whole"]:
        texts.append(f"{count}/{parts}")
    return ("-" if value < 0 else "") + " ".join(texts)
