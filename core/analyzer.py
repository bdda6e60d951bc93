"""The façade that pages, command line and notebooks call."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from core.align import spans, token_scores
from core.attribution import METHODS
from core.attribution.attention import attention_on_padding
from core.bundle import (
    ONNX_FILE,
    REPORT_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    Bundle,
    load_bundle,
)
from core.calibration import calibrate
from core.encode import encode
from core.engine import Engine, OnnxEngine
from core.errors import EmptyTextError, UnknownLabelError, UnknownMethodError
from core.files import read_json
from core.ranking import Ranking, rank_scores
from core.tokenizer import Tokenizer
from core.types import Attribution, EncodedBatch, ModelOutput, Prediction, Span, TokenizedText

_BATCH_SIZE = 64


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Analysis:
    """All that one text gives: what was predicted, and what one method says was looked at.

    Attributes:
        attention_on_padding: the part of the real tokens' attention that fell on padding, 0..1,
            whatever the method.
        ranking: the article's columns (T).
        spans: the token scores on the characters of the original text (T).
    """

    prediction: Prediction
    attribution: Attribution
    attention_on_padding: float
    ranking: Ranking
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return self.prediction.tokenized.text


class Analyzer:
    """One model folder, ready to answer."""

    def __init__(self, bundle: Bundle, tokenizer: Tokenizer, engine: Engine) -> None:
        self.bundle = bundle
        self.tokenizer = tokenizer
        self._engine = engine

    @classmethod
    def load(cls, folder: Path | str, *, engine: str = "onnx") -> Self:
        """Load a model folder.

        Args:
            engine: "onnx", or "keras" for the reference path (imports TensorFlow).

        Raises:
            FileMissingError, FileChangedError, FileUnreadableError: naming the file.
        """
        bundle = load_bundle(Path(folder))
        tokenizer = Tokenizer.load(bundle.folder / TOKENIZER_FILE)
        if engine == "onnx":
            return cls(bundle, tokenizer, OnnxEngine(bundle.folder / ONNX_FILE, bundle.model))
        if engine == "keras":
            from core.keras_engine import KerasEngine  # only here: it takes seconds to import

            return cls(bundle, tokenizer, KerasEngine(bundle.folder / WEIGHTS_FILE, bundle.model))
        raise ValueError(f"engine must be 'onnx' or 'keras'. Received: {engine!r}")

    @property
    def labels(self) -> tuple[str, ...]:
        return self.bundle.model.labels

    @property
    def report(self) -> dict[str, Any]:
        """What was measured after the training, see `core.train`."""
        return read_json(self.bundle.folder / REPORT_FILE)

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Predict many texts.

        Raises:
            EmptyTextError: a text gives no token.
        """
        # Neighbours of equal length run together; the order of the answers is the caller's.
        tokenized = [self._tokenize(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda index: len(tokenized[index].tokens))
        predictions: dict[int, Prediction] = {}
        for start in range(0, len(order), _BATCH_SIZE):
            rows = order[start : start + _BATCH_SIZE]
            chunk = [tokenized[index] for index in rows]
            output = self._engine.run(self._encode(chunk))
            for row, index in enumerate(rows):
                predictions[index] = self._prediction(chunk[row], output, row)
        return [predictions[index] for index in range(len(texts))]

    def analyze(
        self, text: str, *, method: str = "attention", target: str | None = None
    ) -> Analysis:
        """Predict one text and say what the model looked at.

        Args:
            method: a key of `core.attribution.METHODS`.
            target: the label to explain, the predicted one by default.

        Raises:
            EmptyTextError, UnknownMethodError, UnknownLabelError.
        """
        if method not in METHODS:
            raise UnknownMethodError(method=method, methods=", ".join(METHODS))
        if target is not None and target not in self.labels:
            raise UnknownLabelError(label=target, labels=", ".join(self.labels))
        encoded = self._encode([self._tokenize(text)])
        tokenized = encoded.texts[0]
        output = self._engine.run(encoded)
        prediction = self._prediction(tokenized, output, 0)
        target_id = self.labels.index(prediction.label if target is None else target)
        scores = METHODS[method](self._engine, encoded, target_id)
        per_token = token_scores(scores, encoded)
        return Analysis(
            prediction=prediction,
            attribution=Attribution(
                method=method,
                tokenized=tokenized,
                token_scores=per_token,
                signed=scores.signed,
                padding_share=scores.padding_share,
            ),
            attention_on_padding=attention_on_padding(
                output.attention_weights[0], encoded.padding_mask[0]
            ),
            ranking=rank_scores(per_token),
            spans=spans(tokenized, per_token),
        )

    def _tokenize(self, text: str) -> TokenizedText:
        # A lone half of a surrogate pair cannot be written as UTF-8: it becomes "?".
        tokenized = self.tokenizer.tokenize(text.encode("utf-8", "replace").decode("utf-8"))
        if not tokenized.tokens:
            raise EmptyTextError()
        return tokenized

    def _encode(self, texts: Sequence[TokenizedText]) -> EncodedBatch:
        return encode(texts, sequence_length=self.bundle.model.sequence_length)

    def _prediction(self, tokenized: TokenizedText, output: ModelOutput, row: int) -> Prediction:
        hidden = len(tokenized.tokens) - self.bundle.model.sequence_length
        return Prediction(
            tokenized=tokenized,
            labels=self.labels,
            probabilities=calibrate(output.logits[row], self.bundle.temperature),
            raw_probabilities=output.probabilities[row].copy(),
            num_truncated=max(hidden, 0),
        )
