"""An explanation as JSON values."""

import math

import numpy as np

from core.explain.explanation import Explanation, MethodResult
from core.lab.flip import Flip
from core.model.bundle import Bundle

SCHEMA = 1


def explanation_to_json(explanation: Explanation, bundle: Bundle) -> dict[str, object]:
    """Return one JSON object; what is undefined (truncated tokens, constant methods) is null."""
    tokenized = explanation.prediction.tokenized
    return {
        "schema": SCHEMA,
        "model": {"name": bundle.name, "sha256": bundle.sha256},
        "text": tokenized.text,
        "target": explanation.target,
        "unit": explanation.unit,
        "tokens": [
            {"piece": name, "start": unit.start, "end": unit.end}
            for name, unit in zip(unit_names(explanation), explanation.units, strict=True)
        ],
        "methods": {name: _method(result) for name, result in explanation.results.items()},
        "agreement": {
            "methods": list(explanation.agreement.methods),
            "kendall_tau": [_numbers(row) for row in explanation.agreement.kendall_tau],
            "top_overlap": [_numbers(row) for row in explanation.agreement.top_overlap],
        },
    }


def flip_to_json(explanation: Explanation, flip: Flip | None) -> dict[str, object] | None:
    """Return the smallest flip as JSON values, null where none was found."""
    if flip is None:
        return None
    names = unit_names(explanation)
    return {
        "tokens": list(flip.groups),
        "pieces": [names[number] for number in flip.groups],
        "label": explanation.prediction.labels[flip.label_id],
        "probability": flip.probability,
        "exhaustive": flip.exhaustive,
    }


def unit_names(explanation: Explanation) -> list[str]:
    """Name every unit: a piece by itself, a larger unit by its characters."""
    tokenized = explanation.prediction.tokenized
    if explanation.unit == "piece":
        return [token.piece for token in tokenized.tokens]
    return [tokenized.text[unit.start : unit.end] for unit in explanation.units]


def _method(result: MethodResult) -> dict[str, object]:
    attribution, judged = result.analysis.attribution, result.faithfulness
    return {
        "scores": _numbers(result.unit_scores),
        "signed": attribution.signed,
        "padding_share": attribution.padding_share,
        "delta": attribution.delta,
        "seconds": round(result.seconds, 6),
        "comprehensiveness": judged.comprehensiveness,
        "sufficiency": judged.sufficiency,
        "random_band": list(judged.random_band),
        "verdict": judged.verdict,
    }


def _numbers(values: np.ndarray) -> list[float | None]:
    return [None if math.isnan(value) else value for value in values.tolist()]
