"""What several commands share: the default folders, the person's language, the progress bar."""

import argparse
import math
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from core.errors import RecipeMismatchError
from core.paths import DATA, MODELS

if TYPE_CHECKING:
    from core.analyzer import Analyzer

# What `add_subparsers` gives: argparse has no public name for it.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
# Figures as JSON holds them.
Record: TypeAlias = Mapping[str, Any]

DEFAULT_MODEL = MODELS / "default"
DEFAULT_EMBEDDINGS = MODELS / "embeddings"
DEFAULT_ENCODER = MODELS / "encoder"
DEFAULT_DATA = DATA / "knb"
ENGINES = ("onnx", "keras")
TEXT_HELP = "a text, or - for standard input; after -- if it looks like an option"


def typed_text(word: str) -> str:
    """Return a word of the command line, no path, as somebody typed it.

    Bytes that the locale does not know, all but ASCII in the locale C, are UTF-8 if they can be;
    Python hands them on as halves of characters. What is left of those becomes "?".
    """
    try:
        word.encode()
    except UnicodeEncodeError:
        return (
            os.fsencode(word).decode("utf-8", "replace").replace("\N{REPLACEMENT CHARACTER}", "?")
        )
    return word


def processors() -> int:
    """Return how many processors this process may use, which a machine can have more of."""
    if hasattr(os, "sched_getaffinity"):  # not everywhere
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def number(kind: type, low: float, below: float = math.inf) -> Callable[[str], float]:
    """Return an argparse type: a number in [low, below)."""

    def read(word: str) -> float:
        value = kind(word)
        if not low <= value < below:
            raise argparse.ArgumentTypeError(f"needs {low} <= number < {below}, received: {word}")
        return value

    read.__name__ = kind.__name__  # what argparse calls a word that is no number
    return read


def load_analyzer(folder: Path, *, engine: str) -> "Analyzer":
    """Load a model folder.

    Args:
        engine: one of `ENGINES`; "keras" imports TensorFlow.
    """
    from core.analyzer import Analyzer

    if engine == "keras":
        from core.training.keras_engine import open_keras_engine

        return Analyzer.load(folder, open_engine=open_keras_engine)
    return Analyzer.load(folder)


def check_recipe(record: Record, arguments: argparse.Namespace) -> None:
    """Make sure that the folders of the arguments are those a model was made from.

    Args:
        record: of the model's bundle.

    Raises:
        RecipeMismatchError: naming the folder that is another.
    """
    from core.training.embeddings import read_record
    from core.training.encoder import read_encoder_record

    if read_record(arguments.embeddings) != record["embeddings"]:
        raise RecipeMismatchError(path=arguments.embeddings, model=arguments.model)
    if record["encoder"] and read_encoder_record(arguments.encoder) != record["encoder"]:
        raise RecipeMismatchError(path=arguments.encoder, model=arguments.model)


def progress_bar() -> Progress:
    """A progress bar on stderr, so that stdout holds nothing but results.

    It is gone when it ends, and never there where nobody watches: an error leaves its one
    sentence and nothing else.
    """
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
