"""What leaves the command line: stdout and stderr in any locale, closed, full or broken; JSON.

A command prints as if nothing could go wrong; `guarded_output` is around all of them.
"""

import argparse
import codecs
import io
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

from core.commands.common import Record
from core.errors import OutputUnwritableError

# Categories that break a line, command a terminal, or are half of a character.
_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")


class ReaderGoneError(Exception):
    """Who reads stdout (`| head`) has seen enough: no fault of anybody's, and nothing to tell."""


class _Stdout:
    """Standard output that tells in a sentence why it cannot be written."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        with self._told():
            return self._stream.write(text)

    def flush(self) -> None:
        with self._told():
            self._stream.flush()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError as error:
            _silence(self._stream)
            raise ReaderGoneError from error
        except OSError as error:
            _silence(self._stream)
            raise OutputUnwritableError(reason=error.strerror) from error


class _Stderr:
    """Standard error that drops what it cannot write.

    Attributes:
        failed: whether something was dropped, here or at the very end of stdout.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.failed = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        with self._dropped():
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with self._dropped():
            self._stream.flush()

    @contextmanager
    def _dropped(self) -> Iterator[None]:
        try:
            yield
        except OSError:  # there is no other place to say it: the exit code does
            self.failed = True
            _silence(self._stream)


@contextmanager
def guarded_output() -> Iterator[_Stderr]:
    """Let whatever is printed inside go out as far as the streams can hold it.

    What the encoding of a stream lacks becomes "?" (on stderr an escape, as always).

    Raises:
        ReaderGoneError, OutputUnwritableError: of stdout, by whatever prints.
    """
    _occupy_closed_numbers()
    streams = sys.stdout, sys.stderr
    stdout, stderr = (stream or _closed(number) for number, stream in enumerate(streams, start=1))
    if isinstance(stdout, io.TextIOWrapper):
        stdout.reconfigure(errors="replace")
    guard = _Stderr(stderr)
    sys.stdout, sys.stderr = cast(TextIO, _Stdout(stdout)), cast(TextIO, guard)
    try:
        yield guard
    finally:
        try:
            sys.stdout.flush()  # what a command had printed before it failed
        except (ReaderGoneError, OutputUnwritableError):
            guard.failed = True
        guard.flush()
        sys.stdout, sys.stderr = streams


def print_json(record: Record) -> None:
    """Print one JSON object on one line of stdout, in plain ASCII where that is not UTF-8."""
    is_utf8 = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    print(json.dumps(record, ensure_ascii=not is_utf8))


def print_record(
    arguments: argparse.Namespace, record: Record, table: Callable[[Record], str]
) -> None:
    """Print a record as one JSON object or, laid out by `table`, for people."""
    if arguments.json:
        print_json(record)
    else:
        print(table(record))


def tell(sentence: str) -> None:
    """Print a sentence as one line of stderr, whatever the names in it hold."""
    print("".join(map(_printable, sentence)), file=sys.stderr)


def _printable(character: str) -> str:
    if unicodedata.category(character) not in _UNPRINTABLE:
        return character
    return character.encode("unicode_escape").decode()


def _occupy_closed_numbers() -> None:
    """Keep files of ours from getting the number of a closed stream, where others would write.

    Opened for reading only: writing fails as it does where nothing is open.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)


def _closed(number: int) -> TextIO:
    """Stand in for a stream that was closed when the program began."""
    return open(number, "w", encoding="utf-8", closefd=False)


def _silence(stream: TextIO) -> None:
    """Let what still waits in a stream vanish; Python would complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
