"""`python -m core checks shortcuts`: which pieces decide a model most, label by label."""

import argparse

from core.commands.common import Record, Subparsers, number, progress_bar
from core.commands.measuring import (
    add_data_argument,
    add_json_argument,
    add_model_argument,
    add_store_argument,
    check_storable,
    finish_check,
    measured,
    start_stopwatch,
)
from core.errors import TooFewExamplesError


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "shortcuts",
        help="delete every piece from every sentence: which pieces does the model decide by?",
    )
    add_model_argument(parser)
    add_data_argument(parser)
    parser.add_argument("--part", choices=("train", "validation", "test"), default="test")
    parser.add_argument("--top", type=number(int, 1), default=20, help="pieces per label, at most")
    parser.add_argument(
        "--sentences", type=number(int, 1), default=1_000, help="read at most, drawn at random"
    )
    parser.add_argument("--seed", type=number(int, 0, 2**32), default=0, help="of that draw")
    add_store_argument(parser)
    add_json_argument(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.analyzer import Analyzer
    from core.checks.shortcuts import find_shortcuts, sample_rows, shortcuts_record
    from core.data.dataset import prepare_split, read_dataset, read_split_record

    analyzer = Analyzer.load(arguments.model)
    keep_tags = analyzer.bundle.train.keep_tags
    examples = prepare_split(read_dataset(arguments.data), keep_tags=keep_tags).parts()
    texts = [example.text for example in examples[arguments.part]]
    if not texts:
        raise TooFewExamplesError(counts=f"{arguments.data / arguments.part}: 0")
    check_storable(arguments)
    minutes = start_stopwatch()
    rows = sample_rows(analyzer, texts, max_texts=arguments.sentences, seed=arguments.seed)
    with progress_bar() as bar:
        task = bar.add_task("sentences", total=len(rows), note="")
        shortcuts = find_shortcuts(
            analyzer,
            [texts[row] for row in rows],
            top=arguments.top,
            on_progress=lambda done, total: bar.update(task, completed=done),
        )
    figures = {
        "schema": 1,
        "part": arguments.part,
        "protocol": read_split_record(arguments.data).get("protocol", "unknown"),
        "keep_tags": keep_tags,
        "num_examples": len(texts),
        "num_texts": len(rows),
        "seed": arguments.seed,
        "labels": shortcuts_record(shortcuts),
    }
    record = measured(arguments, figures, minutes=minutes())
    finish_check(arguments, "shortcuts", record, _table)
    return 0


def _table(record: Record) -> str:
    """Lay out the pieces of every label, the word last: its width in a terminal is anybody's."""
    from core.checks.shortcuts import MIN_COUNT, SUSPECT_SCORE

    tags = "kept" if record["keep_tags"] else "removed"
    lines = [
        f"data:    {record['part']}, {record['num_texts']} of {record['num_examples']} sentences, "
        f"split {record['protocol']}, topic tags {tags}",
        "figures: of the sentences of a label that hold the piece: what its probability loses on",
        "         average without the piece (drop), without another of their pieces (others); the",
        "         drop over all sentences of the label (weight); how often the label changes",
        f"marked:  ! is no word (a tag, digits, signs), {SUSPECT_SCORE} above the others: a "
        "shortcut?",
    ]
    for label, pieces in record["labels"].items():
        if not pieces:
            lines += ["", f"{label}: no piece speaks for it in {MIN_COUNT} sentences"]
            continue
        lines += [
            "",
            f"{label}: {pieces[0]['num_texts']} sentences",
            f"  {'sentences':>9} {'drop':>7} {'others':>7} {'weight':>8} {'flips':>6}  piece",
        ]
        for one in pieces:
            others = "–" if one["other_score"] is None else f"{one['other_score']:+.3f}"
            lines.append(
                f"{'!' if one['suspected'] else ' '} {one['count']:>9} "
                f"{one['mean_score']:>+7.3f} {others:>7} {one['weight']:>+8.4f} "
                f"{one['flips']:>6.2f}  {one['piece']}"
            )
    return "\n".join(lines)
