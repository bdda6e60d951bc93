"""A network learns from one part of a split; another part chooses its epoch."""

import hashlib
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from core.data.dataset import Split
from core.model.config import ModelConfig, TrainConfig
from core.model.curves import Epoch
from core.stats.evaluate import label_ids
from core.text.encode import encode
from core.text.tokenizer import Tokenizer, set_sampling_seed
from core.training.augment import join_following
from core.training.embeddings import Embeddings
from core.training.encoder import load_encoder
from core.training.export import round_weights
from core.training.minibatches import Minibatches
from core.training.network import build_network, copy_weights
from core.types import Example, TokenizedText

_BATCH_SIZE = 256


def use_one_thread() -> None:
    """Let TensorFlow use one core; only before its first operation."""
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)


def fit_network(
    split: Split,
    embeddings: Embeddings,
    *,
    model: ModelConfig,
    train: TrainConfig,
    encoder: Path | None = None,
    on_epoch: Callable[[Epoch], None] = lambda epoch: None,
) -> tuple[keras.Model, list[Epoch]]:
    """Train a network; it ends with the weights of its best epoch, rounded as they are stored.

    Ctrl+C ends the training; the best epoch so far is kept.

    Args:
        encoder: folder of the pretrained layers to start from, or None.

    Raises:
        EncoderMismatchError: the pretrained layers belong to other sizes or another tokenizer.
        KeyboardInterrupt: stopped before the first epoch had ended.
    """
    keras.utils.set_random_seed(train.seed)
    set_sampling_seed(train.seed)
    network = build_network(model, matrix=embeddings.matrix)
    if encoder is not None:
        tokenizer_sha256 = hashlib.sha256(embeddings.tokenizer_proto).hexdigest()
        copy_weights(load_encoder(encoder, model, tokenizer_sha256=tokenizer_sha256), network)
    parts = split.parts()
    learnt = tuple(chain.from_iterable(parts[name] for name in train.train_on))
    curves = _fit(network, learnt, parts[train.select_on], embeddings, model, train, on_epoch)
    round_weights(network)
    return network, curves


def _fit(
    network: keras.Model,
    learnt: Sequence[Example],
    chosen_on: Sequence[Example],
    embeddings: Embeddings,
    model: ModelConfig,
    train: TrainConfig,
    on_epoch: Callable[[Epoch], None],
) -> list[Epoch]:
    batches = _batches(learnt, embeddings.tokenizer, model, train)
    loss = keras.losses.CategoricalCrossentropy(
        from_logits=True, label_smoothing=train.label_smoothing
    )
    trainable = keras.Model(network.input, network.output["logits"])
    trainable.compile(
        optimizer=_optimizer(train, num_batches=len(batches)), loss=loss, metrics=["accuracy"]
    )
    chosen_ids = label_ids(chosen_on, model.labels)  # (N,)
    chosen_targets = np.eye(len(model.labels), dtype=np.float32)[chosen_ids]  # (N, C)
    curves: list[Epoch] = []
    best: Epoch | None = None
    best_weights: list[np.ndarray] = []
    try:
        for number in range(1, train.epochs + 1):
            # Not `fit`: from the length of the first two batches Keras infers that of the others.
            measured = [_learn(trainable, *batches[index]) for index in range(len(batches))]
            batches.on_epoch_end()
            sizes = [size for _, _, size in measured]
            logits = network_logits(network, embeddings.tokenizer, chosen_on, model)
            epoch = Epoch(
                number=number,
                loss=float(np.average([mean for mean, _, _ in measured], weights=sizes)),
                accuracy=float(np.average([share for _, share, _ in measured], weights=sizes)),
                selection_loss=float(loss(chosen_targets, logits)),
                selection_accuracy=float((logits.argmax(axis=1) == chosen_ids).mean()),
            )
            curves.append(epoch)
            if best is None or epoch.selection_accuracy > best.selection_accuracy:
                best, best_weights = epoch, network.get_weights()
            on_epoch(epoch)
            if number - best.number >= train.patience:
                break
    except KeyboardInterrupt:
        if best is None:
            raise
    network.set_weights(best_weights)
    return curves


def _learn(
    network: keras.Model, token_ids: np.ndarray, targets: np.ndarray
) -> tuple[float, float, int]:
    """Take one step; return the batch's loss, its accuracy and its size."""
    loss, accuracy = network.train_on_batch(token_ids, targets)
    return float(loss), float(accuracy), len(targets)


def _batches(
    examples: Sequence[Example], tokenizer: Tokenizer, model: ModelConfig, train: TrainConfig
) -> Minibatches:
    rng = np.random.default_rng(train.seed)

    def draw_texts() -> list[TokenizedText]:
        texts = join_following(examples, probability=train.join_probability, rng=rng)
        if train.subword_alpha > 0:
            return [tokenizer.sample(text, alpha=train.subword_alpha) for text in texts]
        return [tokenizer.tokenize(text) for text in texts]

    return Minibatches(
        draw_texts(),
        label_ids(examples, model.labels).tolist(),
        num_labels=len(model.labels),
        batch_size=train.batch_size,
        sequence_length=model.sequence_length,
        fixed_length=not model.masked,
        shuffle=train.shuffle,
        seed=train.seed,
        draw_texts=draw_texts if train.subword_alpha > 0 or train.join_probability > 0 else None,
    )


def _optimizer(train: TrainConfig, *, num_batches: int) -> keras.Optimizer:
    optimizer = keras.optimizers.get(train.optimizer)
    optimizer.learning_rate = train.learning_rate
    if train.decay:
        optimizer.learning_rate = keras.optimizers.schedules.PolynomialDecay(
            train.learning_rate, decay_steps=train.epochs * num_batches, end_learning_rate=0.0
        )
    return optimizer


def network_logits(
    network: keras.Model, tokenizer: Tokenizer, examples: Sequence[Example], model: ModelConfig
) -> np.ndarray:
    """Return the logits of some texts, (N, C); every text needs at least one token."""
    texts = [tokenizer.tokenize(example.text) for example in examples]
    order = sorted(range(len(texts)), key=lambda row: len(texts[row].tokens))
    logits = np.empty((len(texts), len(model.labels)), np.float32)  # (N, C)
    for start in range(0, len(order), _BATCH_SIZE):
        rows = order[start : start + _BATCH_SIZE]
        length = model.sequence_length
        if model.masked:  # the answer does not depend on the padding
            length = min(length, max(len(texts[row].tokens) for row in rows))
        token_ids = encode([texts[row] for row in rows], sequence_length=length).token_ids
        logits[rows] = network(token_ids, training=False)["logits"]
    return logits
