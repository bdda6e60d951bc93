"""The frozen settings of a network and of a training run, and their JSON form."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

PRESETS = ("default", "article")
# What a model or its recipe is measured by, see `core.checks.protocols`.
EVALUATION_PROTOCOLS = (
    "random",
    "random_untagged",
    "grouped_tagged",
    "grouped",
    "documents",
    "topics_today",
)
POOLINGS = ("last", "max")
ATTENTIONS = ("learned", "uniform", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class _JsonRecord:
    def to_json(self) -> dict[str, Any]:
        """Return the fields as JSON values (tuples become lists)."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """Build the record from what `to_json` gave.

        Raises:
            KeyError: a field is missing.
        """
        plain = {field.name: values[field.name] for field in fields(cls)}
        return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in plain.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfig(_JsonRecord):
    """Sizes of one network.

    Attributes:
        sequence_length: the window: at most so many tokens of a text are seen.
        masked: True = attention and LSTM never see padding; False = they do, as in the article.
        dropout: share of the embedding dimensions and of the LSTM's outputs dropped while training.
        pooling: what the classifier sees of the LSTM: its "last" states (as the article), or the
            "max" of every unit over the tokens.
        attention: the weights are "learned"; or, to see what learning them buys, "uniform" or
            "none", which are never exported (see `core.training.network`).
    """

    preset: str
    labels: tuple[str, ...]
    vocabulary_size: int
    sequence_length: int
    embedding_dim: int
    attention_units: int
    lstm_units: int
    masked: bool
    dropout: float
    pooling: str
    attention: str

    def __post_init__(self) -> None:
        if self.preset not in PRESETS:
            raise ValueError(f"preset must be one of {PRESETS}. Received: {self.preset!r}")
        if self.pooling not in POOLINGS:
            raise ValueError(f"pooling must be one of {POOLINGS}. Received: {self.pooling!r}")
        if self.attention not in ATTENTIONS:
            raise ValueError(f"attention must be one of {ATTENTIONS}. Received: {self.attention!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig(_JsonRecord):
    """How one network is trained.

    Attributes:
        select_on: the part whose accuracy chooses the epoch: "validation", or "test" as the
            article did (its figure is then too good).
        train_on: the parts that are learnt from.
        patience: epochs without a better accuracy before the training stops.
        keep_tags: whether the topic tags, which carry the label, stay in the texts.
        shuffle: whether the order of the batches changes from epoch to epoch.
        decay: whether the learning rate falls in a straight line to 0 over all epochs.
        subword_alpha: above 0, the texts are cut anew for every epoch, at random (see
            `core.text.tokenizer`).
        join_probability: how often a sentence is learnt together with the next one of its article
            (see `core.training.augment`).
    """

    seed: int
    epochs: int
    batch_size: int
    patience: int
    optimizer: str
    learning_rate: float
    label_smoothing: float
    shuffle: bool
    decay: bool
    subword_alpha: float
    join_probability: float
    keep_tags: bool
    train_on: tuple[str, ...]
    select_on: str
