"""One training run: examples and word vectors in, one model folder out."""

from collections import Counter
from collections.abc import Callable, Mapping
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import keras

from core.analyzer import Analyzer
from core.data.dataset import Split, fingerprint
from core.errors import InterruptedTrainingError, TooFewExamplesError, UnknownLabelError
from core.files import check_writable, replace_file, write_json, write_text
from core.model import bundle as files
from core.model.config import ModelConfig, TrainConfig
from core.model.curves import Epoch, write_curves
from core.model.engine import OnnxEngine
from core.model.report import CALIBRATION_FIGURES, ModelReport
from core.stats.calibration import fit_temperature
from core.stats.evaluate import (
    evaluate,
    label_ids,
    most_frequent_label,
    report_to_json,
    stack_probabilities,
)
from core.training.embeddings import Embeddings
from core.training.encoder import read_encoder_record
from core.training.export import save_onnx, save_weights
from core.training.fit import fit_network, network_logits
from core.training.model_card import model_card

_DEFAULT_EPOCHS = 6
_ARTICLE_EPOCHS = 40
_VERSIONED = ("tensorflow", "keras", "keras-self-attention", "onnxruntime", "sentencepiece")


def train_config(
    preset: str, *, seed: int, keep_tags: bool, epochs: int | None = None
) -> TrainConfig:
    """Return how a preset is trained.

    "article": Nadam, batches of 256 in the given order, learning from everything but the test
    part, and the epoch chosen on the test part, as in 2019. "default": see docs/experiments.md.

    Args:
        epochs: at most; the preset's own number by default.
    """
    if preset == "article":
        return TrainConfig(
            seed=seed,
            epochs=epochs or _ARTICLE_EPOCHS,
            batch_size=256,
            patience=5,
            optimizer="nadam",
            learning_rate=0.001,
            label_smoothing=0.0,
            shuffle=False,
            decay=False,
            subword_alpha=0.0,
            join_probability=0.0,
            keep_tags=keep_tags,
            train_on=("train", "validation"),
            select_on="test",
        )
    return TrainConfig(
        seed=seed,
        epochs=epochs or _DEFAULT_EPOCHS,
        batch_size=32,
        patience=epochs or _DEFAULT_EPOCHS,
        optimizer="adam",
        learning_rate=0.001,
        label_smoothing=0.1,
        shuffle=True,
        decay=True,
        subword_alpha=0.2,
        join_probability=0.5,
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
    encoder: Path | None = None,
    on_epoch: Callable[[Epoch], None] = lambda epoch: None,
) -> Analyzer:
    """Train, keep the best epoch, write the model folder, read the test part once.

    Ctrl+C ends the training; the best epoch so far is kept.

    Args:
        split: with or without topic tags, as `train.keep_tags` says.
        data_record: where the data came from, for config.json and the card.
        sources: Markdown on the texts behind the embeddings and their licences, for SOURCES.md.
        encoder: folder of pretrained layers to start from, or None.

    Returns:
        The finished bundle, loaded.

    Raises:
        TooFewExamplesError: a part is empty, or there are not two labels.
        FileUnwritableError: nothing can be written to `folder`; said before the training.
        UnknownLabelError: an example has a label that the model is not to learn.
        EncoderMismatchError: the pretrained layers do not fit the model.
        InterruptedTrainingError: stopped before the first epoch had ended; nothing is written.
    """
    _check_examples(split, model)
    check_writable(folder)
    parts = split.parts()
    learnt = tuple(chain.from_iterable(parts[name] for name in train.train_on))
    majority_label = most_frequent_label(learnt)

    try:
        network, curves = fit_network(
            split, embeddings, model=model, train=train, encoder=encoder, on_epoch=on_epoch
        )
    except KeyboardInterrupt:
        raise InterruptedTrainingError(path=folder) from None
    temperature = _temperature(network, split, embeddings, model, train)

    with replace_file(folder / files.TOKENIZER_FILE) as temporary:
        temporary.write_bytes(embeddings.tokenizer_proto)
    save_weights(network, folder / files.WEIGHTS_FILE)
    save_onnx(network, model, folder / files.ONNX_FILE)
    write_curves(folder / files.CURVES_FILE, curves)
    data = {
        **data_record,
        "counts": {name: len(part) for name, part in parts.items()},
        "labels": dict(Counter(example.label for example in learnt).most_common()),
        "majority_label": majority_label,
        "fingerprints": {name: fingerprint(part) for name, part in parts.items()},
    }
    measured = _measure(folder, split, embeddings, model, train, temperature, majority_label)
    content = {
        "schema": 1,
        "data": dict(data_record),
        "select_on": train.select_on,
        "calibration": {
            "temperature": temperature,
            **{name: measured["test"][name] for name in CALIBRATION_FIGURES},
        },
        **measured,
    }
    encoder_record = {} if encoder is None else read_encoder_record(encoder)
    write_json(folder / files.REPORT_FILE, content)
    write_text(folder / files.SOURCES_FILE, sources)
    card = model_card(
        name=folder.name,
        model=model,
        train=train,
        data=data,
        report=ModelReport(content=content),
        encoder=encoder_record,
        command=command,
    )
    write_text(folder / files.CARD_FILE, card)
    files.save_config(
        folder,
        model=model,
        train=train,
        temperature=temperature,
        data=data,
        embeddings=embeddings_record,
        encoder=encoder_record,
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


def _temperature(
    network: keras.Model,
    split: Split,
    embeddings: Embeddings,
    model: ModelConfig,
    train: TrainConfig,
) -> float:
    """Fit it on the validation part; 1 where that part was learnt from."""
    if "validation" in train.train_on:
        return 1.0
    logits = network_logits(network, embeddings.tokenizer, split.validation, model)
    return fit_temperature(logits, label_ids(split.validation, model.labels))


def _measure(
    folder: Path,
    split: Split,
    embeddings: Embeddings,
    model: ModelConfig,
    train: TrainConfig,
    temperature: float,
    majority_label: str,
) -> dict[str, dict[str, object]]:
    """Measure the exported network, as everybody will run it, on the parts it has not learnt."""
    unsaved = files.Bundle(
        folder=folder,
        name=folder.name,
        sha256="",
        model=model,
        train=train,
        temperature=temperature,
        record={},
    )
    engine = OnnxEngine(folder / files.ONNX_FILE, model)
    analyzer = Analyzer(unsaved, embeddings.tokenizer, engine)
    measured: dict[str, dict[str, object]] = {}
    for name in ("validation", "test"):
        if name not in train.train_on:
            examples = split.parts()[name]
            probabilities, raw_probabilities = stack_probabilities(
                analyzer.predict([example.text for example in examples])
            )
            report = evaluate(
                probabilities,
                examples,
                raw_probabilities=raw_probabilities,
                labels=model.labels,
                majority_label=majority_label,
            )
            measured[name] = report_to_json(report)
    return measured
