"""`python -m core checks attention`: what the attention layer buys a model's recipe."""

import argparse
from pathlib import Path

from core.commands.common import (
    DEFAULT_EMBEDDINGS,
    DEFAULT_ENCODER,
    Record,
    Subparsers,
    check_recipe,
    number,
    processors,
    progress_bar,
)
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
        "attention",
        help="train a model's recipe anew with learned, uniform, no and the article's attention",
    )
    add_model_argument(parser)
    add_data_argument(parser)
    parser.add_argument("--embeddings", type=Path, default=DEFAULT_EMBEDDINGS, metavar="DIR")
    parser.add_argument("--encoder", type=Path, default=DEFAULT_ENCODER, metavar="DIR")
    parser.add_argument(
        "--no-encoder", action="store_true", help="leave out the row of the pretrained layers"
    )
    parser.add_argument("--seeds", type=number(int, 0, 2**32), nargs="+", default=[0, 1, 2])
    parser.add_argument(
        "--workers", type=number(int, 1), default=processors(), help="networks at a time"
    )
    add_store_argument(parser)
    add_json_argument(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.data.dataset import prepare_split, read_dataset, read_split_record
    from core.model.bundle import load_bundle
    from core.stats.evaluate import check_labels

    bundle = load_bundle(arguments.model)
    split = prepare_split(read_dataset(arguments.data), keep_tags=bundle.train.keep_tags)
    sizes = {name: len(part) for name, part in split.parts().items()}
    if not all(sizes.values()):
        raise TooFewExamplesError(counts=sizes)
    for part in split.parts().values():
        check_labels(part, bundle.model.labels)
    protocol = read_split_record(arguments.data).get("protocol", "unknown")
    check_storable(arguments)
    # TensorFlow takes seconds to import: only once the input has turned out to be readable.
    from core.checks import attention as attention_check
    from core.checks.protocols import Recipe

    check_recipe(bundle.record, arguments)
    pretrained = bool(bundle.record["encoder"]) and not arguments.no_encoder
    recipe = Recipe(
        model=bundle.model,
        train=bundle.train,
        embeddings=arguments.embeddings,
        encoder=arguments.encoder if pretrained else None,
    )
    recipes = attention_check.variant_recipes(recipe)
    minutes = start_stopwatch()
    with progress_bar() as bar:
        task = bar.add_task("train", total=len(recipes) * len(arguments.seeds), note="")

        def show_progress(name: str, seed: int, outcome: attention_check.Outcome) -> None:
            bar.advance(task)
            if not arguments.json:
                share, seconds = outcome.right.mean(), outcome.seconds
                print(f"{name}, seed {seed}: {share:.4f} ({seconds:.0f} s)", flush=True)

        outcomes = attention_check.train_variants(
            split,
            recipes,
            seeds=arguments.seeds,
            workers=arguments.workers,
            on_network=show_progress,
        )
    figures = attention_check.attention_record(
        outcomes, split, seeds=arguments.seeds, protocol=protocol
    )
    record = measured(arguments, figures, minutes=minutes())
    finish_check(arguments, "attention", record, _table)
    return 0


def _table(record: Record) -> str:
    """Lay the variants out in columns; what is in brackets are 95 % intervals."""
    lines = [
        f"data:     test, {record['num_examples']} sentences, split {record['protocol']}",
        f"baseline: {record['majority_baseline']:.4f} (always {record['majority_label']})",
        f"{'attention':<11} accuracy                minus learned              "
        f"seeds {', '.join(map(str, record['seeds']))}",
    ]
    for name, row in record["variants"].items():
        lines.append(
            f"{name:<11} {row['accuracy']:.4f} ({row['low']:.4f}–{row['high']:.4f})  "
            f"{row['difference']:+.4f} ({row['difference_low']:+.4f}–{row['difference_high']:+.4f})"
            f"  {', '.join(f'{accuracy:.4f}' for accuracy in row['accuracies'])}"
        )
    return "\n".join(lines)
