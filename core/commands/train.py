"""`python -m core train`: one training run, one model folder."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.commands.common import (
    DEFAULT_DATA,
    DEFAULT_EMBEDDINGS,
    DEFAULT_ENCODER,
    Subparsers,
    number,
    progress_bar,
)
from core.model.config import POOLINGS, PRESETS

_TRAIN_OPTIONS = (
    "batch_size",
    "learning_rate",
    "label_smoothing",
    "subword_alpha",
    "join_probability",
)


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("train", help="train a model folder")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="DIR")
    parser.add_argument("--embeddings", type=Path, default=DEFAULT_EMBEDDINGS, metavar="DIR")
    start = parser.add_mutually_exclusive_group()
    start.add_argument(
        "--encoder",
        type=Path,
        metavar="DIR",
        help="pretrained layers to start from (preset default: models/encoder)",
    )
    start.add_argument(
        "--no-encoder", action="store_true", help="start from the word vectors alone"
    )
    parser.add_argument("--preset", choices=PRESETS, default="default")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--keep-tags",
        action="store_true",
        help="leave the topic tags in the texts: they carry the label",
    )
    parser.add_argument("--seed", type=number(int, 0, 2**32), default=0)
    parser.add_argument("--epochs", type=number(int, 1), help="at most")
    parser.add_argument("--batch-size", type=number(int, 1))
    parser.add_argument("--learning-rate", type=number(float, 0))
    parser.add_argument("--label-smoothing", type=number(float, 0, 1))
    parser.add_argument("--lstm-units", type=number(int, 1))
    parser.add_argument("--dropout", type=number(float, 0, 1))
    parser.add_argument("--subword-alpha", type=number(float, 0))
    parser.add_argument("--join-probability", type=number(float, 0, 1))
    parser.add_argument("--pooling", choices=POOLINGS)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.data.dataset import prepare_split, read_dataset, read_split_record
    from core.training.embeddings import load_embeddings, read_record, read_sources

    split = prepare_split(read_dataset(arguments.data), keep_tags=arguments.keep_tags)
    data_record = read_split_record(arguments.data)
    embeddings = load_embeddings(arguments.embeddings)

    # TensorFlow takes seconds to import: only once the input has turned out to be readable.
    from core.training.network import model_config
    from core.training.train import train_bundle, train_config

    vocabulary_size, embedding_dim = embeddings.matrix.shape
    model = model_config(
        arguments.preset,
        labels=tuple(sorted({example.label for example in split.train})),
        vocabulary_size=vocabulary_size,
        embedding_dim=embedding_dim,
    )
    train = train_config(
        arguments.preset,
        seed=arguments.seed,
        keep_tags=arguments.keep_tags,
        epochs=arguments.epochs,
    )
    encoder = arguments.encoder
    if encoder is None and arguments.preset == "default" and not arguments.no_encoder:
        encoder = DEFAULT_ENCODER
    with progress_bar() as bar:
        task = bar.add_task("train", total=train.epochs, note="")
        analyzer = train_bundle(
            arguments.out,
            split,
            embeddings,
            model=replace(model, **_given(arguments, "lstm_units", "dropout", "pooling")),
            train=replace(train, **_given(arguments, *_TRAIN_OPTIONS)),
            data_record=data_record,
            embeddings_record=read_record(arguments.embeddings),
            sources="\n\n".join(
                read_sources(folder) for folder in (arguments.embeddings, encoder) if folder
            ),
            command=arguments.command_line,
            encoder=encoder,
            on_epoch=lambda epoch: bar.update(
                task,
                completed=epoch.number,
                note=f"loss {epoch.loss:.3f}, {train.select_on} {epoch.selection_accuracy:.4f}",
            ),
        )
    test = analyzer.report.test
    print(
        f"{arguments.out}: test accuracy {test['accuracy']:.4f} "
        f"(95 % interval {test['low']:.4f}–{test['high']:.4f}), "
        f"always {test['majority_label']} {test['majority_baseline']:.4f}; see MODEL_CARD.md"
    )
    return 0


def _given(arguments: argparse.Namespace, *names: str) -> dict[str, Any]:
    """Return the options that were given, to lay over the preset's."""
    values = {name: getattr(arguments, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}
