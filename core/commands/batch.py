"""`python -m core batch`: what a model says of every row of a file, however long."""

import argparse
import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.batch_cluster import (
    add_cluster_arguments,
    check_no_cluster,
    run_batch_on_cluster,
)
from core.commands.common import DEFAULT_MODEL, Record, Subparsers, number, progress_bar
from core.commands.label_lines import label_lines
from core.data.answer_columns import COLUMNS
from core.errors import (
    ColumnsDifferError,
    FileUnwritableError,
    TableNoRowsError,
    TableSuffixError,
)
from core.words.lookup import person_language

if TYPE_CHECKING:
    from core.data.columns import Columns

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
        help=".csv, .tsv, .xlsx, .jsonl or .parquet; several with the same columns are one",
    )
    parser.add_argument(
        "--text", metavar="COLUMN", help="holds the texts (by default the likeliest one)"
    )
    parser.add_argument("--label", metavar="COLUMN", help="holds the true labels")
    parser.add_argument("--group", metavar="COLUMN", help="names the article of each row")
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
    arguments.workers = arguments.workers or os.cpu_count() or 1
    try:
        record = _run_here(arguments)
    except KeyboardInterrupt:
        print(_NOTHING_WRITTEN[person_language()].format(path=arguments.out), file=sys.stderr)
        raise
    print(json.dumps(record, ensure_ascii=False) if arguments.json else _summary(record))
    return 0


def _run_here(arguments: argparse.Namespace) -> Record:
    from core.view.tables.batch import WRITERS

    suffix = arguments.out.suffix.lower()
    if suffix not in WRITERS:
        raise TableSuffixError(path=arguments.out, suffixes=" ".join(WRITERS))
    _check_out(arguments.out)
    # Everything is read once before: hours of predicting are not to end in a broken last line.
    columns, num_rows = _scan(arguments)

    from core.analyzer import Analyzer
    from core.batch.table import batch_frame, join_frames, predict_files
    from core.checks.batch_tally import BatchTally
    from core.files import replace_file
    from core.view.tables.batch import open_writer

    analyzer = Analyzer.load(arguments.model)
    tally = BatchTally(labels=analyzer.labels)
    language = person_language()
    started = time.perf_counter()
    with (
        replace_file(arguments.out) as temporary,
        temporary.open("wb") as file,
        open_writer(file, suffix) as write,
        progress_bar() as bar,
    ):
        task = bar.add_task("rows", total=num_rows, note="")
        answers = predict_files(analyzer, arguments.inputs, columns, workers=arguments.workers)
        for table, result in answers:
            tally.add(result, language=language)
            write(join_frames(table, batch_frame(result, language=language)))
            bar.advance(task, len(result))
    seconds = time.perf_counter() - started
    return {
        "schema": 1,
        "model": {"name": analyzer.bundle.name, "sha256": analyzer.bundle.sha256},
        "inputs": [str(path) for path in arguments.inputs],
        "columns": asdict(columns),
        "out": str(arguments.out),
        **tally.record(),
        "workers": arguments.workers,
        "seconds": seconds,
        "rows_per_second": num_rows / seconds,
        "command": arguments.command_line,
    }


def _check_out(path: Path) -> None:
    from core.files import check_writable

    if path.is_dir():
        raise FileUnwritableError(path=path, reason="folder")
    check_writable(path.parent)


def _scan(arguments: argparse.Namespace) -> tuple["Columns", int]:
    """Read all files once; return the wanted columns and the number of the rows."""
    from core.batch.table import check_columns
    from core.data.columns import Columns, guess_columns
    from core.data.table import iterate_table, scan_table

    first, num_rows = arguments.inputs[0], 0
    found: list[str] = []
    for path in arguments.inputs:
        columns, rows = scan_table(path)
        if path != first and columns != found:
            raise ColumnsDifferError(path=path, first=first, columns=", ".join(columns))
        found, num_rows = columns, num_rows + rows
    text, label, group = arguments.text, arguments.label, arguments.group
    check_columns(found, text=text, label=label, group=group, source=str(first))
    if not num_rows:
        raise TableNoRowsError(path=first, columns=", ".join(found))
    text = text or guess_columns(next(iterate_table(first)), labels=()).text
    return Columns(text=text, label=label, group=group), num_rows


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
