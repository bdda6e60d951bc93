"""Fetch one file and keep it only when its checksum is right."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import requests

from core.errors import DownloadChecksumError, DownloadError
from core.files import replace_file

_CHUNK_BYTES = 1 << 16
_TIMEOUT_SECONDS = (10, 60)  # to connect, between two chunks


def download(
    url: str,
    path: Path,
    *,
    sha256: str,
    on_progress: Callable[[int, int | None], None] = lambda done, total: None,
) -> None:
    """Write the content of `url` to `path`; on any failure nothing is left.

    Args:
        sha256: the only accepted checksum, 64 hexadecimal digits.
        on_progress: called with the bytes received and the bytes announced (None if unknown).

    Raises:
        DownloadError: no connection, an HTTP error, or a connection that broke off.
        DownloadChecksumError: the content is not the expected one.
    """
    digest = hashlib.sha256()
    with replace_file(path) as temporary:
        try:
            with requests.get(url, stream=True, timeout=_TIMEOUT_SECONDS) as response:
                response.raise_for_status()
                announced = response.headers.get("Content-Length")
                total = int(announced) if announced else None
                done = 0
                with temporary.open("wb") as file:
                    for chunk in response.iter_content(_CHUNK_BYTES):
                        file.write(chunk)
                        digest.update(chunk)
                        done += len(chunk)
                        on_progress(done, total)
        except requests.RequestException as error:
            raise DownloadError(url=url, reason=_reason(error)) from error
        if digest.hexdigest() != sha256:
            raise DownloadChecksumError(url=url, received=digest.hexdigest())


def _reason(error: requests.RequestException) -> str:
    if error.response is not None:
        return f"HTTP {error.response.status_code}"
    return type(error).__name__
