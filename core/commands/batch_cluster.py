"""`python -m core batch --engine ray`: many files, many workers, an output folder."""

import argparse

from core.commands.common import Record, number, progress_bar
from core.commands.label_lines import label_lines
from core.commands.output import print_record
from core.commands.reading import print_reading, read_options
from core.commands.sources import is_read_once
from core.errors import OptionMissingError, ReadOnceError
from core.words.lookup import person_language


def add_cluster_arguments(parser: argparse.ArgumentParser) -> None:
    """Add `--engine` and what goes with `--engine ray`."""
    parser.add_argument(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="ray: files, folders, patterns in, a folder of Parquet files out (docs/cluster.md)",
    )
    parser.add_argument(
        "--address", metavar="HOST:PORT", help="of a Ray cluster, or auto; else this machine"
    )
    parser.add_argument(
        "--shard-rows", type=number(int, 1), metavar="N", help="rows of one output file of ray"
    )


def check_no_cluster(arguments: argparse.Namespace) -> None:
    """Make sure that nothing is asked for that only a cluster has.

    Raises:
        OptionMissingError: it is.
    """
    for option in ("address", "shard_rows"):
        if getattr(arguments, option) is not None:
            raise OptionMissingError(option=f"--{option.replace('_', '-')}", needed="--engine ray")


def run_batch_on_cluster(arguments: argparse.Namespace) -> int:
    """Do what `batch --engine ray` asks for and return the exit code."""
    from core.batch.cluster import SHARD_ROWS, run_cluster

    if arguments.format is not None:
        raise OptionMissingError(option="--format", needed="--engine local")
    for path in arguments.inputs:
        if is_read_once(path):  # a worker elsewhere reads it, perhaps for the second time
            raise ReadOnceError(option="--engine ray", path=path)

    with progress_bar() as bar:
        task = bar.add_task("rows", total=None, note="")
        record = run_cluster(
            arguments.inputs,
            model=arguments.model,
            out=arguments.out,
            text=arguments.text,
            label=arguments.label,
            group=arguments.group,
            language=person_language(),
            command=arguments.command_line,
            address=arguments.address,
            workers=arguments.workers,
            shard_rows=arguments.shard_rows or SHARD_ROWS,
            options=read_options(arguments),
            on_reading=print_reading,
            on_progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    print_record(arguments, record, _summary)
    return 0


def _summary(record: Record) -> str:
    kept = sum(shard["kept"] for shard in record["shards"])
    lines = [
        f"model:    {record['model']['name']} ({record['model']['sha256'][:12]})",
        f"rows:     {record['rows']:,}, of which {record['failed']:,} failed",
        f"shards:   {len(record['shards']):,}, of which {kept:,} were there already",
    ]
    lines += label_lines(record)
    if record["judged"]:
        lines.append(
            f"accuracy: {record['accuracy']:.4f} (95 % interval {record['low']:.4f}–"
            f"{record['high']:.4f}) on {record['judged']:,} rows with a label"
        )
    lines += [
        f"time:     {record['seconds']:.1f} s, {record['workers']} workers",
        f"written:  {record['out']}",
    ]
    return "\n".join(lines)
