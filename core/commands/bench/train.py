"""`python -m core bench train`: one epoch beside one epoch of the 2019 article's network."""

import argparse
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.common import DEFAULT_DATA, DEFAULT_EMBEDDINGS, Subparsers
from core.commands.output import print_json

if TYPE_CHECKING:
    from core.data.dataset import Split
    from core.training.embeddings import Embeddings

_ARTICLE_VOCABULARY = 196_253
_ARTICLE_DIM = 300


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "train", help="time one epoch of both networks, the article's at its own size"
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="DIR")
    parser.add_argument("--embeddings", type=Path, default=DEFAULT_EMBEDDINGS, metavar="DIR")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.data.dataset import prepare_split, read_dataset
    from core.training.embeddings import load_embeddings

    split = prepare_split(read_dataset(arguments.data), keep_tags=False)
    embeddings = load_embeddings(arguments.embeddings)

    import numpy as np

    # The article's vocabulary was larger than ours: its matrix costs the same whatever is in it.
    article_matrix = np.zeros((_ARTICLE_VOCABULARY, _ARTICLE_DIM), np.float32)
    figures = {
        preset: _time_epoch(preset, split, vectors)
        for preset, vectors in (
            ("default", embeddings),
            ("article", replace(embeddings, matrix=article_matrix)),
        )
    }
    ratio = round(figures["article"]["seconds"] / figures["default"]["seconds"], 1)
    print_json({"schema": 1, **figures, "ratio": ratio})
    return 0


def _time_epoch(preset: str, split: "Split", embeddings: "Embeddings") -> dict[str, float]:
    """Train two epochs and time the second: the first one also builds the graph."""
    from core.training.fit import fit_network
    from core.training.network import model_config
    from core.training.train import train_config

    vocabulary_size, embedding_dim = embeddings.matrix.shape
    model = model_config(
        preset,
        labels=tuple(sorted({example.label for example in split.train})),
        vocabulary_size=vocabulary_size,
        embedding_dim=embedding_dim,
    )
    # Both presets learn from the same sentences.
    train = replace(
        train_config(preset, seed=0, keep_tags=False, epochs=2),
        train_on=("train",),
        select_on="validation",
    )
    ends: list[float] = []
    network, _ = fit_network(
        split,
        embeddings,
        model=model,
        train=train,
        on_epoch=lambda epoch: ends.append(time.perf_counter()),
    )
    return {
        "seconds": round(ends[1] - ends[0], 2),
        "parameters": network.count_params(),
        "batch_size": train.batch_size,
        "sequence_length": model.sequence_length,
        "sentences": len(split.train),
    }
