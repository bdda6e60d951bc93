"""`python -m core bench`: how long things take, beside what others take."""

from core.commands.bench import batch as bench_batch
from core.commands.bench import explain as bench_explain
from core.commands.bench import train as bench_train
from core.commands.common import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("bench", help="time things beside what others take")
    benches = parser.add_subparsers(required=True, metavar="BENCH")
    for bench in (bench_explain, bench_train, bench_batch):
        bench.add_parser(benches)
