"""What the commands share that measure a model and store the figures in its folder."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from core.commands.common import DEFAULT_DATA, DEFAULT_MODEL, Record
from core.commands.output import print_record
from core.files import check_writable


def add_model_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--model`, the folder."""
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")


def add_data_argument(parser: argparse.ArgumentParser, *, help: str | None = None) -> None:
    """Add `--data`, a dataset folder."""
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="DIR", help=help)


def add_store_argument(
    parser: argparse.ArgumentParser, *, help: str = "write the figures into the model folder"
) -> None:
    """Add `--store`."""
    parser.add_argument("--store", action="store_true", help=help)


def add_json_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def check_storable(arguments: argparse.Namespace) -> None:
    """Make sure, before long work, that it will not end in a folder that cannot be written.

    Raises:
        FileUnwritableError: the figures are to be stored in such a folder.
    """
    if arguments.store:
        check_writable(arguments.model)


def start_stopwatch() -> Callable[[], float]:
    """Return a function that says how many minutes ago this was."""
    started = time.monotonic()
    return lambda: (time.monotonic() - started) / 60


def measured(
    arguments: argparse.Namespace, figures: Record, *, minutes: float | None = None
) -> Record:
    """Return figures as they are stored: with the command, and the minutes that it took."""
    record = {**figures, "command": arguments.command_line}
    if minutes is not None:
        record["minutes"] = round(minutes, 1)
    return record


def finish_check(
    arguments: argparse.Namespace,
    name: str,
    record: Record,
    table: Callable[[Record], str],
    *,
    scope: Record | None = None,
) -> None:
    """Store what a check measured if that is asked for, and print it.

    Args:
        name: its key in report.json.
        table: lays the record out for people.
        scope: what becomes the model's scope file, of the check "scope".
    """
    if arguments.store:
        from core.training.model_card import store_checks

        store_checks(arguments.model, name, record, scope=scope)
    print_record(arguments, record, table)
