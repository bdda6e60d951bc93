"""Dates, times and durations as a format of Excel shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.data.excel.tokens import Section, Token, parse_format

_LAST = 2_958_465  # days: 9999-12-31
_TO_1904 = 1_462  # days
_DAY = 86_400  # seconds
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_KANJI_DAYS = "日月火水木金土"
_ERAS = (  # first day; names, the shortest first; the year before the first one
    ((2019, 5, 1), ("R", "令", "令和"), 2018),
    ((1989, 1, 8), ("H", "平", "平成"), 1988),
    ((1926, 12, 25), ("S", "昭", "昭和"), 1925),
    ((1912, 7, 30), ("T", "大", "大正"), 1911),
    ((0, 0, 0), ("M", "明", "明治"), 1867),
)
_SYSTEM = {"F800": 'yyyy"年"m"月"d"日"', "F400": "h:mm:ss"}  # as on a Japanese machine
_UNITS = {"h": 3600, "m": 60, "s": 1}  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    day: tuple[int, int, int]  # year, month, day: Excel has a 29th of February in 1900
    weekday: int  # from Sunday
    seconds: int  # of the day
    total: int  # seconds since the day 0
    fraction: str  # of a second, digits


def moment_text(section: Section, serial: float, *, from_1904: bool) -> str | None:
    """Return a date or a time as the section shows it; None where Excel shows only ####.

    Args:
        serial: days since the day 0 of the file.
        from_1904: whether this day is 1904-01-01; otherwise it is the day before 1900-01-01.
    """
    if system := _SYSTEM.get(section.locale.upper()):
        (section,) = parse_format(system)
    tokens = section.tokens
    digits = sum(token.kind == "digit" for token in tokens)
    moment = _moment(serial, digits=digits, from_1904=from_1904)
    if moment is None:
        return None
    fraction = iter(moment.fraction)
    return "".join(_part(tokens, place, moment, section, fraction) for place in range(len(tokens)))


def _moment(serial: float, *, digits: int, from_1904: bool) -> _Moment | None:
    if not 0 <= serial < _LAST + 1:
        return None
    parts = 10**digits  # of a second; what is shown is rounded to them
    seconds, fraction = divmod(round(serial * _DAY * parts), parts)
    days = seconds // _DAY + (_TO_1904 if from_1904 else 0)
    if days > _LAST:
        return None
    if days == 0:
        day = (1900, 1, 0)
    elif days == 60:
        day = (1900, 2, 29)
    else:
        found = date(1899, 12, 31 if days < 60 else 30) + timedelta(days)
        day = (found.year, found.month, found.day)
    return _Moment(
        day=day,
        weekday=(days - 1) % 7,
        seconds=seconds % _DAY,
        total=seconds,
        fraction=f"{fraction:0{digits}d}" if digits else "",
    )


def _part(
    tokens: Sequence[Token], place: int, moment: _Moment, section: Section, fraction: Iterator[str]
) -> str:
    token = tokens[place]
    match token.kind:
        case "elapsed":
            return f"{moment.total // _UNITS[token.text[0]]:0{len(token.text)}d}"
        case "half":
            return _half(token.text, moment, section)
        case "digit":
            return next(fraction)
        case "blank":
            return " "
        case "date" if token.text[0] in "hs" or _is_minute(tokens, place):
            return _time_part(token.text, moment, section)
        case "date":
            return _date_part(token.text, moment, section)
        case _:
            return "" if token.text == "@" else token.text


def _is_minute(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a run of m stands behind hours or before seconds."""
    if tokens[place].text not in ("m", "mm"):
        return False
    before = [token for token in tokens[:place] if token.kind in ("date", "elapsed")]
    after = [token for token in tokens[place + 1 :] if token.kind in ("date", "elapsed")]
    return bool(before and before[-1].text[0] == "h") or bool(after and after[0].text[0] == "s")


def _time_part(letters: str, moment: _Moment, section: Section) -> str:
    hours, rest = divmod(moment.seconds, 3600)
    if section.has("half"):
        hours = hours % 12 or 12
    number = {"h": hours, "m": rest // 60, "s": rest % 60}[letters[0]]
    return f"{number:0{min(len(letters), 2)}d}"


def _half(letters: str, moment: _Moment, section: Section) -> str:
    names = letters.split("/")
    if section.is_japanese and letters.upper() == "AM/PM":
        names = ["午前", "午後"]
    return names[moment.seconds >= _DAY // 2]


def _date_part(letters: str, moment: _Moment, section: Section) -> str:
    year, month, day = moment.day
    size = len(letters)
    match letters[0]:
        case "y":
            return f"{year % 100:02d}" if size < 3 else f"{year}"
        case "m" if size < 3:
            return f"{month:0{size}d}"
        case "m" if section.is_japanese:
            return f"{month}月"
        case "m":
            return {3: _MONTHS[month - 1][:3], 4: _MONTHS[month - 1]}.get(
                size, _MONTHS[month - 1][0]
            )
        case "d" if size < 3:
            return f"{day:0{size}d}"
        case "d" if not section.is_japanese:
            return _DAYS[moment.weekday] if size > 3 else _DAYS[moment.weekday][:3]
        case "d" | "a":
            return _KANJI_DAYS[moment.weekday] + ("曜日" if size > 3 else "")
    names, before = next((names, before) for first, names, before in _ERAS if moment.day >= first)
    first_year = "元" if "gannen" in section.locale else "1"
    era_year = f"{year - before}" if year - before > 1 else first_year
    match letters[0]:
        case "g":
            return names[min(size, 3) - 1]
        case "e":
            return era_year.rjust(min(size, 2), "0")
        case _:  # r is ee, rr is gggee
            return (names[2] if size > 1 else "") + era_year.rjust(2, "0")
