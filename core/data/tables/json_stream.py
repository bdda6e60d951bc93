"""JSON values, one after another: lines, objects over several lines, the elements of arrays."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TextIO

from core.data.encodings.encoding import Encoding, open_text
from core.data.tables.limits import MAX_JSON_VALUE, megabytes
from core.errors import JsonKeyTwiceError, JsonTooLargeError, TableDecodingError, TableLineError

_BLOCK = 1 << 18  # characters read together
_LITERAL = 16  # characters, more than the longest literal or escape: "-Infinity"
_BLANK = re.compile(r"[ \t\r\n]*")
# Between the values of a file: RFC 7464's mark, and what files that were joined began with.
_BETWEEN = re.compile("[ \t\r\n\x1e\ufeff]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonValue:
    """A value of a file.

    Attributes:
        line: where it begins, from 1.
        array: the number of the array whose element it is, from 1; 0 outside of arrays.
    """

    value: object
    line: int
    array: int


def read_values(path: Path, name: str, encoding: Encoding) -> Iterator[JsonValue]:
    """Give the values of a file; arrays on the outside are opened. One value is in memory.

    A missing value and NaN are None. A number that a float would change is a text.

    Raises:
        TableLineError: it is no JSON.
        JsonKeyTwiceError: an object has two values of one name.
        JsonTooLargeError: one value is.
        TableDecodingError: it is not in this encoding.
    """
    with open_text(path, encoding) as file:
        text = _Text(file, name)
        array = 0
        try:
            while sign := text.next_sign(_BETWEEN):
                if sign == "[":
                    array += 1
                    yield from _elements(text, array)
                else:
                    line = text.line
                    yield JsonValue(value=text.value(), line=line, array=0)
        except UnicodeDecodeError as error:
            line = text.last_line()
            raise TableDecodingError(path=name, encoding=encoding.name, line=line) from error


def _elements(text: "_Text", array: int) -> Iterator[JsonValue]:
    text.take()
    if text.next_sign(_BLANK) == "]":
        text.take()
        return
    while True:
        text.next_sign(_BLANK)
        line = text.line
        yield JsonValue(value=text.value(), line=line, array=array)
        sign = text.next_sign(_BLANK)
        if sign not in ("]", ","):
            raise text.error()
        text.take()
        if sign == "]":
            return


class _Text:
    """The text of a file, of which a piece is in memory."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file = file
        self._name = name
        self._piece = ""
        self._at = 0  # in the piece
        self._ended = False
        self._line_before = 1  # the blanks
        self.line = 1

    def next_sign(self, blank: re.Pattern[str]) -> str:
        """Go to the next character that is no blank, and return it; "" at the end."""
        self._line_before = self.line
        while True:
            match = blank.match(self._piece, self._at)
            self._go(match.end() if match else self._at)
            if self._at < len(self._piece):
                return self._piece[self._at]
            if self._ended:
                return ""
            self._read_more()

    def take(self) -> None:
        """Go behind a sign."""
        self._go(self._at + 1)

    def value(self) -> object:
        """Go behind the value that begins here, and return it."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._piece, self._at)
            except json.JSONDecodeError as error:
                if self._ended or not _cut_off(error):
                    raise self.error(error.pos) from error
            except RecursionError as error:  # nested a thousand deep
                raise self.error() from error
            except _KeyTwiceError as error:
                raise JsonKeyTwiceError(
                    path=self._name, key=error.args[0], line=f"{self.line:,}"
                ) from error
            else:
                # A number may go on behind the piece, but one on its own is no row.
                self._go(end)
                return value
            self._read_more()

    def error(self, at: int | None = None) -> TableLineError:
        """Return the error of a character, by default this one; of the end, that of the last."""
        if self._at == len(self._piece):
            line = self._line_before
        else:
            before = self._piece[self._at : self._at if at is None else at].rstrip()
            line = self.line + before.count("\n")
        return TableLineError(path=self._name, kind="JSON", line=line)

    def last_line(self) -> int:
        """Return the number of the last line of which all is read."""
        return self.line - 1 + self._piece.count("\n", self._at)

    def _go(self, at: int) -> None:
        self.line += self._piece.count("\n", self._at, at)
        self._at = at

    def _read_more(self) -> None:
        rest = self._piece[self._at :]
        if len(rest) > MAX_JSON_VALUE:
            limit = megabytes(MAX_JSON_VALUE)
            raise JsonTooLargeError(path=self._name, limit=limit, line=f"{self.line:,}")
        # As much again: a long value is begun anew a few times only.
        block = self._file.read(max(_BLOCK, len(rest)))
        self._ended = not block
        self._piece, self._at = rest + block, 0


def _cut_off(error: json.JSONDecodeError) -> bool:
    """Say whether more text could mend it."""
    return error.msg.startswith("Unterminated string") or error.pos + _LITERAL > len(error.doc)


class _KeyTwiceError(Exception):
    pass


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _KeyTwiceError(next(key for key in keys if keys.count(key) > 1))
    return record


def _float(text: str) -> float | str:
    number = float(text)
    try:
        return number if Decimal(text) == Decimal(repr(number)) else text
    except InvalidOperation:  # an exponent of twenty digits
        return text


def _int(text: str) -> int | str:
    return int(text) if len(text) < 1_000 else text  # Python refuses more than 4,300 digits


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_float=_float,
    parse_int=_int,
    parse_constant={"NaN": None, "Infinity": "Infinity", "-Infinity": "-Infinity"}.__getitem__,
)
