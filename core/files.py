"""Writing whole files or nothing, and checksums."""

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.errors import (
    FileIsFolderError,
    FileMissingError,
    FileUnreadableError,
    FileUnwritableError,
)

_MAX_END = 240  # bytes of a name of 255 that its temporary neighbour has room for


@contextmanager
def replace_file(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; rename it to `path` when the block ends well.

    When the block fails, the temporary file is removed and `path` stays as it was.

    Raises:
        FileUnwritableError: the folder cannot be made or written to, the disk is full, or `path`
            is something else than a file.
    """
    _check_no_device(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # The suffix is kept: h5py and Keras choose the format by it.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-", suffix=_end(path.name))
    except OSError as error:
        raise FileUnwritableError(path=path, reason=error.strerror) from error
    temporary = Path(name)
    try:
        os.close(handle)
        temporary.chmod(0o644)  # mkstemp gives 0600; a shipped file is for everybody
        yield temporary
        temporary.replace(path)
    except OSError as error:
        # Of a write, or of this very file; what the block reads elsewhere has a name of its own.
        if error.filename not in (None, name, temporary):
            raise
        # h5py says everything in its message alone.
        raise FileUnwritableError(path=path, reason=error.strerror or error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _end(name: str) -> str:
    """Return a name, or as much of its end as leaves room for what stands before it."""
    while len(os.fsencode(name)) > _MAX_END:
        name = name[1:]
    return name


def check_writable(folder: Path) -> None:
    """Make sure that files can be written to `folder`, which need not exist, without a trace.

    Raises:
        FileUnwritableError: it or the place it would be made in is no folder or write-protected.
    """
    place = folder
    try:
        place = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        # Tried, not asked: a superuser may do everything, says the system, and then fails.
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        raise FileUnwritableError(path=folder, reason=place) from error


def check_new_file(path: Path) -> None:
    """Make sure, before long work, that a file can be written in the end.

    Raises:
        FileUnwritableError: it is a folder or a device, or its folder cannot be written to.
    """
    _check_no_device(path)
    check_writable(path.parent)


def _check_no_device(path: Path) -> None:
    """Make sure that a path is a file or free: renaming would put a file in a device's place."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:  # a name too long, a folder that nobody may look into
        raise FileUnwritableError(path=path, reason=error.strerror) from error
    if not stat.S_ISREG(mode):
        raise FileUnwritableError(path=path, reason="folder" if stat.S_ISDIR(mode) else "device")


def read_text(path: Path) -> str:
    """Read a UTF-8 file, with or without a byte order mark; every kind of line end becomes LF.

    Raises:
        FileMissingError: there is no such file.
        FileUnreadableError: it is not UTF-8, or may not be read.
    """
    try:
        if path.is_char_device() or path.is_block_device():  # /dev/zero has no end
            raise FileUnreadableError(path=path, reason="device")
        return path.read_text(encoding="utf-8-sig")
    except IsADirectoryError as error:
        raise FileIsFolderError(path=path) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(path=path) from error
    except UnicodeDecodeError as error:
        raise FileUnreadableError(path=path, reason="UTF-8") from error
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror) from error


def read_json(path: Path) -> dict[str, Any]:
    """Read a UTF-8 file that holds one JSON object.

    Raises:
        FileMissingError, FileUnreadableError.
    """
    try:
        content = json.loads(read_text(path))
    except ValueError as error:
        raise FileUnreadableError(path=path, reason="JSON") from error
    if not isinstance(content, dict):
        raise FileUnreadableError(path=path, reason="JSON")
    return content


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """Write one JSON object in a form that people and diffs can read."""
    write_text(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text with LF line ends, whole or not at all."""
    with replace_file(path) as temporary:
        # Replace: the name of a file, in a record, can hold bytes that are no character.
        temporary.write_text(text, encoding="utf-8", errors="replace", newline="\n")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits.

    Raises:
        FileMissingError: there is no such file.
        FileUnreadableError: it may not be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except IsADirectoryError as error:
        raise FileIsFolderError(path=path) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(path=path) from error
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror) from error
