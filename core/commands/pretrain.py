"""`python -m core pretrain`: teach the layers below the classifier from plain text."""

import argparse
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from core.commands.common import (
    DEFAULT_EMBEDDINGS,
    DEFAULT_ENCODER,
    Subparsers,
    number,
    progress_bar,
)
from core.commands.sources import local_file

_VERSIONED = ("tensorflow", "keras", "sentencepiece", "spacy", "ja_ginza", "SudachiDict-core")


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "pretrain", help="teach the layers below the classifier from plain text files"
    )
    parser.add_argument(
        "--texts", type=Path, required=True, metavar="DIR", help="folder of .txt / .txt.xz files"
    )
    parser.add_argument(
        "--mix", type=Path, metavar="FILE", help="JSON: how often each file's lines are used"
    )
    parser.add_argument("--embeddings", type=Path, default=DEFAULT_EMBEDDINGS, metavar="DIR")
    parser.add_argument("--out", type=Path, default=DEFAULT_ENCODER, metavar="DIR")
    parser.add_argument("--epochs", type=number(int, 1), default=1)
    parser.add_argument("--seed", type=number(int, 0, 2**32), default=0)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.files import check_writable, sha256_of
    from core.text.tokenizer import TOKENIZER_FILE
    from core.training.embeddings import load_embeddings, read_mix, text_files
    from core.training.piece_vectors import piece_matrix
    from core.training.word_vectors import WordVectors

    mix = {}
    if arguments.mix:
        with local_file(arguments.mix) as file:
            mix = read_mix(file)
    files = text_files(arguments.texts)
    embeddings = load_embeddings(arguments.embeddings)
    check_writable(arguments.out)
    vectors = WordVectors.load()
    matrix = piece_matrix(embeddings.tokenizer.pieces, embeddings.matrix, vectors)

    # TensorFlow takes seconds to import: only once the input has turned out to be readable.
    from core.training.encoder import save_encoder
    from core.training.network import model_config
    from core.training.pretrain import PretrainConfig, pretrain, read_sentences

    config = PretrainConfig(epochs=arguments.epochs, seed=arguments.seed)
    vocabulary_size, embedding_dim = embeddings.matrix.shape
    model = model_config(
        "default", labels=(), vocabulary_size=vocabulary_size, embedding_dim=embedding_dim
    )
    with progress_bar() as bar:
        task = bar.add_task("read", note="")
        token_ids, targets = read_sentences(
            files,
            mix,
            embeddings.tokenizer,
            vectors,
            config,
            on_file=lambda done, total: bar.update(task, completed=done, total=total),
        )
        encoder = pretrain(
            token_ids,
            targets,
            model,
            config,
            matrix=matrix,
            on_batch=lambda done, total, loss: bar.update(
                task, description="pretrain", completed=done, total=total, note=f"loss {loss:.3f}"
            ),
        )
    save_encoder(
        arguments.out,
        encoder,
        model=model,
        record={
            "command": arguments.command_line,
            "config": asdict(config),
            "sentences": len(token_ids),
            "tokens": sum(map(len, token_ids)),
            "tokenizer": sha256_of(arguments.embeddings / TOKENIZER_FILE),
            "sources": {path.name: sha256_of(path) for path in files},
            "mix": dict(mix),
            "versions": {name: version(name) for name in _VERSIONED},
        },
    )
    print(f"{arguments.out}: {len(token_ids):,} sentences, epochs: {config.epochs}")
    return 0
