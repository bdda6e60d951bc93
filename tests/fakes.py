"""Records built by hand, and an engine whose right attributions are known in closed form."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from core.explain.classifier import Classifier
from core.explain.explanation import Analysis
from core.explain.ranking import rank_scores
from core.model.bundle import Bundle
from core.model.config import ModelConfig, TrainConfig
from core.model.engine import Engine
from core.model.numpy_network import NumpyNetwork
from core.text.align import spans
from core.training.morphology import Word
from core.types import Attribution, EncodedBatch, ModelOutput, Prediction, Token, TokenizedText

LABELS = ("グルメ", "携帯電話", "京都", "スポーツ")


def make_word(surface: str, **changes: str) -> Word:
    """A noun that is written as Sudachi spells it."""
    forms = {"surface": surface, "dictionary_form": surface, "normalized_form": surface}
    return Word(**{**forms, "part_of_speech": "名詞", **changes})


def make_tokenized(*pieces: str) -> TokenizedText:
    """Lay the pieces side by side; ▁ alone stands for no character, ids count from 2."""
    text, tokens = "", []
    for number, piece in enumerate(pieces):
        start = len(text)
        text += piece.removeprefix("▁")
        tokens.append(Token(piece=piece, id=number + 2, start=start, end=len(text)))
    return TokenizedText(text=text, tokens=tuple(tokens))


def make_analysis(
    pieces: Sequence[str],
    scores: Sequence[float],
    *,
    labels: Sequence[str] = LABELS,
    probabilities: Sequence[float] = (0.7, 0.1, 0.15, 0.05),
    raw_probabilities: Sequence[float] | None = None,
    method: str = "attention",
    padding_share: float | None = 0.0,
    signed: bool = False,
    delta: float | None = None,
) -> Analysis:
    """An analysis of the joined pieces; pieces beyond the scores are truncated.

    Args:
        raw_probabilities: the same as the calibrated ones unless said otherwise.
    """
    raw = probabilities if raw_probabilities is None else raw_probabilities
    tokenized = make_tokenized(*pieces)
    num_truncated = len(pieces) - len(scores)
    token_scores = np.array([*scores, *[np.nan] * num_truncated])  # (T,)
    return Analysis(
        prediction=Prediction(
            tokenized=tokenized,
            labels=tuple(labels),
            probabilities=np.array(probabilities, np.float32),
            raw_probabilities=np.array(raw, np.float32),
            num_truncated=num_truncated,
        ),
        attribution=Attribution(
            method=method,
            tokenized=tokenized,
            target=labels[int(np.argmax(probabilities))],
            token_scores=token_scores,
            signed=signed,
            padding_share=padding_share,
            delta=delta,
        ),
        attention_on_padding=0.0 if padding_share is None else padding_share,
        ranking=rank_scores(token_scores),
        spans=spans(tokenized, token_scores),
    )


def make_model_config(**changes: object) -> ModelConfig:
    """A small masked network's sizes."""
    sizes = {
        "preset": "default",
        "labels": LABELS,
        "vocabulary_size": 1200,
        "sequence_length": 16,
        "embedding_dim": 8,
        "attention_units": 4,
        "lstm_units": 4,
        "masked": True,
        "dropout": 0.0,
        "pooling": "max",
        "attention": "learned",
    }
    return ModelConfig(**{**sizes, **changes})


def make_train_config(**changes: object) -> TrainConfig:
    settings = {
        "seed": 0,
        "epochs": 1,
        "batch_size": 8,
        "patience": 1,
        "optimizer": "adam",
        "learning_rate": 0.001,
        "label_smoothing": 0.0,
        "shuffle": True,
        "decay": False,
        "subword_alpha": 0.0,
        "join_probability": 0.0,
        "keep_tags": False,
        "train_on": ("train",),
        "select_on": "validation",
    }
    return TrainConfig(**{**settings, **changes})


def make_bundle(*, temperature: float = 1.0, **changes: object) -> Bundle:
    """A bundle that lies nowhere; `changes` go to its `ModelConfig`."""
    return Bundle(
        folder=Path("nowhere") / "fake",
        name="fake",
        sha256="ab" * 32,
        model=make_model_config(**changes),
        train=make_train_config(),
        temperature=temperature,
        record={"data": {}, "embeddings": {}, "encoder": {}, "versions": {}, "command": ""},
    )


def no_network() -> NumpyNetwork:
    """For a classifier that is asked for no gradients."""
    raise AssertionError("no method here needs the network itself")


def make_classifier(engine: Engine) -> Classifier:
    """A classifier over a fake engine; its blank piece has the id 1."""
    return Classifier(engine, blank_id=1, read_network=no_network)


class AdditiveEngine:
    """Logits are the sum of what each token adds; attention is in proportion to a token's pull.

    Closed form for a text of the ids t_1 … t_T, every query being alike:
        logits = Σ contributions[t_j]
        attention on token j = (1 - padding_attention) · pull[t_j] / Σ pull[t_k]
        attention output at j = contributions[t_j], so its maximum is their largest entry.
    `padding_attention` goes to the padding in equal parts; where there is none, to nobody.

    Args:
        contributions: id to what it adds to each logit (C,); other ids add 0.
        pull: id to its share of attention before dividing by the sum; 1 for other ids.
    """

    def __init__(
        self,
        contributions: Mapping[int, Sequence[float]],
        *,
        pull: Mapping[int, float] | None = None,
        padding_attention: float = 0.0,
        num_labels: int = len(LABELS),
    ) -> None:
        self._contributions = contributions
        self._pull = pull or {}
        self._padding_attention = padding_attention
        self._num_labels = num_labels

    def logits(self, rows: Sequence[np.ndarray]) -> np.ndarray:
        """(N, C); the same sums, without attention."""
        zeros = np.zeros(self._num_labels)
        return np.array(
            [
                sum((np.asarray(self._contributions.get(int(i), zeros)) for i in row), zeros)
                for row in rows
            ]
        )

    def run(self, encoded: EncodedBatch) -> ModelOutput:
        batch, length = encoded.token_ids.shape
        output = np.zeros((batch, length, self._num_labels))  # (B, L, D), D = C
        keys = np.zeros((batch, length))  # (B, L)
        for row, mask in enumerate(encoded.padding_mask):
            for position in np.flatnonzero(mask):
                token_id = int(encoded.token_ids[row, position])
                output[row, position] = self._contributions.get(token_id, 0.0)
                keys[row, position] = self._pull.get(token_id, 1.0)
            keys[row] /= keys[row].sum()
            if not mask.all():
                keys[row] *= 1.0 - self._padding_attention
                keys[row, ~mask] = self._padding_attention / (~mask).sum()
        logits = output.sum(axis=1)  # (B, C)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))  # (B, C)
        return ModelOutput(
            logits=logits,
            probabilities=powers / powers.sum(axis=1, keepdims=True),
            attention_weights=np.repeat(keys[:, None, :], length, axis=1),  # (B, L, L)
            attention_output=output,
        )
