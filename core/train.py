"""One training run: examples and word vectors in, one model folder out."""

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import keras

from core import bundle as files
from core.analyzer import Analyzer
from core.batches import Batches
from core.config import ModelConfig, TrainConfig
from core.dataset import Split, fingerprint
from core.embeddings import Embeddings
from core.engine import OnnxEngine
from core.errors import InterruptedTrainingError, TooFewExamplesError, UnknownLabelError
from core.evaluate import evaluate, most_frequent_label, report_to_json
from core.export import round_weights, save_onnx, save_weights
from core.files import check_writable, replace_file, write_json, write_text
from core.model_card import model_card
from core.network import build_network
from core.types import Example

_VERSIONED = ("tensorflow", "keras", "keras-self-attention", "onnxruntime", "sentencepiece")


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """What one epoch came to; the `selection_*` figures are of the part that chooses it."""

    number: int
    loss: float
    accuracy: float
    selection_loss: float
    selection_accuracy: float


def train_config(preset: str, *, seed: int, keep_tags: bool, epochs: int) -> TrainConfig:
    """Return how a preset is trained.

    "article": Nadam, batches of 256 in the given order, learning from everything but the test
    part, and the epoch chosen on the test part, as in 2019.
    """
    if preset == "article":
        return TrainConfig(
            seed=seed,
            epochs=epochs,
            batch_size=256,
            patience=5,
            optimizer="nadam",
            learning_rate=0.001,
            label_smoothing=0.0,
            shuffle=False,
            keep_tags=keep_tags,
            train_on=("train", "validation"),
            select_on="test",
        )
    return TrainConfig(
        seed=seed,
        epochs=epochs,
        batch_size=32,
        patience=5,
        optimizer="adam",
        learning_rate=0.0005,
        label_smoothing=0.1,
        shuffle=True,
        keep_tags=keep_tags,
        train_on=("train",),
        select_on="validation",
    )


def train_bundle(
    folder: Path,
    split: Split,
    embeddings: Embeddings,
    *,
    model: ModelConfig,
    train: TrainConfig,
    data_record: Mapping[str, object],
    embeddings_record: Mapping[str, object],
    sources: str,
    command: str,
    on_epoch: Callable[[Epoch], None] = lambda epoch: None,
) -> Analyzer:
    """Train, keep the best epoch, write the model folder, read the test part once.

    Ctrl+C ends the training; the best epoch so far is kept.

    Args:
        split: with or without topic tags, as `train.keep_tags` says.
        data_record: where the data came from, for config.json and the card.
        sources: Markdown on the texts behind the embeddings and their licences, for the card.

    Returns:
        The finished bundle, loaded.

    Raises:
        TooFewExamplesError: a part is empty, or there are not two labels.
        FileUnwritableError: nothing can be written to `folder`; said before the training.
        UnknownLabelError: an example has a label that the model is not to learn.
        InterruptedTrainingError: stopped before the first epoch had ended; nothing is written.
    """
    _check_examples(split, model)
    check_writable(folder)
    parts = split.parts()
    learnt = tuple(chain.from_iterable(parts[name] for name in train.train_on))
    majority_label = most_frequent_label(learnt)

    keras.utils.set_random_seed(train.seed)
    network = build_network(model, matrix=embeddings.matrix)
    history = _fit(
        network, learnt, parts[train.select_on], embeddings, model, train, folder, on_epoch
    )
    round_weights(network)

    with replace_file(folder / files.TOKENIZER_FILE) as temporary:
        temporary.write_bytes(embeddings.tokenizer_proto)
    save_weights(network, folder / files.WEIGHTS_FILE)
    save_onnx(network, model, folder / files.ONNX_FILE)
    _write_history(folder / files.HISTORY_FILE, history)
    data = {
        **data_record,
        "counts": {name: len(part) for name, part in parts.items()},
        "labels": dict(Counter(example.label for example in learnt).most_common()),
        "majority_label": majority_label,
        "fingerprints": {name: fingerprint(part) for name, part in parts.items()},
    }
    report = {
        "schema": 1,
        "data": dict(data_record),
        "select_on": train.select_on,
        **_measure(folder, split, embeddings, model, train, majority_label),
    }
    write_json(folder / files.REPORT_FILE, report)
    card = model_card(
        name=folder.name,
        model=model,
        train=train,
        data=data,
        report=report,
        sources=sources,
        command=command,
    )
    write_text(folder / files.CARD_FILE, card)
    files.save_config(
        folder,
        model=model,
        train=train,
        data=data,
        embeddings=embeddings_record,
        versions={name: version(name) for name in _VERSIONED},
        command=command,
    )
    return Analyzer.load(folder)


def _check_examples(split: Split, model: ModelConfig) -> None:
    sizes = {name: len(part) for name, part in split.parts().items()}
    learnt = {example.label for example in split.train}
    if len(learnt) < 2 or not all(sizes.values()):
        raise TooFewExamplesError(counts={**sizes, "labels": sorted(learnt)})
    present = {example.label for example in chain.from_iterable(split.parts().values())}
    if unknown := sorted(present - set(model.labels)):
        raise UnknownLabelError(label=", ".join(unknown), labels=", ".join(model.labels))


def _measure(
    folder: Path,
    split: Split,
    embeddings: Embeddings,
    model: ModelConfig,
    train: TrainConfig,
    majority_label: str,
) -> dict[str, object]:
    """Measure the exported network, as everybody will run it, on the parts it has not learnt."""
    unsaved = files.Bundle(
        folder=folder, name=folder.name, sha256="", model=model, train=train, record={}
    )
    engine = OnnxEngine(folder / files.ONNX_FILE, model)
    analyzer = Analyzer(unsaved, embeddings.tokenizer, engine)
    measured = {}
    for name in ("validation", "test"):
        if name not in train.train_on:
            report = evaluate(
                analyzer.predict,
                split.parts()[name],
                labels=model.labels,
                majority_label=majority_label,
            )
            measured[name] = report_to_json(report)
    return measured


def _fit(
    network: keras.Model,
    learnt: Sequence[Example],
    chosen_on: Sequence[Example],
    embeddings: Embeddings,
    model: ModelConfig,
    train: TrainConfig,
    folder: Path,
    on_epoch: Callable[[Epoch], None],
) -> list[Epoch]:
    """Train `network` in place; it ends with the weights of its best epoch."""

    def batches(examples: Sequence[Example], *, shuffle: bool) -> Batches:
        return Batches(
            [embeddings.tokenizer.tokenize(example.text) for example in examples],
            [model.labels.index(example.label) for example in examples],
            num_labels=len(model.labels),
            batch_size=train.batch_size,
            sequence_length=model.sequence_length,
            fixed_length=not model.masked,
            shuffle=shuffle,
            seed=train.seed,
        )

    trainable = keras.Model(network.input, network.output["logits"])
    optimizer = keras.optimizers.get(train.optimizer)
    optimizer.learning_rate = train.learning_rate
    trainable.compile(
        optimizer=optimizer,
        loss=keras.losses.CategoricalCrossentropy(
            from_logits=True, label_smoothing=train.label_smoothing
        ),
        metrics=["accuracy"],
    )
    history: list[Epoch] = []

    def end_epoch(index: int, logs: Mapping[str, float]) -> None:
        epoch = Epoch(
            number=index + 1,
            loss=float(logs["loss"]),
            accuracy=float(logs["accuracy"]),
            selection_loss=float(logs["val_loss"]),
            selection_accuracy=float(logs["val_accuracy"]),
        )
        history.append(epoch)
        on_epoch(epoch)

    best = keras.callbacks.EarlyStopping(
        monitor="val_accuracy", patience=train.patience, restore_best_weights=True
    )
    try:
        trainable.fit(
            batches(learnt, shuffle=train.shuffle),
            validation_data=batches(chosen_on, shuffle=False),
            epochs=train.epochs,
            verbose=0,
            callbacks=[best, keras.callbacks.LambdaCallback(on_epoch_end=end_epoch)],
        )
    except KeyboardInterrupt:
        if best.best_weights is None:
            raise InterruptedTrainingError(path=folder) from None
        trainable.set_weights(best.best_weights)
    return history


def _write_history(path: Path, history: Sequence[Epoch]) -> None:
    with replace_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, [field.name for field in fields(Epoch)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(epoch) for epoch in history)
