"""The untrained twin: the same network with nothing learnt, ready to answer like the model."""

from core.analyzer import Analyzer
from core.bundle import Bundle
from core.numpy_network import NumpyEngine, NumpyNetwork
from core.randomization import STAGES, randomized_weights
from core.tokenizer import Tokenizer


class UntrainedTwin(Analyzer):
    """An `Analyzer` whose network no file holds; everything else is the trained model's."""

    def __init__(self, bundle: Bundle, tokenizer: Tokenizer, network: NumpyNetwork) -> None:
        super().__init__(bundle, tokenizer, NumpyEngine(network, bundle.model))
        self._network = network

    def _read_network(self) -> NumpyNetwork:
        return self._network


def untrained_twin(analyzer: Analyzer, *, seed: int) -> UntrainedTwin:
    """Randomise every stage of `core.randomization`."""
    trained = analyzer.classifier.network.weights
    weights = randomized_weights(trained, stages=len(STAGES), seed=seed)
    network = NumpyNetwork(weights, analyzer.bundle.model)
    return UntrainedTwin(analyzer.bundle, analyzer.tokenizer, network)
