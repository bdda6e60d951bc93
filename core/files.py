"""Writing whole files or nothing, and checksums."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.errors import FileMissingError, FileUnreadableError, FileUnwritableError


@contextmanager
def replace_file(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; rename it to `path` when the block ends well.

    When the block fails, the temporary file is removed and `path` stays as it was.

    Raises:
        FileUnwritableError: the folder cannot be made or written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # The suffix is kept: h5py and Keras choose the format by it.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-", suffix=path.name)
    except OSError as error:
        raise FileUnwritableError(path=path, reason=error.strerror) from error
    os.close(handle)
    temporary = Path(name)
    temporary.chmod(0o644)  # mkstemp gives 0600; a shipped file is for everybody
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def check_writable(folder: Path) -> None:
    """Make sure that files can be written to `folder`, which need not exist, without a trace.

    Raises:
        FileUnwritableError: it or the place it would be made in is no folder or write-protected.
    """
    place = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not place.is_dir() or not os.access(place, os.W_OK):
        raise FileUnwritableError(path=folder, reason=place)


def read_text(path: Path) -> str:
    """Read a UTF-8 file, with or without a byte order mark.

    Raises:
        FileMissingError: there is no such file.
        FileUnreadableError: it is not UTF-8, or may not be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
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
        temporary.write_text(text, encoding="utf-8", newline="\n")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits.

    Raises:
        FileMissingError: there is no such file.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise FileMissingError(path=path) from error
