"""`python -m core batch`: what a model says of every row of a file, however long."""

import argparse
import time
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.batch_cluster import (
    add_cluster_arguments,
    check_no_cluster,
    run_batch_on_cluster,
)
from core.commands.common import (
    DEFAULT_MODEL,
    Record,
    Subparsers,
    number,
    processors,
    progress_bar,
    typed_text,
)
from core.commands.label_lines import label_lines
from core.commands.output import print_record, tell
from core.commands.reading import add_reading_arguments, print_reading, read_options
from core.commands.sources import FORMATS, add_format_argument, local_tables
from core.data.answer_columns import COLUMNS
from core.errors import (
    TableSuffixError,
)
from core.files import check_new_file, replace_file
from core.words.lookup import person_language, word_in

if TYPE_CHECKING:
    from core.data.columns import Columns
    from core.data.tables.reading import Reading

_NOTHING_WRITTEN = {
    "ja": "途中までの結果は保存していません: {path}",
    "en": "Nothing of the unfinished result was saved: {path}",
}


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "batch",
        help="predict every row of a file",
        epilog=_columns_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,  # the columns stay in lines
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help=f"{', '.join(f'.{ending}' for ending in FORMATS)}, or - for standard input; several "
        "with the same columns are one",
    )
    add_format_argument(parser)
    for column, help in (
        ("text", "holds the texts (by default the likeliest one)"),
        ("label", "holds the true labels"),
        ("group", "names the article of each row"),
    ):
        parser.add_argument(f"--{column}", type=typed_text, metavar="COLUMN", help=help)
    add_reading_arguments(parser)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE|DIR",
        help=".csv, .parquet or .jsonl; ray: a folder",
    )
    parser.add_argument(
        "--workers",
        type=number(int, 1),
        help="threads (ray: processes) that predict; by default one for each processor",
    )
    add_cluster_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def _columns_help() -> str:
    lines = [f"  {column.name:<14}{column.kind:<9}{column.meaning}" for column in COLUMNS]
    return "\n".join(["columns of the answers, behind those of the file:", *lines])


def run(arguments: argparse.Namespace) -> int:
    if arguments.engine == "ray":
        return run_batch_on_cluster(arguments)
    check_no_cluster(arguments)
    arguments.workers = arguments.workers or processors()
    try:
        record = _run_here(arguments)
    except KeyboardInterrupt:
        tell(_NOTHING_WRITTEN[person_language()].format(path=arguments.out))
        raise
    print_record(arguments, record, _summary)
    return 0


def _run_here(arguments: argparse.Namespace) -> Record:
    from core.view.tables.batch import WRITERS

    suffix = arguments.out.suffix.lower()
    if suffix not in WRITERS:
        raise TableSuffixError(path=arguments.out, suffixes=" ".join(WRITERS))
    check_new_file(arguments.out)
    with local_tables(arguments.inputs, format=arguments.format) as paths:
        return _predict(arguments, paths)


def _predict(arguments: argparse.Namespace, paths: Sequence[Path]) -> Record:
    """Predict the tables of `paths`, which can be copies of what `arguments.inputs` names."""
    # Everything is read once before: hours of predicting are not to end in a broken last line.
    columns, readings = _scan(arguments, paths)
    num_rows = sum(reading.num_rows for reading in readings)

    from core.analyzer import Analyzer
    from core.batch.table import batch_frame, join_frames, predict_files
    from core.checks.batch_tally import BatchTally
    from core.view.tables.batch import open_writer

    analyzer = Analyzer.load(arguments.model)
    for path, reading in zip(arguments.inputs, readings, strict=True):
        print_reading(path, reading)
    tally = BatchTally(labels=analyzer.labels)
    language = person_language()
    started = time.perf_counter()
    with (
        replace_file(arguments.out) as temporary,
        temporary.open("wb") as file,
        open_writer(file, arguments.out.suffix.lower()) as write,
        progress_bar() as bar,
    ):
        task = bar.add_task("rows", total=num_rows, note="")
        answers = predict_files(
            analyzer,
            paths,
            columns,
            workers=arguments.workers,
            options=read_options(arguments),
        )
        for table, result in answers:
            tally.add(result, language=language)
            write(join_frames(table, batch_frame(result, language=language)))
            bar.advance(task, len(result))
    seconds = time.perf_counter() - started
    return {
        "schema": 1,
        "model": {"name": analyzer.bundle.name, "sha256": analyzer.bundle.sha256},
        "inputs": [str(path) for path in arguments.inputs],
        "readings": [reading.record(partial(word_in, language)) for reading in readings],
        "columns": asdict(columns),
        "out": str(arguments.out),
        **tally.record(),
        "workers": arguments.workers,
        "seconds": seconds,
        "rows_per_second": num_rows / seconds,
        "command": arguments.command_line,
    }


def _scan(
    arguments: argparse.Namespace, paths: Sequence[Path]
) -> tuple["Columns", list["Reading"]]:
    """Go through all files once; return the wanted columns and what became of every file."""
    from core.batch.table import choose_columns
    from core.data.table import scan_table

    options = read_options(arguments)
    readings = [scan_table(path, options=options) for path in paths]
    columns = choose_columns(
        list(zip(paths, readings, strict=True)),
        text=arguments.text,
        label=arguments.label,
        group=arguments.group,
        options=options,
    )
    return columns, readings


def _summary(record: Record) -> str:
    columns = ", ".join(
        f"{kind} = {name}" for kind, name in record["columns"].items() if name is not None
    )
    lines = [
        f"model:    {record['model']['name']} ({record['model']['sha256'][:12]})",
        f"columns:  {columns}",
        f"rows:     {record['rows']:,}, of which {record['failed']:,} failed",
    ]
    for kind in record["errors"].values():
        lines.append(f"          {kind['rows']:,} × {kind['first']} (row {kind['first_row'] + 1})")
    lines += label_lines(record)
    if record["out_of_scope"] is not None:
        lines.append(f"scope:    {record['out_of_scope']:,} rows may be out of scope")
    if record["judged"]:
        accuracy, macro_f1 = record["accuracy"], record["macro_f1"]
        lines += [
            f"accuracy: {accuracy['value']:.4f} (95 % interval {accuracy['low']:.4f}–"
            f"{accuracy['high']:.4f}), macro F1 {macro_f1['value']:.4f}, on {record['judged']:,} "
            "rows with a label",
            f"baseline: {record['majority_baseline']:.4f} (always {record['majority_label']})",
        ]
    lines += [
        f"time:     {record['seconds']:.1f} s, {record['rows_per_second']:,.0f} rows per second, "
        f"{record['workers']} workers",
        f"written:  {record['out']}",
    ]
    return "\n".join(lines)
