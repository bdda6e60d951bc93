"""The rows that a command asks a model about: a part of a dataset folder, or a table."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.common import DEFAULT_DATA, typed_text
from core.commands.output import tell
from core.commands.reading import add_reading_arguments, print_reading, read_options
from core.commands.sources import add_format_argument, local_table
from core.words.lookup import person_language

if TYPE_CHECKING:
    from core.data.check_rows import Rows

_PASSED_OVER = {
    "ja": "正解の列がありません。モデルの予測の列や、それと同じ内容の列は、正解に使っていません: "
    "{columns}",
    "en": "There are no true labels; columns that hold predictions, or the same in every row, are "
    "not taken for them: {columns}",
}


def add_rows_arguments(parser: argparse.ArgumentParser) -> None:
    """Add `--data`, and what says which rows and columns of it are meant."""
    parser.add_argument(
        "--data",
        type=Path,
        default=DEFAULT_DATA,
        metavar="DIR|FILE",
        help="a dataset folder, or a table of texts (CSV, TSV, Excel, JSON, Parquet; - is "
        "standard input)",
    )
    add_format_argument(parser)
    parser.add_argument(
        "--part", choices=("train", "validation", "test"), default="test", help="of a folder"
    )
    for column in ("text", "label", "group"):
        parser.add_argument(
            f"--{column}",
            type=typed_text,
            metavar="COLUMN",
            help="of a table; guessed where it is left out",
        )
    add_reading_arguments(parser)


def read_rows(arguments: argparse.Namespace, *, keep_tags: bool, labels: tuple[str, ...]) -> "Rows":
    """Read what the arguments of `add_rows_arguments` name, and say how a table was read.

    Args:
        keep_tags: whether the topic tags stay in the texts of a dataset folder; a table's stay.
        labels: of the model, to guess columns by.

    Raises:
        CoreError: the file or folder cannot be read, or it holds no rows.
    """
    from core.batch.table import check_columns
    from core.data.check_rows import read_file_rows, read_part_rows
    from core.data.columns import Columns

    path: Path = arguments.data
    if path.is_dir():
        return read_part_rows(path, arguments.part, keep_tags=keep_tags)
    with local_table(path, format=arguments.format) as file:
        rows = read_file_rows(file, name=file.name, labels=labels, options=read_options(arguments))
    chosen = {
        name: getattr(arguments, name) or getattr(rows.columns, name)
        for name in ("text", "label", "group")
    }
    check_columns(rows.table.columns.tolist(), **chosen, source=rows.source)
    if rows.reading is not None:
        print_reading(path, rows.reading)
    rows = replace(rows, columns=Columns(**chosen))
    if rows.passed_over:
        names = ", ".join(rows.passed_over)
        tell(_PASSED_OVER[person_language()].format(columns=names))
    return rows
