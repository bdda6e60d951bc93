"""`python -m core bench`: how long things take, beside what others take."""

from core.commands import bench_batch, bench_explain, bench_train


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("bench", help="time things beside what others take")
    benches = parser.add_subparsers(required=True, metavar="BENCH")
    for bench in (bench_explain, bench_train, bench_batch):
        bench.add_parser(benches)
