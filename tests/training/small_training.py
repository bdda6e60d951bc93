"""A small training run on a few of the samples."""

import csv
from dataclasses import replace

from core.data.dataset import Split
from core.model.bundle import CURVES_FILE
from core.training.network import model_config
from core.training.train import train_bundle, train_config

LABELS = ("グルメ", "スポーツ", "京都", "携帯電話")


def choose(samples, first, last):
    """Samples number first … last - 1 of every label."""
    by_label = [[e for e in samples if e.label == label] for label in LABELS]
    return tuple(example for examples in by_label for example in examples[first:last])


def train_small(
    folder,
    split,
    embeddings,
    *,
    on_epoch=lambda epoch: None,
    epochs=2,
    encoder=None,
    lstm_units=8,
    **changes,
):
    model = model_config("default", labels=LABELS, vocabulary_size=1200, embedding_dim=16)
    train = train_config("default", seed=0, keep_tags=False, epochs=epochs)
    return train_bundle(
        folder,
        split,
        embeddings,
        model=replace(model, lstm_units=lstm_units, dropout=0.0),
        train=replace(train, **{"batch_size": 8, **changes}),
        data_record={"source": "samples.csv", "protocol": "random", "seed": 0},
        embeddings_record={"seed": 5},
        sources="## Texts",
        command="python -m core train",
        encoder=encoder,
        on_epoch=on_epoch,
    )


def read_curves(folder):
    with (folder / CURVES_FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def small_split(samples):
    return Split(
        train=choose(samples, 0, 3), validation=choose(samples, 3, 4), test=choose(samples, 4, 5)
    )
