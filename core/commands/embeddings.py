"""`python -m core embeddings`: train the tokenizer and the word vectors."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from core.commands.common import Subparsers, number, processors, progress_bar
from core.commands.sources import local_file


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "embeddings", help="train the tokenizer and the word vectors from plain text files"
    )
    parser.add_argument(
        "--texts", type=Path, required=True, metavar="DIR", help="folder of .txt / .txt.xz files"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="labelled dataset whose training texts are added"
    )
    parser.add_argument(
        "--mix", type=Path, metavar="FILE", help="JSON: how often each file's lines are used"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--whole-words",
        action="store_true",
        help="no piece is longer than a word (needs requirements-pretrain.txt)",
    )
    parser.add_argument("--vocabulary-size", type=number(int, 1), default=24_000)
    parser.add_argument("--embedding-dim", type=number(int, 1), default=256)
    parser.add_argument("--epochs", type=number(int, 1), default=4)
    parser.add_argument("--seed", type=number(int, 0, 2**32), default=0)
    parser.add_argument("--workers", type=number(int, 1), default=processors())
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.data.dataset import read_part, without_topic_tags
    from core.training.embeddings import (
        EmbeddingConfig,
        read_lines,
        read_mix,
        save_embeddings,
        text_files,
        train_embeddings,
    )

    config = EmbeddingConfig(
        vocabulary_size=arguments.vocabulary_size,
        embedding_dim=arguments.embedding_dim,
        whole_words=arguments.whole_words,
        epochs=arguments.epochs,
        seed=arguments.seed,
        workers=arguments.workers,
    )
    mix = {}
    if arguments.mix:
        with local_file(arguments.mix) as file:
            mix = read_mix(file)
    sources = text_files(arguments.texts)

    def lines() -> Iterator[str]:
        yield from read_lines(sources, mix, seed=config.seed)
        if arguments.data:
            for example in without_topic_tags(read_part(arguments.data, "train")):
                yield example.text

    with progress_bar() as bar:
        task = bar.add_task("read", note="")
        embeddings = train_embeddings(
            lines(),
            config,
            on_step=lambda step, done, total: bar.update(
                task, description=step, completed=done, total=total
            ),
        )
    save_embeddings(
        arguments.out, embeddings, config, sources=sources, mix=mix, command=arguments.command_line
    )
    vocabulary_size, embedding_dim = embeddings.matrix.shape
    print(f"{arguments.out}: {vocabulary_size} pieces × {embedding_dim}")
    return 0
