"""How a table is to be read, and what is said about how it was."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.output import tell
from core.words.lookup import person_language, word_in

if TYPE_CHECKING:
    from core.data.tables.reading import Reading, ReadOptions


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what a person may say of a table, where the program would find it out."""
    parser.add_argument(
        "--sheet",
        metavar="NAME",
        help="of an Excel file; the first visible one that holds something",
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="of a text file: utf-8, cp932, euc-jp, utf-16, …"
    )


def read_options(arguments: argparse.Namespace) -> "ReadOptions":
    """Return what the arguments of `add_reading_arguments` say."""
    from core.data.tables.reading import ReadOptions

    return ReadOptions(sheet=arguments.sheet, encoding=arguments.encoding)


def print_reading(path: Path | str, reading: "Reading") -> None:
    """Tell a person, on stderr and before anything is computed, how a file was read."""
    word = partial(word_in, person_language())
    tell(f"{path}: {reading.reading_sentence(word)}")
