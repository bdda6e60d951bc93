"""Pretraining: the layers below the classifier learn, from plain text, what sentences are about.

For every sentence the network has to predict (1) the mean and the maximum of the vectors of its
words with content and (2) the mean word vector of its neighbours in the text. No label and no
labelled sentence is involved.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import keras
import numpy as np

from core.errors import NoSentencesError
from core.model.config import ModelConfig
from core.text.tokenizer import Tokenizer
from core.training.embeddings import file_lines, times_used
from core.training.network import build_encoder
from core.training.word_vectors import WordVectors

_MIN_TOKENS = 4
_SAMPLE = 100_000  # sentences behind the mean and the spread of the targets
_CHUNK_LINES = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainConfig:
    """How the layers are pretrained.

    Attributes:
        batch_tokens: tokens of a batch; all its sentences have the same length.
        max_tokens: longer sentences are cut off.
        dropout: share of the embedding dimensions dropped while pretraining.
        neighbours: how many sentences before and after count as the neighbourhood.
    """

    epochs: int = 1
    batch_tokens: int = 4_096
    max_tokens: int = 64
    learning_rate: float = 0.003
    dropout: float = 0.1
    neighbours: int = 2
    seed: int = 0


def neighbour_means(means: np.ndarray, reach: int) -> np.ndarray:
    """Average the rows before and after each row of one text, (N, D) to (N, D)."""
    total = np.zeros(means.shape, np.float32)
    count = np.zeros((len(means), 1), np.float32)
    for step in range(1, min(reach, len(means) - 1) + 1):
        total[step:] += means[:-step]
        total[:-step] += means[step:]
        count[step:] += 1
        count[:-step] += 1
    return total / count.clip(1)


def sentence_targets(
    sentences: Sequence[str], vectors: WordVectors, *, neighbours: int
) -> np.ndarray:
    """What is to be predicted for the consecutive sentences of one text, float16 (N, 3 D)."""
    own = np.stack([vectors.sentence_vector(sentence) for sentence in sentences])  # (N, 2 D)
    around = neighbour_means(own[:, : vectors.dim], neighbours)  # (N, D)
    return np.concatenate([own, around], axis=1).astype(np.float16)


def read_sentences(
    files: Sequence[Path],
    mix: Mapping[str, float],
    tokenizer: Tokenizer,
    vectors: WordVectors,
    config: PretrainConfig,
    *,
    on_file: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[list[np.ndarray], np.ndarray]:
    """Read the text; neighbours are the lines that stand beside each other in a file.

    Args:
        mix: how often the lines of a file are used, see `core.training.embeddings.read_lines`.

    Returns:
        The token ids of the sentences (N of them, the first `max_tokens` of each) and their
        targets, float16 (N, 3 D). Sentences of fewer than four tokens are left out.

    Raises:
        NoSentencesError: nothing is left.
    """
    token_ids: list[np.ndarray] = []
    targets = []
    for number, path in enumerate(files):
        rng = random.Random(config.seed)
        source = file_lines(path)
        while lines := list(islice(source, _CHUNK_LINES)):
            chunk_ids = tokenizer.token_ids(lines)
            chunk_targets = sentence_targets(lines, vectors, neighbours=config.neighbours)
            times = [times_used(path, mix, rng) for _ in lines]
            rows = [
                row
                for row in np.repeat(np.arange(len(lines)), times)
                if len(chunk_ids[row]) >= _MIN_TOKENS
            ]
            token_ids += [np.array(chunk_ids[row][: config.max_tokens], np.int32) for row in rows]
            targets.append(chunk_targets[rows])
        on_file(number + 1, len(files))
    if not token_ids:
        raise NoSentencesError(tokens=_MIN_TOKENS)
    return token_ids, np.concatenate(targets)


class SentenceBatches(keras.utils.PyDataset):
    """Batches of (token_ids int32 (B, T), standardised targets float32 (B, 3 D)).

    The sentences of a batch have the same number of tokens, so that nothing is padded.
    """

    def __init__(
        self, token_ids: Sequence[np.ndarray], targets: np.ndarray, config: PretrainConfig
    ) -> None:
        super().__init__()
        self._token_ids = token_ids
        self._targets = targets
        self._config = config
        self._lengths = np.array([len(ids) for ids in token_ids])
        self._rng = np.random.default_rng(config.seed)
        sample = targets[self._rng.integers(len(targets), size=_SAMPLE)].astype(np.float32)
        self._mean, self._spread = sample.mean(axis=0), sample.std(axis=0).clip(1e-3)
        self._rows = self._draw_rows()

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        rows = self._rows[index]
        token_ids = np.stack([self._token_ids[row] for row in rows])
        targets = (self._targets[rows].astype(np.float32) - self._mean) / self._spread
        return token_ids, targets

    def on_epoch_end(self) -> None:
        """Draw the batches of the next epoch."""
        self._rows = self._draw_rows()

    def _draw_rows(self) -> list[np.ndarray]:
        order = self._rng.permutation(len(self._lengths))
        order = order[np.argsort(self._lengths[order], kind="stable")]
        lengths = self._lengths[order]
        batches = []
        for length in range(_MIN_TOKENS, self._config.max_tokens + 1):
            first, last = np.searchsorted(lengths, [length, length + 1])
            members = order[first:last]
            size = max(1, self._config.batch_tokens // length)
            batches += [members[start : start + size] for start in range(0, len(members), size)]
        self._rng.shuffle(batches)
        return batches


def pretrain(
    token_ids: Sequence[np.ndarray],
    targets: np.ndarray,
    model: ModelConfig,
    config: PretrainConfig,
    *,
    matrix: np.ndarray,
    on_batch: Callable[[int, int, float], None] = lambda done, total, loss: None,
) -> keras.Model:
    """Train the layers below the classifier.

    Returns:
        The encoder: token ids (B, T) to states.
    """
    batches = SentenceBatches(token_ids, targets, config)
    keras.utils.set_random_seed(config.seed)
    encoder = build_encoder(replace(model, dropout=config.dropout), matrix=matrix)
    predicted = keras.layers.Dense(targets.shape[1], name="targets")(encoder.output)
    network = keras.Model(encoder.input, predicted)
    total = len(batches) * config.epochs
    schedule = keras.optimizers.schedules.CosineDecay(
        0.0,
        total - total // 20,
        alpha=0.02,
        warmup_target=config.learning_rate,
        warmup_steps=total // 20,
    )
    network.compile(optimizer=keras.optimizers.Adam(schedule), loss="mse")
    done = 0
    for _ in range(config.epochs):
        for index in range(len(batches)):
            loss = network.train_on_batch(*batches[index])
            done += 1
            on_batch(done, total, float(loss))
        batches.on_epoch_end()
    return encoder
