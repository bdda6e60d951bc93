"""`python -m core checks randomization`: which methods look at the model at all."""

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
from core.errors import NoSentencesError


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "randomization",
        help="compare every method's maps of the trained network with those of untrained ones",
    )
    add_model_argument(parser)
    add_data_argument(parser)
    parser.add_argument(
        "--sentences", type=number(int, 1), default=100, help="how many of the test part"
    )
    parser.add_argument("--seeds", type=number(int, 0, 2**32), nargs="+", default=[0, 1, 2])
    add_store_argument(parser)
    add_json_argument(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.analyzer import Analyzer
    from core.data.dataset import prepare_split, read_dataset
    from core.lab import randomization

    analyzer = Analyzer.load(arguments.model)
    bundle = analyzer.bundle
    split = prepare_split(read_dataset(arguments.data), keep_tags=bundle.train.keep_tags)
    texts = randomization.choose_texts(
        [analyzer.tokenizer.tokenize(example.text) for example in split.test],
        count=arguments.sentences,
        window=bundle.model.sequence_length,
    )
    if not texts:
        raise NoSentencesError(tokens=randomization.MIN_TOKENS)
    check_storable(arguments)
    minutes = start_stopwatch()
    with progress_bar() as bar:
        task = bar.add_task("sentences", total=len(texts), note="")
        agreements = randomization.agreement_by_method(
            texts,
            analyzer.classifier.network.weights,
            bundle.model,
            blank_id=analyzer.tokenizer.blank_id,
            seeds=arguments.seeds,
            on_text=lambda done: bar.update(task, completed=done),
        )
    figures = randomization.randomization_record(
        agreements, sentences=len(texts), seeds=arguments.seeds
    )
    record = measured(arguments, figures, minutes=minutes())
    finish_check(arguments, "randomization", record, _table)
    return 0


def _table(record: Record) -> str:
    """Lay out the mean absolute Spearman correlations in columns."""
    from core.lab.randomization import STAGES

    columns = " ".join(f"{'+' * (number > 0) + name:>11}" for number, name in enumerate(STAGES))
    lines = [
        f"data:     test, {record['sentences']} sentences of at least {record['min_tokens']} "
        f"tokens, seeds {', '.join(map(str, record['seeds']))}",
        "figures:  mean |Spearman| of the trained and the randomised network's maps; "
        "“random” is what chance gives",
        f"{'method':<25} {columns}  undefined",
    ]
    for name, row in record["methods"].items():
        figures = " ".join(f"{'–' if s is None else f'{s:.3f}':>11}" for s in row["stages"])
        badge = f"  above {record['threshold']}: suspicious" if row["suspicious"] else ""
        lines.append(f"{name:<25} {figures}  {row['undefined']:>9}{badge}")
    return "\n".join(lines)
