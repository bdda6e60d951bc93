"""`python -m core bench batch`: rows per second and peak memory of a file of any length."""

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from core.commands.common import DEFAULT_MODEL, Record, Subparsers, number, processors
from core.commands.output import print_record
from core.paths import DATA, ROOT

_SAMPLES = DATA / "samples.csv"
_FEW = 10_000  # rows, beside which the peak of many shows whether it grows with the file
_SEED = 0
_DAYS = 28
_MONTHS = 12


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "batch", help="rows per second and peak memory of the command batch"
    )
    parser.add_argument("--rows", type=number(int, 1, 1_000_000), default=100_000)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument("--workers", type=number(int, 1), default=processors())
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.data.dataset import read_samples

    samples = [(example.text, example.label) for example in read_samples(_SAMPLES)]
    runs: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in sorted({min(_FEW, arguments.rows), arguments.rows}):
            path = Path(folder) / f"{rows}.csv"
            write_rows(path, samples, num_rows=rows)
            code = _measure(path, arguments, runs)
            if code:
                return code
    record = {
        "schema": 1,
        "model": runs[0]["model"],
        "workers": arguments.workers,
        "runs": runs,
        "command": arguments.command_line,
    }
    print_record(arguments, record, _table)
    return 0


def write_rows(path: Path, samples: list[tuple[str, str]], *, num_rows: int) -> None:
    """Write a CSV file of rows that all differ: a date, the beginning of a sample, another sample.

    The same numbers always give the same file.

    Args:
        samples: (text, label).
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows(_rows(samples, num_rows))


def _rows(samples: list[tuple[str, str]], num_rows: int) -> Iterator[tuple[str, str]]:
    # A dict, not a set: in their order, and each of them once.
    pairs = list(
        dict.fromkeys(
            (first.split("、")[0].rstrip("。"), second, label)
            for first, label in samples
            for second, other in samples
            if label == other and first != second
        )
    )
    days = _MONTHS * _DAYS
    for pick in random.Random(_SEED).sample(range(len(pairs) * days), num_rows):
        beginning, sentence, label = pairs[pick // days]
        month, day = divmod(pick % days, _DAYS)
        yield f"{month + 1}月{day + 1}日、{beginning}。{sentence}", label


def _measure(path: Path, arguments: argparse.Namespace, runs: list[dict[str, object]]) -> int:
    """Run the command on a file in a process of its own; return its exit code.

    Args:
        runs: what it says of itself and its peak memory are put behind the others, if all is well.
    """
    words = ["batch", path, "--text", "text", "--label", "label", "--json"]
    words += ["--model", arguments.model.absolute(), "--workers", arguments.workers]
    words += ["--out", path.with_suffix(".out.csv")]
    with tempfile.TemporaryFile() as answer:
        process = subprocess.Popen(
            [sys.executable, "-m", "core", *map(str, words)], cwd=ROOT, stdout=answer
        )
        _, status, usage = os.wait4(process.pid, 0)  # subprocess itself would throw `usage` away
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            return process.returncode
        answer.seek(0)
        record = json.load(answer)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    processor = {"cpu_seconds": usage.ru_utime + usage.ru_stime}
    runs.append(record | processor | {"peak_bytes": usage.ru_maxrss * unit})
    return 0


def _table(record: Record) -> str:
    lines = [
        f"model: {record['model']['name']} ({record['model']['sha256'][:12]}), "
        f"{record['workers']} workers",
        "",
        f"{'rows':>10} {'seconds':>9} {'rows / s':>9} {'CPU s':>9} {'peak MB':>9}",
    ]
    for run in record["runs"]:
        lines.append(
            f"{run['rows']:>10,} {run['seconds']:>9.1f} {run['rows_per_second']:>9,.0f} "
            f"{run['cpu_seconds']:>9,.1f} {run['peak_bytes'] / (1 << 20):>9,.0f}"
        )
    return "\n".join(lines)
