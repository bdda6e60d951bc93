"""A document as JSON values, the same on the command line and wherever else it is taken."""

from core.batch.documents import Document, SentencePrediction
from core.model.bundle import Bundle
from core.view.json.analysis import SCHEMA, scope_to_json


def document_to_json(document: Document, bundle: Bundle) -> dict[str, object]:
    """Return one JSON object; a sentence without tokens has no label and no probabilities."""
    return {
        "schema": SCHEMA,
        "model": {"name": bundle.name, "sha256": bundle.sha256},
        "text": document.text,
        "label": document.label,
        "probabilities": dict(zip(document.labels, document.probabilities.tolist(), strict=True)),
        "sentences": [_sentence(sentence) for sentence in document.sentences],
    }


def _sentence(sentence: SentencePrediction) -> dict[str, object]:
    place = {"start": sentence.start, "end": sentence.end}
    prediction = sentence.prediction
    if prediction is None:
        return {
            **place,
            "label": None,
            "probabilities": None,
            "num_tokens": 0,
            "num_truncated": 0,
            "scope": None,
        }
    return {
        **place,
        "label": prediction.label,
        "probabilities": dict(
            zip(prediction.labels, prediction.probabilities.tolist(), strict=True)
        ),
        "num_tokens": len(prediction.tokenized.tokens),
        "num_truncated": prediction.num_truncated,
        "scope": scope_to_json(prediction),
    }
