"""One model folder: what is in it, whether it is whole, and how it is written.

`config.json` is written last and holds the SHA-256 of every other file; its own SHA-256 is the
model's identity.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import FileChangedError, FileMissingError, FileUnreadableError
from core.files import read_json, sha256_of, write_json, write_text
from core.model.config import ModelConfig, TrainConfig
from core.text.tokenizer import TOKENIZER_FILE

CONFIG_FILE = "config.json"
WEIGHTS_FILE = "model.weights.h5"
ONNX_FILE = "model.onnx"
CURVES_FILE = "history.csv"
REPORT_FILE = "report.json"
CARD_FILE = "MODEL_CARD.md"
SOURCES_FILE = "SOURCES.md"
SCOPE_FILE = "scope.json"
BUNDLE_FILES = (
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    ONNX_FILE,
    CURVES_FILE,
    REPORT_FILE,
    CARD_FILE,
    SOURCES_FILE,
)
# Not every model folder has these.
OPTIONAL_FILES = (SCOPE_FILE,)
_ALL_FILES = (*BUNDLE_FILES, *OPTIONAL_FILES)
_RECORD_KEYS = ("data", "embeddings", "encoder", "versions", "command")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A model folder whose files are all there and unchanged.

    Attributes:
        sha256: of config.json, which names the SHA-256 of every other file.
        temperature: what the logits are divided by for calibrated probabilities; 1 where no
            sentences were left to fit it on.
        has_scope: whether the folder stores a measure of foreign texts, see `core.model.scope`.
        record: the rest of config.json: data counts and fingerprints, versions, command.
    """

    folder: Path
    name: str
    sha256: str
    model: ModelConfig
    train: TrainConfig
    temperature: float
    record: Mapping[str, Any]
    has_scope: bool = False


def load_bundle(folder: Path) -> Bundle:
    """Read a model folder and check every file in it.

    Raises:
        FileMissingError, FileChangedError, FileUnreadableError: naming the file.
    """
    path = folder / CONFIG_FILE
    identity = sha256_of(path)
    content = read_json(path)
    try:
        bundle = Bundle(
            folder=folder,
            name=content["name"],
            sha256=identity,
            model=ModelConfig.from_json(content["model"]),
            train=TrainConfig.from_json(content["train"]),
            temperature=float(content["temperature"]),
            record={key: content[key] for key in _RECORD_KEYS},
            has_scope=SCOPE_FILE in content["files"],
        )
        checksums = {name: content["files"][name] for name in BUNDLE_FILES}
        checksums |= {n: content["files"][n] for n in OPTIONAL_FILES if n in content["files"]}
    except (KeyError, TypeError, ValueError) as error:
        raise FileUnreadableError(path=path, reason=f"{type(error).__name__}: {error}") from error
    for name, checksum in checksums.items():
        if sha256_of(folder / name) != checksum:
            raise FileChangedError(path=folder / name)
    return bundle


def save_config(
    folder: Path,
    *,
    model: ModelConfig,
    train: TrainConfig,
    temperature: float,
    data: Mapping[str, Any],
    embeddings: Mapping[str, Any],
    encoder: Mapping[str, Any],
    versions: Mapping[str, str],
    command: str,
) -> None:
    """Write config.json when all other files of the bundle lie in `folder`."""
    content = {
        "schema": 1,
        "name": folder.name,
        "model": model.to_json(),
        "train": train.to_json(),
        "temperature": temperature,
        "data": data,
        "embeddings": embeddings,
        "encoder": encoder,
        "versions": versions,
        "command": command,
        "files": _checksums(folder, BUNDLE_FILES),
    }
    write_json(folder / CONFIG_FILE, content)


def replace_report(
    folder: Path,
    report: Mapping[str, Any],
    card: str,
    *,
    scope: Mapping[str, Any] | None = None,
) -> None:
    """Write another report and card into a whole bundle; its identity changes with them.

    Args:
        scope: what becomes the bundle's scope file; None leaves it as it is.
    """
    content = read_json(folder / CONFIG_FILE)
    names = {*BUNDLE_FILES, *content["files"]}
    if scope is not None:
        write_json(folder / SCOPE_FILE, scope)
        names.add(SCOPE_FILE)
    write_json(folder / REPORT_FILE, report)
    write_text(folder / CARD_FILE, card)
    write_json(folder / CONFIG_FILE, {**content, "files": _checksums(folder, names)})


def _checksums(folder: Path, names: Iterable[str]) -> dict[str, str]:
    return {name: sha256_of(folder / name) for name in _ALL_FILES if name in names}


def list_bundles(folder: Path) -> list[Path]:
    """List the model folders in `folder`, `default` first."""
    found = [path.parent for path in folder.glob(f"*/{CONFIG_FILE}")]
    if not found:
        raise FileMissingError(path=folder / "default" / CONFIG_FILE)
    return sorted(found, key=lambda path: (path.name != "default", path.name))
