"""What a command reads: a file, or what can be read only once (standard input, a pipe)."""

import argparse
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path

from core.data.tables.disguise import OTHER_SPREADSHEETS
from core.errors import CoreError, FileUnreadableError, FileUnwritableError, FormatMissingError
from core.files import replace_file

STDIN = Path("-")
# The endings of `core.data.tables.readers.READERS`, which is slow to import.
FORMATS = ("csv", "tsv", "xlsx", "xlsm", "json", "jsonl", "ndjson", "parquet")

_BLOCK = 1 << 20  # bytes


def add_format_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--format`, for tables whose names do not tell what they are."""
    parser.add_argument(
        "--format", choices=FORMATS, help="of a table whose name does not tell what it is"
    )


def is_read_once(path: Path) -> bool:
    """Say whether a path is standard input or a pipe, which give what they hold only once."""
    mode = _mode(path)
    return path == STDIN or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


@contextmanager
def local_tables(paths: Sequence[Path], *, format: str | None) -> Iterator[list[Path]]:
    """Do what `local_table` does for several paths."""
    with ExitStack() as stack:
        yield [stack.enter_context(local_table(path, format=format)) for path in paths]


@contextmanager
def local_table(path: Path, *, format: str | None) -> Iterator[Path]:
    """Do what `local_file` does for a table: the file has the ending of its kind.

    Args:
        format: one of `FORMATS`, or None where the name tells it.

    Raises:
        FormatMissingError: neither of them tells it.
    """
    suffix = path.suffix.lower()
    # Of a spreadsheet of another kind, its reader says more than that its name says nothing.
    is_named = suffix.removeprefix(".") in FORMATS or suffix in OTHER_SPREADSHEETS
    if format is None and not is_named and (is_read_once(path) or stat.S_ISREG(_mode(path))):
        raise FormatMissingError(path=path, formats=", ".join(FORMATS))
    with local_file(path, format=format) as file:
        yield file


@contextmanager
def local_file(path: Path, *, format: str | None = None) -> Iterator[Path]:
    """Give a file that can be read as often as needed.

    It is `path` itself or, where that can be read only once or has another ending than `format`,
    a copy that lives as long as the block; what fails inside is told of `path`.

    Raises:
        FileUnreadableError: it is a device or cannot be read.
        FileUnwritableError: there is no room for a copy.
    """
    mode = _mode(path)
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):  # /dev/zero has no end
        raise FileUnreadableError(path=path, reason="device")
    ending = "" if format is None else f".{format}"
    is_other = stat.S_ISREG(mode) and path.suffix.lower() != ending != ""
    if not (is_read_once(path) or is_other):
        yield path
        return
    with _temporary_folder() as folder:
        name = "stdin" if path == STDIN else path.name
        copy = folder / (name if name.lower().endswith(ending) else name + ending)
        with replace_file(copy) as temporary, temporary.open("wb") as file:
            for block in _blocks(path):
                file.write(block)
        try:
            yield copy
        except CoreError as error:
            if error.received.get("path") not in (copy, str(copy), copy.name):
                raise
            raise type(error)(**error.received | {"path": path}) from error


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    try:
        folder = tempfile.TemporaryDirectory(prefix="chumoku-")
    except OSError as error:
        raise FileUnwritableError(path="TMPDIR", reason=error.strerror) from error
    with folder as name:
        yield Path(name)


def _blocks(path: Path) -> Iterator[bytes]:
    if path == STDIN and sys.stdin is None:
        raise FileUnreadableError(path=path, reason="closed")
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else path.open("rb") as source:
            while block := source.read(_BLOCK):
                yield block
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or error) from error


def _mode(path: Path) -> int:
    """Return the kind of a file, 0 where nobody can tell: who opens it says why."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
