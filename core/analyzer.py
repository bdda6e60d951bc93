"""The façade that pages, command line and notebooks call."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import numpy as np

from core.errors import EmptyTextError, UnknownLabelError, UnknownMethodError
from core.explain.classifier import Classifier
from core.explain.explanation import Analysis, Explanation, analyze_encoded, explain_encoded
from core.explain.methods.registry import METHODS
from core.model.bundle import (
    ONNX_FILE,
    SCOPE_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    Bundle,
    load_bundle,
)
from core.model.engine import Engine, OnnxEngine
from core.model.numpy_network import NumpyNetwork
from core.model.report import ModelReport, read_report
from core.model.scope import ScopeModel, read_scope
from core.model.weights import read_weights
from core.stats.calibration import calibrate, softmax
from core.text.encode import encode
from core.text.tokenizer import Tokenizer, clean_text
from core.types import EncodedBatch, Prediction, TokenizedText


def open_onnx_engine(bundle: Bundle) -> OnnxEngine:
    """Open the exported network of a model folder."""
    return OnnxEngine(bundle.folder / ONNX_FILE, bundle.model)


class Analyzer:
    """One model folder, ready to answer."""

    def __init__(
        self,
        bundle: Bundle,
        tokenizer: Tokenizer,
        engine: Engine,
        scope: ScopeModel | None = None,
    ) -> None:
        self.bundle = bundle
        self.tokenizer = tokenizer
        self.scope = scope
        self._engine = engine
        self.classifier = Classifier(
            engine, blank_id=tokenizer.blank_id, read_network=self._read_network
        )

    @classmethod
    def load(
        cls, folder: Path | str, *, open_engine: Callable[[Bundle], Engine] = open_onnx_engine
    ) -> Self:
        """Load a model folder.

        Args:
            open_engine: gives what runs the network; the reference path stands in
                `core.training.keras_engine`.

        Raises:
            FileMissingError, FileChangedError, FileUnreadableError: naming the file.
        """
        bundle = load_bundle(Path(folder))
        tokenizer = Tokenizer.load(bundle.folder / TOKENIZER_FILE)
        scope = None
        if bundle.has_scope:
            size = tokenizer.vocabulary_size
            scope = read_scope(bundle.folder / SCOPE_FILE, vocabulary_size=size)
        return cls(bundle, tokenizer, open_engine(bundle), scope)

    def _read_network(self) -> NumpyNetwork:
        weights = read_weights(self.bundle.folder / WEIGHTS_FILE)
        return NumpyNetwork(weights, self.bundle.model)

    @property
    def labels(self) -> tuple[str, ...]:
        """The categories of the model (C)."""
        return self.bundle.model.labels

    @property
    def report(self) -> ModelReport:
        """What was measured of the model, read anew: commands store more of it."""
        return read_report(self.bundle.folder)

    def tokenize(self, text: str) -> TokenizedText:
        """Cut a text into tokens.

        Raises:
            EmptyTextError: it gives none.
        """
        tokenized = self.tokenizer.tokenize(clean_text(text))
        if not tokenized.tokens:
            raise EmptyTextError()
        return tokenized

    def encode(self, tokenized: TokenizedText) -> EncodedBatch:
        """Put one text into the model's window."""
        return encode([tokenized], sequence_length=self.bundle.model.sequence_length)

    def read(self, tokenized: Sequence[TokenizedText]) -> tuple[list[np.ndarray], np.ndarray]:
        """Return the ids that the network reads of N texts, and its logits (N, C)."""
        window = self.bundle.model.sequence_length
        rows = [
            np.array([token.id for token in text.tokens[:window]], np.int32) for text in tokenized
        ]
        return rows, self._engine.logits(rows)

    def predict(self, texts: Sequence[str | TokenizedText]) -> list[Prediction]:
        """Predict many texts; one that is cut already (its tokens edited, say) stays as it is.

        Raises:
            EmptyTextError: a text gives no token.
        """
        tokenized = [self.tokenize(text) if isinstance(text, str) else text for text in texts]
        window = self.bundle.model.sequence_length
        rows, logits = self.read(tokenized)
        scope_scores = None if self.scope is None else self.scope.scores(rows, logits)  # (N,)
        probabilities = calibrate(logits, self.bundle.temperature)  # (N, C)
        raw_probabilities = softmax(logits)  # (N, C)
        return [
            Prediction(
                tokenized=text,
                labels=self.labels,
                probabilities=probabilities[number],
                raw_probabilities=raw_probabilities[number],
                num_truncated=max(len(text.tokens) - window, 0),
                scope_score=None if scope_scores is None else float(scope_scores[number]),
                scope_threshold=None if self.scope is None else self.scope.threshold,
            )
            for number, text in enumerate(tokenized)
        ]

    def analyze(
        self,
        text: str | TokenizedText,
        *,
        method: str = "attention",
        target: str | None = None,
        **options: object,
    ) -> Analysis:
        """Predict one text and say what the model looked at.

        Args:
            method: a key of `core.explain.methods.registry.METHODS`.
            target: the label to explain, the predicted one by default.
            options: keyword options of the method, `query=3` of "attention", say.

        Raises:
            EmptyTextError, UnknownMethodError, UnknownLabelError.
        """
        self._check([method], target)
        (prediction,) = self.predict([text])
        return analyze_encoded(
            self.classifier,
            self.encode(prediction.tokenized),
            prediction,
            method=method,
            target=prediction.label if target is None else target,
            **options,
        )

    def explain(
        self,
        text: str | TokenizedText,
        *,
        methods: Sequence[str] = tuple(METHODS),
        target: str | None = None,
        unit: str = "piece",
    ) -> Explanation:
        """Predict one text and let several methods say what the model looked at, each judged.

        Args:
            methods: keys of `core.explain.methods.registry.METHODS`.
            target: the label to explain, the predicted one by default.
            unit: one of `core.types.UNITS`.

        Raises:
            EmptyTextError, UnknownMethodError, UnknownLabelError.
        """
        self._check(methods, target)
        (prediction,) = self.predict([text])
        return explain_encoded(
            self.classifier,
            self.encode(prediction.tokenized),
            prediction,
            methods=methods,
            target=prediction.label if target is None else target,
            unit=unit,
        )

    def _check(self, methods: Sequence[str], target: str | None) -> None:
        for method in methods:
            if method not in METHODS:
                raise UnknownMethodError(method=method, methods=", ".join(METHODS))
        if target is not None and target not in self.labels:
            raise UnknownLabelError(label=target, labels=", ".join(self.labels))
