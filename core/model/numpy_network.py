"""The network of `core.training.network` in NumPy: forward, and backward to the embeddings.

The server must not import TensorFlow, and ONNX Runtime has no gradients. The graph is small and
fixed, so its backward pass stands here; the tests hold both directions to TensorFlow's.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

from core.model.config import ModelConfig
from core.model.engine import UnpaddedEngine
from core.model.weights import LstmWeights, NetworkWeights

# Rows run together: (rows, T, T, units of the attention) is the largest array and stays in cache.
_ROWS = 16

# The products here are small: with more threads BLAS spends its time waiting for them, on a busy
# machine up to forty times as long as the work takes.
one_blas_thread = ThreadpoolController().wrap(limits=1, user_api="blas")


class _LstmTrace(NamedTuple):
    """What the backward pass of one direction needs; time is the first axis."""

    gates: np.ndarray  # (T, B, 4 H): input, forget, candidate, output after their activations
    cells: np.ndarray  # (T + 1, B, H), the first is 0
    states: np.ndarray  # (T + 1, B, H), the first is 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Trace:
    """All that one forward pass computed."""

    embedded: np.ndarray  # (B, T, D)
    hidden: np.ndarray | None  # (B, T, T, U), the tanh inside the attention; None: it was given
    attention_weights: np.ndarray  # (B, T, T)
    attention_output: np.ndarray  # (B, T, D)
    forward: _LstmTrace
    backward: _LstmTrace
    winners: np.ndarray | None  # (B, 2 H), the time at which each unit is largest; None: "last"
    logits: np.ndarray  # (B, C)
    probabilities: np.ndarray  # (B, C)


class NumpyNetwork:
    """One network, float32, that reads its input unmasked."""

    def __init__(self, weights: NetworkWeights, config: ModelConfig) -> None:
        self.weights = weights
        self._config = config

    @property
    def masked(self) -> bool:
        """Whether the network was trained not to see padding: it is then never fed any."""
        return self._config.masked

    def embed(self, token_ids: np.ndarray) -> np.ndarray:
        """Look up the vectors of ids of any shape: (..., D)."""
        return self.weights.embedding[token_ids]

    @one_blas_thread
    def probabilities(self, embedded: np.ndarray) -> np.ndarray:
        """Answer embedded texts (B, T, D): (B, C)."""
        return np.concatenate([trace.probabilities for trace in self._traces(embedded)])

    @one_blas_thread
    def run_ids(self, token_ids: np.ndarray) -> dict[str, np.ndarray]:
        """Give the four outputs of `core.training.network` for token ids (B, T)."""
        traces = self._traces(self.embed(token_ids))
        names = ("logits", "probabilities", "attention_weights", "attention_output")
        return {name: np.concatenate([getattr(trace, name) for trace in traces]) for name in names}

    @one_blas_thread
    def unit_times(self, embedded: np.ndarray) -> np.ndarray:
        """Say at which time the classifier reads each unit of the LSTM.

        That is where the unit is largest, or, with the pooling "last", where it has read all: the
        last time for the forward units, the first one for the backward units.

        Args:
            embedded: (B, T, D).

        Returns:
            int (B, 2 H), the forward units first.
        """
        if self._config.pooling == "max":
            return np.concatenate([trace.winners for trace in self._traces(embedded)])
        size = len(self.weights.forward.recurrent)
        ends = np.repeat([embedded.shape[1] - 1, 0], size)  # (2 H,)
        return np.tile(ends, (len(embedded), 1))

    @one_blas_thread
    def logits_with_attention(
        self, token_ids: np.ndarray, attention_weights: np.ndarray
    ) -> np.ndarray:
        """Answer token ids (B, T) with these attention weights (B, T, T) for its own: (B, C)."""
        embedded = self.embed(token_ids)  # (B, T, D)
        parts = [slice(start, start + _ROWS) for start in range(0, len(embedded), _ROWS)]
        return np.concatenate(
            [self._read(embedded[part], None, attention_weights[part]).logits for part in parts]
        )

    @one_blas_thread
    def gradients(self, embedded: np.ndarray, target: int) -> np.ndarray:
        """Differentiate the target's probability by every embedding.

        Args:
            embedded: (B, T, D).

        Returns:
            (B, T, D).
        """
        return np.concatenate([self._backward(t, target) for t in self._traces(embedded)])

    def _traces(self, embedded: np.ndarray) -> list[_Trace]:
        return [
            self._forward(embedded[start : start + _ROWS])
            for start in range(0, len(embedded), _ROWS)
        ]

    def _forward(self, embedded: np.ndarray) -> _Trace:
        weights = self.weights
        queries = embedded @ weights.query  # (B, T, U)
        keys = embedded @ weights.key + weights.attention_bias  # (B, T, U)
        hidden = np.tanh(queries[:, :, None, :] + keys[:, None, :, :])  # (B, T, T, U)
        attention_weights = _softmax(hidden @ weights.energy + weights.energy_bias)  # (B, T, T)
        return self._read(embedded, hidden, attention_weights)

    def _read(
        self, embedded: np.ndarray, hidden: np.ndarray | None, attention_weights: np.ndarray
    ) -> _Trace:
        """Go on from the attention weights to the answer."""
        weights = self.weights
        attention_output = attention_weights @ embedded  # (B, T, D)
        forward = _run_lstm(attention_output, weights.forward)
        backward = _run_lstm(attention_output[:, ::-1], weights.backward)
        if self._config.pooling == "max":
            # Time runs backwards in the second direction: its states are turned round.
            states = np.concatenate([forward.states[1:], backward.states[:0:-1]], axis=2)
            winners = states.argmax(axis=0)  # (B, 2 H)
            state = np.take_along_axis(states, winners[None], axis=0)[0]  # (B, 2 H)
        else:
            winners = None
            state = np.concatenate([forward.states[-1], backward.states[-1]], axis=1)  # (B, 2 H)
        logits = state @ weights.classifier + weights.classifier_bias  # (B, C)
        return _Trace(
            embedded=embedded,
            hidden=hidden,
            attention_weights=attention_weights,
            attention_output=attention_output,
            forward=forward,
            backward=backward,
            winners=winners,
            logits=logits,
            probabilities=_softmax(logits),
        )

    def _backward(self, trace: _Trace, target: int) -> np.ndarray:
        weights, probabilities = self.weights, trace.probabilities
        chosen = np.arange(probabilities.shape[1]) == target  # (C,)
        by_logits = probabilities[:, target, None] * (chosen - probabilities)  # (B, C)
        by_state = by_logits @ weights.classifier.T  # (B, 2 H)
        by_output = self._back_through_lstms(trace, by_state.astype(np.float32))  # (B, T, D)
        # attention_output = attention_weights @ embedded
        shares = trace.attention_weights  # (B, T, T)
        by_embedded = shares.transpose(0, 2, 1) @ by_output  # (B, T, D)
        by_shares = by_output @ trace.embedded.transpose(0, 2, 1)  # (B, T, T)
        mean = (by_shares * shares).sum(axis=-1, keepdims=True)  # (B, T, 1)
        by_energy = shares * (by_shares - mean)  # (B, T, T)
        if trace.hidden is None:
            raise ValueError("no way back to the embeddings: the attention weights were given")
        slopes = (1.0 - trace.hidden**2) * weights.energy  # (B, T, T, U)
        by_hidden = by_energy[..., None] * slopes  # (B, T, T, U)
        by_embedded += by_hidden.sum(axis=2) @ weights.query.T
        by_embedded += by_hidden.sum(axis=1) @ weights.key.T
        return by_embedded

    def _back_through_lstms(self, trace: _Trace, by_state: np.ndarray) -> np.ndarray:
        size = by_state.shape[1] // 2
        length = trace.embedded.shape[1]
        by_forward, by_backward = by_state[:, :size], by_state[:, size:]  # (B, H) each
        if trace.winners is None:
            last = np.full(by_forward.shape, length - 1)  # (B, H)
            forward_times = backward_times = last
        else:
            forward_times = trace.winners[:, :size]
            backward_times = length - 1 - trace.winners[:, size:]
        ahead = _back_through_lstm(trace.forward, self.weights.forward, by_forward, forward_times)
        behind = _back_through_lstm(
            trace.backward, self.weights.backward, by_backward, backward_times
        )
        return ahead + behind[:, ::-1]


class NumpyEngine(UnpaddedEngine):
    """A `NumpyNetwork` where an engine is wanted: for networks that no file holds."""

    def __init__(self, network: NumpyNetwork, config: ModelConfig) -> None:
        super().__init__(config)
        self._network = network

    def _run_ids(self, token_ids: np.ndarray, names: tuple[str, ...]) -> dict[str, np.ndarray]:
        outputs = self._network.run_ids(token_ids)
        return {name: outputs[name] for name in names}


def _softmax(values: np.ndarray) -> np.ndarray:
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _sigmoid(values: np.ndarray) -> np.ndarray:
    return 0.5 * (np.tanh(0.5 * values) + 1.0)


def _run_lstm(inputs: np.ndarray, weights: LstmWeights) -> _LstmTrace:
    """Run one direction over inputs (B, T, D)."""
    batch, length, _ = inputs.shape
    size = len(weights.recurrent)
    fed = (inputs @ weights.kernel + weights.bias).transpose(1, 0, 2)  # (T, B, 4 H)
    gates = np.empty((length, batch, 4 * size), np.float32)
    cells = np.zeros((length + 1, batch, size), np.float32)
    states = np.zeros((length + 1, batch, size), np.float32)
    for time in range(length):
        sums = fed[time] + states[time] @ weights.recurrent  # (B, 4 H)
        now = gates[time]
        now[:, : 2 * size] = _sigmoid(sums[:, : 2 * size])
        now[:, 2 * size : 3 * size] = np.tanh(sums[:, 2 * size : 3 * size])
        now[:, 3 * size :] = _sigmoid(sums[:, 3 * size :])
        opened, kept, candidate, shown = np.split(now, 4, axis=1)  # (B, H) each
        cells[time + 1] = kept * cells[time] + opened * candidate
        states[time + 1] = shown * np.tanh(cells[time + 1])
    return _LstmTrace(gates, cells, states)


def _back_through_lstm(
    trace: _LstmTrace, weights: LstmWeights, by_state: np.ndarray, times: np.ndarray
) -> np.ndarray:
    """Carry a gradient back to the inputs of one direction.

    Args:
        by_state: (B, H), the gradient of each unit's pooled value.
        times: (B, H), the time at which that value was taken.

    Returns:
        (B, T, D).
    """
    length, batch, _ = trace.gates.shape
    size = len(weights.recurrent)
    by_sums = np.empty((length, batch, 4 * size), np.float32)
    by_next = np.zeros((batch, size), np.float32)
    by_cell = np.zeros((batch, size), np.float32)
    for time in reversed(range(length)):
        opened, kept, candidate, shown = np.split(trace.gates[time], 4, axis=1)  # (B, H) each
        bent = np.tanh(trace.cells[time + 1])  # (B, H)
        by_now = by_next + by_state * (times == time)  # (B, H)
        by_cell = by_cell + by_now * shown * (1.0 - bent**2)
        now = by_sums[time]
        now[:, :size] = by_cell * candidate * opened * (1.0 - opened)
        now[:, size : 2 * size] = by_cell * trace.cells[time] * kept * (1.0 - kept)
        now[:, 2 * size : 3 * size] = by_cell * opened * (1.0 - candidate**2)
        now[:, 3 * size :] = by_now * bent * shown * (1.0 - shown)
        by_cell = by_cell * kept
        by_next = now @ weights.recurrent.T
    return (by_sums @ weights.kernel.T).transpose(1, 0, 2)
