"""`python -m core checks behaviour`: what a model must answer, must not change, and must move."""

import argparse
from pathlib import Path

from core.commands.common import Record, Subparsers
from core.commands.measuring import (
    add_json_argument,
    add_model_argument,
    add_store_argument,
    finish_check,
    measured,
)
from core.paths import DATA


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "behaviour",
        help="judge a model by the behaviour tests of a folder (CheckList, in Japanese)",
    )
    add_model_argument(parser)
    parser.add_argument("--cases", type=Path, default=DATA / "behaviour", metavar="DIR")
    add_store_argument(parser)
    add_json_argument(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.analyzer import Analyzer
    from core.checks.behaviour import answerable, behaviour_record, read_cases, run_behaviour

    analyzer = Analyzer.load(arguments.model)
    cases = read_cases(arguments.cases)
    known_cases = answerable(cases, analyzer.labels)
    figures = behaviour_record(
        run_behaviour(analyzer, known_cases), skipped=len(cases) - len(known_cases)
    )
    finish_check(arguments, "behaviour", measured(arguments, figures), _table)
    return 0


def _table(record: Record) -> str:
    """Lay the shares out in columns, then the ids of what failed."""
    lines = [
        f"cases:    {record['num_cases']} ({record['skipped']} skipped: labels that the model "
        "does not have)",
        f"figures:  passed / asked (95 % interval); a probability has moved when it moves by more "
        f"than {record['tolerance']}",
        "control:  what a model passes at best that gives every text the same answer",
        f"{'kind':<11} {'capability':<14} {'passed':>7}  {'share':<19}  "
        "control  not asked  mean move",
    ]
    rows = [(name, row) for name, row in record["capabilities"].items()]
    for name, row in [*rows, *(("all", row) for row in record["kinds"].values())]:
        share = "–"
        if row["total"]:
            share = f"{row['passed'] / row['total']:.3f} ({row['low']:.3f}–{row['high']:.3f})"
        move = "–" if row["mean_change"] is None else f"{row['mean_change']:.3f}"
        lines.append(
            f"{row['kind']:<11} {name:<14} {row['passed']:>3}/{row['total']:<3}  {share:<19}  "
            f"{row['control']:>7.3f}  {row['not_asked']:>9}  {move:>9}"
        )
    failed = [name for _, row in rows for name in row["failed"]]
    lines.append(f"failed:   {', '.join(failed) or 'none'}")
    return "\n".join(lines)
