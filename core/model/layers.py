"""What a network is made of: its layers, the shapes they give and how many numbers they learn."""

from dataclasses import dataclass

from core.model.config import ModelConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer of a graph.

    Attributes:
        name: as `core.training.network` names it; the softmax, which learns nothing, counts to
            "logits".
        output_shape: None stands for the number of texts, behind it for a length that is open.
        parameters: how many numbers it learns.
    """

    name: str
    output_shape: tuple[int | None, ...]
    parameters: int


# The summary that the 2019 article printed of its network, 60,769,153 parameters in all; the
# shapes follow from the sizes that it names (window 66, vectors of 300, LSTM of 356, 4 labels).
ARTICLE_LAYERS = (
    Layer(name="token_ids", output_shape=(None, 66), parameters=0),
    Layer(name="embedding", output_shape=(None, 66, 300), parameters=58_875_900),
    Layer(name="attention", output_shape=(None, 66, 300), parameters=19_265),
    Layer(name="bidirectional", output_shape=(None, 712), parameters=1_871_136),
    Layer(name="logits", output_shape=(None, 4), parameters=2_852),
)


def layers(config: ModelConfig) -> tuple[Layer, ...]:
    """List the layers that `core.training.network` builds, from the token ids up.

    It counts by the layers' formulas, so nothing has to be built and TensorFlow stays away.
    """
    size, units = config.embedding_dim, config.attention_units
    states = 2 * config.lstm_units  # both directions
    length = None if config.masked else config.sequence_length
    over_time = config.pooling == "max"
    # Query and key (D, U) each, bias and energy (U,) each, and the energy's own bias.
    learned = 2 * size * units + 2 * units + 1 if config.attention == "learned" else 0
    # Per direction and unit: four gates, each over the input, the last state and a bias.
    gates = 4 * (size + config.lstm_units + 1)
    found = [
        Layer(name="token_ids", output_shape=(None, length), parameters=0),
        Layer(
            name="embedding",
            output_shape=(None, length, size),
            parameters=config.vocabulary_size * size,
        ),
    ]
    if config.dropout:
        found.append(Layer(name="dropout", output_shape=(None, length, size), parameters=0))
    found += [
        Layer(name="attention", output_shape=(None, length, size), parameters=learned),
        Layer(
            name="bidirectional",
            output_shape=(None, length, states) if over_time else (None, states),
            parameters=states * gates,
        ),
    ]
    if over_time:
        found.append(Layer(name="max_over_time", output_shape=(None, states), parameters=0))
    if config.dropout:
        found.append(Layer(name="state_dropout", output_shape=(None, states), parameters=0))
    labels = len(config.labels)
    found.append(
        Layer(name="logits", output_shape=(None, labels), parameters=(states + 1) * labels)
    )
    return tuple(found)
