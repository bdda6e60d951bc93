"""Whether the files of a model folder still are what its config.json says."""

from dataclasses import dataclass
from pathlib import Path

from core.errors import FileUnreadableError
from core.files import read_json, sha256_of
from core.model.bundle import CONFIG_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck:
    """One file of a model folder.

    Attributes:
        recorded: the SHA-256 in config.json.
        received: that of the file as it lies there now, "" where it is missing.
    """

    name: str
    recorded: str
    received: str

    @property
    def agrees(self) -> bool:
        """Whether the file is the one that was recorded."""
        return self.recorded == self.received


def check_files(folder: Path) -> tuple[FileCheck, ...]:
    """Compute the SHA-256 of every file that config.json names, and set it beside the recorded.

    Raises:
        FileMissingError, FileUnreadableError: of config.json itself.
    """
    recorded = read_json(folder / CONFIG_FILE).get("files")
    if not isinstance(recorded, dict):
        raise FileUnreadableError(path=folder / CONFIG_FILE, reason="files")
    return tuple(_check(folder / name, checksum) for name, checksum in recorded.items())


def _check(path: Path, recorded: str) -> FileCheck:
    if not path.is_file():
        return FileCheck(name=path.name, recorded=recorded, received="")
    return FileCheck(name=path.name, recorded=recorded, received=sha256_of(path))
