"""The untrained twin: does a method still draw the same map when the model has forgotten all?

Adebayo et al. 2018, arXiv:1810.03292, cascading randomisation: the layers lose what they learnt
one after the other, from the output to the input. A method whose map stays the same has not
looked at the model.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.stats import spearmanr

from core.analyzer import Analyzer
from core.explain.classifier import Classifier
from core.explain.methods.method import Method
from core.explain.methods.registry import METHODS
from core.explain.ranking import score_levels
from core.model.bundle import Bundle
from core.model.config import ModelConfig
from core.model.numpy_network import NumpyEngine, NumpyNetwork, one_blas_thread
from core.model.weights import LstmWeights, NetworkWeights
from core.text.align import token_scores
from core.text.encode import encode
from core.text.tokenizer import Tokenizer
from core.types import EncodedBatch, TokenizedText

# What is randomised, in this order; each stage keeps those before it.
STAGES = ("classifier", "lstm", "attention", "embedding")

# Above this, with everything randomised, a method is suspected of not looking at the model.
THRESHOLD = 0.5

# With fewer tokens chance alone agrees: of two tokens any two maps have |ρ| = 1, of three they
# have 0.67 on average; of five it is 0.42.
MIN_TOKENS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class StageAgreement:
    """How far one method's maps of the trained network are those of the randomised ones.

    Attributes:
        stages: after each of `STAGES`, the mean over the texts of the absolute Spearman
            correlation; None where it exists for no text.
        undefined: texts for which it does not exist at some stage, a map being constant there;
            they are left out of that stage's mean.
    """

    stages: tuple[float | None, ...]
    undefined: int

    @property
    def suspicious(self) -> bool:
        """Whether the map of a network of random weights is still too like the trained one's."""
        full = self.stages[-1]
        return full is not None and full > THRESHOLD


def choose_texts(texts: Sequence[TokenizedText], *, count: int, window: int) -> list[TokenizedText]:
    """Draw texts of at least `MIN_TOKENS` tokens that fit into the window, always the same."""
    fitting = [text for text in texts if MIN_TOKENS <= len(text.tokens) <= window]
    order = np.random.default_rng(0).permutation(len(fitting))
    return [fitting[number] for number in order[:count]]


@one_blas_thread
def randomized_weights(weights: NetworkWeights, *, stages: int, seed: int) -> NetworkWeights:
    """Replace what the first `stages` of `STAGES` learnt by what an untrained network has.

    The draws are those of the layers of `core.training.network` as Keras 3.15 and
    keras-self-attention 0.51 initialise them; those of a stage are the same whatever the number of
    stages. The embedding's are the random ones too, though training started from word vectors.

    Args:
        stages: 0 (nothing) to 4 (everything).
    """
    if not 0 <= stages <= len(STAGES):
        raise ValueError(f"stages must be 0 to {len(STAGES)}. Received: {stages}")
    draws = (_draw_classifier, _draw_lstm, _draw_attention, _draw_embedding)
    for number, draw in enumerate(draws[:stages]):
        weights = replace(weights, **draw(weights, np.random.default_rng([seed, number])))
    return weights


def agreement_by_method(
    texts: Sequence[TokenizedText],
    weights: NetworkWeights,
    config: ModelConfig,
    *,
    blank_id: int,
    seeds: Sequence[int],
    methods: Mapping[str, Method] = METHODS,
    on_text: Callable[[int], None] = lambda done: None,
) -> dict[str, StageAgreement]:
    """Compare the maps of the trained network with those of its randomised twins.

    Both explain the label that the trained network predicts.

    Args:
        texts: each at least two tokens long and none longer than the window.
        seeds: of the twins; the texts take them in turn.
        on_text: called after every text with the number of texts done.
    """
    trained = _classifier(weights, config, blank_id)
    twins = {
        seed: [
            _classifier(randomized_weights(weights, stages=stages, seed=seed), config, blank_id)
            for stages in range(1, len(STAGES) + 1)
        ]
        for seed in seeds
    }
    correlations = np.full((len(methods), len(texts), len(STAGES)), np.nan)  # (M, N, 4)
    for number, text in enumerate(texts):
        encoded = encode([text], sequence_length=config.sequence_length)
        target = int(trained.run(encoded).logits[0].argmax())
        classifiers = [trained, *twins[seeds[number % len(seeds)]]]
        for row, name in enumerate(methods):
            seen, *others = [
                _token_map(methods[name], classifier, encoded, target, draw=draw)
                for draw, classifier in enumerate(classifiers, start=number * len(classifiers))
            ]  # (T,) each
            correlations[row, number] = [absolute_spearman(seen, other) for other in others]
        on_text(number + 1)
    return dict(zip(methods, map(_agreement, correlations), strict=True))


def randomization_record(
    agreements: Mapping[str, StageAgreement],
    *,
    sentences: int,
    seeds: Sequence[int],
) -> dict[str, object]:
    """Return the figures as JSON values."""
    return {
        "schema": 1,
        "sentences": sentences,
        "min_tokens": MIN_TOKENS,
        "seeds": list(seeds),
        "threshold": THRESHOLD,
        "methods": {
            name: {
                "stages": list(agreement.stages),
                "full": agreement.stages[-1],
                "suspicious": agreement.suspicious,
                "undefined": agreement.undefined,
            }
            for name, agreement in agreements.items()
        },
    }


def absolute_spearman(one: np.ndarray, other: np.ndarray) -> float:
    """Return |ρ| of two maps (T,); NaN where one of them is constant."""
    levels = [score_levels(scores) for scores in (one, other)]  # (T,) each
    if not all(of_one.any() for of_one in levels):
        return np.nan
    return abs(float(spearmanr(*levels).statistic))


def _classifier(weights: NetworkWeights, config: ModelConfig, blank_id: int) -> Classifier:
    network = NumpyNetwork(weights, config)
    return Classifier(NumpyEngine(network, config), blank_id=blank_id, read_network=lambda: network)


def _token_map(
    method: Method,
    classifier: Classifier,
    encoded: EncodedBatch,
    target: int,
    *,
    draw: int,
) -> np.ndarray:
    # A control never reads the model: at one seed it would agree with itself perfectly. It is
    # drawn anew for every network, and shows how much agreement chance gives.
    options = {"seed": draw} if method.needs is None else {}
    return token_scores(method.score(classifier, encoded, target, **options), encoded)  # (T,)


def _agreement(correlations: np.ndarray) -> StageAgreement:
    """Average the correlations (N, 4) of one method over the texts."""
    exists = ~np.isnan(correlations)  # (N, 4)
    return StageAgreement(
        stages=tuple(
            float(column[there].mean()) if there.any() else None
            for column, there in zip(correlations.T, exists.T, strict=True)
        ),
        undefined=int((~exists).any(axis=1).sum()),
    )


def _draw_classifier(weights: NetworkWeights, rng: np.random.Generator) -> dict[str, np.ndarray]:
    return {
        "classifier": _glorot_uniform(weights.classifier.shape, rng),
        "classifier_bias": np.zeros_like(weights.classifier_bias),
    }


def _draw_lstm(weights: NetworkWeights, rng: np.random.Generator) -> dict[str, LstmWeights]:
    return {
        direction: _draw_direction(getattr(weights, direction), rng)
        for direction in ("forward", "backward")
    }


def _draw_direction(weights: LstmWeights, rng: np.random.Generator) -> LstmWeights:
    size = len(weights.recurrent)
    bias = np.zeros_like(weights.bias)  # (4 H,)
    bias[size : 2 * size] = 1.0  # the forget gate: Keras's unit_forget_bias
    return LstmWeights(
        kernel=_glorot_uniform(weights.kernel.shape, rng),
        recurrent=_orthogonal_rows(weights.recurrent.shape, rng),
        bias=bias,
    )


def _draw_attention(weights: NetworkWeights, rng: np.random.Generator) -> dict[str, np.ndarray]:
    return {
        "query": _glorot_normal(weights.query.shape, rng),
        "key": _glorot_normal(weights.key.shape, rng),
        "attention_bias": np.zeros_like(weights.attention_bias),
        "energy": _glorot_normal((len(weights.energy), 1), rng)[:, 0],
        "energy_bias": np.zeros_like(weights.energy_bias),
    }


def _draw_embedding(weights: NetworkWeights, rng: np.random.Generator) -> dict[str, np.ndarray]:
    drawn = rng.uniform(-0.05, 0.05, weights.embedding.shape)  # (V, D), padding's row too
    return {"embedding": drawn.astype(np.float32)}


def _glorot_uniform(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    limit = np.sqrt(6.0 / sum(shape))
    return rng.uniform(-limit, limit, shape).astype(np.float32)


def _glorot_normal(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Draw from a normal distribution cut off at two standard deviations."""
    values = rng.standard_normal(shape)
    while (far := np.abs(values) > 2.0).any():
        values[far] = rng.standard_normal(far.sum())
    deviation = np.sqrt(2.0 / sum(shape)) / 0.87962566103423978  # that of what is left: 0.8796…
    return (values * deviation).astype(np.float32)


def _orthogonal_rows(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Draw a matrix of fewer rows than columns whose rows are orthonormal."""
    q, r = np.linalg.qr(rng.standard_normal(shape[::-1]))
    return (q * np.sign(np.diag(r))).T.astype(np.float32)


class UntrainedTwin(Analyzer):
    """An `Analyzer` whose network no file holds; everything else is the trained model's."""

    def __init__(self, bundle: Bundle, tokenizer: Tokenizer, network: NumpyNetwork) -> None:
        super().__init__(bundle, tokenizer, NumpyEngine(network, bundle.model))
        self._network = network

    def _read_network(self) -> NumpyNetwork:
        return self._network


def untrained_twin(analyzer: Analyzer, *, seed: int) -> UntrainedTwin:
    """Randomise every stage of `core.lab.randomization`."""
    trained = analyzer.classifier.network.weights
    weights = randomized_weights(trained, stages=len(STAGES), seed=seed)
    network = NumpyNetwork(weights, analyzer.bundle.model)
    return UntrainedTwin(analyzer.bundle, analyzer.tokenizer, network)
