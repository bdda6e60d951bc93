"""What several commands share: where things lie, the person's language, the progress bar."""

import os
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_MODEL = ROOT / "models" / "default"
DEFAULT_EMBEDDINGS = ROOT / "models" / "embeddings"
DEFAULT_DATA = ROOT / "data" / "knb"


def person_language() -> str:
    """Return "ja" or "en", as the environment's locale asks for messages."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "ja" if value.startswith("ja") else "en"
    return "en"


def progress_bar() -> Progress:
    """A progress bar on stderr, so that stdout holds nothing but results."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}"),
        console=Console(stderr=True),
    )
