"""The records that travel between the rooms of `core`.

B batch, L sequence_length, T tokens of one text, C labels, D embedding_dim.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

PAD_ID = 0
UNK_ID = 1
# What scores are shown by, see `core.text.units`.
UNITS = ("piece", "word", "bunsetsu")
# How examples are split: articles kept whole, or sentence by sentence; see `core.data.splits`.
PROTOCOLS = ("grouped", "random")


def _freeze(array: np.ndarray) -> None:
    array.setflags(write=False)


def _check_shape(name: str, array: np.ndarray, shape: tuple[int | None, ...]) -> None:
    matches = array.ndim == len(shape) and all(
        wanted in (None, got) for wanted, got in zip(shape, array.shape, strict=True)
    )
    if not matches:
        raise ValueError(f"{name} must have the shape {shape}. Received: {array.shape}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A SentencePiece piece and the characters [start, end) of the original text it came from."""

    piece: str
    id: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"0 <= start <= end must hold. Received: {self.start}, {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenizedText:
    """The original text and its tokens (T)."""

    text: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class EncodedBatch:
    """Padded ids, and which token stands at each position.

    Attributes:
        texts: the tokenized texts (B).
        token_ids: int32 (B, L), PAD_ID on padding.
        token_index: int32 (B, L), the number of the token at this position, -1 on padding.
    """

    texts: tuple[TokenizedText, ...]
    token_ids: np.ndarray
    token_index: np.ndarray

    def __post_init__(self) -> None:
        _check_shape("token_ids", self.token_ids, (len(self.texts), None))
        _check_shape("token_index", self.token_index, self.token_ids.shape)
        _freeze(self.token_ids)
        _freeze(self.token_index)

    @cached_property
    def padding_mask(self) -> np.ndarray:
        """Where a token stands: bool (B, L), False on padding."""
        mask = self.token_index >= 0  # (B, L)
        _freeze(mask)
        return mask


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ModelOutput:
    """What one run of the network gives.

    Attributes:
        logits: (B, C), before the softmax.
        probabilities: (B, C).
        attention_weights: (B, L, L), rows are queries, columns keys; rows sum to 1 (rows of
            padding queries are 0 where the engine does not run padding at all).
        attention_output: (B, L, D), the output of the attention layer, not a weight.
    """

    logits: np.ndarray
    probabilities: np.ndarray
    attention_weights: np.ndarray
    attention_output: np.ndarray

    def __post_init__(self) -> None:
        batch, length, _ = self.attention_weights.shape
        _check_shape("logits", self.logits, (batch, None))
        _check_shape("probabilities", self.probabilities, self.logits.shape)
        _check_shape("attention_weights", self.attention_weights, (batch, length, length))
        _check_shape("attention_output", self.attention_output, (batch, length, None))
        for array in (
            self.logits,
            self.probabilities,
            self.attention_weights,
            self.attention_output,
        ):
            _freeze(array)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prediction:
    """The probabilities of one text.

    Attributes:
        labels: the category names (C).
        probabilities: (C,), in the order of `labels`, calibrated: fitted to how often the model
            is right.
        raw_probabilities: (C,), the network's softmax as it is; the same order of categories.
        num_truncated: tokens that did not fit into the model's window.
        scope_score: how foreign the text is to what the model was trained on, the higher the more
            foreign; None where the model stores no measure of it (see `core.model.scope`).
        scope_threshold: above it, a text counts as out of scope.
    """

    tokenized: TokenizedText
    labels: tuple[str, ...]
    probabilities: np.ndarray
    raw_probabilities: np.ndarray
    num_truncated: int
    scope_score: float | None = None
    scope_threshold: float | None = None

    def __post_init__(self) -> None:
        for name in ("probabilities", "raw_probabilities"):
            _check_shape(name, getattr(self, name), (len(self.labels),))
            _freeze(getattr(self, name))

    @property
    def num_seen(self) -> int:
        """How many tokens the model read."""
        return len(self.tokenized.tokens) - self.num_truncated

    @property
    def label(self) -> str:
        """The predicted label."""
        return self.labels[int(self.probabilities.argmax())]

    @property
    def confidence(self) -> float:
        """The probability of the predicted label."""
        return float(self.probabilities.max())

    @property
    def out_of_scope(self) -> bool | None:
        """Whether the text is more foreign than the threshold; None where that is not measured."""
        if self.scope_score is None or self.scope_threshold is None:
            return None
        return self.scope_score > self.scope_threshold


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PositionScores:
    """One number per position of the window.

    Attributes:
        scores: (L,).
        signed: whether a negative score means "against".
        padding_share: the part of the whole that fell on padding, 0..1, or None where the
            method shares nothing out.
        delta: completeness gap, sum of the scores minus what they should add up to, as a
            probability; None where the method promises no sum.
    """

    scores: np.ndarray
    signed: bool
    padding_share: float | None
    delta: float | None = None

    def __post_init__(self) -> None:
        _check_shape("scores", self.scores, (None,))
        _freeze(self.scores)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Attribution:
    """One number per token.

    Attributes:
        token_scores: (T,), NaN where truncation hid the token from the model.
        target: the label that is explained.
        padding_share, delta: see `PositionScores`.
    """

    method: str
    tokenized: TokenizedText
    target: str
    token_scores: np.ndarray
    signed: bool
    padding_share: float | None
    delta: float | None = None

    def __post_init__(self) -> None:
        _check_shape("token_scores", self.token_scores, (len(self.tokenized.tokens),))
        _freeze(self.token_scores)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters [start, end) of the original text and the score that belongs to them."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A labelled text; `group` is the article it came from, or empty."""

    text: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityBin:
    """The examples whose highest probability lies in [low, high).

    Attributes:
        confidence: the mean of their highest probabilities.
        accuracy: the share of them that is right.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report:
    """How often a model was right on a set of examples, and whether it knows how often.

    Attributes:
        low, high: ends of the 95 % interval of the accuracy.
        confusion: int64 (C, C), rows are the true labels, columns the predicted ones.
        majority_baseline: accuracy of always answering the most frequent training label.
        ece_before, ece_after: expected calibration error of the raw and of the calibrated
            probabilities.
        nll_before, nll_after: mean negative log-likelihood of the true label, in nats.
        brier_before, brier_after: mean squared distance of the probabilities from the truth, 0..2.
        reliability_before, reliability_after: confidence and accuracy, bin by bin.
    """

    labels: tuple[str, ...]
    accuracy: float
    low: float
    high: float
    macro_f1: float
    majority_label: str
    majority_baseline: float
    confusion: np.ndarray
    num_examples: int
    ece_before: float
    ece_after: float
    nll_before: float
    nll_after: float
    brier_before: float
    brier_after: float
    reliability_before: tuple[ReliabilityBin, ...]
    reliability_after: tuple[ReliabilityBin, ...]

    def __post_init__(self) -> None:
        size = len(self.labels)
        _check_shape("confusion", self.confusion, (size, size))
        _freeze(self.confusion)
