"""An analysis as JSON values, the same on the command line and wherever else it is taken."""

from core.explain.explanation import Analysis
from core.model.bundle import Bundle
from core.types import Prediction

SCHEMA = 1


def analysis_to_json(analysis: Analysis, bundle: Bundle) -> dict[str, object]:
    """Return one JSON object; the scores of truncated tokens are null."""
    prediction, attribution = analysis.prediction, analysis.attribution
    labels = prediction.labels
    return {
        "schema": SCHEMA,
        "model": {"name": bundle.name, "sha256": bundle.sha256},
        "text": analysis.text,
        "label": prediction.label,
        "probabilities": dict(zip(labels, prediction.probabilities.tolist(), strict=True)),
        "raw_probabilities": dict(zip(labels, prediction.raw_probabilities.tolist(), strict=True)),
        "method": attribution.method,
        "target": attribution.target,
        "signed": attribution.signed,
        "num_tokens": len(prediction.tokenized.tokens),
        "num_truncated": prediction.num_truncated,
        "scope": scope_to_json(prediction),
        "padding_share": attribution.padding_share,
        "tokens": _tokens(analysis),
    }


def scope_to_json(prediction: Prediction) -> dict[str, object] | None:
    """Return how foreign a text is; None where the model stores no measure of it."""
    if prediction.scope_score is None:
        return None
    return {
        "score": prediction.scope_score,
        "threshold": prediction.scope_threshold,
        "out_of_scope": prediction.out_of_scope,
    }


def _tokens(analysis: Analysis) -> list[dict[str, object]]:
    tokens = analysis.prediction.tokenized.tokens
    scores = analysis.attribution.token_scores
    num_seen = analysis.prediction.num_seen
    rows = []
    for index, token in enumerate(tokens):
        seen = index < num_seen
        rows.append(
            {
                "index": index,
                "piece": token.piece,
                "id": token.id,
                "start": token.start,
                "end": token.end,
                "score": float(scores[index]) if seen else None,
                "rank": float(analysis.ranking.rank[index]) if seen else None,
                "normalized": float(analysis.ranking.normalized[index]) if seen else None,
                "attention": bool(analysis.ranking.attention[index]) if seen else None,
            }
        )
    return rows
